"""A content file → next year's, after it has been seen that it can be read, and that the new one can."""

from codecs import BOM_UTF8
from pathlib import Path

from reportgen import patterns as re
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.year_kinds import HOLE, UNCONFIRMED
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.packs.pack import Pack
from reportgen.pipeline.drafts import Roots, drafts, every_annex, packs_of
from reportgen.pipeline.former import in_year
from reportgen.pipeline.standard_template import standard_template
from reportgen.pipeline.unfilled import unfilled
from reportgen.record import Struct
from reportgen.roll.proof import keeps_the_rest
from reportgen.roll.report import report_document
from reportgen.roll.whole import Rolled, calendar_of, rolled
from reportgen.roll.years import Calendar
from reportgen.source.beside import Beside
from reportgen.source.encoding import decoded_file
from reportgen.source.node import Mapping
from reportgen.source.reader import Source, read_source
from reportgen.world import now, read_bytes, shown

_HEAD = re.compile(r"^(?P<key>单位|年度|文种):[ \t]*(?P<value>[^#\r\n]*)", re.MULTILINE)


class NextYear(Struct, frozen=True):
    """Next year's file of a path: how it is called, its text, and what was changed."""

    path: Path
    former: str
    """The text of this year's."""
    year: int
    rolled: Rolled
    waiting: tuple[int, int] = (0, 0)
    """How many holes it has, and how many places that are to be confirmed; those of former years, too."""
    marked: bool = False
    """Whether the file began with a byte-order mark."""

    @property
    def content(self) -> bytes:
        """What is to be written."""
        return (BOM_UTF8 if self.marked else b"") + self.rolled.text.encode()


def roll_file(path: Path, roots: Roots, year: int | None = None) -> NextYear:
    """Next year's file of a content file; nothing is written.

    Raises UsageProblem when the file cannot be read, is not UTF-8, has what makes its documents impossible or no year,
    and when `year` is not the next one.
    """
    original = read_bytes(path)
    text = _text(path, original)
    source, root = _readable(text, path, roots)
    if text.lstrip().startswith("{"):
        raise UsageProblem(_("{path} 整个写在一对花括号里，转不了：请一栏写一行", path=shown(path)))
    packs = _packs(root, roots)
    fields = [field for pack in packs for field in pack.fields]
    calendar = calendar_of(root, fields)
    if calendar is None:
        raise UsageProblem(_("{path} 里没有「年度」，也没有日期，看不出是哪一年的", path=shown(path)))
    _refuse_year(calendar, year, path)
    made = rolled(text, source, packs, calendar, path.name)
    after = _whole(root, made, path)
    codes = [finding.code for finding in unfilled(made.text, after)]
    waiting = codes.count(HOLE.code), codes.count(UNCONFIRMED.code)
    target = _next_path(path, calendar.year)
    return NextYear(target, text, calendar.year + 1, made, waiting, original.startswith(BOM_UTF8))


def _whole(before: Mapping, made: Rolled, path: Path) -> Source:
    """The new file as it is read. The new text must be read as it stands, and say whatever no change was about."""
    after, problems = read_source(made.text, path.name)
    edits = [edit for change in made.changes for edit in change.edits]
    if after.root is None or not after.as_written or not keeps_the_rest(before, after.root, edits):
        why = _("、").join(str(problem.place) for problem in problems)
        raise UsageProblem(_("{path} 的写法太特别，转不了，什么也没有写（{why}）", path=shown(path), why=why))
    return after


def printed_report(made: NextYear, kind: str) -> bytes:
    """What was changed, on paper: `.docx` or `.html`, in the looks of the program's own report."""
    template = standard_template()
    document = report_document(_("{year}年内容文件的改动清单", year=made.year), made.rolled.changes)
    if kind == ".html":
        from reportgen.render.html import render_html

        return render_html(document, template.frame, template.looks, screen=True).encode()
    from reportgen.render.docx import render_docx

    return render_docx(document, template.content, template.frame, template.looks, now(), {})


def _next_path(path: Path, year: int) -> Path:
    """Next year's file: with its year in the place of this year's, or behind the name."""
    return in_year(path, year, year + 1) or path.with_name(f"{path.stem}-{year + 1}{path.suffix}")


def head_of(text: str) -> dict[str, str]:
    """Unit, year and type of a content file, as far as each stands in a line; without them its whole text."""
    found = {match["key"]: match["value"].strip() for match in _HEAD.finditer(text)}
    return found if found.get("单位") and found.get("年度") else {"": text}


def _text(path: Path, original: bytes) -> str:
    decoded = decoded_file(path, original)
    if decoded.name:
        words = {"path": shown(path), "encoding": decoded.name}
        raise UsageProblem(
            _("{path} 是 {encoding} 编码，先运行 reportgen check --fix {path} 存成 UTF-8，再转到下一年", **words)
        )
    return decoded.text


def _readable(text: str, path: Path, roots: Roots) -> tuple[Source, Mapping]:
    source, found = read_source(text, shown(path))
    made = drafts(source.root, roots, Beside(path.parent))[1] if isinstance(source.root, Mapping) else []
    report = Report.of([*found, *made])
    if not isinstance(source.root, Mapping) or not source.as_written or report.fatal:
        raise UsageProblem(
            _("{path} 还有要先改正的错误，运行 reportgen check {path} 看是哪些，改好了再转到下一年", path=shown(path))
        )
    return source, source.root


def _packs(root: Mapping, roots: Roots) -> list[Pack]:
    """Those of every document that the file makes, with what may be bound in."""
    packs = packs_of(root, roots)
    return [*packs, *every_annex(packs, roots)]


def _refuse_year(calendar: Calendar, year: int | None, path: Path) -> None:
    if year is None or year == calendar.year + 1:
        return
    words = {"path": shown(path), "year": calendar.year, "wanted": year, "next": calendar.year + 1}
    if year <= calendar.year:
        raise UsageProblem(_("{path} 是 {year} 年的，不能往回转到 {wanted} 年", **words))
    raise UsageProblem(
        _("{path} 是 {year} 年的，一次只能转到 {next} 年：{wanted} 年的上年数要从上一年的文件来", **words)
    )
