"""JSON → PDF bytes: the door to Typst's compiler, one a process.

Typst is given the template, one document and its pictures; it can read nothing else but the folder of the bundled
fonts. Both standards are asked for at once: PDF/A-2a, for archives, and PDF/UA-1, for those who hear what others see.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from reportgen.model.document import Document
from reportgen.model.frame import Frame
from reportgen.model.look import Looks
from reportgen.render.made_pdf import Pdf
from reportgen.render.typst.document import dated, document_json
from reportgen.render.typst.fonts import fonts, known_families
from reportgen.render.typst.pictures import Pictures
from reportgen.render.typst.styles import Json, Styles
from reportgen.world import fonts_folder, read_bytes

_STANDARDS = ("a-2a", "ua-1")


def render_typst(
    document: Document, frame: Frame, looks: Looks, moment: datetime, own_fonts: Path | None = None
) -> Pdf:
    """The PDF of a document; `moment` is its date of creation.

    `own_fonts` is a folder of fonts that are taken where the looks ask for them; others stand in for what it lacks.
    """
    pictures = Pictures()
    made = document_json(document, frame, looks, Styles(known_families(own_fonts)), pictures)
    return Pdf(_compiled(made | {"date": dated(moment)}, pictures.files, own_fonts), "")


def _compiled(document: Json, pictures: Mapping[str, bytes], own_fonts: Path | None) -> bytes:
    content = _compiler(own_fonts).compile(
        {"main.typ": _template(), **pictures},
        format="pdf",
        sys_inputs={"document": json.dumps(document, ensure_ascii=False)},
        pdf_standards=list(_STANDARDS),
    )
    assert isinstance(content, bytes)
    return content


@cache
def _compiler(own_fonts: Path | None) -> Any:
    """`Any`, since its types do not know that a source may be several files."""
    return typst.Compiler(root=str(fonts_folder()), font_paths=fonts(own_fonts))


@cache
def _template() -> bytes:
    return read_bytes(Path(str(files("reportgen.render.typst") / "template.typ")))
