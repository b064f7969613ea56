"""Names of files: where links lead, and what Windows does not take, or takes for something else than a file.

It writes `con.yaml` to the console, `1:2.docx` into a hidden stream of a file called 1, and `报告.` under another name,
each without a word (Microsoft, "Naming Files, Paths, and Namespaces").
"""

import os
from pathlib import Path, PureWindowsPath

from reportgen import patterns as re
from reportgen.language import _

_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[1-9¹²³])", re.IGNORECASE)
"""With any ending, and with blanks before it."""
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
_LONGEST_NAME, _LONGEST_PATH = 255, 259
"""In units of UTF-16. Of MAX_PATH one is the zero at the end; Word and WPS open nothing that is longer."""


def resolved(path: Path) -> Path:
    """The path without links. Of a ring of links it is the path itself, which cannot be read; `Path.resolve` raises."""
    return Path(os.path.realpath(path))


def refused_by_windows(path: PureWindowsPath, beside: int = 0) -> str | None:
    """Why no file of this name can be written there; None when it can.

    `path` is absolute, for its length counts; a name of `beside` units must find room in its folder, too.
    """
    for part in path.parts[1:] if path.anchor else path.parts:
        if why := _refused(part):
            return why
    length = max(_units(str(path)), _units(str(path.parent)) + 1 + beside)
    if length > _LONGEST_PATH:
        return _(
            "连文件夹一共 {count} 个字，Windows 最多 {most} 个。请换一个短些的文件夹或名字",
            count=length,
            most=_LONGEST_PATH,
        )
    return None


def _refused(name: str) -> str | None:
    if name in (".", ".."):
        return None
    if found := _FORBIDDEN.search(name):
        sign = found[0] if found[0].isprintable() else _("控制符")
        return _("「{name}」里有 {sign}，Windows 的文件名里不能有", name=name, sign=sign)
    if _DEVICE.fullmatch(name.partition(".")[0].rstrip(" ")):
        return _("「{name}」在 Windows 里是设备的名称，不能作文件名", name=name)
    if name[-1] in ". ":
        return _("「{name}」最后是句点或空格，Windows 会把它去掉", name=name)
    return _("「{name}」太长了", name=name) if _units(name) > _LONGEST_NAME else None


def _units(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
