"""The door to Typst's compiler, one a process.

It is given the template and one document, and can read nothing but the folder of its pictures, or of the bundled fonts.
Both standards are asked for at once: PDF/A-2a, for archives, and PDF/UA-1, for those who hear what others see.
"""

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Literal

import typst

from reportgen.limits import room
from reportgen.record import Struct, field
from reportgen.render.typst.fonts import font_folders, load_fonts, usual_fonts
from reportgen.render.typst.styles import Json
from reportgen.world import files_for_a_while, fonts_folder, read_bytes

Standard = Literal["a-2a", "ua-1"]
"""A standard by the compiler's name."""

ACCESSIBLE: tuple[Standard, ...] = ("ua-1",)
FOR_ARCHIVES: tuple[Standard, ...] = ("a-2a", *ACCESSIBLE)

VERSION = str(vars(typst)["__version__"])
"""Its stubs do not know it, and importlib.metadata is slow to load."""

CompilerError = typst.TypstError
"""What Typst could not do; its text is for those who mend this program."""


class Sources(Struct):
    """What the compiler is given beside the document."""

    pictures: Mapping[str, bytes]
    """By the names that the document calls them by."""
    own_fonts: Path | None = None
    fonts: Mapping[str, bytes] = field(default_factory=dict)
    """Made for this document alone, by file name."""
    standards: tuple[Standard, ...] = FOR_ARCHIVES


_ONE_AT_A_TIME = Lock()
"""Documents of one file are set beside the check, each in a thread of its own; a compiler takes one."""


def compiled(document: Json, sources: Sources) -> bytes:
    """The PDF of a document that is spelt out. Raises CompilerError; MemoryError for one too large for the limits."""
    with _folder({**sources.pictures, **sources.fonts}) as folder:
        own, spelt = sources.own_fonts, json.dumps(document, ensure_ascii=False)
        _refuse_too_large(spelt)
        with _ONE_AT_A_TIME:
            compiler = _with_fonts(*font_folders(own), folder) if sources.fonts else _compiler(own)
            content = compiler.compile(
                _template(),
                format="pdf",
                sys_inputs={"document": spelt},
                pdf_standards=list(sources.standards),
                root=str(folder),
            )
    assert isinstance(content, bytes)
    return content


_FOR_ITSELF, _FOR_A_CHARACTER = 250_000_000, 450
"""Bytes of address space that it takes, and for each character that is spelt out: measured with 500 to 2,000 rows."""


def _refuse_too_large(spelt: str) -> None:
    """The compiler ends the whole process where it finds no more memory, without a word of ours."""
    left = room()
    if left is not None and left < _FOR_ITSELF + _FOR_A_CHARACTER * len(spelt):
        raise MemoryError


def _folder(files: Mapping[str, bytes]) -> AbstractContextManager[Path]:
    """Where the compiler may read: files that are handed over as bytes it takes for text."""
    return files_for_a_while(files) if files else nullcontext(fonts_folder())


def refused(pictures: Mapping[str, bytes]) -> list[str]:
    """The names of pictures that Typst cannot read, or cannot put into a file for archives."""
    taken = set()
    page = '#set document(date: datetime(year: 2000, month: 1, day: 1))\n#image("{name}")'
    with _folder(pictures) as folder:
        for name in pictures:
            source = page.format(name=name).encode()
            with suppress(CompilerError):  # PDF/A-2b: the rest of 2a is about text
                with _ONE_AT_A_TIME:
                    _compiler(None).compile(source, format="pdf", root=str(folder), pdf_standards=["a-2b"])
                taken.add(name)
    return [name for name in pictures if name not in taken]


def drawn_in_points(drawing: bytes, width: float, height: float, dots: int) -> bytes:
    """A PNG of a drawing in SVG, in pt with so many dots to an inch, its words in the program's fonts.

    Raises CompilerError for what is none.
    """
    page = (
        f"#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: white)\n"
        f'#image("drawing.svg", width: {width}pt, height: {height}pt, fit: "stretch")'
    )
    with _folder({"drawing.svg": drawing}) as folder, _ONE_AT_A_TIME:
        drawn = _compiler(None).compile(page.encode(), format="png", root=str(folder), ppi=float(dots))
    assert isinstance(drawn, bytes)
    return drawn


@cache
def _compiler(own_fonts: Path | None) -> typst.Compiler:
    return typst.Compiler(root=str(fonts_folder()), font_paths=usual_fonts(own_fonts))


def _with_fonts(*folders: Path) -> typst.Compiler:
    return typst.Compiler(root=str(fonts_folder()), font_paths=load_fonts(*folders))


@cache
def _template() -> bytes:
    return read_bytes(Path(str(files("reportgen.render.typst") / "template.typ")))
