@echo off
setlocal
if "%~1"=="" goto bare
pushd "%~dp1"
call "%~dp0reportgen.cmd" check %*
popd
pause
exit /b
:bare
type "%~dp0program\drop.txt"
pause
