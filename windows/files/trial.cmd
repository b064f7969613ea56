@echo off
setlocal
if not exist "%~dp0program\python\python.exe" goto lacking
"%~dp0program\python\python.exe" -X utf8 "%~dp0program\trial.py" %*
if not defined REPORTGEN_NO_PAUSE pause
exit /b
:lacking
type "%~dp0program\lacking.txt"
pause
exit /b 3
