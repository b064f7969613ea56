"""Slips of the hand that make YAML unreadable, or be read otherwise than meant, found line by line.

The reader asks for them where parsing failed or a value hides one, mends the text as the person meant it, and reads
on: the errors behind the first one are found in the same run.
"""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.source_kinds import (
    COMMENT_MARK,
    NO_COLON,
    QUOTED_KEY,
    TAB,
    TABBED,
    TIGHT_COLON,
    TIGHT_DASH,
    WIDE_COLON,
)
from reportgen.source.bodies import COLON, Bodies
from reportgen.source.mending import Slip
from reportgen.source.value_slips import KEY, STRANGE, slips_of_value, spaced, strange_blank

_INDENT = re.compile(rf"[ \t{STRANGE}]*")
_DOUBLE = "\t\u2001\u2003\u3000"
"""Blanks as wide as a hanzi, which stand for two."""
_WIDE_COLON_KEY = re.compile(rf"^\s*{KEY} ?(?P<slip>{COLON}(?: ?:)?)")
_TIGHT_COLON_KEY = re.compile(r"^\s*(?:- +)?[^\s:：#\"'{\[]{1,20} ?(?P<slip>:)(?=[^\s/])")
_STRANGE_BLANK = re.compile(rf"^\s*{KEY}(?P<before>[{STRANGE}]*):(?P<slip> *[{STRANGE}][\s{STRANGE}]*)")
_STRANGE_DASH = re.compile(rf"^ *-(?P<slip>[{STRANGE}]+)")
_TIGHT_DASH = re.compile(rf"^\s*(?P<slip>-(?=[^\s\d-])|[－–—•·●▪*][\s{STRANGE}]*)[^:：]{{0,20}}[:：]")
_QUOTED_KEY = re.compile(r"^\s*(?:- +)?(?P<slip>[“”‘’「」](?P<key>[^\s:：“”‘’「」]{1,20})[“”‘’「」])(?= *[:：])")
_KEY_COLON = re.compile(r"\s*(?:- +)?(?P<key>[^\s:：#\"'{\[，,。；]{1,20}):(?:\s|$)")
_NO_COLON = re.compile(r"\s*(?:- +)?(?P<key>[^\s:：#\"'{\[，,。；]{1,20})(?P<slip> +)(?=[^\s:：#][^:：]*$)")
"""A key that other lines have with its colon."""
_TABBED = re.compile(r"^\s*(?:- +)?[^\s:：#\"'{\[，,。；]{1,20}(?P<slip> *\t[\t ]*)(?=[^\s:：][^:：]*$)")
_WIDE_HASH = re.compile(r"^\s*(?P<slip>(?:＃|//+) ?)")


def find_slips(bodies: Bodies) -> Iterator[Slip]:
    """The slips in the structure lines of a file; the texts behind `|` are left alone, but for where they stand."""
    yield from bodies.slips
    structure = [
        (number, line)
        for number, line in enumerate(bodies.lines)
        if number not in bodies.inside and line.strip() and not line.lstrip().startswith("#")
    ]
    keys = {match["key"] for _number, line in structure if (match := _KEY_COLON.match(line))}
    for number, line in structure:
        bare = _NO_COLON.match(line)
        if bare and bare["key"] in keys:
            yield Slip(NO_COLON, number, bare.start("slip"), len(bare["slip"]), ": ", shown=len(bare["slip"]))
        else:
            yield from _slips_of_line(number, line)


def _slips_of_line(number: int, line: str) -> Iterator[Slip]:
    lead = _INDENT.match(line)
    indent = lead[0] if lead else ""
    if strange := re.search(rf"[\t{STRANGE}]+", indent):
        blanks = "".join("  " if char in _DOUBLE else " " for char in strange[0])
        yield Slip(TAB, number, strange.start(), len(strange[0]), blanks, shown=len(strange[0]))
        line = indent.replace(strange[0], "x" * len(strange[0]), 1) + line[len(indent) :]
        yield from slips_of_value(number, line)
        return
    if match := _QUOTED_KEY.match(line):
        yield Slip(QUOTED_KEY, number, match.start("slip"), len(match["slip"]), match["key"], shown=len(match["slip"]))
    if match := _STRANGE_DASH.match(line):
        yield strange_blank(number, match.start("slip"), match["slip"])
    elif match := _TIGHT_DASH.match(line):
        yield spaced(TIGHT_DASH, number, line, match, "- ")
    if match := _WIDE_COLON_KEY.match(line):
        yield spaced(WIDE_COLON, number, line, match, ": ")
    elif match := _STRANGE_BLANK.match(line):
        yield strange_blank(number, match.start("slip"), match["slip"])
    elif match := _TIGHT_COLON_KEY.match(line):
        yield spaced(TIGHT_COLON, number, line, match, ": ")
    elif match := _TABBED.match(line):
        yield Slip(TABBED, number, match.start("slip"), len(match["slip"]), ": ", shown=len(match["slip"]))
    elif match := _WIDE_HASH.match(line):
        yield Slip(COMMENT_MARK, number, match.start("slip"), len(match["slip"]), "# ", shown=len(match["slip"]))
    yield from slips_of_value(number, line)
