"""What a figure of running text is: its name, whose it is, of which year, what it does in its sentence."""

import pytest
from tests.support.ledgers import figures

from reportgen.statements.statement import Period, Role

NOW, BEFORE, OTHER = Period


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全年共开展义诊活动18场。", "开展义诊活动"),
        ("其中医生142人。", "医生"),
        ("截至2024年末在职386人。", "在职"),
        ("因公出国（境）费2.00万元。", "因公出国（境）费"),
        ("“三公”经费支出8.60万元。", "“三公”经费支出"),
        ("维修渠道（东干渠18.2公里）。", "东干渠"),
    ],
)
def test_a_name_is_the_words_before_the_figure_without_time_and_links(text: str, name: str) -> None:
    assert figures(text)[0].name == name


def test_a_label_that_says_little_gets_the_subject_of_its_sentence() -> None:
    budget, outcome = figures("公共安全支出年初预算860.00万元，支出决算840.00万元。")
    assert (budget.subject, budget.concept) == ("公共安全支出", "年初预算")
    assert (outcome.label, outcome.name, outcome.concept) == ("支出决算", "公共安全支出支出决算", "决算")


def test_a_line_item_is_what_the_figures_behind_it_are_said_of() -> None:
    assert [each.subject for each in figures("行政运行（项）支出决算640.00万元。")] == ["行政运行"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("上年收案4,100件，本年收案4,286件。", [BEFORE, NOW]),
        ("2023年收案4,100件，2024年收案4,286件。", [BEFORE, NOW]),
        # a word of time that opens the sentence governs all of it, any other only up to the semicolon
        ("上年完成40项；完成50项。", [BEFORE, BEFORE]),
        ("刑事审判庭上年完成40项；完成50项。", [BEFORE, NOW]),
        # what is only compared with is a base where it has a figure of its own
        ("比上年增加20.00万元，支出320.00万元。", [NOW, NOW]),
        ("比上年的300.00万元增加20.00万元。", [BEFORE, NOW]),
        # money carried over is this year's
        ("上年结转30.00万元。", [NOW]),
        ("上半年巡河300次，全年巡河680次。", [OTHER, OTHER]),
        ("上半年巡河300次，本年巡河680次。", [OTHER, NOW]),
    ],
)
def test_the_last_word_of_time_says_of_which_year_a_figure_is(text: str, periods: list[Period]) -> None:
    assert [each.period for each in figures(text)] == periods


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("门诊收入增长4.75%。", [Role.CHANGE]),
        ("升学率提高3.3个百分点。", [Role.CHANGE]),
        ("水库由6座减为5座。", [Role.AMOUNT, Role.AMOUNT]),
        ("占总支出的35.2%。", [Role.SHARE]),
        ("占比分别为60%、40%。", [Role.SHARE, Role.SHARE]),
        ("预算执行率98%。", [Role.RATE]),
        ("每场补助0.36万元。", [Role.EACH]),
        ("人均1,830元，造价42万元/公里。", [Role.EACH, Role.EACH]),
    ],
)
def test_a_figure_is_an_amount_a_change_a_share_a_rate_or_one_of_each(text: str, roles: list[Role]) -> None:
    assert [each.role for each in figures(text)] == roles


def test_what_is_planned_did_not_happen() -> None:
    assert [each.planned for each in figures("开放天数不少于300天。实际开放312天。")] == [True, False]


def test_points_to_be_had_are_not_points_got() -> None:
    assert [each.concept for each in figures("预算执行10分得9.66分。")] == ["满分", ""]


def test_brackets_are_counted() -> None:
    text = "基本支出860.00万元，其中人员经费720.00万元（工资福利650.00万元、补助70.00万元）。"
    assert [each.depth for each in figures(text)] == [0, 0, 1, 1]
