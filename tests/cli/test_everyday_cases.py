"""What once passed in silence, or broke the program, in the example with one thing changed: each is answered rightly.

By these inputs everyday use was measured; more of the same kinds, of other trades, stand beside the rules.
"""

from itertools import pairwise

import pytest
from tests.support.example import changed
from tests.support.report import docx, p
from tests.support.shell import Shell

from reportgen.model.document import Paragraph, plain_text
from reportgen.pipeline.check import check_text
from reportgen.pipeline.fix import fix_text

NBSP = "\u00a0"
NONE = "其他问题: 无\n"


def last_words(*lines: str) -> str:
    """The example with these lines at its end."""
    return changed((NONE, "其他问题: |\n" + "".join(f"  {line}\n" for line in lines)))


def said(text: str, *codes: str) -> list[tuple[str, str]]:
    """Code and the words pointed at, of all findings or of those codes, in the order of the file."""
    lines = text.splitlines()
    return [
        (each.code, lines[each.place.line - 1][each.place.column - 1 :][: each.place.length])
        for each in check_text(text, "内容.yaml").report
        if not codes or each.code in codes
    ]


CASES = {
    "一百条": (last_words(*(f"- 第{number}条内容说明。" for number in range(1, 401))), []),
    "部分大于总数": (
        changed(("  批复: 320.00", "  批复: 100.00"), ("  支出: 312.40", "  支出: 98.00")),
        [("NUM042", "120.00"), ("NUM042", "114.60")],
    ),
    "总数是零": (
        changed(("  批复: 320.00", "  批复: 0"), ("  支出: 312.40", "  支出: 0")),
        [("NUM042", "120.00"), ("NUM042", "114.60")],
    ),
    "负的预算": (
        changed(("  批复: 320.00", "  批复: -320.00"), ("  支出: 312.40", "  支出: -312.40")),
        [("NUM043", "-320.00"), ("NUM043", "-312.40")],
    ),
    "值里的井号": (
        changed(("问题: 活动计划不够周密", "问题: 3 #机组活动计划不够周密")),
        [("SRC018", "#机组活动计划不够周密")],
    ),
    "四个井号": (
        last_words("# 一", "## 二", "### 三", "#### 四", "##### 五", "正文。"),
        [("CON008", "四"), ("CON008", "五")],
    ),
    "别的软件的记号": (
        last_words(
            "- 一级甲", "* 星号一", "1. 手写一", "2) 手写二", "（1）手写", "a. 字母", "- [ ] 未办", "> 引用",
            "**加粗**和`代码`。", "| --- | --- |", "![图](a.png)", "第一行<br>第二行。", "脚注[^1]。",
        ),
        [
            ("CON008", "* "), ("STR004", "1."), ("STR004", "2)"), ("STR004", "（1）"), ("CON008", "a. "),
            ("CON008", "[ ] "), ("CON008", "> "), ("STR018", "`代码`"), ("CON008", "| --- | --- |"),
            ("STR018", "![图](a.png)"), ("STR018", "<br>"), ("STR018", "[^1]"),
        ],
    ),
    "单引号里的字母": (changed((NONE, "其他问题: 推行‘A’办法，‘X’和‘一’。\n")), []),
    "冒号后是不间断空格": (changed(("年度: 2024", f"年度:{NBSP}2024")), [("SRC013", NBSP)]),
    "小数位数不一": (
        changed(("  批复: 320.00", "  批复: 320"), ("  支出: 312.40", "  支出: 312.4")),
        [("FMT013", "320"), ("FMT013", "312.4")],
    ),
    "前面多了零": (changed(("  批复: 320.00", "  批复: 0320")), [("CON010", "0320"), ("FMT013", "0320")]),
    "指自己的别名": (changed(("数据:\n", "数据: &a\n  甲: *a\n")), [("SRC001", "&")]),
    "极小的数": (changed(("  批复: 320.00", "  批复: 0.00000000000000000000000001")), [("CON005", f"0.{'0' * 25}1")]),
}  # fmt: skip
OWN = ("NUM04", "SRC", "CON", "STR004", "STR018", "FMT013", "PUN")


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_answered_where_it_stands(name: str) -> None:
    text, expected = CASES[name]
    assert [found for found in said(text) if found[0].startswith(OWN)] == expected


def test_items_beyond_a_hundred_are_numbered_in_hanzi() -> None:
    checked = check_text(CASES["一百条"][0], "内容.yaml")
    assert checked.document
    items = (block for block in checked.document.walk() if isinstance(block, Paragraph))
    labels = [item.label for item in items if "条内容" in plain_text(item.inlines)]
    assert (len(labels), labels[99], labels[100], labels[399]) == (400, "（一百）", "（一百零一）", "（四百）")


def test_an_impossible_day_is_never_written() -> None:
    """2024.2.30 was mended to a day that no calendar has."""
    text = changed((NONE, "其他问题: 2024年2月30日与2024.2.30开会，2024-04-31结束。\n"))
    assert said(text, "FMT008") == [("FMT008", day) for day in ("2024年2月30日", "2024.2.30", "2024-04-31")]
    assert fix_text(text, lambda new: check_text(new, "内容.yaml"), lambda _each: True).text == text


def bomb() -> str:
    names = "abcdefghij"
    lines = [f"{names[0]}: &a [{', '.join('x' * 9)}]"]
    lines += [f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in pairwise(names)]
    return "\n".join(lines) + "\n" + changed()


def spaces() -> bytes:
    """A paragraph of two thousand blanks, which took half a minute."""
    lines = ["某市科技馆2024年度部门整体支出绩效自评报告", "单位" + " " * 2000 + "概况", "一、基本情况", "全年开放。"]
    return docx("".join(map(p, lines)))


HOSTILE = {
    "别名炸弹.yaml": bomb().encode(),
    "自指.yaml": CASES["指自己的别名"][0].encode(),
    "极小.yaml": CASES["极小的数"][0].encode(),
    "空格.docx": spaces(),
}


def test_hostile_files_are_answered_and_their_neighbour_is_checked(shell: Shell) -> None:
    """Each within the ten seconds that it is given; the table says what became of it."""
    for name, content in HOSTILE.items():
        (shell.folder / name).write_bytes(content)
    shell.write("好.yaml", changed())
    code, out, _err = shell.run("check", *HOSTILE, "好.yaml", "--limits", "10s")
    assert code == 2
    table = {line.split()[0]: line.split()[1] for line in out.splitlines()[-6:]}
    assert table == {
        "别名炸弹.yaml": "做不成",
        "自指.yaml": "做不成",
        "极小.yaml": "做不成",
        "空格.docx": "查过",
        "好.yaml": "查过",
        "共": "5",
    }
