"""The door to Typst's compiler, one a process.

It is given the template, one document and its pictures, and can read nothing else but the folder of the bundled fonts.
Both standards are asked for at once: PDF/A-2a, for archives, and PDF/UA-1, for those who hear what others see.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from reportgen.render.typst.fonts import font_folders, load_fonts, usual_fonts
from reportgen.render.typst.styles import Json
from reportgen.world import fonts_folder, read_bytes

ACCESSIBLE = ("ua-1",)
FOR_ARCHIVES = ("a-2a", *ACCESSIBLE)
"""The standards that are kept, by the compiler's names."""

_MAIN = "main.typ"

CompilerError = typst.TypstError
"""What Typst could not do; its text is for those who mend this program."""


@dataclass
class Sources:
    """What the compiler is given beside the document."""

    pictures: Mapping[str, bytes]
    """By the names that the document calls them by."""
    own_fonts: Path | None
    further: Path | None = None
    """A folder of fonts for this document alone."""
    standards: tuple[str, ...] = FOR_ARCHIVES


def compiled(document: Json, sources: Sources) -> bytes:
    """The PDF of a document that is spelt out. Raises CompilerError."""
    own, further = sources.own_fonts, sources.further
    compiler = _compiler(own) if further is None else _with_fonts(*font_folders(own), further)
    content = compiler.compile(
        {_MAIN: _template(), **sources.pictures},
        format="pdf",
        sys_inputs={"document": json.dumps(document, ensure_ascii=False)},
        pdf_standards=list(sources.standards),
    )
    assert isinstance(content, bytes)
    return content


def unreadable(pictures: Mapping[str, bytes]) -> list[str]:
    """The names of pictures that Typst cannot read."""
    readable = set()
    for name, content in pictures.items():
        with suppress(CompilerError):
            _compiler(None).compile({_MAIN: b'#image("it")', "it": content}, format="svg")
            readable.add(name)
    return [name for name in pictures if name not in readable]


@cache
def _compiler(own_fonts: Path | None) -> Any:
    return typst.Compiler(root=str(fonts_folder()), font_paths=usual_fonts(own_fonts))


def _with_fonts(*folders: Path) -> Any:
    """`Any`, as above, since Typst's types do not know that a source may be several files."""
    return typst.Compiler(root=str(fonts_folder()), font_paths=load_fonts(*folders))


@cache
def _template() -> bytes:
    return read_bytes(Path(str(files("reportgen.render.typst") / "template.typ")))
