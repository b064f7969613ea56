"""Words that say that a figure has gone up or down: 增长 before 7.38%, 快 before 12小时."""

from reportgen import patterns as re
from reportgen.lexicon.lists import lists
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement

PACES, DURATIONS = ("快", "慢"), lists("counting_units")["时间的单位"]
"""Of what takes time 快 is less and 慢 is more."""


def words_of_change(lexicon: Lexicon) -> re.Pattern[str]:
    """Every word of more, as `up`, and every word of less, as `down`."""
    return lexicon.pattern("words of change", _words_of_change)


def _words_of_change(words: Lexicon) -> str:
    return rf"(?P<up>{alternation(words.lists['增'])})|(?P<down>{alternation(words.lists['减'])})"


def last_word_of_change(words: str, lexicon: Lexicon) -> re.Match[str] | None:
    """The last of them in the words before a figure: 增长 of 上年有所下降，今年同比增长."""
    return next(reversed(list(words_of_change(lexicon).finditer(words))), None)


def goes_up(change: Statement, paragraph: Paragraph) -> bool | None:
    """Whether the last word of change in a label says more; None where it has none."""
    found = last_word_of_change(change.label, paragraph.lexicon)
    return None if found is None else found["up"] is not None
