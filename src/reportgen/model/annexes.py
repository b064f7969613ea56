"""Annexes as a content file lists them: by name alone, or with what they say."""

from reportgen.place import Place, Written
from reportgen.record import Struct


class AnnexEntry(Struct, frozen=True):
    """One line of the list: an annex that is only named, one of a pack by its title, or one that is written out."""

    title: Written
    text: Written | None = None
    """What it says; None for one that is kept elsewhere, or that a pack makes."""
    landscape: bool = False
    apart: bool = False
    """Whether it is a file of its own (GB/T 9704-2012 §7.3.7: not bound together with the text)."""

    @property
    def is_bound(self) -> bool:
        """Whether it stands behind the text, as it is written out."""
        return self.text is not None and not self.apart


class AnnexList(Struct, frozen=True):
    """The annexes in their order."""

    items: tuple[AnnexEntry, ...]
    place: Place
