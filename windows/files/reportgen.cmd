@echo off
setlocal
if not exist "%~dp0program\python\python.exe" goto lacking
if "%~1"=="" goto bare
:run
"%~dp0program\python\python.exe" -X utf8 "%~dp0program\launch.py" %*
exit /b %errorlevel%
:bare
rem With a double click cmd was started for this file alone, and its window would close at once.
set "opened=%cmdcmdline:"=%"
echo "%opened%" | "%SystemRoot%\System32\find.exe" /i "%~f0" >nul || goto run
"%ComSpec%" /k ""%~dp0program\window.cmd""
exit /b 0
:lacking
type "%~dp0program\lacking.txt"
pause
exit /b 3
