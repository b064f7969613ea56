"""Words compared: a number is replaced whole, what stands on both sides of a change is kept."""

import pytest

from reportgen.diff.runs import runs_of, text_of
from reportgen.model.inline import Change

SIGNS = {None: "{}", Change.DELETED: "[-{}-]", Change.INSERTED: "{{+{}+}}"}


def shown(old: str, new: str) -> str:
    """The runs in one line."""
    return "".join(SIGNS[run.change].format(run.text) for run in runs_of(old, new))


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("门诊12.50万人次", "门诊12.75万人次", "门诊[-12.50-]{+12.75+}万人次"),
        ("收入1,126.60万元", "收入1,216.60万元", "收入[-1,126.60-]{+1,216.60+}万元"),
        ("净增-3.5%", "净增3.5%", "净增[--3.5-]{+3.5+}%"),
        ("2019-2021年", "2019-2022年", "2019-[-2021-]{+2022+}年"),
        ("购置CT机1台", "购置MRI机2台", "购置[-CT-]{+MRI+}机[-1-]{+2+}台"),
        ("审结案件", "审结民事案件", "审结{+民事+}案件"),
        ("供水管网。", "供水管网", "供水管网[-。-]"),
        ("", "新设科室", "{+新设科室+}"),
        ("撤并科室", "", "[-撤并科室-]"),
        ("逐步加强管理", "不断完善管理", "[-逐步加强-]{+不断完善+}管理"),
    ],
)
def test_words_are_kept_deleted_and_inserted(old: str, new: str, runs: str) -> None:
    assert shown(old, new) == runs


@pytest.mark.parametrize(
    ("old", "new"),
    [("全年120场", "全年12场，其中0场"), ("5.30活动", "5·30活动"), ("１２３", "123"), ("a1b2", "a12b")],
)
def test_both_texts_can_be_told_from_the_runs(old: str, new: str) -> None:
    runs = runs_of(old, new)
    assert (text_of(runs, Change.INSERTED), text_of(runs, Change.DELETED)) == (old, new)


def test_a_mark_that_both_happen_to_have_between_other_words_is_no_island() -> None:
    assert shown("认真，扎实推进", "有序，稳妥推进") == "[-认真，扎实-]{+有序，稳妥+}推进"
