"""A content file taken through the whole program: what the acceptance tests look at."""

from pathlib import Path

from reportgen.model.engine import DEFAULT_ENGINE, Engine
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.record import Struct
from reportgen.render.plain import printed_lines

ROOT = Path(__file__).resolve().parents[2]
NANYANG = ROOT / "content" / "nanyang-2020.yaml"


class Made(Struct, frozen=True):
    """A built content file; the outputs stand as files in `folder` too."""

    built: Built
    folder: Path
    name: str

    @property
    def docx(self) -> bytes:
        """The Word file."""
        return self.built.outputs["docx"]

    @property
    def pdf(self) -> bytes:
        """The PDF file."""
        return self.built.outputs["pdf"]

    @property
    def lines(self) -> list[str]:
        """The document's paragraphs in the order in which they are printed."""
        return lines_of(self.built.checked)

    def path(self, kind: str) -> Path:
        """The file of that format."""
        return self.folder / f"{self.name}.{kind}"


def make(source: Path, folder: Path, engine: Engine = DEFAULT_ENGINE) -> Made:
    """Build `source` into `folder`, in every format; the PDF by `engine`."""
    built = build(check_file(source), ("docx", "pdf", "html", "txt"), engine=engine)
    made = Made(built, folder, source.stem)
    for kind, content in built.outputs.items():
        made.path(kind).write_bytes(content)
    return made


def lines_of(checked: Checked) -> list[str]:
    """The paragraphs of a checked file; a refused one has none."""
    if checked.main is None:
        return []
    return [line.text for line in printed_lines(checked.main.document, checked.main.template.frame)]
