"""Whether a word that compares is denied: 未超过预算, 没有突破限额, 不会超出标准."""

from reportgen import patterns as re

_NOT = re.compile(r"(?:不|不会|未|没|没有|未能|没能|不得|未曾|无)(?:再|有|被|实际)?$")
_LONGEST = 5


def is_denied(text: str, at: int) -> bool:
    """Whether the words right before a place say that what follows is not so."""
    return bool(_NOT.search(text, max(0, at - _LONGEST), at))
