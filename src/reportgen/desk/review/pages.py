"""The pages of documents that are looked through, in a process of its own: what strangers send may break a reader."""

from pathlib import Path

from reportgen.desk.kept_pages import PagesProcess, keep
from reportgen.diagnostics.report import Report
from reportgen.errors import OutOfTime, UsageProblem
from reportgen.language import _
from reportgen.limits import Limits, within
from reportgen.pipeline.review_page.live import Pages
from reportgen.pipeline.review_page.strangers import Opened, opened
from reportgen.record import replace
from reportgen.world import shown

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
    keep(path, found.desk.digest, found.pages)
    return replace(found, pages=_NO_PAGES)


class ReviewPages(PagesProcess):
    """Begun when the first document is looked through."""

    def opened(self, path: Path, roots: tuple[Path, ...], limits: Limits, between: Report) -> Opened:
        """A document as the screen shows it, its pages left in the process. Raises ReportgenError as `opened`."""
        answer = self.asked(_opened, path, roots, limits, between)
        assert isinstance(answer, Opened)
        return answer
