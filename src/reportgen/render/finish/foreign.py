"""Notes put into a PDF that somebody else finished: everything else in it stays as it was."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

from reportgen.render.finish.annotations import annotate, notes_on
from reportgen.render.finish.appended import append_pages
from reportgen.render.finish.finishing import Finishing
from reportgen.render.finish.links import link
from reportgen.render.finish.metadata import PROGRAM

_VERSION = "1.4"
"""Before it nothing shines through anything."""
_DEEPEST = 20
_OTHERWISE = (TypeError, ValueError, LookupError, AttributeError, RuntimeError, pikepdf.OutlineStructureError)
"""How pikepdf says that something in a file is of another kind than it must be: a name where a number belongs."""


class Unfit(Enum):
    """Why a file must not be written anew."""

    ENCRYPTED = auto()
    """Whoever protected it did not mean it to be changed."""
    SIGNED = auto()
    """Its signature would hold no longer."""
    DAMAGED = auto()
    """What is lost in it would be lost in the copy, and nobody would know when."""
    REVIEWED = auto()
    """It has notes of this program already."""


class UnfitPdf(Exception):
    """A file that must not be written anew; the reason is its only argument."""

    @property
    def why(self) -> Unfit:
        """The reason."""
        reason = self.args[0]
        assert isinstance(reason, Unfit)
        return reason


def note_pdf(content: bytes, finishing: Finishing, pages: int) -> bytes:
    """The PDF with the notes and the pages behind it, and nothing else changed. Raises UnfitPdf.

    `pages` is how many the file was read as having: where it can be read in another way, too, a note may come anywhere.
    """
    stream = BytesIO()
    try:
        with _quiet(), pikepdf.open(BytesIO(content), attempt_recovery=False, inherit_page_attributes=False) as pdf:
            _refuse(pdf, pages)
            annotate(pdf, finishing.annotations, finishing.moment)
            append_pages(pdf, finishing.behind, finishing.behind_title)
            link(pdf, finishing.links)
            pdf.save(
                stream,
                min_version=_VERSION,
                deterministic_id=True,
                fix_metadata_version=False,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                object_stream_mode=pikepdf.ObjectStreamMode.preserve,
            )
    except pikepdf.PasswordError as error:
        raise UnfitPdf(Unfit.ENCRYPTED) from error
    except (pikepdf.PdfError, *_OTHERWISE) as error:
        raise UnfitPdf(Unfit.DAMAGED) from error
    return stream.getvalue()


@contextmanager
def _quiet() -> Iterator[None]:
    """What pikepdf warns of is how the file was before: fields of a form that no list has."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _refuse(pdf: Pdf, pages: int) -> None:
    if pdf.is_encrypted:
        raise UnfitPdf(Unfit.ENCRYPTED)
    if len(pdf.pages) != pages:
        raise UnfitPdf(Unfit.DAMAGED)
    form = pdf.Root.get("/AcroForm")
    fields = list(form.get("/Fields", [])) if isinstance(form, Dictionary) else []
    if "/Perms" in pdf.Root or any(_is_signed(each, _DEEPEST) for each in fields):
        raise UnfitPdf(Unfit.SIGNED)
    if any(str(note.get("/T", "")) == PROGRAM for page in pdf.pages for note in notes_on(page)):
        raise UnfitPdf(Unfit.REVIEWED)


def _is_signed(field: Object, depth: int) -> bool:
    if not isinstance(field, Dictionary):
        return False
    if field.get("/FT") == Name.Sig and "/V" in field:
        return True
    return depth > 0 and any(_is_signed(kid, depth - 1) for kid in field.get("/Kids", []))
