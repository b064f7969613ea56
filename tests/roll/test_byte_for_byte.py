"""What `roll` does not tell it has not touched: comments, order, quoting, blank lines and line ends stay."""

import difflib
from pathlib import Path

import pytest

from reportgen.pipeline.rolling import NextYear, roll_file

ROOT = Path(__file__).resolve().parents[2]
FILES = [*sorted(ROOT.glob("content/*.yaml")), *sorted(ROOT.glob("templates/*/example.yaml"))]
NAMES = [str(path.relative_to(ROOT)) for path in FILES]


def lines_that_differ(made: NextYear) -> tuple[set[int], set[int]]:
    """The lines of this year's file that are gone or different, and those of next year's that are new or different."""
    old, new = made.former.splitlines(keepends=True), made.rolled.text.splitlines(keepends=True)
    gone: set[int] = set()
    come: set[int] = set()
    for kind, first, last, start, end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            gone |= set(range(first + 1, last + 1))
            come |= set(range(start + 1, end + 1))
    return gone, come


def lines_that_are_told(made: NextYear) -> tuple[set[int], set[int]]:
    gone: set[int] = set()
    come: set[int] = set()
    for change in made.rolled.changes:
        for edit in change.edits:
            if edit.old:
                gone |= set(range(edit.place.line, edit.place.line + edit.old.rstrip("\r\n").count("\n") + 1))
            come |= set(range(change.line, change.line + edit.new.count("\n") + 1))
    return gone, come


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_only_lines_that_the_report_lists_differ(path: Path) -> None:
    made = roll_file(path, ())
    (gone, come), (told_gone, told_come) = lines_that_differ(made), lines_that_are_told(made)
    assert gone
    assert gone <= told_gone
    assert come <= told_come


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_file_of_windows_keeps_its_line_ends(path: Path, tmp_path: Path) -> None:
    """The same file with \\r\\n gives the same next year, with \\r\\n."""
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    plain, windows = roll_file(path, ()).rolled.text, roll_file(copy, ()).rolled.text
    assert "\n" not in windows.replace("\r\n", "")
    assert windows.replace("\r\n", "\n") == plain.replace(str(path.name), copy.name)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_year_later_it_can_be_rolled_again(path: Path, tmp_path: Path) -> None:
    """2024 → 2025 → 2026, with holes that nobody has filled yet: marks and parts are there once."""
    first = roll_file(path, ())
    second_path = tmp_path / first.path.name
    second_path.write_bytes(first.content)
    second = roll_file(second_path, ())
    assert second.year == first.year + 1
    assert second.rolled.text.count("\n上年文件:") == first.rolled.text.count("\n上年文件:")
    assert second.rolled.text.count("\n上年:") <= 1
    marks = second.rolled.text.count("# 沿用上年待确认")
    assert marks == first.rolled.text.count("# 沿用上年待确认")
