"""How much of a report was taken over from last year's: what is compared, and from where on it is a copy."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen.rules.between.comparisons import Texts
from reportgen.rules.between.papers import Words

_FEWEST, _FEWEST_ROLLED = 5, 2
"""Of fewer paragraphs a share says nothing; a file that was made of last year's is known to follow it."""
_STANDING = "职能 职责 机构 人员 概况 概述 简介 基本情况 评价依据 评价方法"
"""The headings of what may stay as it is from year to year."""


def may_stay(section: str) -> bool:
    """Whether what stands under a heading may be as it was: duties, offices, staff."""
    return any(word in section for word in _STANDING.split())


def compared(pair: Texts) -> Sequence[Words]:
    """The paragraphs of which a share is told: all of many, of few those that are about this year; none of too few."""
    paragraphs = pair.later.paragraphs
    if len(paragraphs) >= _FEWEST:
        return paragraphs
    own = [words for words in paragraphs if not may_stay(words.section)]
    return own if pair.later.follows and len(own) >= _FEWEST_ROLLED else ()


def is_copied(pair: Texts, limit: Decimal) -> bool:
    """Whether so many percent of the paragraphs, or more, are last year's to the word."""
    paragraphs, former = compared(pair), pair.former
    same = sum(words.text in former for words in paragraphs)
    return bool(paragraphs) and same * 100 >= limit * len(paragraphs)
