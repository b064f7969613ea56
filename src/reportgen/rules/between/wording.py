"""How findings between documents speak: which file, which line, what stands there and what stands here."""

from reportgen.language import _
from reportgen.packs.pack import Stage
from reportgen.place import Place
from reportgen.rules.between.comparisons import Retold
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


def where(paper: Paper, place: Place) -> str:
    """「自评表 自评.yaml:57」; a file without lines says in words where it is."""
    spot = f" {place.spot}" if place.spot else f":{place.line}" if place.line else ""
    return f"{document_word(paper.stage)} {paper.file}{spot}"


def differs(told: Retold, certain: bool = True) -> Finding:
    """The later statement, with the earlier one and its line."""
    words = {"where": where(told.earlier, told.first.place), "value": told.first.words, "again": told.again.words}
    note = _("{where} 写的是 {value}，这里是 {again}", **words)
    return Finding(
        told.again.place, _("{name}：{value}", name=told.again.name, value=told.again.words), (note,), certain=certain
    )


def in_year(told: Retold) -> str:
    """「2023 年的报告 上年.yaml:57 写的是 12.50万元」."""
    spot = where(told.earlier, told.first.place)
    return _("{year} 年的{where} 写的是 {value}", year=told.earlier.year, where=spot, value=told.first.words)
