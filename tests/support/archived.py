"""PDFs for archives, made from the text of a content file."""

from pathlib import Path

from reportgen.model.engine import ARCHIVE_ENGINE
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.record import replace
from reportgen.source.encoding import decoded

NAME = "内容.yaml"


def archived(text: str, roots: tuple[Path, ...] = (), encoding: str = "utf-8") -> bytes:
    """The main PDF of a content file that is called `NAME` and saved in that encoding."""
    original = text.encode(encoding)
    content = decoded(original)
    assert content is not None
    checked = replace(check_text(content, NAME, roots), original=original)
    built = build(checked, ["pdf"], engine=ARCHIVE_ENGINE, archive=True)
    assert built.outputs, list(built.report)
    return built.outputs["pdf"]
