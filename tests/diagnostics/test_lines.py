"""The formats of lines: concise, GitHub's commands, the table of counts."""

from tests.diagnostics.outcomes import COMMA, FILE, SUM, outcome

from reportgen.diagnostics.formats import emit
from reportgen.diagnostics.outcome import Examined, Outcome
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.statistics import statistics
from reportgen.place import Place
from reportgen.record import replace


def test_concise_has_one_line_a_finding_and_leaves_out_what_was_acknowledged() -> None:
    assert emit("concise", outcome()).splitlines() == [
        f"{FILE}:1:1: 疑似 FMT003 起止日期用了半角连字号",
        f"{FILE}:2:25: 错误 NUM003 分项之和与总额不符：244.89",
        f"{FILE}:3:14: 警告 PUN001 汉字之间用了半角标点：逗号应为全角，",
        "坏.yaml: 不是 UTF-8 编码",
        "错误 1 处，疑似 1 处，警告 1 处，已确认 1 处，其中 1 处可用 --fix 自动改，1 个文件没有查",
    ]


def test_nothing_is_said_to_be_right_that_nobody_looked_into() -> None:
    nothing = Outcome((Examined("没有.yaml", Report(), {}, "没有这个文件：没有.yaml"),))
    assert emit("concise", nothing).splitlines() == ["没有.yaml: 没有这个文件：没有.yaml", "1 个文件没有查"]


def test_a_label_of_two_lines_stays_on_one() -> None:
    first, *_rest = emit("concise", outcome(replace(SUM, label="第一行\n第二行"))).splitlines()
    assert first.endswith("：第一行 第二行")


def test_github_puts_a_remark_beside_the_line() -> None:
    hint, error, warning, unreadable = emit("github", outcome()).splitlines()
    assert hint.startswith("::notice ")
    assert warning.startswith("::warning ")
    assert error == (
        f"::error file={FILE},title=错误 NUM003 分项之和与总额不符,line=2,endLine=2,col=25,endColumn=31::244.89"
        "%0A2 个分项合计 275.57：60 + 215.57%0A相差 30.68万元"
        "%0A依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）%0A改法：更正总额"
    )
    assert unreadable == "::error file=坏.yaml::坏.yaml 不是 UTF-8 编码"


def test_github_marks_of_its_own_are_written_otherwise() -> None:
    odd = replace(COMMA, place=Place("a,b:100%.yaml", 3, 1), label="50%\r\n::error::", title="一:二,三")
    (command, _unreadable) = emit("github", outcome(odd)).splitlines()
    assert "file=a%2Cb%3A100%25.yaml," in command
    assert "title=警告 PUN001 一%3A二%2C三," in command
    assert "::50%25%0D%0A::error::%0A" in command


def test_a_finding_over_several_lines_has_no_columns_in_github() -> None:
    (command, _unreadable) = emit("github", outcome(replace(SUM, place=Place(FILE, 1, 1, 2, 3)))).splitlines()
    assert "line=1,endLine=3::" in command


def test_statistics_counts_codes_the_most_frequent_first() -> None:
    twice = replace(COMMA, place=Place(FILE, 3, 20))
    accepted = replace(COMMA, place=Place(FILE, 3, 30), acknowledged="原文如此")
    assert statistics(outcome(SUM, COMMA, twice, accepted)) == [
        "2  PUN001  警告  汉字之间用了半角标点（另有已确认 1 处）",
        "1  NUM003  错误  分项之和与总额不符",
    ]
