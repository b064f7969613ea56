"""With what it was made from inside it every PDF keeps PDF/A-3a, and drafts and copies keep what finals do.

Judged by veraPDF, for all documents of content/ and of the packs' examples, bound ones and annexes too. The finals
themselves are judged in test_engines, where they are printed anyway.
"""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from tests.support.copies import copies_that_differ
from tests.support.example import EXAMPLE, ROOT, changed
from tests.support.grids import paragraph, printed
from tests.support.letters import WRONG_SUM
from tests.support.verapdf import breaches

from reportgen.diff.closing import Names
from reportgen.model.engine import Engine
from reportgen.model.look import Marks
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_file, check_text
from reportgen.pipeline.reviewing.copy import copies_of
from reportgen.pipeline.two_drafts.compared import compared, marked_draft, marked_pdf
from reportgen.pipeline.two_drafts.papers import papers_of

FILES = [*sorted((ROOT / "content").glob("*.yaml")), *sorted((ROOT / "templates").glob("*/example.yaml"))]
NANYANG = ROOT / "content" / "nanyang-2020.yaml"


def name_of(path: Path) -> str:
    return path.parent.name if path.stem == "example" else path.stem


checked = cache(check_file)
"""Each file is built twice, and looked through once."""


def built_of(path: Path, archive: bool = False) -> Built:
    built = build(checked(path), ["pdf"], engine=Engine.TYPST, archive=archive)
    assert built.outputs, list(built.report)
    return built


def pdfs(built: Built) -> dict[str, bytes]:
    """The PDFs of a content file, by the name of their pack; empty for the main one."""
    return {"": built.outputs["pdf"], **{name: made["pdf"] for name, made in built.beside.items()}}


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "content"], ids=name_of)
def test_a_copy_that_goes_round_has_the_lines_of_its_final_on_the_same_pages(path: Path) -> None:
    assert copies_that_differ(built_of(path)) == {}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_with_what_it_was_made_from_it_is_pdf_a_3(path: Path) -> None:
    found = {name: breaches(content, "PDF/A-3a") for name, content in pdfs(built_of(path, archive=True)).items()}
    assert {name: broken for name, broken in found.items() if broken} == {}


def test_a_draft_with_marked_changes_keeps_them_too() -> None:
    new = changed(("批复: 320.00", "批复: 335.00"), ("    问题: 活动计划不够周密", "    问题: 活动计划不够细"))
    before, after = (papers_of(Path("稿.yaml"), text.encode(), ()) for text in (EXAMPLE, new))
    draft = marked_draft(compared(before, after)[0][0], Names("旧稿", "新稿", Marks.PAPER))
    made = marked_pdf(draft, Engine.TYPST, datetime(2025, 1, 1, tzinfo=UTC))
    assert [breaches(made.content, standard) for standard in ("PDF/A-2a", "PDF/UA-1")] == [[], []]


def test_attached_files_are_no_part_of_pdf_a_2_and_nothing_to_screen_readers() -> None:
    (archive,) = pdfs(built_of(NANYANG, archive=True)).values()
    assert any("embedded" in broken.lower() for broken in breaches(archive, "PDF/A-2a"))
    assert breaches(archive, "PDF/UA-1") == []


def test_a_copy_that_goes_round_keeps_both() -> None:
    """Each note is an element of its own, the closing pages stand in the same structure; even notes are printed."""
    reviewed = copies_of(build(check_text(WRONG_SUM, "回函.yaml"), ["pdf"]))
    assert reviewed.entries
    assert {(name, each) for name in ("PDF/UA-1", "PDF/A-3a") for each in breaches(reviewed.copies[""], name)} == set()


def test_the_judge_finds_what_the_other_engine_leaves_out() -> None:
    """So that an empty list is known to mean something."""
    plain = printed(paragraph("甲")).pdf
    assert any(broken.split(" × ")[1].startswith("6.6") for broken in breaches(plain, "PDF/A-2a"))
