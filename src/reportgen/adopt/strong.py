"""Words that stand out in a report, between the marks that a content file has for them: **全年收支平衡**."""

from collections.abc import Iterable

from reportgen import patterns as re
from reportgen.finished.headings import label_of
from reportgen.finished.parts import Line, Strong

_FIGURE = re.compile(r"\d[\d,.]*(?P<unit>\S{0,3})")
_REFERENCE = r"\{\{[^{}]+\}\}"
_FEWEST = 2
"""Characters: a single one stands out by a slip."""
_MARK = "**"


def with_marks(words: str, strong: Iterable[Strong]) -> str:
    """A line with marks around the words that stand out, which come in their order; figures may be references by now.

    >>> with_marks("支出{{ 预算.支出 }}，收支平衡。", (Strong("", "支出312.40万元"), Strong("元，", "收支平衡")))
    '**支出{{ 预算.支出 }}**，**收支平衡**。'
    """
    at = 0
    for each in strong:
        start, end = _span(words, each, at)
        if at <= start < end and (start, end) != (0, len(words)):
            words = words[:start] + _MARK + words[start:end] + _MARK + words[end:]
            at = end + 2 * len(_MARK)
    return words


def _span(words: str, strong: Strong, at: int) -> tuple[int, int]:
    """Where they stand behind a place, by what stands before them too; (-1, -1) where they do not."""
    bare = label_of(Line(strong.words)).words.strip() if not strong.before else strong.words
    if len(bare) < _FEWEST or not any(char.isalnum() for char in bare):
        return -1, -1
    form = f"(?P<strong>{_form(bare)})"
    tries = (re.escape(strong.before) + form, form)
    found = next((match for each in tries if (match := re.compile(each).search(words, max(at - 4, 0)))), None)
    return found.span("strong") if found and found.start("strong") >= at else (-1, -1)


def _form(words: str) -> str:
    """The words; in the place of a figure a reference, with what of its unit stands behind it."""
    made, at = "", 0
    for figure in _FIGURE.finditer(words):
        optional = "".join(f"(?:{re.escape(char)})?" for char in figure["unit"])
        made += re.escape(words[at : figure.start()]) + f"(?:{re.escape(figure[0])}|{_REFERENCE}{optional})"
        at = figure.end()
    return made + re.escape(words[at:])
