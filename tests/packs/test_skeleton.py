"""The file to be filled in: every field of the pack, with meaning, sample and unit; what is optional is a comment."""

import re
from pathlib import Path

import pytest

from reportgen.packs.fields import Field, FieldType
from reportgen.packs.forms import shown_by
from reportgen.packs.loader import load_pack, pack_folders
from reportgen.packs.pack import Pack
from reportgen.packs.skeleton import skeleton
from reportgen.pipeline.check import check_text
from reportgen.pipeline.drafts import annexes_of
from reportgen.source.expect import TO_FILL

PACKS = [pack for folder in pack_folders() if (pack := load_pack(folder)[0])]
BY_TITLE = {pack.title: pack for pack in PACKS}
REPORT, UNIT_FORM, PROJECT_FORM = (
    BY_TITLE[title] for title in ("部门整体支出绩效评价报告", "部门整体支出绩效自评表", "项目支出绩效自评表")
)


def blank(*packs: Pack) -> str:
    annexes = tuple(annex for pack in packs for annex in annexes_of(pack, ())[0])
    return skeleton(packs, annexes, "")


def uncommented(text: str) -> str:
    """With everything that is optional, its columns too."""
    while re.search(r"^\s*(?:- )?# ", text, re.MULTILINE):
        text = re.sub(r"^(\s*(?:- )?)# ", r"\1", text, flags=re.MULTILINE)
    return text


def filled(text: str) -> str:
    """As somebody does who copies every sample that stands beside or above."""
    lines, sample = [], ""
    for line in text.splitlines():
        if line.lstrip().startswith("##"):
            sample = line.partition("例：")[2] or sample
            lines.append(line)
            continue
        head, _mark, comment = line.partition("    # ")
        sample = comment.partition("例：")[2] or (comment and "说明") or sample
        value = "说明" if "{{" in sample or "……" in sample else sample
        if line.strip() == TO_FILL:
            lines.append(line.replace(TO_FILL, value.removeprefix("- ") or "没有。"))
        elif re.fullmatch(r"\s*(?:- )?[^#\s][^:#]*:", head.rstrip()) and value and not head.lstrip().startswith("# "):
            lines.append(f"{head.rstrip()} {value}" if _is_leaf(line, text) else line)
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def _is_leaf(line: str, text: str) -> bool:
    """Whether nothing stands below the key."""
    below = text.partition(line + "\n")[2].splitlines()
    following = next((each for each in below if each.strip() and not each.lstrip().startswith("#")), "")
    key = len(line) - len(line.lstrip(" -"))
    return len(following) - len(following.lstrip()) <= key


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_an_empty_one_is_asked_to_be_filled_in_and_nothing_else(pack: Pack) -> None:
    report = check_text(blank(pack), "待填.yaml").report
    assert {each.code for each in report if each.code != "STR012"} == {"CON002"}


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_every_field_and_column_stands_there(pack: Pack) -> None:
    text = uncommented(blank(pack))
    keys = set(re.findall(r"^\s*(?:- )?([^\s#:]+):", text, re.MULTILINE))
    assert {path.rpartition(".")[2] for path in pack.paths()} <= keys
    assert columns(pack.fields, pack) <= keys


def columns(fields: tuple[Field, ...], pack: Pack) -> set[str]:
    """The columns of lists; of indicators those that a form prints."""
    shown = {name.rpartition(".")[2] for form in pack.forms.values() for name in shown_by(form)}
    found: set[str] = set()
    for field in fields:
        own = {column.name for column in field.fields}
        found |= (
            own & shown if field.type is FieldType.INDICATORS else own if field.type is FieldType.LISTING else set()
        )
        found |= columns(field.fields, pack)
    return found


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_all_that_is_optional_can_be_uncommented(pack: Pack) -> None:
    """No key of it is unknown, none stands at the wrong depth."""
    codes = {each.code for each in check_text(uncommented(blank(pack)), "待填.yaml").report}
    assert not codes & {"CON001", "SRC001", "SRC006"}


def test_what_a_form_prints_of_the_budget_is_asked_for_and_the_rest_is_optional() -> None:
    lines = blank(UNIT_FORM).splitlines()
    money = [line.partition(":")[0] for line in lines[lines.index("预算:") : lines.index("年度目标:")]]
    assert money[:13] == [
        "预算", "  金额单位", "  年初预算", "  批复", "  支出",
        "  项目资金", "    年初预算", "    批复", "    支出",
        "  基本支出", "    年初预算", "    批复", "    支出",
    ]  # fmt: skip
    assert "  # 三公经费" in money


def test_filled_as_told_the_form_has_no_blank_cell() -> None:
    text = filled(blank(UNIT_FORM))
    assert "  年初预算: 310.00" in text
    report = check_text(text, "自评表.yaml").report
    assert [each.code for each in report if each.code in ("CON002", "STR041")] == []


@pytest.mark.parametrize("pack", [UNIT_FORM, PROJECT_FORM, REPORT], ids=lambda pack: pack.name)
def test_with_its_samples_it_can_be_made(pack: Pack) -> None:
    fatal = [
        each for each in check_text(filled(blank(pack)), "待填.yaml").report if each.code.startswith(("CON", "SRC"))
    ]
    assert [(each.code, each.place.line, each.label) for each in fatal] == []


# ---- several documents in one file ----


def test_fields_that_several_documents_have_are_asked_for_once() -> None:
    text = blank(REPORT, UNIT_FORM, PROJECT_FORM)
    assert text.count("\n单位:\n") == text.count("\n预算:\n") == 1
    assert "## 单位：单位全称，与公章一致；用在标题和署名；3 份文件共用" in text
    assert text.index("  分项:") < text.index("## ==== 部门整体支出绩效自评表 ====") < text.index("项目自评:")


def test_each_document_has_its_own_score() -> None:
    text = blank(REPORT, UNIT_FORM)
    scores = text[text.index("\n评价:") : text.index("## 图表")]
    assert "  部门整体支出绩效评价报告:\n    得分:" in scores
    assert "  # 部门整体支出绩效自评表:\n  #   得分:" in scores


def test_an_annex_that_can_be_bound_in_is_optional() -> None:
    text = blank(REPORT)
    assert "# 评分表:\n#   - 一级指标:" in text
    assert "#   - 预算执行情况    # 模板现成的图，写名称就画" in text
    assert [draft.annexes for draft in check_text(text, "待填.yaml").drafts] == [()]


def test_a_pack_without_an_example_has_its_meanings(tmp_path: Path) -> None:
    fields = (
        "  单位: {类型: 文本, 必填: 是, 说明: 填全称}\n  金额: {类型: 金额, 单位: 万元, 必填: 是, 说明: 全年支出}\n"
    )
    form = "表格:\n  表:\n    列宽: [80, 80]\n    行:\n      - [{填: 单位}, {填: 金额}]\n"
    text = f"名称: 试表\n标题: 试表\n字段:\n{fields}提纲:\n  - 表: 表\n{form}"
    (tmp_path / "pack.yaml").write_text(text, encoding="utf-8")
    pack, found = load_pack(tmp_path)
    assert pack is not None, found
    assert "## 单位：填全称\n单位:\n\n## 金额：全年支出（单位：万元）\n##   例：120.00\n金额:\n" in blank(pack)


@pytest.mark.parametrize("name", ["小标题", "图表", "署名", "数据"])
def test_a_key_that_was_taken_out_of_its_comment_and_left_empty_is_told_as_such(name: str) -> None:
    text = blank(REPORT).replace(f"\n# {name}:", f"\n{name}:")
    (found,) = [each for each in check_text(text, "待填.yaml").report if each.label == f"「{name}」是空的"]
    assert (found.code, found.fix) == ("CON002", "填上内容；选填的、用不着的，连同下面的几行一起删去")
