"""What a county lays down in its own pack: thresholds, severities, rules switched off, sections, words, and by what."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from tests.rules.fragments import ROOT

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.finished.text import read_lines
from reportgen.packs.loader import load_pack
from reportgen.packs.pack import Pack
from reportgen.pipeline.check import check_text
from reportgen.pipeline.finished import check_parts
from reportgen.rules import all_rules
from reportgen.rules.registry import invalid_rulings, limits_of

HEAD = '继承: dept-evaluation\n名称: 示例县部门自评报告\n标题: "{{ 单位 }}{{ 年度 }}年度{{ 文种 }}"\n'
EXAMPLE = (ROOT / "templates" / "dept-evaluation" / "example.yaml").read_text(encoding="utf-8")
COUNTY = "{文件: 示例县绩效评价办法, 文号: 示财绩〔2024〕1号, 条款: 第八条}"
BASIS = "《示例县绩效评价办法》（示财绩〔2024〕1号）第八条"

Make = Callable[..., Path]


@pytest.fixture
def county(tmp_path: Path) -> Make:
    """Writes a county's pack: what it says beside HEAD, and its list of words."""

    def make(own: str, words: str = "") -> Path:
        folder = tmp_path / "county"
        folder.mkdir()
        (folder / "pack.yaml").write_text(HEAD + own, encoding="utf-8")
        if words:
            (folder / "wordlist.yaml").write_text(words, encoding="utf-8")
        return folder

    return make


def read(folder: Path) -> Pack:
    pack, found = load_pack(folder)
    assert found == []
    assert pack is not None
    return pack


def findings(folder: Path, *changes: tuple[str, str]) -> list[Diagnostic]:
    """What is said of the example as a document of the county's."""
    text = EXAMPLE.replace("文种: 部门整体支出绩效评价报告", "文种: 示例县部门自评报告")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return list(check_text(text, "a.yaml", (folder.parent,)).report)


def only(findings: list[Diagnostic]) -> Diagnostic:
    (finding,) = findings
    return finding


LATE = ("成文日期: 2025年3月20日", "成文日期: 2026年3月20日")
AHEAD = ("2025年6月底前", "2026年6月底前")
HALF = ("其他问题: 无", "其他问题: 展厅,活动室没有问题。")


# ---- rules ----


def test_a_county_sets_another_threshold(county: Make) -> None:
    folder = county("规则: {STR006: {限值: 1}}\n")
    assert limits_of(read(folder), all_rules())["STR006"] == Decimal(1)
    assert only(findings(folder, LATE, AHEAD)).code == "STR006"
    assert list(check_text(EXAMPLE.replace(*LATE).replace(*AHEAD), "a.yaml").report) == []


def test_a_county_sets_severity_and_basis(county: Make) -> None:
    folder = county(f"规则:\n  PUN001: {{级别: 错误, 依据: {COUNTY}}}\n")
    finding = only(findings(folder, HALF))
    assert (finding.code, finding.severity, finding.basis) == ("PUN001", Severity.ERROR, BASIS)


def test_what_a_county_does_not_say_is_as_the_rule_has_it(county: Make) -> None:
    finding = only(findings(county("规则: {PUN001: {停用: 否}}\n"), HALF))
    rule = all_rules()["PUN001"]
    assert (finding.severity, finding.basis) == (rule.severity, rule.basis)


def test_a_county_switches_a_rule_off(county: Make) -> None:
    assert findings(county("规则: {PUN001: {停用: 是}}\n"), HALF) == []


def test_rulings_are_inherited_and_merged_by_code(county: Make, tmp_path: Path) -> None:
    county("规则:\n  PUN001: {停用: 是}\n  PUN005: {级别: 错误}\n  FMT003: {停用: 是}\n")
    town = tmp_path / "town"
    town.mkdir()
    own = "继承: county\n名称: 示例镇部门自评报告\n标题: 甲\n规则:\n  PUN001: {级别: 提示}\n  FMT003: 不用\n"
    (town / "pack.yaml").write_text(own, encoding="utf-8")
    rulings = read(town).rulings
    assert {code: (ruling.severity, ruling.off) for code, ruling in rulings.items()} == {
        "PUN001": (Severity.HINT, False),
        "PUN005": (Severity.ERROR, False),
    }


@pytest.mark.parametrize(
    ("own", "label", "fix"),
    [
        ("规则: {PUN001: {限度: 3}}", "是不是「限值」？", ""),
        ("规则: {PUN001: {级别: 致命}}", "「级别」写 错误、警告、提示", ""),
        ("规则: {PUN001: {级别: 警示}}", "「级别」写 错误、警告、提示", "是不是「警告」？"),
        ("规则: {STR006: {限值: 两年}}", "「限值」只写数字，单位见这条规则的说明", ""),
        ("规则: {STR006: {限值: NaN}}", "「限值」只写数字，单位见这条规则的说明", ""),
        ("规则: {PUN001: {停用: 也许}}", "「停用」写 是 或 否", ""),
        ("规则: {PUN001: {依据: {文件名: 甲}}}", "是不是「文件」？", ""),
        ("规则: [PUN001]", "「规则」要写成几行「键: 值」，这里是以「- 」开头的列表", ""),
        ("规则: {PUN001: 不用}", "继承来的模板里没有它", ""),
        ("必需章节: [{标题: 甲, 别称: 乙}]", "是不是「别名」？", ""),
        ("必需章节: [{别名: [乙]}]", "这里缺少「标题」", ""),
        ("规测: {PUN001: {停用: 是}}", "是不是「规则」？", ""),
    ],
)
def test_what_is_written_wrongly_in_a_pack_is_said(county: Make, own: str, label: str, fix: str) -> None:
    pack, found = load_pack(county(own + "\n"))
    assert pack is None
    assert (found[0].code, found[0].place.line, found[0].label) == ("PCK001", 4, label)
    assert fix in found[0].fix


@pytest.mark.parametrize(
    ("own", "label", "more"),
    [
        ("规则: {STR99: {停用: 是}}", "没有这条规则", "是不是「STR"),
        ("规则: {SRC002: {停用: 是}}", "没有这条规则", ""),
        ("规则: {PUN001: {限值: 3}}", "这条规则没有限值", "STR006"),
    ],
)
def test_what_no_rule_knows_is_said_with_its_place(county: Make, own: str, label: str, more: str) -> None:
    folder = county(own + "\n")
    finding = only(invalid_rulings(read(folder), all_rules()))
    assert (finding.code, finding.place.file, finding.place.line) == ("PCK001", str(folder / "pack.yaml"), 4)
    assert finding.label == label
    assert more in " ".join((finding.fix, *finding.notes))
    assert finding in findings(folder), "a document is not made with it"
    named = "某馆2024年度示例县部门自评报告\n一、概况\n无。\n"
    assert finding in list(check_parts(read_lines(named), "a.txt", (folder.parent,)).report)


# ---- words, weights, grades ----


def test_words_show_what_they_go_by(county: Make) -> None:
    words = f"""\
- {{错: 甲乙, 对: 乙甲}}
- {{错: 丙丁, 对: 丁丙, 依据: {COUNTY}}}
- 依据: {{文件: 用语规范}}
  易错词:
    - {{错: 戊己, 对: 己戊, 除外: []}}
    - {{错: 庚辛, 对: 辛庚, 依据: {COUNTY}}}
"""
    folder = county("说明: 甲\n", words)
    found = findings(folder, ("其他问题: 无", "其他问题: 甲乙、丙丁、戊己、庚辛。"))
    assert [finding.basis for finding in found] == [all_rules()["WRD001"].basis, BASIS, "《用语规范》", BASIS]


def test_a_whole_list_of_words_has_one_basis(county: Make) -> None:
    folder = county("说明: 甲\n", f"依据: {COUNTY}\n易错词: [{{错: 甲乙, 对: 乙甲}}]\n")
    assert only(findings(folder, ("其他问题: 无", "其他问题: 甲乙。"))).basis == BASIS


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("- {错: 甲, 对: 乙, 依剧: {文件: 丙}}", "是不是「依据」？"),
        ("- {易错词: [{错: 甲, 对: 乙, 注: 丙}]}", ""),
        ("- {易错词: 甲}", "「易错词」要写成以「- 」开头的列表，这里是一段文字"),
        ("- {错: 甲, 对: 乙, 除外: 丙}", "「除外」要写成以「- 」开头的列表，这里是一段文字"),
    ],
)
def test_a_list_of_words_that_is_written_wrongly_is_said(county: Make, words: str, label: str) -> None:
    assert only(load_pack(county("说明: 甲\n", words + "\n"))[1]).label == label


def test_weights_and_grades_show_what_they_go_by(county: Make) -> None:
    folder = county(
        f"权重: {{产出指标: 60, 效益指标: 40, 依据: {COUNTY}}}\n"
        f"等级: {{依据: {COUNTY}, 分档: [{{名称: 优秀, 下限: 90}}, {{名称: 其他, 下限: 0}}]}}\n"
    )
    pack = read(folder)
    assert [scheme.basis for scheme in pack.weights] == [BASIS]
    assert pack.grades is not None
    assert pack.grades.basis == BASIS
    finding = only(findings(folder, ("等级: 优", "等级: 其他")))
    assert f"分档依据：{BASIS}" in finding.notes


def test_a_scheme_of_weights_is_the_basis_of_what_is_said_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "county"
    folder.mkdir()
    own = "继承: dept-self-evaluation\n名称: 示例县自评表\n标题: 甲\n"
    weights = f"权重: {{预算执行率: 10, 产出指标: 40, 效益指标: 40, 满意度指标: 10, 依据: {COUNTY}}}\n"
    (folder / "pack.yaml").write_text(own + weights, encoding="utf-8")
    example = (ROOT / "templates" / "dept-self-evaluation" / "example.yaml").read_text(encoding="utf-8")
    text = example.replace("文种: 部门整体支出绩效自评表", "文种: 示例县自评表")
    found = [d for d in check_text(text, "a.yaml", (tmp_path,)).report if d.code == "SCO004"]
    assert only(found).basis == BASIS


# ---- sections ----

SECTIONS = f"必需章节:\n  - 存在的问题\n  - {{标题: 绩效自评结果应用, 别名: [结果应用], 依据: {COUNTY}}}\n"


def test_a_section_that_the_county_adds_is_missed(county: Make) -> None:
    finding = only(findings(county(SECTIONS)))
    assert (finding.code, finding.label, finding.basis) == ("STR033", "没有「绩效自评结果应用」这一节", BASIS)
    assert finding.notes[0].startswith("现有的一级标题：「一、部门基本情况」、「二、")


@pytest.mark.parametrize(
    "words",
    ["结果应用。自评结果作为安排预算的参考。", "绩效自评的结果应用情况如下。"],
)
def test_a_section_may_be_worded_otherwise_or_begin_a_paragraph(county: Make, words: str) -> None:
    folder, (heading, _end, _rest) = county(SECTIONS), words.partition("。")
    assert findings(folder, ("其他问题: 无", f"其他问题: {words}")) == []
    assert findings(folder, ("其他问题: 无", f"其他问题: |\n  # {heading}\n  无。")) == []


def test_a_section_can_be_accepted_as_missing(county: Make) -> None:
    reason = ("单位: 某市科技馆\n", "单位: 某市科技馆 # 忽略 STR033：另行报送\n")
    assert only(findings(county(SECTIONS), reason)).acknowledged == "另行报送"


def test_a_finished_document_is_asked_for_sections_too(county: Make) -> None:
    folder = county(SECTIONS)
    text = "某馆2024年度示例县部门自评报告\n一、基本情况\n无。\n二、存在问题\n无。\n"
    found = [d for d in check_parts(read_lines(text), "a.txt", (folder.parent,)).report if d.code == "STR033"]
    assert only(found).label == "没有「绩效自评结果应用」这一节"
    assert only(found).place.spot.words == "第 1 行"


def test_a_section_of_the_outline_whose_fields_are_missing_is_said_once(county: Make) -> None:
    folder = county("必需章节: [存在的问题]\n")
    start, end = EXAMPLE.index("\n存在问题:"), EXAMPLE.index("\n整改措施:")
    codes = [finding.code for finding in findings(folder, (EXAMPLE[start:end], "\n"))]
    assert "CON002" in codes
    assert "STR033" not in codes
