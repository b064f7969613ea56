"""How findings between documents speak: which file, which line, what stands there and what stands here."""

from reportgen.language import _
from reportgen.packs.pack import Stage
from reportgen.place import Place
from reportgen.rules.between.comparisons import Comparison, Retold
from reportgen.rules.between.papers import Paper
from reportgen.rules.registry import Finding


def document_word(stage: Stage) -> str:
    """What users call a document of that stage."""
    match stage:
        case Stage.APPLICATION:
            return _("申报表")
        case Stage.TARGET:
            return _("目标表")
        case Stage.SELF_EVALUATION:
            return _("自评表")
        case Stage.SCORING:
            return _("评分表")
        case Stage.REPORT:
            return _("报告")


def document_of(paper: Paper) -> str:
    """What a document is called: by its type, where its file makes several."""
    return paper.title if paper.accompanied else document_word(paper.stage)


def where(pair: Comparison, place: Place) -> str:
    """Somewhere in the earlier document: 「自评表 自评.yaml:57」, of one file 「项目支出绩效自评表（第 57 行）」.

    A file without lines says in words where it is.
    """
    if pair.earlier.file == pair.later.file:
        return _("{document}（第 {line} 行）", document=document_of(pair.earlier), line=place.line)
    return spot_of(pair.earlier, place)


def spot_of(paper: Paper, place: Place) -> str:
    """Somewhere in a document, with the name of its file."""
    spot = f" {place.spot.words}" if place.spot else f":{place.line}" if place.line else ""
    return f"{document_of(paper)} {paper.file}{spot}"


def differs(told: Retold, certain: bool = True) -> Finding:
    """The later statement, with the earlier one and its line."""
    words = {"where": where(told, told.first.place), "value": told.first.words, "again": told.again.words}
    note = _("{where} 写的是 {value}，这里是 {again}", **words)
    if told.earlier.file == told.later.file:
        note = _("{where}写的是 {value}，{here}写的是 {again}", here=document_of(told.later), **words)
    return Finding(
        told.again.place, _("{name}：{value}", name=told.again.name, value=told.again.words), (note,), certain=certain
    )


def in_year(told: Retold) -> str:
    """「2023 年的报告 上年.yaml:57 写的是 12.50万元」."""
    spot = where(told, told.first.place)
    return _("{year} 年的{where} 写的是 {value}", year=told.earlier.year, where=spot, value=told.first.words)
