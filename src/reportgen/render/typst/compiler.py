"""The door to Typst's compiler, one a process.

It is given the template, one document and its pictures, and can read nothing else but the folder of the bundled fonts.
Both standards are asked for at once: PDF/A-2a, for archives, and PDF/UA-1, for those who hear what others see.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from reportgen.render.typst.fonts import font_folders, load_fonts, usual_fonts
from reportgen.render.typst.styles import Json
from reportgen.world import fonts_folder, read_bytes

_STANDARDS = ("a-2a", "ua-1")
_MAIN = "main.typ"

CompilerError = typst.TypstError
"""What Typst could not do; its text is for those who mend this program."""


def compiled(
    document: Json, pictures: Mapping[str, bytes], own_fonts: Path | None, further: Path | None = None
) -> bytes:
    """The PDF of a document that is spelt out. Raises CompilerError. `further` is a folder of fonts for this one."""
    compiler = _compiler(own_fonts) if further is None else _with_fonts(*font_folders(own_fonts), further)
    content = compiler.compile(
        {_MAIN: _template(), **pictures},
        format="pdf",
        sys_inputs={"document": json.dumps(document, ensure_ascii=False)},
        pdf_standards=list(_STANDARDS),
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
