"""The pages of a content file, made in a process of its own: typing is never held up, and a crash takes no text along.

The process keeps the pages of the last few files, from which pictures are made when they come into view.
"""

from pathlib import Path

from reportgen.desk.content.holes import with_holes
from reportgen.desk.content.outline import sections_of
from reportgen.desk.process import Process
from reportgen.digest import digest_of
from reportgen.pipeline.build import Built, build, build_file
from reportgen.pipeline.check import check_text
from reportgen.pipeline.review_page.live import Pages, laid_pages, pages_of
from reportgen.record import as_json
from reportgen.source.beside import Beside
from reportgen.source.composed_text import written
from reportgen.source.node import Mapping
from reportgen.source.tree import given_of, tree_of

_MOST = 4
"""Files whose pages are kept."""
_kept: dict[tuple[str, str], Pages] = {}
"""In the process that makes pages: by file and digest."""


def _laid(path: Path, roots: tuple[Path, ...]) -> bytes:
    built = build_file(path, roots, ["pdf"])
    digest = digest_of(built.checked.original)
    if not built.outputs:
        built = _with_holes(built, path, roots)
    pages = pages_of(built)
    laid = laid_pages(built, pages, digest)
    _kept[str(path), laid.digest] = pages
    while len(_kept) > _MOST:
        del _kept[next(iter(_kept))]
    return as_json(laid)


def _with_holes(built: Built, path: Path, roots: tuple[Path, ...]) -> Built:
    """The documents of a file that lacks something, with 【待填】 where it belongs; as it is where that is not all."""
    source = built.checked.source
    if not isinstance(source.root, Mapping):
        return built
    fields = [field for section in sections_of(source.root, roots) for field in section.fields]
    filled = given_of(with_holes(tree_of(source.root), fields))
    assert isinstance(filled, dict)
    text = "\n".join(written(filled)) + "\n"
    return build(check_text(text, source.file, roots, beside=Beside(path.parent)), ["pdf"])


def _picture(path: Path, digest: str, index: int, scale: float) -> bytes | None:
    pages = _kept.get((str(path), digest))
    try:
        return pages.picture(index, scale) if pages else None
    except IndexError:
        return None


def _loaded() -> None:
    """What the first pages would wait for: the engine, and what reads them back."""
    import reportgen.render.typst.writer
    import reportgen.verify.artifacts  # noqa: F401


class Preview(Process):
    """The process that makes pages, begun when the first are asked for, or before."""

    def warm(self) -> None:
        """Begin the process, so that the first pages need not wait for it. Raises as `asked`."""
        self.asked(_loaded)

    def laid(self, path: Path, roots: tuple[Path, ...]) -> bytes:
        """`LaidPages` of a content file as JSON. Raises ReportgenError when it cannot be read or made."""
        answer = self.asked(_laid, path, roots)
        assert isinstance(answer, bytes)
        return answer

    def picture(self, path: Path, digest: str, index: int, scale: float) -> bytes | None:
        """A page as WebP, of the text with the digest; None when it is there no more."""
        answer = self.asked(_picture, path, digest, index, scale)
        assert answer is None or isinstance(answer, bytes)
        return answer
