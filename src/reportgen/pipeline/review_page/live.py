"""Pages for a screen that shows them one by one: what stands where, without the pictures, which are made when asked."""

from collections.abc import Callable, Iterable, Sequence

from reportgen.pdf import Page, page_bitmaps, read_pages
from reportgen.pipeline.build import Built
from reportgen.pipeline.review_page.shown import findings_shown, sight_of
from reportgen.pipeline.review_page.strips import built_strips
from reportgen.record import Struct, replace
from reportgen.render.desk.data import Run, Sheet, ShownFinding, TracedLine
from reportgen.render.desk.pictures import packed


class LaidPages(Struct, frozen=True):
    """The pages of all documents of a content file whose bytes have the digest; pictures are left empty."""

    digest: str
    documents: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    lines: tuple[TracedLine, ...] = ()
    findings: tuple[ShownFinding, ...] = ()


class Pages(Struct, frozen=True):
    """The PDFs of a built file, with their pages as read, counted through."""

    pdfs: tuple[bytes, ...]
    read: tuple[tuple[Page, ...], ...]
    file: str

    def picture(self, index: int, scale: float) -> bytes:
        """A page as WebP, `scale` dots a pt. Raises IndexError for a page that is not there."""
        found = [(pdf, page) for pdf, pages in zip(self.pdfs, self.read, strict=True) for page in pages]
        pdf, page = found[index]
        return packed(next(page_bitmaps(pdf, self.file, [page], scale)))


def pages_of(built: Built) -> Pages:
    """The pages of a built file; none where nothing was made."""
    file = built.checked.source.file
    return Pages(built.pdfs, tuple(tuple(read_pages(pdf, file)) for pdf in built.pdfs), file)


def laid_pages(built: Built, pages: Pages, digest: str) -> LaidPages:
    """What stands on the pages: the text that can be clicked, where each line was typed, boxes of findings.

    `digest` is that of the file's bytes.
    """
    checked = replace(built.checked, report=built.report)
    if not pages.pdfs:
        return LaidPages(digest)
    sight = sight_of(checked, built_strips(built), pages.read)
    lines = (strip.traced for strip in sight.strips)
    return LaidPages(
        digest,
        tuple(draft.pack.title for draft in checked.drafts),
        tuple(sheets_without_pictures(pages.read, sight.standing.runs)),
        tuple(TracedLine("", "", line.path, line.line, line.section) if line else TracedLine("", "") for line in lines),
        tuple(findings_shown(sight)),
    )


def sheets_without_pictures(documents: Sequence[Sequence[Page]], runs: Callable[[int], Iterable[Run]]) -> list[Sheet]:
    """The pages of all documents with the text that stands on each; their pictures are asked for one by one."""
    pages = [(document, page) for document, own in enumerate(documents) for page in own]
    return [
        Sheet(document, page.number, round(page.width * 10), round(page.height * 10), "", tuple(runs(index)))
        for index, (document, page) in enumerate(pages)
    ]
