"""A PDF for archives made again from what it carries: whether its pages still say what its content file says."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.kinds import COPY_DIFFERS, UNKNOWN_PACK
from reportgen.diagnostics.report import Report
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pipeline.archive.contents import attached
from reportgen.pipeline.archive.unpacking import Inside, is_untouched, unpacked
from reportgen.pipeline.archive.versions import Versions, versions_of
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft
from reportgen.pipeline.floating import laid_out
from reportgen.pipeline.pages import PdfOptions, read_back
from reportgen.record import Struct, replace
from reportgen.world import own_fonts_folder


class Reproduction(Struct, frozen=True):
    """What making a PDF again has shown; no finding: its visible text is that of its content file."""

    versions: Versions
    """By what it was made."""
    others: tuple[str, ...]
    """What is another now, in words."""
    paged: bool
    """Whether the pages were compared; else, made by other versions that break them elsewhere, paragraphs and cells."""
    untouched: bool
    """Whether the file is still as it was written, to the byte."""
    report: Report
    sources: Mapping[str, tuple[str, ...]]
    """The lines of the content file, for findings that stand in it."""


def reproduce(content: bytes, file: str, roots: tuple[Path, ...] = ()) -> Reproduction:
    """Make the document of a PDF again and compare; `file` is its name in messages.

    Raises UsageProblem when it carries nothing to make it from, or cannot be read, or a pack is missing;
    EnvironmentProblem when the engine or a font is.
    """
    inside = unpacked(content, file)
    versions = inside.versions
    name = _("{file} 里的 {content}", file=file, content=versions.content)
    checked = replace(check_text(inside.content, name, roots, beside=inside.beside), original=inside.original)
    draft = _draft(checked, versions, file)
    now = versions_of(draft, versions.content, versions.engine, versions.moment, own_fonts_folder())
    others = tuple(versions.others(now))
    paged, found = _compared(_Remade(checked, draft, inside, bool(others)), content, file)
    sources = {checked.source.file: checked.source.lines}
    return Reproduction(versions, others, paged, is_untouched(content), Report.of(found), sources)


class _Remade(Struct, frozen=True):
    """A document as it is made now from what a PDF carries."""

    checked: Checked
    draft: Draft
    inside: Inside
    by_others: bool
    """Whether by other versions than the PDF."""


def _draft(checked: Checked, versions: Versions, file: str) -> Draft:
    """The document that the PDF shows, among those of its content file."""
    found = next((draft for draft in checked.drafts if draft.name == versions.document), None)
    fatal = checked.report.at_least(Severity.FATAL)
    if found is None and not fatal:
        told = {"file": file, "name": versions.document}
        raise UsageProblem(_("{file} 里的内容文件做不出文种 {name}，可能被换过", **told))
    if found is None or fatal:
        raise UsageProblem(_impossible(fatal, file))
    return found


def _impossible(fatal: tuple[Diagnostic, ...], file: str) -> str:
    """Why a content file makes no document; a pack that is not here comes before what else is missing for it."""
    first = min(fatal, key=lambda finding: finding.code != UNKNOWN_PACK.code)
    told = {"file": file, "why": first.label or first.title}
    if first.code == UNKNOWN_PACK.code:
        return _("{file} 里的内容文件要用的模板这里没有：{why}。请用 --templates 指出它的文件夹", **told)
    return _("{file} 里的内容文件现在做不成文档：{why}", **told)


def _compared(remade: _Remade, content: bytes, file: str) -> tuple[bool, list[Diagnostic]]:
    """Whether pages were compared, and what was found."""
    from reportgen.pipeline.archive.differences import attached_otherwise, looks, unequal
    from reportgen.verify.pages import unequal_text

    inside, draft = remade.inside, remade.draft
    files = attached(remade.checked, draft, inside.versions)
    draft, pdf = laid_out(draft, PdfOptions(inside.versions.engine, inside.versions.moment, files))
    again = pdf.content
    found = list(unequal_text(content, again, file))
    attached_now = list(attached_otherwise(inside, files, file))
    if not remade.by_others:
        told = unequal(found, draft, file) if found else looks(content, again, file)
        return True, [*told, *attached_now]
    told = _paragraphs(draft, content, file) if found else map(_suspected, looks(content, again, file))
    return not found, [*told, *map(_suspected, attached_now)]


def _suspected(finding: Diagnostic) -> Diagnostic:
    """What may come from other versions, too."""
    return replace(finding, certain=False, notes=(*finding.notes, _("程序、模板或字体的版本不同，也会这样")))


def _paragraphs(draft: Draft, content: bytes, file: str) -> Iterator[Diagnostic]:
    """What a PDF says otherwise than the document, wherever its pages break."""
    for remark in read_back(draft, content, file)[0]:
        yield COPY_DIFFERS.at(remark.place, remark.label, notes=remark.notes)
