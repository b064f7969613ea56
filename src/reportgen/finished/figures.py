"""Figures as the words of a finished document number them: 图4, 图3-1."""

from reportgen import patterns as re

FIGURE_NUMBER = r"\d{1,2}(?:[-.—]\d{1,2})?"
"""A pattern."""
_NUMBERED = re.compile(rf"图\s*{FIGURE_NUMBER}\s*[:：.．、]?")


def figure_name(words: str) -> str:
    """The name of a figure without its number.

    >>> figure_name("图4　观众评价").strip(), figure_name("图3-1：用水户").strip(), figure_name("图书馆概况")
    ('观众评价', '用水户', '图书馆概况')
    """
    return words[found.end() :] if (found := _NUMBERED.match(words)) else words
