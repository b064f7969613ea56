"""What the program has built it can adopt: every content file and every example, as Word file and as PDF."""

from pathlib import Path

import pytest
from tests.support.adopted import printed_by, squeezed
from tests.support.made import ROOT

from reportgen.adopt.values import Certainty
from reportgen.pipeline.adopted import adopt_file
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_file
from reportgen.render.plain import printed_lines

CONTENTS = sorted((ROOT / "content").glob("*.yaml"))
EXAMPLES = sorted((ROOT / "templates").glob("*/example.yaml"))


def named(path: Path) -> str:
    """The name of a content file, of an example that of its pack."""
    return path.parent.name if path.stem == "example" else path.stem


@pytest.fixture(scope="module", params=[*CONTENTS, *EXAMPLES], ids=named)
def made(request: pytest.FixtureRequest) -> tuple[str, Built]:
    """The name of a document, and the document with its Word file and its PDF."""
    return named(request.param), build(check_file(request.param), ("docx", "pdf"))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_it_comes_out_as_it_was(made: tuple[str, Built], kind: str, tmp_path: Path) -> None:
    """The content file builds to the same lines, and says nothing of being left with words that have no place."""
    name, built = made
    path = tmp_path / f"{name}.{kind}"
    path.write_bytes(built.outputs[kind])
    main = built.checked.main
    assert main is not None
    adoption = adopt_file(path, main.pack)
    lines = [line.text for line in printed_lines(main.document, main.template.frame)]
    assert printed_by(adoption) == squeezed(lines)
    assert [remark.words for remark in adoption.remarks if remark.certainty is Certainty.UNPLACED] == []
