@echo off
setlocal
if not exist "%~dp0program\python\python.exe" goto lacking
set "REPORTGEN_CALL=%cmdcmdline:"=?%"
set "REPORTGEN_SCRIPT=%~f0"
"%~dp0program\python\python.exe" -X utf8 "%~dp0program\launch.py" %*
exit /b %errorlevel%
:lacking
type "%~dp0program\lacking.txt"
pause
exit /b 3
