"""Whether WeasyPrint can run at all: its Python part comes from pip, Pango from the operating system."""

import sys
from contextlib import redirect_stdout, suppress
from ctypes import CDLL
from io import StringIO

from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.native import windows_libraries
from reportgen.render.pdf.libraries import own_libraries

_NAMES = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")
"""Pango's on Linux, macOS and Windows."""


def pango_version() -> str:
    """Pango's version, such as 1.50.12.

    Raises EnvironmentProblem, with the command that installs them, when the libraries cannot be loaded.
    """
    try:
        with own_libraries(), redirect_stdout(StringIO()):  # it prints its own advice, in English
            from weasyprint.text.ffi import pango
    except OSError as error:
        raise EnvironmentProblem(_missing(str(error).splitlines()[0])) from error
    return _spelt(int(pango.pango_version()))


def _missing(why: str) -> str:
    if sys.platform == "win32":
        return _(
            "WeasyPrint 要用的库没有装好（{why}），只有 --engine weasyprint 用它们。"
            "请重新安装 reportgen 的 Windows 安装包",
            why=why,
        )
    return _(
        "WeasyPrint 要用的系统库没有装好（{why}），只有 --engine weasyprint 用它们。Debian 或 Ubuntu 上请运行："
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        why=why,
    )


def pango_version_alone() -> str:
    """The same without loading WeasyPrint, whose import takes longer than all else that `--version` does.

    Where the library is found by another way than the loader's, or not at all, WeasyPrint is asked after all; so it is
    where the program brings its own, for the loader may find another program's.
    """
    for name in () if windows_libraries() else _NAMES:
        with suppress(OSError):
            return _spelt(int(CDLL(name).pango_version()))
    return pango_version()


def _spelt(number: int) -> str:
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
