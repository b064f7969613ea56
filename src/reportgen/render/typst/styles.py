"""Styles → JSON: looks spelt out, each once, named by a number."""

from collections.abc import Callable, Sequence
from typing import Any

from reportgen.fonts import FACES, LATIN, stack, stand_in
from reportgen.model.look import Rule, Style

Json = dict[str, Any]
"""What the template reads: names, lengths in pt, and words."""

LONGEST_STRING = 1000
"""Characters of what a PDF says beside its pages (title, bookmarks, what is read aloud of a picture): the standard for
archives takes 32,767 bytes, and readers show a line."""

SINGLE_SPACING = 1.3
"""Word's single spacing of 仿宋 and 宋体, in multiples of the size."""


class Styles:
    """The styles that were used, each by its number; `known` gives the name by which the compiler knows a family."""

    def __init__(self, known: Callable[[str], str | None]) -> None:
        self.known = known
        self.numbers: dict[Style, int] = {}

    def use(self, style: Style) -> int:
        """Take note of a style."""
        return self.numbers.setdefault(style, len(self.numbers))

    def as_json(self) -> list[Json]:
        """All of them, by number."""
        return [self._style(style) for style in self.numbers]

    def _style(self, style: Style) -> Json:
        return {
            "font": self._families(style),
            "size": style.size,
            "tracking": style.letter_spacing,
            "color": style.color,
            "line": pitch(style),
            "before": style.before,
            "after": style.after,
            "first": style.first_line,
            "left": style.left,
            "right": style.right,
            "align": style.align.value,
            "sticky": style.keep_next,
            "whole": style.keep_lines,
            "turns": style.page_break_before,
            "widows": style.widow_control,
            "above": rule_json(style.rule_above),
            "below": rule_json(style.rule_below),
        }

    def _families(self, style: Style) -> Sequence[str]:
        """The families to look for a character in, in this order; the last ones have what all others lack."""
        latin = stand_in(style.latin_font) or LATIN
        official = (style.latin_font,) if latin is not LATIN else ()
        wanted = (*official, latin.family, style.east_asian_font, *stack(style.east_asian_font)[1:])
        names = (*wanted, *(face.family for face in FACES))
        return list(dict.fromkeys(family for name in names if (family := self.known(name))))


def pitch(style: Style) -> float:
    """From one line to the next."""
    return style.line or SINGLE_SPACING * style.line_factor * style.size


def rule_json(rule: Rule | None) -> Json | None:
    """A rule, or nothing."""
    return {"width": rule.width, "color": rule.color, "space": rule.space} if rule else None
