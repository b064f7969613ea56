@echo off
setlocal
if not exist "%~dp0program\python\python.exe" goto lacking
set "REPORTGEN_CALL=%cmdcmdline:"=?%"
set "REPORTGEN_SCRIPT=%~f0"
set "REPORTGEN_COMMAND=open"
"%~dp0program\python\python.exe" -X utf8 "%~dp0program\launch.py" %*
rem Not exit /b: behind a name with & in it cmd would run what it takes for a second command.
exit %errorlevel%
:lacking
type "%~dp0program\lacking.txt"
pause
exit 3
