"""A 花脸稿: the new draft with what the old one had, and pages behind it that list what is easily overlooked."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.support.example import EXAMPLE, changed

from reportgen.diff.closing import SLOT, Names
from reportgen.model.document import Document, Heading, Paragraph, Table, plain_text
from reportgen.model.engine import DEFAULT_ENGINE
from reportgen.model.entries import entries_of, named
from reportgen.model.inline import Change, change_of, with_notes
from reportgen.model.look import Marks
from reportgen.model.turns import Contents
from reportgen.pdf.text import page_texts
from reportgen.pipeline.two_drafts.compared import Compared, Marked, compared, marked_draft, marked_html, marked_pdf
from reportgen.pipeline.two_drafts.papers import papers_of

NEW = changed(
    ("批复: 320.00", "批复: 335.00"),
    ("主要职责是科普展览、科普活动和青少年科技教育", "主要职责是科普展览和青少年科技教育"),
    ("    问题: 活动计划不够周密", "    问题: 活动计划不够细"),
    ("  投入: |\n", "  投入: |\n    年初编制了部门整体绩效目标，报市财政局批复。\n"),
    ("  - 活动部计划举办活动", "  - 科普活动部计划举办活动"),
)
NAMES = Names("旧稿.yaml", "新稿.yaml", Marks.PAPER)


@pytest.fixture(scope="module")
def pair() -> Compared:
    """The example and a draft that came after it."""
    old, new = (papers_of(Path("稿.yaml"), text.encode(), ()) for text in (EXAMPLE, NEW))
    return compared(old, new)[0][0]


@pytest.fixture(scope="module")
def draft(pair: Compared) -> Marked:
    """Its 花脸稿."""
    return marked_draft(pair, NAMES)


def words(document: Document, left_out: Change) -> list[str]:
    """The paragraphs of a draft as the marks tell it."""
    lines = []
    for name, blocks in document.blocks.items():
        for block in blocks if name != SLOT else ():
            label = block.label if isinstance(block, Heading | Paragraph) else ""
            kept = [each.text for each in block.inlines if change_of(each) is not left_out]
            lines.append(label + "".join(kept).replace("¶", ""))
    return [line for line in lines if line]


def plain(document: Document) -> list[str]:
    """The paragraphs of a document."""
    labels = (block.label if isinstance(block, Heading | Paragraph) else "" for block in document.walk())
    lines = (label + plain_text(block.inlines) for label, block in zip(labels, document.walk(), strict=True))
    return [line for line in lines if line]


def test_both_drafts_can_be_read_from_the_marks(pair: Compared, draft: Marked) -> None:
    assert words(draft.document, Change.DELETED) == plain(pair.new.document)
    assert words(draft.document, Change.INSERTED) == plain(pair.old.document)


def test_bookmarks_and_contents_show_the_new_headings_alone(draft: Marked) -> None:
    headings = [entry.words for entry in entries_of(Contents(depth=4), named(draft.document.walk()))]
    assert any("活动计划不够细" in words for words in headings)
    assert not any("周密" in words for words in headings)


def test_what_is_easily_overlooked_stands_behind_the_text(draft: Marked) -> None:
    tables = [block for block in draft.document.blocks[SLOT] if isinstance(block, Table)]
    headings, figures = (["|".join(cell.text for cell in table.lines() if cell.row == 1)] for table in tables)
    assert "周密" in headings[0]
    assert figures[0].startswith("预算.批复")
    assert "320.00万元|335.00万元|+15万元" in figures[0]


@pytest.mark.parametrize("marks", list(Marks))
def test_the_words_of_the_pdf_can_be_copied(pair: Compared, marks: Marks) -> None:
    made = marked_pdf(marked_draft(pair, Names("旧", "新", marks)), DEFAULT_ENGINE, datetime(2025, 1, 1, tzinfo=UTC))
    text = "".join("".join(page_texts(made.content)).split())
    assert made.missing == ""
    assert "320.00335.00万元" in text
    assert "花脸稿说明" in text


def test_a_browser_shows_the_same_marks(draft: Marked) -> None:
    page = marked_html(draft).decode()
    assert "<del>320.00</del><ins>335.00</ins>" in page
    assert page.count('class="changed') >= 3 or " changed" in page
    assert all(change_of(each) is None for block in draft.document.blocks[SLOT] for each in with_notes(block.inlines))
