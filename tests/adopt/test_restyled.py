"""Reports as other hands set them: automatic numbers, bold letters, text boxes and cut tables, numbers lost.

The texts are those of three published documents and of two packs; the expected headings are those of their content.
`benchmarks/adopt_restyled.py` measures all texts in all styles, each saved again by LibreOffice too.
"""

from functools import cache
from pathlib import Path

import pytest
from tests.support.adopted import again, headings, lines_of, printed_by, squeezed
from tests.support.made import ROOT
from tests.support.restyled import RESTYLINGS, in_other_words
from tests.support.word import converted_together

from reportgen.adopt.values import Certainty
from reportgen.pipeline.adopted import adopt_file
from reportgen.pipeline.check import check_file
from reportgen.pipeline.drafts import Draft

LINZE, TANGSHAN = "content/linze-2023.yaml", "content/tangshan-2021.yaml"
LARGER = {
    TANGSHAN: ("boxed", "pasted", "faced"),
    "content/nanyang-2020.yaml": ("automatic", "pasted", "typed"),
    "templates/guangdong-dept/example.yaml": ("boxed", "faced"),
    "templates/hunan-dept/example.yaml": ("bold", "reworded"),
}
SHARE = 0.95
"""Of the headings, at the right level."""


@cache
def draft_of(source: str) -> Draft:
    main = check_file(ROOT / source).main
    assert main is not None
    return main


@pytest.mark.parametrize(
    ("source", "hand"),
    [
        *((LINZE, hand) for hand in RESTYLINGS),
        *((source, hand) for source, hands in LARGER.items() for hand in hands),
    ],
)
def test_headings_are_found_and_nothing_is_lost(source: str, hand: str, tmp_path: Path) -> None:
    draft = draft_of(source)
    path = tmp_path / "去年的报告.docx"
    path.write_bytes(RESTYLINGS[hand](draft.document))
    look_at(path, draft, hand)


def look_at(path: Path, draft: Draft, hand: str) -> None:
    adoption = adopt_file(path, draft.pack)
    wanted, found = headings(draft.document), headings(again(adoption)[0].document)
    if hand == "reworded":
        wanted = [(in_other_words(words), level) for words, level in wanted]
    assert sum(heading in found for heading in wanted) >= SHARE * len(wanted)
    kept = printed_by(adoption) + squeezed(r.words for r in adoption.remarks if r.certainty is Certainty.UNPLACED)
    assert [words for words in lines_of(path) if words not in kept] == []


def test_libreoffice_may_have_saved_them(tmp_path: Path) -> None:
    hands = ("automatic", "boxed", "pasted")
    for hand in hands:
        (tmp_path / f"{hand}.docx").write_bytes(RESTYLINGS[hand](draft_of(LINZE).document))
    folder = tmp_path / "另存"
    folder.mkdir()
    saved = converted_together([tmp_path / f"{hand}.docx" for hand in hands], folder, "docx")
    for hand, path in zip(hands, saved, strict=True):
        look_at(path, draft_of(LINZE), hand)
