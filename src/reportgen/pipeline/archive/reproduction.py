"""A PDF for archives made again from what it carries: whether its pages still say what its content file says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.kinds import COPY_DIFFERS
from reportgen.diagnostics.report import Report
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pipeline.archive.contents import VERSIONS, attached
from reportgen.pipeline.archive.versions import NotVersions, Versions, read_versions, versions_of
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft
from reportgen.pipeline.pages import PdfOptions, print_draft, read_back
from reportgen.render.provenance import Provenance, provenance_of
from reportgen.source.encoding import Decoded, decoded
from reportgen.world import own_fonts_folder

Roots = tuple[Path, ...]


@dataclass(frozen=True)
class Reproduction:
    """What making a PDF again has shown; no finding of weight: its visible text is that of its content file."""

    versions: Versions
    """By what it was made."""
    others: tuple[str, ...]
    """What is another now, in words: then pages may break elsewhere, and only paragraphs and cells are compared."""
    untouched: bool
    """Whether the file is still as it was written, to the byte."""
    report: Report
    sources: Mapping[str, tuple[str, ...]]
    """The lines of the content file, for findings that stand in it."""


@dataclass(frozen=True, slots=True)
class _Inside:
    """What a PDF carries that it can be made from."""

    versions: Versions
    original: bytes
    content: Decoded


def reproduce(content: bytes, file: str, roots: Roots = ()) -> Reproduction:
    """Make the document of a PDF again and compare; `file` is its name in messages.

    Raises UsageProblem when it carries nothing to make it from, or cannot be read, or a pack is missing;
    EnvironmentProblem when the engine or a font is.
    """
    inside = _taken_out(content, file)
    versions = inside.versions
    name = _("{file} 里的 {content}", file=file, content=versions.content)
    checked = check_text(inside.content.text, name, roots, inside.content.name)
    draft = _draft(checked, versions, file)
    now = versions_of(draft, versions.content, versions.engine, versions.moment, own_fonts_folder())
    others = tuple(versions.others(now))
    found = [_of_copy(remark) for remark in read_back(draft, content, file)[0]]
    if not found and not others:
        found = list(_pages(checked, draft, inside, content, file))
    sources = {checked.source.file: checked.source.lines}
    return Reproduction(versions, others, _is_untouched(content), Report.of(found), sources)


def _taken_out(content: bytes, file: str) -> _Inside:
    from reportgen.pdf.attachments import attached_files  # `check` and `build` need it not
    from reportgen.pdf.opening import Locked

    try:
        files = attached_files(content, file)
    except Locked as error:
        told = _("{file} 加了密码，读不了。请用 PDF 软件打开，输入密码，去掉密码后另存一份再核对", file=file)
        raise UsageProblem(told) from error
    if VERSIONS not in files:
        raise UsageProblem(_nothing_inside(content, file))
    try:
        versions = read_versions(files[VERSIONS])
    except NotVersions as error:
        told = _("{file} 里的 {name} 读不懂，可能是更新的程序生成的，或者被改过", file=file, name=VERSIONS)
        raise UsageProblem(told) from error
    original = files.get(versions.content)
    text = None if original is None else decoded(original)
    if original is None or text is None:
        raise UsageProblem(_("{file} 里没有内容文件 {name}，或者它已损坏", file=file, name=versions.content))
    return _Inside(versions, original, text)


def _nothing_inside(content: bytes, file: str) -> str:
    if provenance_of("pdf", content, _creator) is Provenance.FOREIGN:
        return _("{file} 不是本程序生成的存档 PDF，里面没有内容文件，无从核对", file=file)
    return _("{file} 里没有附内容文件，无从核对。生成时加上 --archive 才会附上", file=file)


def _draft(checked: Checked, versions: Versions, file: str) -> Draft:
    """The document that the PDF shows, among those of its content file."""
    found = next((draft for draft in checked.drafts if draft.pack.name == versions.document), None)
    fatal = checked.report.at_least(Severity.FATAL)
    if found is None:
        told = {"file": file, "name": versions.document}
        raise UsageProblem(_("{file} 要用模板 {name} 重做，这里没有。请用 --templates 指出它的文件夹", **told))
    if fatal:
        why = fatal[0].label or fatal[0].title
        raise UsageProblem(_("{file} 里的内容文件现在做不成文档：{why}", file=file, why=why))
    return found


def _pages(checked: Checked, draft: Draft, inside: _Inside, content: bytes, file: str) -> Iterator[Diagnostic]:
    from reportgen.verify.pages import compare_pages

    versions = inside.versions
    attachments = attached(checked, draft, inside.original, versions)
    again = print_draft(draft, PdfOptions(versions.engine, versions.moment, attachments)).content
    yield from compare_pages(content, again, file)


def _of_copy(remark: Diagnostic) -> Diagnostic:
    return replace(remark, code=COPY_DIFFERS.code, title=_(COPY_DIFFERS.title))


def _is_untouched(content: bytes) -> bool:
    return provenance_of("pdf", content, _creator) is Provenance.OURS


def _creator(content: bytes) -> str:
    from reportgen.pdf.pages import properties_of

    return properties_of(content).get("Creator", "")
