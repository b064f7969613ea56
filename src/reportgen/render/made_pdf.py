"""What an engine gives back."""

from reportgen.record import Struct


class Pdf(Struct, frozen=True):
    """A PDF file, and what could not be shown in it as it was meant."""

    content: bytes
    missing: str
    """The characters that no font has: a box stands in the place of each."""
    broken: tuple[bytes, ...] = ()
    """The pictures that cannot be read: a crossed box stands in the place of each."""
    private: str = ""
    """The characters for private use for whose sake it does not say that it is PDF/A, as it else would."""
