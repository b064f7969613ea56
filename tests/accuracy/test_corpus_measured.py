"""An error of the corpus is found when something new is said that leads to it."""

import pytest
from benchmarks.accuracy.corpus.drawn import Only
from benchmarks.accuracy.corpus.formats import Format, Said, sentence_at
from benchmarks.accuracy.corpus.judged import Found, unjudged
from benchmarks.accuracy.corpus.measure import Outcome, concerns, outcomes_of
from benchmarks.accuracy.corpus.planted import Case, cases
from benchmarks.accuracy.corpus.source import Document, parse
from benchmarks.accuracy.corpus.tables import by_kind
from benchmarks.accuracy.corpus.ties import shares_of
from tests.support.corpus import document

from reportgen.record import replace

SUM = "支出⟦114.60万元|sum⟧，其中：基本支出78.40万元，项目支出⟦36.20万元|sum=36.30万元⟧。"


def report(paragraph: str) -> tuple[Document, list[Case]]:
    """A short report with one paragraph, and the errors in it."""
    made = parse(f"@title 某市水务局2024年度部门整体支出绩效评价报告\n# 一、预算执行情况\n{paragraph}", "a.txt")
    return made, list(cases(made))


def outcome(paragraph: str, form: Format = Format.TXT) -> Outcome:
    """What becomes of the last error of a paragraph."""
    made, errors = report(paragraph)
    return outcomes_of(made, form, errors)[-1]


@pytest.mark.parametrize("form", [Format.TXT, Format.DOCX])
def test_a_sum_that_does_not_add_up_is_found(form: Format) -> None:
    assert outcome(SUM, form).found


def test_what_nothing_is_tied_to_is_not_found() -> None:
    assert outcome("召开会议⟦12次|alone product=21次⟧。").found == ()


def test_what_is_said_of_the_right_document_too_is_nothing_new() -> None:
    wrong_already = "支出115.60万元，其中：基本支出78.40万元，项目支出⟦36.20万元|sum=36.30万元⟧。"
    assert outcome(wrong_already).found != ()
    assert (
        outcome(wrong_already.replace("⟦36.20万元|sum=36.30万元⟧", "36.20万元") + "召开⟦会议|doubled⟧。").beside == ()
    )


def test_a_finding_elsewhere_that_does_not_tell_the_error_leads_nobody_to_it() -> None:
    made, errors = report(SUM)
    elsewhere = Said("NUM001", "支付率", ("应为 50%",), "支付率", "支付率为55%", "支付率为55%")
    assert not concerns(elsewhere, errors[-1], made)
    assert concerns(replace(elsewhere, notes=("78.4 + 36.3 = 114.7",)), errors[-1], made)
    assert concerns(replace(elsewhere, sentence=errors[-1].paragraph(made)[:-1]), errors[-1], made)


def test_a_sentence_is_told_by_its_ends() -> None:
    assert sentence_at("第一句。第二句；第三句。", 6) == "第二句"
    assert sentence_at("没有句号", 2) == "没有句号"


def test_the_table_has_a_row_for_each_kind_and_one_for_all() -> None:
    made, errors = report(SUM)
    rows = list(by_kind(outcomes_of(made, Format.TXT, errors), [Format.TXT]))
    assert rows[2:] == ["| 句内合计与分项 | sum | 2 | 2 | 100.0 |", "| 以上合计 |  | 2 | 2 | 100.0 |"]


def test_figures_are_counted_with_those_that_are_tied() -> None:
    shares = shares_of(document())
    assert (shares.every.count, shares.partnered.count) == (13, 8)
    assert 0 < shares.partnered.tied <= shares.every.tied


def test_a_finding_that_nobody_has_judged_is_listed_once_with_what_is_said() -> None:
    said = Said("NUM008", "合计不符", ("差 0.10",), "114.60万元", "支出114.60万元", "支出114.60万元，其中：……")
    lines = list(unjudged([Found("a", Format.TXT, said)] * 2))
    assert lines[1:] == ["a\ttxt\t\tNUM008\t114.60万元\t\t合计不符 差 0.10\t支出114.60万元，其中：……"]


def test_only_splits_name_and_kind() -> None:
    assert (Only.of("water"), Only.of("/sum")) == (Only("water"), Only("", "sum"))
