"""What becomes of a field when next year's content file is made from this year's: a closed list, chosen by packs."""

from enum import Enum

from reportgen.model.facts import FORMER

__all__ = ["ANSWERS", "FORMER", "FORMER_FILE", "Carry"]

FORMER_FILE = "上年文件"
"""The key that names last year's file."""
ANSWERS = "上年问题整改情况"
"""The field of a pack in which last year's measures are answered one by one; a list of named texts."""


class Carry(Enum):
    """The value is what pack.yaml writes under 结转."""

    KEEP = "沿用"
    """As it stands; years that mean the report's year move on. Running text is marked to be confirmed."""
    CLEAR = "清空"
    """To be filled in anew."""
    FORMER = "转为上年"
    """Its figures become those of last year; this year's are to be filled in."""
    MOVE = "日期后移"
    """Every date and year in it is a year later."""
    ANSWER = "转为待答复"
    """Kept as a draft, and what was promised is to be answered."""
    DROP = "删去"
    """Said of that year only."""
