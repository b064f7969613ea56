"""The folder that travels: starters and texts on top, the program, its packages, its DLLs and Python below."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from reportgen.record import Struct
from windows.embeddable import Embeddable
from windows.libraries import taken_from, unmet
from windows.notice import notice
from windows.refusal import Refusal
from windows.wheels import Wheel, install

FILES = Path(__file__).parent / "files"

STARTERS = {
    "reportgen.cmd": "reportgen.cmd",
    "open.cmd": "打开.cmd",
    "check.cmd": "检查.cmd",
    "build.cmd": "生成.cmd",
    "trial.cmd": "检查安装.cmd",
}
"""What people click on. The sources have English names, the folder Chinese ones."""
INNER = ("launch.py", "mouse.py", "trial.py", "window.cmd", "lacking.txt")
NOTES = ("readme.txt",)

_UNUSED = (
    "bin",
    "*.data",
    "babel/locale-data/*.dat",
    "pyphen/dictionaries/*.dic",
    "pypdfium2_cli",
    "lxml/includes",
    "lxml/isoschematron",
    "PIL/_imagingtk*.pyd",
)
"""What is for programmers, or for languages that the program does not speak."""
_SPOKEN = re.compile(r"(root|en|en_001|zh|zh_Hans|zh_Hans_CN)\.dat|hyph_en_(GB|US)\.dic")


class Contents(Struct, frozen=True):
    """What goes into the folder."""

    wheels: Sequence[Wheel]
    libraries: Path
    """The wheel that the DLLs come from."""
    python: str
    """Such as 3.11."""
    embeddable: Embeddable | None
    """None: whoever installs it puts Python there."""
    version: str
    """The program's own."""


def lay_out(contents: Contents, folder: Path) -> None:
    """Fill an empty folder. Raises Refusal when a DLL is asked for that nobody brings, or a licence is not known."""
    site = folder / "program" / "site-packages"
    install(contents.wheels, contents.python, site)
    _prune(site)
    libraries = taken_from(contents.libraries, site / "reportgen" / "libraries")
    if lacking := unmet(site, contents.python):
        told = "；".join(f"{path} 要 {'、'.join(names)}" for path, names in lacking.items())
        raise Refusal(f"缺少 DLL：{told}")
    if contents.embeddable:
        contents.embeddable.unpack(folder / "program" / "python")
    _write_files(folder, contents.python)
    told = notice(contents.version, libraries, contents.wheels)
    (folder / "NOTICE.txt").write_bytes(for_notepad(told))


def _prune(site: Path) -> None:
    for pattern in _UNUSED:
        for path in site.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            elif not _SPOKEN.fullmatch(path.name):
                path.unlink()


def _write_files(folder: Path, python: str) -> None:
    for source, name in STARTERS.items():
        (folder / name).write_bytes(for_cmd((FILES / source).read_text(encoding="ascii")))
    for name in (*INNER, *NOTES):
        text = (FILES / name).read_text(encoding="utf-8").replace("@PYTHON@", python)
        target = folder / name if name in NOTES else folder / "program" / name
        target.write_bytes(_encoded(target, text))


def _encoded(path: Path, text: str) -> bytes:
    match path.suffix:
        case ".txt":
            return for_notepad(text)
        case ".cmd":
            return for_cmd(text)
        case _:
            return text.encode()


def for_cmd(text: str) -> bytes:
    """A file that cmd runs: with the line ends of Linux it finds no label, and nothing but ASCII is safe there."""
    return text.replace("\n", "\r\n").encode("ascii")


def for_notepad(text: str) -> bytes:
    """A text that shows its hanzi in Notepad and by `type`, whatever the code page of the console is."""
    return ("\ufeff" + text.replace("\n", "\r\n")).encode("utf-16-le")


def files_of(folder: Path) -> list[PurePosixPath]:
    """All files of a folder, in an order that is always the same."""
    return sorted(PurePosixPath(path.relative_to(folder).as_posix()) for path in folder.rglob("*") if path.is_file())
