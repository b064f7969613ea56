"""The reviewer's copy of a PDF that somebody else finished: notes at the words of each finding, and closing pages."""

from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.report import Report
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.engine import DEFAULT_ENGINE, Engine
from reportgen.pdf.attachments import attached_files
from reportgen.pdf.locating import Located, located
from reportgen.pdf.sheets import sheets_of
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.review_page.standing import Standing
from reportgen.pipeline.review_page.strips import finished_strips
from reportgen.pipeline.review_page.typed import Typed
from reportgen.pipeline.reviewing.closing_links import closing_links
from reportgen.pipeline.reviewing.closing_pages import closing_pages
from reportgen.pipeline.reviewing.entries import entries_of
from reportgen.pipeline.reviewing.notes import Noted
from reportgen.pipeline.reviewing.reviewed import Reviewed, Wanted, every, head_of
from reportgen.pipeline.ties import ties_of
from reportgen.record import replace
from reportgen.render.finish.finishing import Finishing
from reportgen.render.provenance import marked_copy
from reportgen.review.fingerprint import words_in
from reportgen.review.sheet import Told
from reportgen.review.trace import ATTACHED
from reportgen.world import now, read_bytes, shown


def review_pdf(
    path: Path, roots: tuple[Path, ...] = (), engine: Engine = DEFAULT_ENGINE, wanted: Wanted = every
) -> Reviewed:
    """Check a PDF and make the copy. Raises UsageProblem when it cannot be read, or must not be changed."""
    content, checked, moment = read_bytes(path), check_file(path, roots), now()
    if ATTACHED in attached_files(content, shown(path)):
        raise UsageProblem(_("{path} 就是送审稿。改了内容以后，请对内容文件运行 reportgen review", path=shown(path)))
    words, notes = _Words(checked, content, shown(path)), Noted()
    report = Report.of(filter(wanted, checked.report))
    entries = entries_of([(finding, words.located(finding)) for finding in report], checked, notes, words.spot)
    head = head_of(content, moment, finished=True)
    ties = tuple(ties_of(checked))
    told = Told(path.name, head, entries, ties)
    behind = closing_pages(told, head, moment, engine)
    links = tuple(closing_links(behind, notes.places, len(words.pages)))
    finishing = Finishing(moment, annotations=tuple(notes), behind=behind, behind_title=_("审核表"), links=links)
    copy = _noted(content, finishing, len(words.pages), shown(path))
    return Reviewed(replace(checked, original=content), report, {"": copy}, entries, ties=ties, pages=(words.pages,))


class _Words:
    """Looks for the words of findings; lines of a finished document are the paragraphs and cells that were read."""

    def __init__(self, checked: Checked, content: bytes, file: str) -> None:
        self._source, strips = checked.source, list(finished_strips(checked))
        self._sheets = sheets_of(content, file)
        self.pages = [sheet.page for sheet in self._sheets]
        self._typed, self._standing = Typed(strips), Standing(strips, [self.pages])

    def located(self, finding: Diagnostic) -> Located | None:
        """Where the words of a finding stand; None for what has none, or when they are not found."""
        stretches = self._typed.at(finding.place) if words_in(self._source, finding.place) else []
        return located(self._sheets, self._standing.spots(stretches[0])) if stretches else None

    @staticmethod
    def spot(at: Located | None) -> tuple[int, int]:
        """The page; lines of others' pages have no numbers."""
        return (at.page, 0) if at else (0, 0)


def _noted(content: bytes, finishing: Finishing, pages: int, file: str) -> bytes:
    from reportgen.render.finish.foreign import Unfit, UnfitPdf, note_pdf

    told = {"path": file}
    why = {
        Unfit.ENCRYPTED: _("{path} 加了密或限制了修改，不能批。请用 PDF 软件去掉密码和限制，另存一份再批", **told),
        Unfit.SIGNED: _("{path} 有电子签名，加了批注签名就失效，没有批。请批签名以前的那一份", **told),
        Unfit.DAMAGED: _("{path} 有损坏的地方，不能原样加批注。请用 PDF 软件打开，另存一份再批", **told),
        Unfit.REVIEWED: _("{path} 里已经有本程序的批注。请批没有批过的那一份", **told),
    }
    try:
        return marked_copy(note_pdf(content, finishing, pages))
    except UnfitPdf as problem:
        raise UsageProblem(why[problem.why]) from problem
