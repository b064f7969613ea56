"""The Linze self-evaluation report: the published text whole, its figures given once and adding up to the cent."""

import re
from pathlib import Path

import pytest
from tests.support.fidelity import bare, compared, docx_lines, pdf_words, squeeze
from tests.support.made import lines_of, make

from reportgen.model.content import Content
from reportgen.model.look import Align
from reportgen.pipeline.check import check_file, check_text
from reportgen.pipeline.checked import Checked
from reportgen.word.template import read_template

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content" / "linze-2023.yaml"
SEED = ROOT / "tests" / "data" / "linze-2023.txt"
TEMPLATE = ROOT / "templates" / "special-fund-self-evaluation" / "template.docx"

# Headings and items whose label the program computes otherwise than it was published: half-width brackets, a second 2.
RELABELLED = {
    "(一)自评工作的组织管理情况:": "（一）",
    "(一)项目基本性质、用途、涉及范围等；": "（一）",
    "(二)项目资金安排落实情况等：": "（二）",
    "(三)效益目标：": "（三）",
    "(四)项目资金实际使用情况与年初预算对比分析：": "（四）",
    "(一)对比绩效目标自评表,分析说明项目绩效目标实际完成情况：": "（一）",
    "(二)对绩效目标、评价指标体系进行分析,提出改进建议：": "（二）",
    "(三)对项目实施中存在的问题原因分析,提出改进意见；": "（三）",
    "2.下一步改进措施：": "3.",
}

# Figures of the prose that name a thing or a day: of these none is a quantity that the report gives.
NAMES = (
    "〔2023〕296号",
    "五月份 六月份 6月份 5月份",
    "第十六届 第九届 37届 第四届 第六届",
    "1-4年级",
    "84消毒液",
    "2024年 2022年",
    "1月1日 12月31日",
)


@pytest.fixture(scope="module")
def report() -> Checked:
    """The report, checked."""
    return check_file(CONTENT)


def content_of(report: Checked) -> Content:
    """Its typed values."""
    assert report.main is not None
    return report.main.content


def test_the_report_says_what_was_published_and_nothing_else(report: Checked) -> None:
    fidelity = compared(SEED, lines_of(report))
    assert fidelity.lost == ()
    assert fidelity.added == ()
    assert (fidelity.kept, fidelity.published) == (6036, 6036)


def test_the_word_file_and_the_pdf_say_it_too(tmp_path: Path) -> None:
    made = make(CONTENT, tmp_path)
    fidelity = compared(SEED, docx_lines(made.docx))
    assert (fidelity.lost, fidelity.added) == ((), ())
    assert pdf_words(made.pdf) == squeeze("".join(made.lines))


def test_a_word_left_out_and_a_word_put_in_are_both_noticed(report: Checked) -> None:
    lines = lines_of(report)
    shorter = compared(SEED, [line.replace("再反馈", "反馈") for line in lines])
    assert [text[:6] for text in shorter.lost] == ["县科协对各项"]
    longer = compared(SEED, [*lines, "此外没有别的问题。"])
    assert (longer.lost, longer.added) == ((), ("此外没有别的问题。",))


def test_only_these_labels_differ_from_the_published_ones(report: Checked) -> None:
    published = [squeeze(line) for line in SEED.read_text(encoding="utf-8").splitlines() if squeeze(line)]
    lines = [squeeze(line) for line in lines_of(report)]
    labels = {bare(line): line.removesuffix(bare(line)) for line in lines if line != bare(line)}
    differing = {}
    for line in published:
        words = next((words for words in labels if bare(line).startswith(words)), "")
        whole = line[: len(line) - len(bare(line))] + words
        if words and labels[words] + words != whole:
            differing[whole if len(words) < 40 else line[: line.index("：") + 1]] = labels[words]
    assert differing == RELABELLED


def test_the_title_has_two_lines_and_the_project_below_it_in_brackets(report: Checked) -> None:
    document = report.document
    assert document is not None
    title = "".join(inline.text for inline in document.lines["标题"])
    assert title.split("\n") == ["临泽县科学技术协会", "2023年上级专项财政项目绩效自评报告"]
    subtitle = "".join(inline.text for inline in document.lines["副标题"])
    assert subtitle == "（2023年科技馆免费开放补助资金项目）"


def test_the_line_below_the_title_is_centred_kaiti_of_the_third_size() -> None:
    template, _found = read_template(TEMPLATE)
    style = template.looks.styles["公文副标题"]
    assert (style.east_asian_font, style.size, style.align) == ("楷体_GB2312", 16, Align.CENTER)


def test_the_report_is_not_signed(report: Checked) -> None:
    document = report.document
    assert document is not None
    assert document.blocks["落款"] == ()


@pytest.mark.parametrize(
    "total",
    [
        "按来源: {合计: 1554225.33元",
        "合计: 1554225.33元\n    临聘人员",
        "临聘人员: {合计: 335297.66元",
        "提升改造: {合计: 652108.32元",
        "活动场次: {合计: 109场次",
    ],
)
def test_every_total_is_added_up_again(total: str) -> None:
    """One cent, or one event, more than the parts make is an error; as published all five are right."""
    text = CONTENT.read_text(encoding="utf-8")
    assert "NUM005" not in {finding.code for finding in check_text(text, CONTENT.name).report}
    assert text.count(total) == 1
    one_more = re.sub(r"\d(?=(?:元|场次))", lambda digit: str((int(digit[0]) + 1) % 10), total, count=1)
    wrong = check_text(text.replace(total, one_more), CONTENT.name)
    assert "NUM005" in {finding.code for finding in wrong.report}


def test_no_figure_is_typed_in_the_prose() -> None:
    prose = CONTENT.read_text(encoding="utf-8").partition("\n自评开展:")[2]
    assert len(re.findall(r"\{\{[^{}]+\}\}", prose)) == 64
    rest = re.sub(r"\{\{[^{}]+\}\}|# 忽略[^\n]*", "", prose)
    for name in " ".join(NAMES).split():
        rest = rest.replace(name, "")
    assert re.findall(r".{0,6}\d+.{0,6}", rest) == []


def test_what_is_kept_as_published_has_its_reason(report: Checked) -> None:
    """Nothing else is found, and every reason says that the text is published."""
    findings = [(finding.code, finding.acknowledged) for finding in report.report]
    wanted = {"NUM018", "NUM022", "NUM023", "NUM029", "PUN002", "PUN006", "STR012", "STR017", "WRD002"}
    assert wanted <= {code for code, _reason in findings}
    assert [code for code, reason in findings if not reason.startswith("按公开发布的原文录入")] == []


def test_the_figures_that_contradict_each_other_are_both_kept(report: Checked) -> None:
    """42 events outside the museum in one place, 47 in another: as published."""
    facts = content_of(report).facts
    assert [str(facts.find(name)[0].value) for name in ("馆外展教.场次", "活动场次.馆外")] == ["42场次", "47场次"]
