"""Markdown files as the tests of the documentation see them: blocks, drawn tables, links, headings, code."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportgen.record import Struct

_FENCE = re.compile(r"^```(?P<language>\w+)(?: (?P<note>[^\n]*))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_DRAWN = re.compile(r"^<table>\n(?P<body>.*?)^</table>$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"^<!-- (?P<verb>改|盖|批)：(?P<words>.+) -->$", re.MULTILINE)
_LINK = re.compile(r"\]\((?P<round>[^)\s]+)\)|(?:src|href)=\"(?P<html>[^\"]+)\"")
_HEADING = re.compile(r"^#+ (?P<words>.+)$", re.MULTILINE)
_CODE = re.compile(r"`(?P<code>[^`\n]+)`")


class Fence(Struct, frozen=True):
    """A fenced block: ```` ```language note ````, its body, and the line of its first fence (from 1).

    A table drawn in HTML, which shows merged cells, is a block of the language `table`; what was done to a file unseen
    stands in a comment, a block of the language `comment` whose note says what and whose body to which file.
    """

    language: str
    note: str
    body: str
    line: int


class Markdown(Struct, frozen=True):
    """One file."""

    path: Path

    @property
    def text(self) -> str:
        """The file as it stands."""
        return self.path.read_text(encoding="utf-8")

    @property
    def prose(self) -> str:
        """The text without its fenced blocks and drawn tables."""
        return _DRAWN.sub("", _FENCE.sub("", self.text))

    def fences(self) -> list[Fence]:
        """The fenced blocks in order."""
        text = self.text
        found = [
            (match.start(), match["language"], match["note"] or "", match["body"]) for match in _FENCE.finditer(text)
        ]
        found += [(match.start(), "table", "", match["body"]) for match in _DRAWN.finditer(text)]
        found += [(match.start(), "comment", match["verb"], match["words"]) for match in _COMMENT.finditer(text)]
        return [
            Fence(language, note, body, text.count("\n", 0, start) + 1) for start, language, note, body in sorted(found)
        ]

    def links(self) -> Iterator[str]:
        """The targets of links and pictures that do not leave the repository."""
        for match in _LINK.finditer(self.prose):
            target = match["round"] or match["html"]
            if not re.match(r"[a-z]+:", target):
                yield target

    def anchors(self) -> set[str]:
        """What `#…` may stand behind the file's name, as GitHub makes it from headings."""
        return {_anchor(match["words"]) for match in _HEADING.finditer(self.prose)}

    def code(self) -> Iterator[str]:
        """Inline code, and the lines of the shell blocks."""
        yield from (match["code"] for match in _CODE.finditer(self.prose))
        for fence in self.fences():
            if fence.language in ("sh", "console"):
                yield from fence.body.splitlines()

    def answered(self, answers: Mapping[Fence, str]) -> str:
        """The text with other bodies in some of its blocks."""
        lines = self.text.splitlines(keepends=True)
        for fence in sorted(answers, key=lambda fence: fence.line, reverse=True):
            lines[fence.line : fence.line + fence.body.count("\n")] = [answers[fence]]
        return "".join(lines)


ROOT = Path(__file__).resolve().parents[2]
PAGES = [Markdown(path) for path in (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")))]
"""Every page that is written for people."""


def _anchor(heading: str) -> str:
    words = re.sub(r"[`*]|\[|\]\([^)]*\)", "", heading).strip().lower()
    kept = (char for char in words if char in " -_" or unicodedata.category(char)[0] in "LN")
    return "".join(kept).replace(" ", "-")
