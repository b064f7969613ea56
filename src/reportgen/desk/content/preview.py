"""The pages of a content file, made in a process of its own: typing is never held up, and a crash takes no text along.

The process keeps the pages of the last few files, from which pictures are made when they come into view.
"""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from threading import Lock

from reportgen.desk.content.holes import with_holes
from reportgen.desk.content.outline import sections_of
from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.pipeline.build import Built, build, build_file
from reportgen.pipeline.check import check_text
from reportgen.pipeline.review_page.live import Pages, laid_pages, pages_of
from reportgen.pipeline.workers import pool
from reportgen.record import Struct, as_json, field
from reportgen.review.trace import digest_of
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


class Preview(Struct):
    """The process that makes pages, begun when the first are asked for."""

    pool: ProcessPoolExecutor | None = None
    lock: Lock = field(default_factory=Lock)

    def laid(self, path: Path, roots: tuple[Path, ...]) -> bytes:
        """`LaidPages` of a content file as JSON. Raises ReportgenError when it cannot be read or made."""
        answer = self._asked(_laid, path, roots)
        assert isinstance(answer, bytes)
        return answer

    def picture(self, path: Path, digest: str, index: int, scale: float) -> bytes | None:
        """A page as WebP, of the text with the digest; None when it is there no more."""
        return self._asked(_picture, path, digest, index, scale)

    def close(self) -> None:
        """End the process."""
        with self.lock:
            if self.pool:
                self.pool.shutdown(wait=False, cancel_futures=True)
                self.pool = None

    def _asked(self, function: object, *values: object) -> bytes | None:
        for _attempt in range(2):  # a process that was ended, by the system or by a font, is begun anew
            running = self._running()
            try:
                return running.submit(function, *values).result()  # type: ignore[arg-type]
            except BrokenProcessPool:
                self.close()
        raise EnvironmentProblem(_("排页面的程序意外退出了。内容都在，改一处就会再排一次"))

    def _running(self) -> ProcessPoolExecutor:
        with self.lock:
            if self.pool is None:
                self.pool = pool(1, may_fork=False)
            return self.pool
