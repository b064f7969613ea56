"""`{{ 名称 | 单位 | 2位 }}` in prose: what is printed, and what is refused where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose.references import References
from reportgen.model.document import Number, plain_text
from reportgen.model.facts import Fact, Facts
from reportgen.numbers import read_quantity
from reportgen.place import Place, Written


def references() -> References:
    stated = {
        "预算.批复": ("518.89", "万元"),
        "展览.进馆人次": ("93812人次", ""),
        "辅导.来访": ("100余人次", ""),
        "辅导.师生": ("200余名", ""),
        "执行.支付率": ("51.6%", ""),
        "门诊.计划": ("至少300000人次", ""),
        "结案.目标": ("95%以上", ""),
        "抢修.时限": ("≤4小时", ""),
        "调解.目标": ("三千件以上", ""),
        "甲.数": ("1个", ""),
        "乙.数": ("2个", ""),
    }
    facts = []
    for name, (text, unit) in stated.items():
        quantity = read_quantity(text, unit)
        assert quantity is not None
        facts.append(Fact(tuple(name.split(".")), quantity, Place("a.yaml", 1, 1)))
    return References(Facts((*facts, Fact(("年度",), "2020", Place("a.yaml", 1, 1)))))


def printed(text: str) -> str:
    filler = references()
    words = plain_text(filler.inlines(Written(text, Place("a.yaml", 5, 3))))
    assert filler.found == []
    return words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("批复为{{ 预算.批复 }}。", "批复为518.89万元。"),
        ("批复为{{ 预算.批复 | 万元 }}。", "批复为518.89万元。"),
        ("批复为{{预算.批复|元}}。", "批复为5188900元。"),
        ("{{ 年度 }}年度", "2020年度"),
        ("{{ 进馆人次 }}", "93812人次"),
        ("{{ 进馆人次 | 万人次 | 2位 }}", "9.38万人次"),
        ("{{ 进馆人次 | 数 }}", "93812"),
        ("{{ 来访 }}", "100余人次"),
        ("{{ 师生 | 数 }}师生", "200余师生"),
        ("{{ 支付率 }}", "51.6%"),
        ("{{ 支付率 ｜ 0位 }}", "52%"),
        ("{{ 门诊.计划 }}", "至少300000人次"),
        ("{{ 门诊.计划 | 万人次 | 1位 }}", "至少30.0万人次"),
        ("{{ 结案.目标 | 1位 }}", "95.0%以上"),
        ("{{ 抢修.时限 | 数 }}", "≤4"),
        ("投诉【结案.没有】件", "投诉【结案.没有】件"),
        ("《甲.乙》和【注】", "《甲.乙》和【注】"),
    ],
)
def test_a_reference_prints_its_fact(text: str, words: str) -> None:
    assert printed(text) == words


@pytest.mark.parametrize(
    ("text", "code", "column", "hint"),
    [
        ("共{{ 预算.批付 }}", "REF001", 4, "预算.批复"),
        ("共{{ 数 }}", "REF002", 4, "甲.数"),
        ("共{{ 预算.批复 | 人次 }}", "REF004", 4, "人次"),
        ("共{{ 预算.批复 | 万元 | 亿元 }}", "REF004", 4, "亿元"),
        ("共{{ }}", "REF003", 4, "名称"),
        ("共{{ 预算.批复", "REF003", 4, "成对"),
        ("共 }} 元", "REF003", 5, "成对"),
        ("共｛｛预算.批复｝｝", "REF003", 4, "半角"),
        ("共[[ 预算.批复 ]]", "REF003", 4, "两层花括号"),
        ("共【预算.批复】", "REF003", 4, "两层花括号"),
        ("共{{ 结案.目标 | 万 }}", "REF004", 4, "万"),
        ("共{{ 调解.目标 | 0位 }}", "REF004", 4, "0位"),
        ("共{{ 辅导.来访 | 1位 }}", "REF004", 4, "不是准确的数"),
    ],
)
def test_a_wrong_reference_is_named_at_its_place(text: str, code: str, column: int, hint: str) -> None:
    filler = references()
    filler.inlines(Written(text, Place("a.yaml", 5, 3)))
    first = filler.found[0]
    assert (first.code, first.place.line, first.place.column) == (code, 5, column)
    assert hint in first.label + first.fix


def test_a_printed_number_remembers_its_fact() -> None:
    inlines = references().inlines(Written("共{{ 进馆人次 | 万人次 | 2位 }}。", Place("a.yaml", 5, 3)))
    numbers = [inline for inline in inlines if isinstance(inline, Number)]
    assert [(number.text, number.fact.name) for number in numbers] == [("9.38万人次", "展览.进馆人次")]


@given(st.text(st.characters(exclude_characters="{}｛｝", exclude_categories=("Cs", "Cc"))))
def test_text_without_braces_is_printed_as_it_is(text: str) -> None:
    assert printed(text) == text


def guess(name: str) -> str:
    filler = references()
    filler.inlines(Written("{{ " + name + " }}", Place("a.yaml", 5, 3)))
    return filler.found[0].fix


def test_a_guess_never_names_another_fund() -> None:
    """Who follows it would print a wrong figure."""
    assert guess("预算.展厅运行经费.批复") == ""
    assert guess("预算.批付") == "是不是「预算.批复」？"
    assert guess("展览") == "要写出是哪一个：展览.进馆人次"
