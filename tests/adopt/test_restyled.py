"""Reports as other hands set them: automatic numbers, bold letters, text boxes and cut tables, numbers lost.

The texts are those of three published documents and of two packs; the expected headings are those of their content.
"""

from pathlib import Path

import pytest
from tests.support.adopted import again, headings, printed_by, squeezed
from tests.support.made import ROOT
from tests.support.restyled import RESTYLINGS

from reportgen.adopt.values import Certainty
from reportgen.finished.headings import label_of
from reportgen.finished.parts import Grid, Line
from reportgen.finished.reading import read_finished
from reportgen.pipeline.adopted import adopt_file
from reportgen.pipeline.check import check_file
from reportgen.pipeline.drafts import Draft

SOURCES = (
    "content/nanyang-2020.yaml",
    "content/linze-2023.yaml",
    "content/tangshan-2021.yaml",
    "templates/guangdong-dept/example.yaml",
    "templates/hunan-dept/example.yaml",
)
SHARE = 0.95
"""Of the headings, at the right level."""


@pytest.fixture(scope="module", params=SOURCES)
def draft(request: pytest.FixtureRequest) -> Draft:
    main = check_file(ROOT / request.param).main
    assert main is not None
    return main


@pytest.mark.parametrize("hand", list(RESTYLINGS))
def test_headings_are_found_and_nothing_is_lost(draft: Draft, hand: str, tmp_path: Path) -> None:
    path = tmp_path / "去年的报告.docx"
    path.write_bytes(RESTYLINGS[hand](draft.document))
    adoption = adopt_file(path, draft.pack)
    wanted, found = headings(draft.document), headings(again(adoption)[0].document)
    right = sum(heading in found for heading in wanted)
    # What was pasted without numbers has its levels in its letters alone, and a first heading with a colon is taken
    # for whom it is written to.
    assert right >= (0.8 if hand == "pasted" else SHARE) * len(wanted)
    kept = printed_by(adoption) + squeezed(r.words for r in adoption.remarks if r.certainty is Certainty.UNPLACED)
    assert [words for words in lines_of(path) if words not in kept] == []


def lines_of(path: Path) -> list[str]:
    """Each line and cell of a report without its number."""
    texts: list[str] = []
    for part in read_finished(path).parts:
        match part:
            case Line():
                texts.append(label_of(part).words)
            case Grid():
                texts += [box.text for box in part.boxes]
            case _:
                pass
    return [words for text in texts if (words := squeezed([text]))]
