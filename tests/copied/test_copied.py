"""Copied paragraphs: names and figures are no difference, model text is nobody's own, years are told apart."""

from collections.abc import Iterable

import pytest
from benchmarks.copied_text import EVERY, excerpts

from reportgen.copied.marked import side_by_side
from reportgen.copied.model_text import ModelText, model_of
from reportgen.copied.paragraphs import Excerpt, bare
from reportgen.copied.search import Copies, Kind, copies_among
from reportgen.place import Place

HOSPITAL = "示例县人民医院2024年门急诊接诊386420人次，增长7.00%，主要原因是新门诊楼启用后预约就诊更加方便。"
COURT = "样板县人民法院2024年立案受理各类案件8642件，审结8236件，结案率95.30%，较上年有所提高，审判质效持续向好。"
WATER = "某市水务局全年巡查河道412公里，清理漂浮物86吨，发现的问题当日登记、三日内办结，群众投诉明显减少。"


def excerpt(text: str, unit: str, year: int = 2024) -> Excerpt:
    """A paragraph of a unit's paper."""
    return Excerpt(text, bare(text, (unit,)), f"{unit}{year}.docx", unit, year, Place(f"{unit}{year}.docx", len(text)))


def found(*excerpts: Excerpt, model: Iterable[str] = ()) -> Copies:
    """The copies among some paragraphs."""
    return copies_among(excerpts, model_of(model))


@pytest.mark.parametrize(
    ("text", "unit", "other"),
    [
        (HOSPITAL, "示例县人民医院", "样例市中医医院"),
        (COURT, "样板县人民法院", "某区人民法院"),
        (WATER, "某市水务局", "某区水务局"),
    ],
)
def test_another_name_and_other_figures_are_no_difference(text: str, unit: str, other: str) -> None:
    copied = text.replace(unit, other).replace("2024", "2023").replace("86", "77")
    (pair,) = found(excerpt(text, unit), excerpt(copied, other)).pairs
    assert (pair.kind, pair.likeness) == (Kind.UNITS, 1)


def test_a_text_of_their_own_is_none() -> None:
    assert (
        found(excerpt(HOSPITAL, "示例县人民医院"), excerpt(COURT, "样板县人民法院"), excerpt(WATER, "水务局")).pairs
        == ()
    )


def test_years_of_a_unit_are_told_apart_from_units() -> None:
    before, after = excerpt(COURT, "样板县人民法院", 2023), excerpt(COURT, "样板县人民法院", 2024)
    other = excerpt(COURT.replace("样板县", "某区"), "某区人民法院", 2024)
    pairs = found(after, other, before).pairs
    assert {(pair.kind, pair.one.unit, pair.one.year, pair.other.unit, pair.other.year) for pair in pairs} == {
        (Kind.YEARS, "样板县人民法院", 2023, "样板县人民法院", 2024),
        (Kind.UNITS, "样板县人民法院", 2023, "某区人民法院", 2024),
    }


def test_within_one_paper_nothing_is_copied() -> None:
    assert found(excerpt(WATER, "某市水务局"), excerpt(WATER + "。", "某市水务局")).pairs == ()


def test_model_text_is_nobodys_own() -> None:
    """Nearly as the model has it, or among sentences of one's own, which must then be alike by themselves."""
    model = "评价小组查阅了有关的账簿、合同和验收资料，走访了部分服务对象，在此基础上逐项打分，形成评价结论。"
    near = model.replace("有关的", "相关")
    assert found(excerpt(near, "甲小学"), excerpt(near, "乙小学"), model=[model]).pairs == ()
    with_own = found(excerpt(model + WATER, "甲局"), excerpt(model + COURT, "乙局"), model=[model])
    assert with_own.pairs == ()
    assert len(found(excerpt(model + WATER, "甲局"), excerpt(model + WATER, "乙局"), model=[model]).pairs) == 1


def test_what_a_paper_goes_by_is_named_alike() -> None:
    text = "根据《项目支出绩效评价管理办法》（财预〔2020〕10号）和《关于开展绩效自评的通知》要求，本单位开展了自评。"
    assert bare(text) == "本单位开展了自评"


def test_what_many_units_have_is_told_once() -> None:
    told = found(*(excerpt(WATER.replace("某市", f"{name}县"), f"{name}县水务局") for name in "甲乙丙丁戊己"))
    assert told.pairs == ()
    ((shared),) = told.shared
    assert len(shared.units) == 6


def test_one_character_in_twenty_changed_is_still_found() -> None:
    """The long run is `benchmarks/copied_text.py`; its figures stand in docs/汇总.md."""
    count = 1500
    pairs = copies_among(excerpts(count), ModelText()).pairs
    told = {each.place.line for pair in pairs for each in (pair.one, pair.other)}
    planted = {number + 1 for number in range(EVERY, count, EVERY)}
    assert planted <= told
    assert len(pairs) == len(planted)


def test_what_is_the_same_is_marked_and_figures_are_whole() -> None:
    one, other = side_by_side("全年接诊38642人次，群众满意。", "全年接诊38653人次，群众比较满意。")
    assert [each.text for each in one if not each.strong] == ["38642", "满意。"]
    assert "".join(each.text for each in one) == "全年接诊38642人次，群众满意。"
    assert [each.text for each in other if each.strong] == ["全年接诊", "人次，群众"]
