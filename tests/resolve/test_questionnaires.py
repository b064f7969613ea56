"""Questionnaires: counts that were typed, or answer sheets in a csv file; shares and satisfaction worked out."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.support.surveys import checked, told

from reportgen.model.questionnaire import Questionnaire, Questionnaires, largest_remainders
from reportgen.resolve.answer_sheets import BadSheets, read_sheets

VISITORS = """
  - 名称: 观众
    发放: 320份
    收回: 310份
    有效: 300份
    题目:
      - {题目: 您对讲解是否满意？, 简称: 讲解, 题型: 满意度, 选项: {非常满意: 180, 满意: 90, 一般: 20, 不满意: 10}}
      - {题目: 您从哪里知道我们？, 简称: 渠道, 题型: 多选, 选项: {电视: 120, 网络: 240, 学校: 66}}
      - {题目: 您的年龄, 简称: 年龄, 选项: {18岁以下: 100, 18至60岁: 100, 60岁以上: 100}}
"""
PATIENTS = """
  - 名称: 患者
    答卷: 问卷/患者.csv
    题目:
      - {题目: 您对护理是否满意？, 简称: 护理, 题型: 满意度, 选项: [非常满意, 满意, 一般, 不满意, 不了解]}
      - {题目: 您就诊的科室, 简称: 科室, 题型: 多选, 选项: [内科, 外科, 儿科]}
      - {题目: 您是第几次来, 简称: 次数, 列: 来过几次, 选项: [第一次, 不止一次]}
"""
SHEETS = """编号,1、您对护理是否满意？,2、您就诊的科室,来过几次
1,非常满意,内科┋外科,1
2,满意,内科,B
3,A,儿科；外科,不止一次
4,不了解,,A.第一次
"""


def survey(folder: Path, text: str, *lines: str) -> Questionnaire:
    made = checked(folder, text, *lines)
    assert told(made) == []
    assert made.main
    (found,) = made.main.content.every(Questionnaires)
    return found.items[0]


def facts(survey: Questionnaire) -> dict[str, str]:
    return {".".join(fact.path[2:]): str(fact.value) for fact in survey.facts()}


def patients(
    folder: Path, sheets: str = SHEETS, encoding: str = "utf-8", text: str = PATIENTS
) -> list[tuple[str, str]]:
    (folder / "问卷").mkdir(exist_ok=True)
    (folder / "问卷" / "患者.csv").write_bytes(sheets.encode(encoding))
    return told(checked(folder, text))


def test_shares_rates_and_satisfaction_follow_from_counts(tmp_path: Path) -> None:
    found = facts(survey(tmp_path, VISITORS))
    assert found | {"发放": "320份", "收回": "310份", "有效": "300份", "回收率": "96.9%", "有效率": "96.8%"} == found
    assert found | {"讲解.非常满意": "60.0%", "讲解.非常满意.人数": "180人", "讲解.回答": "300人"} == found
    assert (
        found | {"讲解.满意度": "88.0%", "讲解.满意率": "90.0%", "满意度": "88.0%"} == found
    )  # (180×100+90×80+20×60)÷300
    assert found["讲解.赋分"] == "非常满意100分、满意80分、一般60分、不满意0分"
    assert [found[f"渠道.{name}"] for name in ("电视", "网络", "学校")] == ["40.0%", "80.0%", "22.0%"]  # of persons


def test_points_and_what_counts_as_satisfied_may_be_written(tmp_path: Path) -> None:
    own = "    赋分: {非常满意: 100, 满意: 90, 一般: 60, 不满意: 30}\n    算满意: [非常满意]\n    小数: 2\n"
    found = facts(survey(tmp_path, VISITORS.replace("    题目:\n", own + "    题目:\n")))
    assert (found["讲解.满意度"], found["讲解.满意率"]) == ("92.00%", "60.00%")


def test_shares_of_one_option_each_can_be_made_to_add_up_to_100(tmp_path: Path) -> None:
    ages = ("年龄.18岁以下", "年龄.18至60岁", "年龄.60岁以上")
    rounded = facts(survey(tmp_path, VISITORS))
    assert [rounded[age] for age in ages] == ["33.3%"] * 3
    whole = facts(survey(tmp_path, VISITORS.replace("    题目:\n", "    占比: 凑足100%\n    题目:\n")))
    assert [whole[age] for age in ages] == ["33.4%", "33.3%", "33.3%"]


@pytest.mark.parametrize("counts", [[1, 1, 1], [7, 0, 0], [2, 3, 1, 1, 1, 1, 1], [999, 1], [0, 0]])
def test_largest_remainders_add_up(counts: list[int]) -> None:
    shares = largest_remainders(counts, 1)
    assert sum(shares) == (100 if any(counts) else 0)
    total = sum(counts) or 1
    exact = [Decimal(count) / total * 100 for count in counts]
    assert all(abs(share - own) < Decimal("0.1") for share, own in zip(shares, exact, strict=True))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_answers_are_counted_in_a_csv_file_of_either_encoding(tmp_path: Path, encoding: str) -> None:
    assert patients(tmp_path, encoding=encoding) == []
    found = facts(survey(tmp_path, PATIENTS))
    assert (
        found | {"有效": "4份", "护理.非常满意.人数": "2人", "护理.满意度": "93.3%", "护理.满意率": "100.0%"} == found
    )
    assert found | {"科室.内科": "66.7%", "科室.回答": "3人", "次数.第一次.人数": "2人"} == found


def test_wps_saves_tabs_too(tmp_path: Path) -> None:
    assert patients(tmp_path, SHEETS.replace(",", "\t")) == []


BAD = [
    ("2,满意", "2,凑合", "问卷/患者.csv 第3行B列：没有「凑合」这个选项；选项有：非常满意、满意、一般、不满意、不了解"),
    ("2,满意,内科,B", "2,满意┋一般,内科,B", "问卷/患者.csv 第3行B列：这一题只能选一项，这里有 2 项"),
    ("3,A", ",,,\n3,A", "问卷/患者.csv 第4行：这一行是空的，请删去"),
    ("3,A,", "3,A,,,", "问卷/患者.csv 第4行：这一行有 6 格，表头只有 4 格"),
    ("编号,", "来过几次,", "问卷/患者.csv 第1行D列：表头「来过几次」与 A 列的重复"),
    (SHEETS.partition("\n")[2], "", "问卷/患者.csv 只有表头，没有答卷"),
    (SHEETS, "\n\n", "问卷/患者.csv 文件是空的"),
]


@pytest.mark.parametrize(("old", "new", "label"), BAD)
def test_what_is_wrong_in_the_sheets_is_told_by_row_and_column(tmp_path: Path, old: str, new: str, label: str) -> None:
    assert ("CON024", label) in patients(tmp_path, SHEETS.replace(old, new, 1))


def test_a_column_that_is_missing_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    (found,) = patients(tmp_path, text=PATIENTS.replace("列: 来过几次", "列: 次数"))
    assert found == (
        "CON024",
        "答卷里没有「次数」这一列；表头有：编号、1、您对护理是否满意？、2、您就诊的科室、来过几次",
    )


def test_as_many_sheets_as_are_said_to_be_valid(tmp_path: Path) -> None:
    more = PATIENTS.replace("    答卷", "    发放: 3份\n    有效: 5份\n    答卷")
    assert patients(tmp_path, text=more) == [
        ("CON024", "写的是有效 5份，答卷有 4 行"),
        ("CON024", "有效 5份，比发放 3份 还多"),
    ]


@pytest.mark.parametrize("path", ["../患者.csv", "/etc/passwd", "https://例.中国/患者.csv", "C:/患者.csv"])
def test_only_files_beside_the_content_file_are_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "患者.csv").write_text(SHEETS, encoding="utf-8")
    (tmp_path / "内").mkdir()
    found = told(checked(tmp_path / "内", PATIENTS.replace("问卷/患者.csv", path)))
    assert found == [("CON024", "文件要在内容文件所在的文件夹里")]


FEWER = [
    ("有效: 300份", "有效: 280份", "这一题有 300 人回答，有效问卷只有 280 份"),
    ("收回: 310份", "收回: 330份", "收回 330份，比发放 320份 还多"),
    ("网络: 240", "网络: 340", "「网络」有 340 人选，回答这一题的只有 300 人"),
    ("网络: 240", "网络: 80%", "选项后面写人数，是整数；占比由程序算"),
    ("    有效: 300份\n", "", "多选题要知道有多少人回答：写这一题的「回答」，或问卷的「有效」"),
    ("题型: 多选", "题型: 多项", "题型写 单选、多选、满意度，没有「多项」"),
    ("简称: 年龄", "简称: 渠道", "这份问卷里已经有一题叫「渠道」，请写不同的「简称」"),
    ("一般: 20", "马马虎虎: 20", "不知道这些选项各值多少分：非常满意、满意、马马虎虎、不满意"),
    ("{18岁以下: 100, 18至60岁: 100, 60岁以上: 100}", "{18岁以下: 0, 60岁以上: 0}", "这一题没有一个人回答"),
]


@pytest.mark.parametrize(("old", "new", "label"), FEWER)
def test_counts_that_cannot_be_are_told_where_they_stand(tmp_path: Path, old: str, new: str, label: str) -> None:
    assert ("CON024", label) in told(checked(tmp_path, VISITORS.replace(old, new, 1)))


NO_CSV = [b"\xff\xfe\x00", b'a,b\n"1,2\n' * 3, bytes(range(256)) * 40, b"a,b\n"]


@pytest.mark.parametrize("content", NO_CSV)
def test_what_is_no_csv_file_is_told_and_never_a_traceback(content: bytes) -> None:
    with pytest.raises(BadSheets, match=r"csv|读不懂|答卷|格"):
        read_sheets(content)


def test_prose_that_refers_to_a_questionnaire_that_is_wrong_is_not_told_again(tmp_path: Path) -> None:
    found = told(checked(tmp_path, VISITORS.replace("收回: 310份", "收回: 330份"), "满意度{{ 问卷.观众.满意度 }}。"))
    assert [code for code, _label in found] == ["CON024"]
