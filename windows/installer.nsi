; The installer for one user: no administrator, nothing outside the user's own folders. Built by `script/windows`.
Target amd64-unicode
!include MUI2.nsh

Name "绩效报告 reportgen ${VERSION}"
OutFile "${TARGET}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\reportgen"
InstallDirRegKey HKCU "Software\reportgen" "Folder"
SetCompressor /SOLID lzma
BrandingText " "

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "reportgen"
VIAddVersionKey /LANG=2052 "FileDescription" "绩效报告安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT，见 NOTICE.txt"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\reportgen"
!define MENU "$SMPROGRAMS\绩效报告"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

Section
  ; What an earlier version had and this one has not must go; nothing but our own folder is emptied, and a Python that
  ; somebody put there stays unless this package brings one.
  IfFileExists "$INSTDIR\program\launch.py" 0 copy
  IfFileExists "$INSTDIR\program\python\python.exe" 0 empty
  ClearErrors
  FileOpen $0 "$INSTDIR\program\python\python.exe" a ; nobody may write into a program that runs
  IfErrors busy
  FileClose $0
empty:
  RMDir /r "$INSTDIR\program\site-packages"
!ifdef PYTHON
  RMDir /r "$INSTDIR\program\python"
!endif
  Goto copy
busy:
  MessageBox MB_ICONSTOP "reportgen 正在运行。请关掉它的窗口，再安装一次。" /SD IDOK
  SetErrorLevel 2
  Abort
copy:
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*.*"

  CreateDirectory "${MENU}"
  SetOutPath "$DOCUMENTS"
  CreateShortcut "${MENU}\绩效报告.lnk" "$INSTDIR\打开.cmd" "" "" 0 SW_SHOWMINIMIZED
  CreateShortcut "${MENU}\命令窗口.lnk" "$SYSDIR\cmd.exe" '/k ""$INSTDIR\program\window.cmd""'
  SetOutPath "$INSTDIR"
  CreateShortcut "${MENU}\使用说明.lnk" "$INSTDIR\readme.txt"
  CreateShortcut "${MENU}\检查安装.lnk" "$INSTDIR\检查安装.cmd"
  CreateShortcut "${MENU}\卸载.lnk" "$INSTDIR\uninstall.exe"
  CreateShortcut "$SENDTO\绩效报告-打开.lnk" "$INSTDIR\打开.cmd"
  CreateShortcut "$SENDTO\绩效报告-检查.lnk" "$INSTDIR\检查.cmd"
  CreateShortcut "$SENDTO\绩效报告-生成.lnk" "$INSTDIR\生成.cmd"

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "Software\reportgen" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "绩效报告 reportgen"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
  ; Only what was installed, by name: the folder may hold what the user has put there.
  RMDir /r "$INSTDIR\program"
!include "${FILES}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir /r "${MENU}"
  Delete "$SENDTO\绩效报告-打开.lnk"
  Delete "$SENDTO\绩效报告-检查.lnk"
  Delete "$SENDTO\绩效报告-生成.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\reportgen"
SectionEnd
