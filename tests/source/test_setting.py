"""A value of a content file set to another: only that value reads otherwise, and what people wrote around it stays."""

import random

import pytest

from reportgen.source.changed import changed_text
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source
from reportgen.source.tree import Path, Tree, Unsettable, tree_at, tree_of
from reportgen.world import examples_folder

HOSPITAL = """\
# 示例县人民医院
单位: 示例县人民医院   # 全称
年度: 2024

# 数字
数据:
  门诊: {计划: 120000人次, 实际: 118000人次}
  床位: 300张

# 忽略 NUM001：院方口径
预算:
  金额单位: 万元
  分项:
    - {名称: 设备购置, 批复: 80.00, 支出: 78.40}  # 已验收
    # 第二期
    - {名称: 信息化, 批复: 40.00, 支出: 38.20}

工作情况: |
  全年门诊{{ 门诊.实际 }}。
  # 护理
  - 优质护理病房覆盖率100%。

存在问题:
  - 简称: 信息化
    问题: 二期进度慢
    说明: |
      设备到货晚。
"""


def set_to(path: str, value: Tree | None, text: str = HOSPITAL, order: tuple[str, ...] = ()) -> str:
    source, _found = read_source(text, "医院.yaml")
    assert isinstance(source.root, Mapping)
    return changed_text(text, source.root, tuple(path.split(".")), value, lambda _path: order)[0]


def changed(path: str, value: Tree | None) -> list[str]:
    """The lines that are new or other."""
    before = HOSPITAL.split("\n")
    return [line for line in set_to(path, value).split("\n") if line not in before]


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        ("单位", "示例县中医院", ["单位: 示例县中医院   # 全称"]),
        ("年度", "", ["年度:"]),
        ("数据.门诊.实际", "119000人次", ["  门诊: {计划: 120000人次, 实际: 119000人次}"]),
        ("数据.床位", "a: b # c", ['  床位: "a: b # c"']),
        ("预算.分项.1.支出", "79.00", ["    - {名称: 设备购置, 批复: 80.00, 支出: 79.00}  # 已验收"]),
        ("预算.分项.2.到位", "39.00", ["    - {名称: 信息化, 批复: 40.00, 支出: 38.20, 到位: 39.00}"]),
        ("工作情况", "全年门诊{{ 门诊.实际 }}。\n收治住院病人。", ["  收治住院病人。"]),
        ("存在问题.1.说明", "招标晚。\n到货晚。", ["      招标晚。", "      到货晚。"]),
        ("存在问题.1.简称", None, ["  - 问题: 二期进度慢"]),
    ],
)
def test_only_the_line_of_the_value_changes(path: str, value: Tree | None, lines: list[str]) -> None:
    assert changed(path, value) == lines


def test_text_of_several_lines_takes_an_item_out_of_its_braces() -> None:
    assert changed("预算.分项.2.名称", "信息化\n（二期）")[:2] == ["    - 名称: |", "        信息化"]


def test_a_new_key_comes_where_it_is_laid_out() -> None:
    text = set_to("成文日期", "2025年3月1日", order=("单位", "年度", "成文日期", "数据"))
    assert "年度: 2024\n成文日期: 2025年3月1日\n\n# 数字" in text


@pytest.mark.parametrize("other", [[1, 0], [1], [0, 0, 1], [0, 1, 1]])
def test_rows_come_and_go_with_their_comments(other: list[int]) -> None:
    source, _found = read_source(HOSPITAL, "医院.yaml")
    rows = tree_at(tree_of(source.root), ("预算", "分项"))
    assert isinstance(rows, list)
    text = set_to("预算.分项", [rows[at] for at in other])
    assert ("# 已验收" in text) == (0 in other)
    assert ("# 第二期\n    - {名称: 信息化" in text) == (1 in other)


def test_what_cannot_be_set_alone_is_refused() -> None:
    with pytest.raises(Unsettable):
        set_to("存在问题.3.问题", "没有这一条")


SCHOOL = """\
食堂:
  - {名称: 东校区,
     批复: 60.00,
    }  # 新建
  - {名称: 西校区, 批复: 20.00}
"""
COURT = """\
预算: {金额单位: 万元,
  批复: 90.00
  }
# 案件
案件: 1240件
"""


def test_braces_over_several_lines_are_moved_and_taken_out_whole() -> None:
    east, west = "  - {名称: 东校区,\n     批复: 60.00,\n    }  # 新建\n", "  - {名称: 西校区, 批复: 20.00}\n"
    assert set_to("食堂", [{"名称": "西校区", "批复": "20.00"}, {"名称": "东校区", "批复": "60.00"}], SCHOOL) == (
        f"食堂:\n{west}{east}"
    )
    assert set_to("食堂.1", None, SCHOOL) == f"食堂:\n{west}"
    assert set_to("预算", None, COURT) == "# 案件\n案件: 1240件\n"
    behind = set_to("法官", "42名", COURT, order=("预算", "法官", "案件"))
    assert behind == COURT.replace("  }\n", "  }\n法官: 42名\n")


def test_what_cannot_be_moved_is_called_by_its_keys() -> None:
    with pytest.raises(Unsettable, match=r"^泵站\.1$"):
        set_to("泵站.1", ["乙", "甲"], "泵站:\n  - - 甲\n    - 乙\n")


VALUES: tuple[Tree | None, ...] = ("新的字", "", "a: b # c, {d}", "第一行\n- {{ 预算.支出 }}。", "- x", '"q"', None)


@pytest.mark.parametrize("name", ["nanyang-2020.yaml", "dongguan-2020.yaml", "example-evidence-2024.yaml"])
def test_any_value_of_real_files(name: str) -> None:
    """`changed_text` reads the text once more: nothing but the value may read otherwise, or it raises."""
    text = (examples_folder() / name).read_text(encoding="utf-8")
    source, _found = read_source(text, name)
    assert isinstance(source.root, Mapping)
    chance = random.Random(name)
    for path, old in chance.sample(list(paths(tree_of(source.root))), 12):
        value = chance.choice(VALUES) if isinstance(old, str) else old[::-1] if isinstance(old, list) else None
        changed_text(text, source.root, path, value, lambda _path: ())


def paths(tree: Tree, above: Path = ()) -> list[tuple[Path, Tree]]:
    named = tree.items() if isinstance(tree, dict) else ()
    counted = enumerate(tree, start=1) if isinstance(tree, list) else ()
    inner = [((*above, str(name)), each) for name, each in (*named, *counted)]
    return [*inner, *(found for path, each in inner for found in paths(each, path))]
