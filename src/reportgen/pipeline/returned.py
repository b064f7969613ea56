"""A copy that came back → the lines that were sent out and the remarks on them; readers are loaded when wanted."""

from collections.abc import Mapping
from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.finished.file_types import DOCX, PDF, password_needed, refuse_unsupported_type, refuse_wrong_content
from reportgen.language import _
from reportgen.record import Struct, field
from reportgen.review.remarks.change import Placed
from reportgen.review.remarks.page_remarks import PageRemarks, page_remarks
from reportgen.review.trace import Line, Trace, trace_from
from reportgen.world import read_bytes, shown

JSON = ".json"


class Returned(Struct, frozen=True):
    """A copy as read: its bytes, and the trace that it carries, if it does; `contents` are attached content files."""

    path: Path
    content: bytes
    trace: Trace | None = None
    contents: tuple[tuple[str, bytes], ...] = ()
    page: PageRemarks | None = None
    """What the page to click through has exported."""


class Setting(Struct, frozen=True):
    """What a copy is held against: the lines that were sent out, and what the template prints beside them."""

    lines: tuple[Line, ...]
    sure: bool
    """Whether the copy itself carries the lines."""
    printed: Mapping[str, int] = field(default_factory=dict)
    """How often each text, without white space, is printed."""
    slots: frozenset[str] = frozenset()
    """The names of lines that are parts of lines of the template."""


def read_copy(path: Path) -> Returned:
    """A copy, and what it carries. Raises UsageProblem when it cannot be read: damaged, locked, of another kind."""
    refuse_unsupported_type(path)
    ending = path.suffix.lower()
    if ending not in (PDF, DOCX, JSON):
        told = _("{path} 不是能收回批注的文件：要 PDF、docx，或核对页导出的 JSON", path=shown(path))
        raise UsageProblem(told)
    content = read_bytes(path)
    if ending == JSON:
        page = page_remarks(content, shown(path))
        return Returned(path, content, page.trace if page.trace.lines else None, page=page)
    refuse_wrong_content(path, content)
    return _of_pdf(path, content) if ending == PDF else _of_docx(path, content)


def _of_pdf(path: Path, content: bytes) -> Returned:
    from reportgen.pdf.attachments import attached_files
    from reportgen.pdf.opening import Locked

    try:
        files = attached_files(content, shown(path))
    except Locked as error:
        raise UsageProblem(password_needed(shown(path))) from error
    traces = (trace for each in files.values() if (trace := trace_from(each)) is not None)
    contents = tuple((name, each) for name, each in files.items() if name.endswith((".yaml", ".yml")))
    return Returned(path, content, next(traces, None), contents)


def _of_docx(path: Path, content: bytes) -> Returned:
    from reportgen.word.package import Package
    from reportgen.word.traces import trace_in

    told = trace_in(Package(shown(path), content))
    return Returned(path, content, trace_from(told) if told else None)


def remarks_of(copy: Returned, setting: Setting) -> tuple[list[Placed], list[str]]:
    """Every remark of a copy, and what has to be said of the copy. Raises UsageProblem when it cannot be read."""
    match copy.path.suffix.lower():
        case suffix if suffix == PDF:
            return _pdf_remarks(copy, setting)
        case suffix if suffix == DOCX:
            from reportgen.review.remarks.docx_remarks import placed_in_docx
            from reportgen.word.package import Package

            package = Package(shown(copy.path), copy.content)
            return placed_in_docx(package, setting.lines, setting.printed, setting.slots), []
        case _:
            from reportgen.review.remarks.exported import placed_on_page

            return (placed_on_page(copy.page, setting.lines) if copy.page else []), []


def _pdf_remarks(copy: Returned, setting: Setting) -> tuple[list[Placed], list[str]]:
    from reportgen.pdf.annotations import marked_pages
    from reportgen.review.remarks.pdf_remarks import remarks_in
    from reportgen.review.remarks.placing import placed

    copied = remarks_in(marked_pages(copy.content, shown(copy.path)))
    notes = [_("有 {count} 处批注已被写它的软件删去，没有列", count=copied.gone)] if copied.gone else []
    if not copied.text and copied.spotted:
        notes.append(_("页面上没有文字（可能是扫描的），批注对不上行"))
    return placed(copied, setting.lines, setting.sure), notes
