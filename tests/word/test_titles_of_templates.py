"""The title as the template prints it: said once, and said."""

from pathlib import Path

import pytest
from tests.support.edited import TITLE, Edited, p
from tests.support.example import changed

UNIT = p("{{ 单位 }}", '<w:pStyle w:val="GWTitle"/>')
COVER = TITLE + p('<w:r><w:br w:type="page"/></w:r>')
TWICE = "标题里「示例县人民医院」写了两遍"
TITLES = [
    (
        "the unit in the same line",
        TITLE.replace("{{ 标题 }}", "{{ 单位 }}{{ 标题 }}"),
        ["标题里「示例县人民医院」写了两遍"],
    ),
    ("the unit in the line above", UNIT + TITLE, ["标题里「示例县人民医院」写了两遍"]),
    ("the year in front", TITLE.replace("{{ 标题 }}", "{{ 年度 }}年{{ 标题 }}"), ["标题里「2024年」写了两遍"]),
    ("a cover of its own", COVER + TITLE, []),
    ("other words around it", TITLE.replace("{{ 标题 }}", "{{ 标题 }}（送审稿）"), []),
]


@pytest.mark.parametrize(("title", "labels"), [case[1:] for case in TITLES], ids=[case[0] for case in TITLES])
def test_what_the_template_says_twice_is_seen(title: str, labels: list[str], tmp_path: Path) -> None:
    content = changed(("单位: 某市科技馆", "单位: 示例县人民医院"))
    built = Edited(lambda xml: xml.replace(TITLE, title, 1), content=content).built(tmp_path, ("txt",))
    found = [each for each in built.report if each.code == "STR050"]
    assert [each.label for each in found] == labels
    assert all(str(each.place).endswith("template.docx 第 1 段") for each in found)


def test_a_template_without_a_title_is_told(tmp_path: Path) -> None:
    found = Edited(lambda xml: xml.replace("{{ 标题 }}", "")).found(tmp_path)
    assert [(each.code, each.label) for each in found] == [("PCK002", "模板里没有 {{ 标题 }}，标题印不出来")]


def test_a_title_in_the_units_own_words_is_one(tmp_path: Path) -> None:
    assert Edited(lambda xml: xml.replace("{{ 标题 }}", "{{ 单位 }}{{ 年度 }}年绩效报告")).found(tmp_path) == []
