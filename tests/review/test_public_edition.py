"""The public edition: persons, numbers and what is kept for the office are masked in every output, the rest stays."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reportgen.model.edition import Edition
from reportgen.pdf.pages import properties_of
from reportgen.pipeline.build import Built, build, build_file
from reportgen.pipeline.check import check_file, check_text
from reportgen.pipeline.public.edition import Published, published
from reportgen.render.formats import FORMATS
from reportgen.render.plain import render_plain
from reportgen.word.package import Package
from reportgen.word.traces import trace_in, without_trace

HOSPITAL = """\
文种: 公文（信函格式）
单位: 示例县人民医院
发文机关标志: 示例县人民医院
发文字号: 示医函〔2025〕6号
事由: 报送病案管理整改情况
公文种类: 函
主送机关: 示例县财政局
数据:
  购置资金: 680.00万元  # 不公开：合同没有履行完
  设备: 12台
# 不公开：「示例器械公司」
正文: |
  购置设备{{ 设备 }}，合同资金{{ 购置资金 }}，供应商为示例器械公司。病案复印联系人手机13800138000。
  病人身份证号为11010519491231002X，护理补贴汇入银行卡6222021234567890128。
  药品款汇入供应商开户银行账号10301234567890。邀请退休护士何建英老师讲课，明细见D:\\财务\\决算.xlsx。
成文日期: 2025年3月20日
附注: 联系人：病案室刘敏
"""
SECRETS = (
    "680.00",
    "示例器械公司",
    "13800138000",
    "11010519491231002X",
    "6222021234567890128",
    "10301234567890",
    "何建英",
    "决算.xlsx",
    "刘敏",
)
SCHOOL = """\
文种: 问题清单
单位: 某市第二中学
年度: 2024
问题清单:
  - {问题: 辅导员张建英老师没有签字, 依据: 验收单, 整改措施: 补签, 责任单位: 总务处, 完成时限: 2025年4月底}
  - {问题: 食堂账不符, 依据: 抽查凭证, 整改措施: 调账, 责任单位: 财务室, 完成时限: 2025年5月底}  # 不公开：正在核实
"""
WATER = """\
文种: 项目支出绩效自评表
单位: 示例县水务局
年度: 2024
项目自评:
  - 项目名称: 泵站维护
    主管部门: 示例县水务局
    实施单位: 示例县排水中心
    资金:
      - {来源: 其中：当年财政拨款, 年初预算数: 30.00, 全年预算数: 30.00, 全年执行数: 28.50}
      # 不公开：捐赠协议有约定
      - {来源: 其他资金, 年初预算数: 5.00, 全年预算数: 5.00, 全年执行数: 4.75}
    预期目标: 维护泵站12座。
    完成情况: 维护泵站12座。
    绩效指标:
      - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 维护泵站, 指标值: ≥12座, 完成值: 12座, 分值: 50}
      - {一级指标: 效益指标, 二级指标: 社会效益指标, 三级指标: 积水点减少, 指标值: ≥3处, 完成值: 3处, 分值: 30}
      - {一级指标: 满意度指标, 二级指标: 服务对象满意度指标, 三级指标: 居民满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
"""


def _published(text: str) -> Published:
    return published(check_text(text, "内容.yaml"))


def _lines(made: Published) -> list[str]:
    main = made.checked.main
    assert main is not None
    return render_plain(main.document, main.template.frame).splitlines()


@pytest.fixture(scope="module")
def hospital(tmp_path_factory: pytest.TempPathFactory) -> Built:
    path = tmp_path_factory.mktemp("hospital") / "医院.yaml"
    path.write_text(HOSPITAL, encoding="utf-8")
    return build_file(path, (), FORMATS, edition=Edition.PUBLIC)


def test_no_output_holds_what_is_masked(hospital: Built) -> None:
    texts = {kind: content for kind, content in hospital.outputs.items() if kind in ("html", "txt")}
    with zipfile.ZipFile(BytesIO(hospital.outputs["docx"])) as package:
        texts |= {name: package.read(name) for name in package.namelist()}
    words = {name: content.decode(errors="ignore") for name, content in texts.items()}
    assert [(name, secret) for name, text in words.items() for secret in SECRETS if secret in text] == []
    assert "购置设备12台，合同资金（略），供应商为（略）。病案复印联系人手机138****8000" in words["txt"]


def test_the_pdf_and_the_word_file_are_read_back_and_have_nothing_that_must_not_be_published(
    hospital: Built, tmp_path: Path
) -> None:
    assert not hospital.report.findings
    for kind in ("docx", "pdf"):
        path = tmp_path / f"医院-公开.{kind}"
        path.write_bytes(hospital.outputs[kind])
        assert [found for found in check_file(path).report if found.code.startswith("DIS")] == []


def test_nobody_is_named_in_the_properties(hospital: Built) -> None:
    with zipfile.ZipFile(BytesIO(hospital.outputs["docx"])) as package:
        core = package.read("docProps/core.xml").decode()
    assert "示例县人民医院</dc:creator>" not in core
    assert not properties_of(hospital.outputs["pdf"]).get("Author")


def test_what_was_masked_is_listed_and_not_said_in_full(hospital: Built) -> None:
    assert hospital.published is not None
    labels = [each.label for each in hospital.published.masked]
    assert labels[:3] == ["不公开的内容：数据.购置资金", "不公开的词：示…", "手机号 138****8000"]
    assert labels[-1] == "不公开的内容：附注"
    assert not any(secret in label for label in labels for secret in SECRETS)


def test_the_word_file_carries_no_bookmarks_and_no_trace(hospital: Built) -> None:
    """These say where in the content file each line stands, and what it says there."""
    content = hospital.outputs["docx"]
    assert trace_in(Package("医院-公开.docx", content)) is None
    assert without_trace(content, "医院-公开.docx") == content


def _parts(docx: bytes) -> dict[str, bytes]:
    """All but the trace, which knows the bytes of the content file, and the digest of all parts."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        names = [name for name in package.namelist() if not name.startswith(("customXml/", "docProps/custom"))]
        return {name: package.read(name) for name in names}


def test_the_internal_edition_is_the_same_byte_for_byte_with_marks_and_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    path = tmp_path / "医院.yaml"
    made = []
    for text in (HOSPITAL, HOSPITAL.replace("  # 不公开：合同没有履行完", "").replace("# 不公开：「", "# 说明：「")):
        path.write_text(text, encoding="utf-8")
        made.append(build_file(path, (), ("docx", "pdf", "html", "txt")).outputs)
    assert _parts(made[0].pop("docx")) == _parts(made[1].pop("docx"))
    assert made[0] == made[1]
    assert all(secret in made[0]["txt"].decode() for secret in SECRETS)


def test_a_row_that_is_kept_for_the_office_is_left_out_and_a_name_is_shortened() -> None:
    text = "\n".join(_lines(_published(SCHOOL)))
    assert "辅导员张某老师没有签字" in text
    assert "食堂" not in text
    assert text.count("（略）") == 5


def test_a_total_keeps_its_figure_and_is_calculated_from_no_cell_that_is_masked() -> None:
    made = _published(WATER)
    assert made.checked.document is not None
    (table,) = (block for block in made.checked.document.walk() if hasattr(block, "cells"))
    masked = {(cell.row, cell.column) for cell in table.cells if cell.text == "（略）"}
    assert len(masked) == 5  # with the rate, which is worked out of masked figures alone
    assert all(cell.number is None for cell in table.cells if (cell.row, cell.column) in masked)
    assert not any(masked & set(cell.formula.uses) for cell in table.cells if cell.formula)
    assert "35.00" in {cell.text for cell in table.cells}
    with zipfile.ZipFile(BytesIO(build(made.checked, ("xlsx",)).outputs["xlsx"])) as package:
        assert b"4.75" not in b"".join(package.read(name) for name in package.namelist())


def test_a_chart_of_a_figure_that_is_kept_for_the_office_is_left_out() -> None:
    """Its heights would tell it; the figure is left out of the sentence, too."""
    example = Path("templates/dept-evaluation/example.yaml").read_text(encoding="utf-8")
    group = "接待观众: {合计: 36400人次, 常设展厅: 28600人次, 临时展览: 7800人次}"
    drawn = example.replace("数据:\n", "图表:\n  - {名称: 观众, 类型: 饼图, 数据: 接待观众}\n数据:\n", 1)
    drawn = drawn.replace("收支情况: |\n", "收支情况: |\n  {{ 图表.观众 }}\n")
    shown, hidden = (_published(text) for text in (drawn, drawn.replace(group, f"{group}  # 不公开")))
    assert "28600" in "".join(_lines(shown))
    assert not [word for word in ("36400", "28600", "7800") if word in "".join(_lines(hidden))]
    assert "图：观众" in [each.label for each in hidden.masked]


MARKS = [
    ("# 不公开：按「保密协议」第3条\n", ["（略）"]),
    ("# 不公开：“示例器械公司”、「设备」\n", ["购置（略）", "供应商为（略）"]),
    ("# 不公开\n", ["（略）"]),
]


@pytest.mark.parametrize(("mark", "shown"), MARKS)
def test_a_mark_keeps_an_entry_or_some_words_for_the_office(mark: str, shown: list[str]) -> None:
    text = "\n".join(_lines(_published(HOSPITAL.replace("# 不公开：「示例器械公司」\n", mark))))
    assert all(words in text for words in shown)
    assert "示例器械公司" not in text


def test_words_that_are_printed_nowhere_are_told() -> None:
    made = _published(HOSPITAL.replace("「示例器械公司」", "「示例器械公司」「示例机械公司」"))
    assert [each.label for each in made.unmet] == ["示…"]


ALLOWED = [
    ("# 可以公开：本人同意\n  - {问题: 辅导员张建英", "张建英"),
    ("- {问题: 辅导员张建英", "张某"),
    ("# 可以公开：本人同意\n  - {问题: 身份证号11010519491231002X的辅导员张建英", "110105********002X的辅导员张建英"),
]


@pytest.mark.parametrize(("written", "shown"), ALLOWED)
def test_who_agrees_is_named(written: str, shown: str) -> None:
    made = _published(SCHOOL.replace("- {问题: 辅导员张建英", written))
    assert shown in "\n".join(_lines(made))
    reasons = [found.acknowledged for found in made.checked.report if found.code == "DIS004"]
    assert reasons == (["本人同意"] if "张建英" in shown else [])


REFUSED = [
    (HOSPITAL.replace("单位: 示例县人民医院\n", "单位: 示例县人民医院\n密级: 秘密★1年\n", 1), "写了「密级」"),
    (HOSPITAL.replace("  购置设备", "  内部资料 注意保存\n  购置设备"), "「内部资料 注意保存」"),
    (HOSPITAL.replace("# 不公开：「示例", "# 不公开「示例"), ""),
    (SCHOOL.replace("问题清单:\n", "问题清单: # 可以公开\n"), ""),
    (Path("templates/official-approval/example.yaml").read_text(encoding="utf-8"), "「呈批件」是机关内部使用的文种"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED, ids=["secret", "marked", "miswritten", "no reason", "internal"])
def test_what_is_secret_or_internal_has_no_public_edition(text: str, why: str) -> None:
    made = _published(text)
    assert [found.label for found in made.checked.report.at_least(made.checked.report.findings[0].severity)][-1:] == [
        why
    ]
    assert made.checked.report.fatal
    assert not build(made.checked, ("docx",)).outputs
