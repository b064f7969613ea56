"""The pages of a content file however they are made: by each engine, and by LibreOffice from the Word file."""

from pathlib import Path

from tests.support.word import audit, sdk_validate, to_pdf

from reportgen.model.engine import Engine
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

KINDS = [*(engine.value for engine in Engine), "docx"]


def pages(text: str, kind: str, folder: Path) -> bytes:
    """The PDF of a content file that is read as one of that folder; a Word file must be sound."""
    checked = check_text(text, str(folder / "内容.yaml"))
    if kind != "docx":
        return build(checked, ["pdf"], engine=Engine(kind)).outputs["pdf"]
    path = folder / "内容.docx"
    path.write_bytes(build(checked, ["docx"]).outputs["docx"])
    assert audit(path) == sdk_validate(path) == []
    return to_pdf(path, folder).read_bytes()
