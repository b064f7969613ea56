"""What a PDF for archives carries: its content file as it was typed, and for programs its facts and findings."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import PurePath
from typing import Any

from reportgen.diagnostics.as_json import document
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.outcome import Examined, Outcome
from reportgen.diagnostics.report import Report
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.content import Content
from reportgen.model.engine import ARCHIVE_ENGINE, Engine
from reportgen.model.facts import Fact, Unreadable
from reportgen.model.quantity import Bound
from reportgen.pipeline.archive.versions import Versions, versions_of
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft
from reportgen.record import replace
from reportgen.render.finish.finishing import Attachment, Relation
from reportgen.statements.facts import facts_stated
from reportgen.world import own_fonts_folder

FACTS, FINDINGS, VERSIONS = "数据.json", "检查结果.json", "版本.json"
FORMAT = 1
"""Of 数据.json; raised when a key changes its meaning or goes."""
_MOST_BESIDE = 150_000_000
"""Bytes of pictures and answer sheets: a report that is mailed is far below; what can be read again has to be, too."""
_JSON, _YAML = "application/json", "application/yaml"
_KINDS = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".csv": "text/csv",
    ".yaml": _YAML,
}


def refuse_to_archive(engine: Engine) -> None:
    """Raises UsageProblem for an engine whose PDFs are not for archives."""
    if engine is not ARCHIVE_ENGINE:
        told = {"engine": engine, "other": ARCHIVE_ENGINE}
        raise UsageProblem(_("用 {engine} 排的 PDF 达不到 PDF/A，不能存档。存档请用 --engine {other}", **told))


def attachments_of(checked: Checked, draft: Draft, engine: Engine, moment: datetime) -> tuple[Attachment, ...]:
    """The files for one document of a checked content file, made now: those that stand beside it as well.

    Raises UsageProblem where these are larger than a PDF should be.
    """
    size = sum(map(len, checked.beside.values()))
    if size > _MOST_BESIDE:
        told = {"size": size // 1_000_000, "most": _MOST_BESIDE // 1_000_000}
        raise UsageProblem(_("图片和答卷共 {size} MB，存档的 PDF 最多带 {most} MB。请先把照片缩小", **told))
    name = PurePath(checked.source.file).name
    versions = versions_of(draft, name, engine, moment, own_fonts_folder())
    return attached(checked, draft, replace(versions, beside=_names_of(checked.beside)))


def _names_of(paths: Iterable[str]) -> dict[str, str]:
    """What the files beside a content file are attached as: 照片/泵站.jpg as 旁附1-泵站.jpg, which leads nowhere."""
    return {path: f"旁附{number}-{PurePath(path).name}" for number, path in enumerate(paths, start=1)}


def attached(checked: Checked, draft: Draft, versions: Versions) -> tuple[Attachment, ...]:
    """The same with versions that are known."""
    return (
        Attachment(versions.content, checked.original, _YAML, Relation.SOURCE, _("做成这份文件的内容文件")),
        Attachment(FACTS, facts_json(draft.content), _JSON, Relation.DATA, _("内容文件里的全部数字、日期和名称")),
        Attachment(FINDINGS, findings_json(checked), _JSON, Relation.DATA, _("生成时的检查结果")),
        Attachment(VERSIONS, versions.as_json(), _JSON, Relation.DATA, _("程序、模板、字体和引擎的版本")),
        *_beside(checked, versions),
    )


def _beside(checked: Checked, versions: Versions) -> Iterator[Attachment]:
    for path, name in versions.beside.items():
        kind = _KINDS.get(PurePath(path).suffix.lower(), "application/octet-stream")
        content = checked.beside.get(path, b"")
        yield Attachment(name, content, kind, Relation.SOURCE, _("内容文件里的 {path}", path=path))


def facts_json(content: Content) -> bytes:
    """Every fact of a document by its name: as it was typed, and where; of figures also what they come to."""
    facts = dict.fromkeys((*content.facts, *facts_stated(content)))
    said = [_fact(fact) for fact in facts if not isinstance(fact.value, Unreadable)]
    return _bytes({"format": FORMAT, "facts": said})


def _fact(fact: Fact) -> dict[str, Any]:
    said: dict[str, Any] = {"name": fact.name, "line": fact.place.line or None, "text": str(fact.value)}
    quantity = fact.quantity
    if quantity:
        said |= {"number": str(quantity.number), "scale": quantity.scale, "unit": quantity.unit or quantity.implied}
        said |= {"value": f"{quantity.value.normalize():f}"}
        said |= {"bound": quantity.bound.value} if quantity.bound is not Bound.EXACT else {}
    return said


def findings_json(checked: Checked) -> bytes:
    """What the check has found, as `check --output-format json` writes it, whatever folder the file lies in."""
    report = Report.of(map(_without_folder, checked.report))
    name = _name(checked.source.file)
    outcome = Outcome((Examined(name, report, {name: checked.source.lines}),))
    return (document(outcome) + "\n").encode()


def _without_folder(finding: Diagnostic) -> Diagnostic:
    return replace(finding, place=replace(finding.place, file=_name(finding.place.file)))


def _name(file: str) -> str:
    return PurePath(file).name


def _bytes(said: dict[str, Any]) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()
