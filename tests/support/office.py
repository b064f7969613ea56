"""LibreOffice as a second reader of tracked changes: a macro of its own accepts or refuses all of them."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from tests.support.standing_office import PATIENCE, office_fonts, office_home, soffice

Way = Literal["Accept", "Reject", "Keep"]
_LIBRARY = '"http://openoffice.org/2000/library"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CODE = """
Sub Settle(job As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  Dim nothing()
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  kind(0).Name = "FilterName" : kind(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  parts = Split(job, ";")
  doc = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, hidden())
  If parts(0) <> "Keep" Then
    command = ".uno:" + parts(0) + "AllTrackedChanges"
    dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, nothing())
  End If
  doc.storeToURL(parts(2), kind())
  doc.close(True)
  StarDesktop.terminate()
End Sub
"""
_PROFILE = {
    "script.xlc": f"<library:libraries xmlns:library={_LIBRARY} xmlns:xlink='http://www.w3.org/1999/xlink'>"
    "<library:library library:name='Standard' xlink:href='$(USER)/basic/Standard/script.xlb/' xlink:type='simple' "
    "library:link='false'/></library:libraries>",
    "Standard/script.xlb": f"<library:library xmlns:library={_LIBRARY} library:name='Standard' "
    "library:readonly='false' library:passwordprotected='false'><library:element library:name='Changes'/>"
    "</library:library>",
    "Standard/Changes.xba": "<script:module xmlns:script='http://openoffice.org/2000/script' script:name='Changes' "
    f"script:language='StarBasic'>{_CODE.replace('<', '&lt;').replace('>', '&gt;')}</script:module>",
}


def settled_by_office(jobs: Mapping[Path, tuple[Way, Path]]) -> None:
    """Accept or refuse all changes of docx files, or keep them: each new file with what to do, and its source.

    A LibreOffice for each: one without a screen dies of the tool bars of a second file. Raises ToolMissingError without
    LibreOffice, RuntimeError when a file is missing.
    """
    office, fonts, home = soffice(), office_fonts(), office_home() / "macros"
    profile = f"-env:UserInstallation={home.as_uri()}"
    basic = home / "user" / "basic"
    if not basic.is_dir():  # the first start would put macros of its own there
        subprocess.run(
            [office, profile, "--headless", "--terminate_after_init"], env=fonts, timeout=PATIENCE, check=True
        )
    for name, text in _PROFILE.items():
        (basic / name).parent.mkdir(parents=True, exist_ok=True)
        (basic / name).write_text(_HEAD + text, encoding="utf-8")
    for made, (way, source) in jobs.items():
        told = f"{way};{source.as_uri()};{made.as_uri()}"
        command = [office, profile, "--headless", "--norestore", f'macro:///Standard.Changes.Settle("{told}")']
        run = subprocess.run(command, capture_output=True, text=True, env=fonts, timeout=PATIENCE, check=False)
        if not made.is_file():
            raise RuntimeError(f"LibreOffice made no {made.name}: {run.stdout}{run.stderr}")
