"""Totals and parts in prose: found where they are meant, called wrong only where nothing else can be meant."""

from pathlib import Path

import pytest
from tests.numbers.written import written

from reportgen.numbers import Sum, candidate_sums, read_numbers

DATA = Path(__file__).parents[1] / "data"
SEEDS = ["dongguan-2020", "guangzhou-2023", "linze-2023", "nanyang-2020", "tangshan-2021"]


def sums(text: str) -> list[Sum]:
    return candidate_sums(text, read_numbers(text))


def said(each: Sum) -> str:
    return f"{written(each.total.quantity)} = {' + '.join(written(part.quantity) for part in each.parts)}"


def line_of(seed: str, words: str) -> str:
    lines = (DATA / f"{seed}.txt").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if words in line)


def contradictions(text: str) -> list[str]:
    return [said(each) for each in sums(text) if each.sure and not each.holds]


# ---- the published texts ----


@pytest.mark.parametrize("seed", SEEDS)
def test_no_line_of_a_published_report_is_called_wrong(seed: str) -> None:
    lines = (DATA / f"{seed}.txt").read_text(encoding="utf-8").splitlines()
    assert [found for line in lines for found in contradictions(line)] == []


def test_one_total_is_divided_twice_and_its_parts_are_divided_again() -> None:
    assert [said(each) for each in sums(line_of("linze-2023", "1554225.33元")) if each.sure] == [
        "1554225.33元 = 790841.85元 + 763383.48元",
        "1554225.33元 = 335297.66元 + 229592.46元 + 16623.60元 + 224321.1元 + 652108.32元 + 96282.19元",
        "335297.66元 = 292774.39元 + 42523.27元",
        "652108.32元 = 224806.32元 + 427302元",
    ]


def test_985_prizes_are_18_counts() -> None:
    (prizes,) = [each for each in sums(line_of("nanyang-2020", "获奖作品 985 项")) if each.sure]
    assert prizes.holds
    assert len(prizes.parts) == 18
    assert {part.quantity.unit for part in prizes.parts} == {"项"}


def test_a_row_without_a_word_for_it_is_a_sum_that_is_not_sure() -> None:
    (row,) = sums(line_of("linze-2023", "开展科普活动109场次"))
    assert (said(row), row.holds, row.sure) == ("109场次 = 62场次 + 47场次", True, False)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("229592.46", "239592.46"),
        ("763383.48", "763383.84"),
        ("1554225.33", "1554252.33"),
        ("42523.27", "42253.27"),
        ("427302元", "417302元"),
        ("96282.19", "96282.91"),
        ("790841.85", "780841.85"),
    ],
)
def test_one_figure_changed_in_linze_is_found(right: str, wrong: str) -> None:
    line = line_of("linze-2023", "1554225.33元")
    assert contradictions(line.replace(right, wrong, 1))


@pytest.mark.parametrize(
    ("right", "wrong"), [("985", "958"), (" 31 项", " 13 项"), ("357", "157"), ("138", "183"), ("24 项", "42 项")]
)
def test_one_prize_changed_in_nanyang_is_found(right: str, wrong: str) -> None:
    line = line_of("nanyang-2020", "获奖作品 985 项")
    assert contradictions(line.replace(right, wrong, 1))


# ---- forms of lists ----

WRONG = [
    "全年更新展品22件，其中一楼展厅4件，二楼展厅11件，三楼展厅6件；开展志愿者活动5次。",
    "共开展活动109场次，其中馆内62场次、馆外42场次。",
    "共开展活动109场次（馆内62场次，馆外42场次）。",
    "一季度3场、二季度4场、三季度5场，共计13场。",
    "总支出100.5万元，其中：人员经费60.25万元，公用经费41.25万元。",
    "共评出奖项40个，分别为一等奖5个、二等奖10个、三等奖24个。",
    "共计支出12.0万元。其中：电费3.2万元、水费2.1万元、物业费7.7万元。",
    "评价得分95分，其中投入得14分，过程得23分，产出得29分，效果得28分。",
    "三公经费总额为5.6万元，其中：出国费0万元，车辆运行维护费5.2万元，公务接待费0.6万元。",
    "预算100万元（基本经费60.5万元，项目经费49.5万元）。",
    "项目资金200.00万元，其中讲座52.00万元，大篷车32.00万元，竞赛40.00万元，开放80.00万元，占比分别为24%、16%、20%、40%。",
    "接待观众6.42万人次，其中未成年人4.10万人次，成年人3.32万人次。",
    "参加培训120人次，其中男70人次，女40人次。",
    "举办活动110场，其中线上60场、线下40场。",
    "全年举办科普讲座83场，其中进社区16场，进学校14场，进乡村8场。",
    "接待观众6.24万人次，其中馆内4.10万人次，馆外2.32万人次。",
    "基本支出362.60万元，项目支出200.00万元。基本支出包括：人员经费318.40万元，公用经费44.02万元。",
]
MISPLACED = {
    "收入总计562.80万元，其中财政拨款收入524.60元，事业收入18.20万元，其他收入20.00万元。": "524.60元",
    "共支出100.50元（电费20.30万元、水费80.20万元）。": "100.50元",
    "共支出335297.66元（工资292774.39万元、社保42523.27元）。": "292774.39万元",
    "支出2.90万元，其中因公出国（境）费0万元，公务用车费2.10元，公务接待费0.80万元。": "2.10元",
    "共支出30.00万元。其中：甲8.10万元、乙9.20万元、丙11.30万元、丁1.40元，设备4.50万元，维修25.50万元。": "1.40元",
}
"""One amount in 元 among 万元, or the other way about."""
RIGHT = [
    "全年更新展品22件，其中一楼展厅4件，二楼展厅11件，三楼展厅7件；开展志愿者活动5次。",
    "共开展活动109场次，其中馆内62场次、馆外47场次。",
    "共开展活动109场次（馆内62场次，馆外47场次）。",
    "一季度3场、二季度4场、三季度5场，共计12场。",
    "总支出1.5亿元，其中：人员经费5000万元，公用经费1亿元。",
    "共接待9.38万人次，其中线上经费培训33812人次，线下培训60000人次。",
    "共聘请专家12人，其中市内专家7名、省内专家5名。",
    "本年收入为1200.5万元,其中:财政拨款收入1000.2万元,占83.32%;事业收入200.3万元,占16.68%;其他收入0万元,占0%。",
    "拨款收入总计800万元，比上年减少50万元，降低5.88%。其中：一般公共预算拨款收入780万元，基金拨款收入20万元。",
    "总支出100.5万元，其中基本支出60.5万元（其中人员经费40.5万元、公用经费20万元），项目支出40万元。",
    "总支出100.5万元，其中基本支出60.5万元，其中人员经费40.5万元、公用经费20万元；项目支出40万元。",
    "共评选先进个人20名，其中一等奖3名，二等奖5名，三等奖12名，另有优秀奖10名。",
    "三公经费总额为5.6万元，其中：出国费0万元，车辆运行维护费5.2万元，公务接待费0.4万元。",
    "项目资金200.00万元，其中讲座48.00万元，大篷车32.00万元，竞赛40.00万元，开放80.00万元，占比分别为24%、16%、20%、40%。",
    "参加培训120人次，其中男80人次，女40人次。",
    "总支出562.60万元，基本支出362.60万元，项目支出200.00万元。基本支出包括：人员经费318.40万元，公用经费44.20万元。",
    "共支出2.5万元，其中材料费3000元、场租费1.2万元、讲课费1万元。",
]
OPEN = [
    "支出100万元，其中：设备购置20万元，维护15万元。",
    "共有人员50人，其中高级职称20人，中级职称25人，党员18人。",
    "共有职工80人，其中女职工45人、党员40人。",
    "2020年预算批复为518.89万元，其中专项资金288.1万元。",
    "共举办活动20场，其中科普讲座8场、科学表演9场等。",
    "全年接待12000人次，其中团体5000人次，学生6500人次。",
    "共接待500余人次，其中个体咨询100余人次，团体咨询300余人次，家长咨询70余人次。",
    "预算100万元，实际到位60万元，支出35万元，共计完成3项。",
    "满意度95%，其中展厅满意度90%，讲座满意度98%，活动满意度97%。",
    "共下达资金100万元，其中上年同期60万元，比上年增加30万元，增长50%。",
    "共支出100万元（2022年60万元、2021年50万元）。",
    "实际在职62人，其中副高级职称4人，管理人员33人，技师3人，退休职工28人。",
    "比上年增加20万元，其中人员经费增加15万元，公用经费增加5.5万元。",
    "满分100分，其中投入15分、过程25分、产出30分、效果30分，得分92.5分。",
    "共有展品320件，其中完好展品300件、完好互动展品180件。",
    "接待观众12000人次，其中成年观众5000人次，老年观众3500人次。",
    "全年举办科普讲座83场，其中进社区16场，进学校14场，进乡村18场。",
    "举办活动110场，其中线上60场。",
    "共有党员38人，其中男28人，预备党员2人。",
    "共支出100万元，其中大型展览20万元，小型展览3500元，其他展览12万元等。",
    "全年支出562.60万元，主要包括办公设备采购等12.00万元、展厅维护30.00万元。",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_list_that_does_not_add_up_is_a_contradiction(text: str) -> None:
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize("text", MISPLACED)
def test_an_amount_in_the_wrong_unit_is_told_from_a_wrong_sum(text: str) -> None:
    (wrong,) = [each for each in sums(text) if each.sure and not each.holds]
    assert wrong.misplaced
    assert wrong.misplaced.quantity.text == MISPLACED[text]


@pytest.mark.parametrize("text", RIGHT)
def test_a_list_that_adds_up_is_a_sum(text: str) -> None:
    assert contradictions(text) == []
    assert any(each.holds for each in sums(text))


@pytest.mark.parametrize("text", OPEN)
def test_what_may_overlap_or_be_incomplete_is_no_contradiction(text: str) -> None:
    assert contradictions(text) == []


def test_rounded_amounts_may_add_up_to_one_more() -> None:
    (each,) = sums("共计支出12万元。其中：电费3万元、水费2万元、物业费8万元。")
    assert each.holds
    assert each.difference == 10000


def test_units_that_do_not_fit_are_not_added() -> None:
    (only,) = sums("共更新展品22件，其中一楼4件、海报3张、二楼11件、三楼7件，讲座5场。")
    assert said(only) == "22件 = 4件 + 11件 + 7件"


def test_the_difference_is_what_the_parts_have_too_much() -> None:
    (wrong,) = [each for each in sums(WRONG[0]) if each.sure]
    assert wrong.difference == -1
