@echo off
chcp 65001 >nul
title reportgen
set "PATH=%~dp0..;%PATH%"
if exist "%USERPROFILE%\Documents" cd /d "%USERPROFILE%\Documents"
type "%~dp0..\readme.txt"
