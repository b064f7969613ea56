"""The pages of documents that are looked through, in a process of its own: what strangers send may break a reader.

The process keeps the pages of the last few documents, from which pictures are made when they come into view.
"""

from pathlib import Path

from reportgen.desk.process import Process
from reportgen.diagnostics.report import Report
from reportgen.errors import OutOfTime, UsageProblem
from reportgen.language import _
from reportgen.limits import Limits, within
from reportgen.pipeline.review_page.live import Pages
from reportgen.pipeline.review_page.strangers import Opened, opened
from reportgen.record import replace
from reportgen.world import shown

_MOST = 4
"""Documents whose pages are kept."""
_kept: dict[tuple[str, str], Pages] = {}
"""In the process that makes pages: by file and digest."""
_NO_PAGES = Pages((), (), "")


def _opened(path: Path, roots: tuple[Path, ...], limits: Limits, between: Report) -> Opened:
    try:
        with within(limits):
            found = opened(path, roots, between)
    except UsageProblem as problem:
        raise UsageProblem(str(problem).replace(shown(path), path.name)) from problem
    except OutOfTime as error:
        why = _("{path} 用了 {seconds} 秒还没有读完", path=path.name, seconds=f"{limits.seconds:g}")
        raise UsageProblem(why) from error
    except MemoryError as error:
        raise UsageProblem(_("{path} 太大了，没有读。请拆成几个文件", path=path.name)) from error
    _kept[str(path), found.desk.digest] = found.pages
    while len(_kept) > _MOST:
        del _kept[next(iter(_kept))]
    return replace(found, pages=_NO_PAGES)


def _picture(path: Path, digest: str, index: int, scale: float) -> bytes | None:
    pages = _kept.get((str(path), digest))
    try:
        return pages.picture(index, scale) if pages and index >= 0 else None
    except IndexError:
        return None


class ReviewPages(Process):
    """Begun when the first document is looked through."""

    def opened(self, path: Path, roots: tuple[Path, ...], limits: Limits, between: Report) -> Opened:
        """A document as the screen shows it, its pages left in the process. Raises ReportgenError as `opened`."""
        answer = self.asked(_opened, path, roots, limits, between)
        assert isinstance(answer, Opened)
        return answer

    def picture(self, path: Path, digest: str, index: int, scale: float) -> bytes | None:
        """A page as WebP, of the bytes with the digest; None when it is there no more."""
        answer = self.asked(_picture, path, digest, index, scale)
        assert answer is None or isinstance(answer, bytes)
        return answer
