"""What must not be published, and what may stand in its place: rules warn of it, the public edition masks it."""

from reportgen.record import Struct

LEFT_OUT = "（略）"
"""Stands where nothing of it may be seen."""


class Secret(Struct, frozen=True):
    """The characters `start` to `end` of a text that must not be published."""

    start: int
    end: int
    label: str
    """What they are, as it might be shown: 手机号 138****8000."""
    shown: str
    """What may stand in their place."""
    certain: bool = True
    """Whether they can be nothing else."""
