"""Every document of content/ and of the packs, printed by both engines and by LibreOffice."""

import shutil
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from tests.support.word import converted_together

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.model.document import Document, Paragraph, line_of
from reportgen.model.engine import Engine
from reportgen.model.table import Table
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file
from reportgen.pipeline.drafts import Draft
from reportgen.record import Struct, field

ROOT = Path(__file__).resolve().parents[2]


class Printed(Struct, dict=True):
    """One document and its pages."""

    name: str
    draft: Draft
    pdfs: dict[Engine, bytes] = field(default_factory=dict)
    docx: bytes = b""
    office: bytes = b""
    """LibreOffice's PDF of the Word file; empty where LibreOffice is not there."""
    remarks: dict[Engine, list[Diagnostic]] = field(default_factory=dict)
    """What reading a PDF back has found, in all documents of the content file."""

    @property
    def document(self) -> Document:
        """What was meant."""
        return self.draft.document

    @cached_property
    def paragraphs(self) -> list[str]:
        """Running text, without white space."""
        return ["".join(line_of(block).split()) for block in self.document.walk() if isinstance(block, Paragraph)]

    @property
    def has_tables(self) -> bool:
        """Whether it is a form, or has one."""
        return any(isinstance(block, Table) for block in self.document.walk())


def content_files() -> list[Path]:
    """All that the project ships."""
    return sorted((ROOT / "content").glob("*.yaml")) + sorted((ROOT / "templates").glob("*/example.yaml"))


def printed_documents(files: Sequence[Path], docx: bool = True) -> list[Printed]:
    """Every document of these files, printed; `docx`: its Word file is made, too."""
    return [document for file in files for document in _printed(file, docx)]


def _printed(file: Path, docx: bool) -> Iterator[Printed]:
    name = file.stem if file.parent.name == "content" else file.parent.name
    checked = check_file(file)
    made = [
        Printed(f"{name} ({draft.pack.name})" if number else name, draft) for number, draft in enumerate(checked.drafts)
    ]
    for engine in Engine:
        built = build(checked, ("docx", "pdf") if docx else ("pdf",), engine=engine)
        for one, outputs in zip(made, [built.outputs, *built.beside.values()], strict=True):
            one.pdfs[engine], one.docx = outputs["pdf"], outputs.get("docx", b"")
            one.remarks[engine] = [remark for remark in built.report if remark.code.startswith("VER")]
    yield from made


def show_to_office(documents: Sequence[Printed], folder: Path) -> bool:
    """LibreOffice's pages of every Word file, made in one call; False where there is no LibreOffice."""
    if shutil.which("soffice") is None:
        return False
    paths = [folder / f"{number}.docx" for number, _document in enumerate(documents)]
    for path, document in zip(paths, documents, strict=True):
        path.write_bytes(document.docx)
    for document, pdf in zip(documents, converted_together(paths, folder, "pdf"), strict=True):
        document.office = pdf.read_bytes()
    return True
