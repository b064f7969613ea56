"""`check --fix`: what is certain is changed in the file, and nothing else in it."""

import json
import re
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rules.fragments import ROOT, merged
from tests.support.clause_mutants import MUTANTS
from tests.support.example import changed
from tests.support.shell import Shell
from tests.support.stranger import letter_of

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.fix import fix_text

COMMA = ("其他问题: 无", "其他问题: 展厅,活动室没有其它问题。 # 逗号,注释")
RIGHT = ("其他问题: 无", "其他问题: 展厅，活动室没有其它问题。 # 逗号,注释")
BOTH = ("其他问题: 无", "其他问题: 展厅，活动室没有其他问题。 # 逗号,注释")
BOM = b"\xef\xbb\xbf"


def test_what_is_safe_is_changed_and_what_remains_is_reported(shell: Shell) -> None:
    path = shell.write("a.yaml", changed(COMMA))
    code, out, _err = shell.run("check", "a.yaml", "--fix")
    assert path.read_text(encoding="utf-8") == changed(RIGHT)
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "已改 1 处：PUN001 汉字之间用了半角标点 1 处"
    assert lines[1] == "警告 WRD001 易错词"
    assert lines[-1] == "警告 1 处，1 处可用 --unsafe-fixes 改，改后要核对"


def test_the_rest_is_changed_when_asked_for(shell: Shell) -> None:
    path = shell.write("a.yaml", changed(COMMA))
    out = shell.run("check", "a.yaml", "--unsafe-fixes")[1]
    assert path.read_text(encoding="utf-8") == changed(BOTH)
    assert out == "已改 2 处：PUN001 汉字之间用了半角标点 1 处，WRD001 易错词 1 处\n没有发现问题\n"


def test_without_it_the_report_says_how_much_can_be_repaired(shell: Shell) -> None:
    path = shell.write("a.yaml", changed(COMMA))
    for words in ((), ("--output-format", "concise")):
        last = shell.run("check", "a.yaml", *words)[1].splitlines()[-1]
        assert last == "警告 2 处，其中 1 处可用 --fix 自动改，1 处可用 --unsafe-fixes 改，改后要核对"
    assert path.read_text(encoding="utf-8") == changed(COMMA)
    assert "--fix" not in shell.run("build", "a.yaml", "--format", "txt")[1], "build has no such option"


def test_bytes_that_are_no_finding_stay(shell: Shell) -> None:
    """Windows line ends, a byte-order mark, comments, blanks at the end of a line."""
    path = shell.folder / "a.yaml"
    path.write_bytes(BOM + changed(COMMA).replace("\n", "  \r\n").encode())
    path.chmod(0o600)
    shell.run("check", "a.yaml", "--fix")
    assert path.read_bytes() == BOM + changed(RIGHT).replace("\n", "  \r\n").encode()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(shell: Shell) -> None:
    path = shell.write("真.yaml", changed(COMMA))
    (shell.folder / "a.yaml").symlink_to(path)
    shell.run("check", "a.yaml", "--fix")
    assert (shell.folder / "a.yaml").is_symlink()
    assert path.read_text(encoding="utf-8") == changed(RIGHT)


def test_a_file_without_anything_to_change_is_not_written(shell: Shell) -> None:
    path = shell.write("a.yaml", changed())
    before = path.stat()
    assert shell.run("check", "a.yaml", "--fix") == (0, "没有发现问题\n", "")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_the_layout_of_a_word_file_is_set_in_a_copy(shell: Shell) -> None:
    typed = letter_of("水务")
    (shell.folder / "稿.docx").write_bytes(typed)
    code, out, _err = shell.run("check", "稿.docx", "--select", "LAY")
    assert (code, out.splitlines()[-1]) == (0, "警告 13 处，提示 1 处，其中 14 处可用 --fix 自动改")
    lines = shell.run("check", "稿.docx", "--fix", "--select", "LAY")[1].splitlines()
    assert lines[0].startswith(
        "版式已改 14 处，另存为 稿-已改.docx，字没有动，原来的文件没有动：LAY002 字体或字号与公文格式不同 6 处"
    )
    assert lines[1:] == ["没有发现问题"]
    assert (shell.folder / "稿.docx").read_bytes() == typed
    assert shell.run("check", "稿-已改.docx", "--select", "LAY") == (0, "没有发现问题\n", "")


def test_a_copy_that_is_there_is_not_overwritten(shell: Shell) -> None:
    (shell.folder / "稿.docx").write_bytes(letter_of("学校"))
    shell.write("稿-已改.docx", "别人的")
    assert "另存为 稿-已改1.docx" in shell.run("check", "稿.docx", "--fix", "--select", "LAY001")[1]
    assert (shell.folder / "稿-已改.docx").read_text(encoding="utf-8") == "别人的"


def test_what_cannot_be_set_is_said_with_its_place(shell: Shell) -> None:
    broken = next(each for each in MUTANTS if each.done == "份号写成四位")
    (shell.folder / "稿.docx").write_bytes(broken.of("医院"))
    lines = shell.run("check", "稿.docx", "--fix", "--select", "LAY")[1].splitlines()
    assert lines[0] == "稿.docx 没有可以自动改的版式；--fix 只改版式，不改别人写的字"
    assert lines[1] == "没有改 LAY014（稿.docx 第1段）份号写作「0012」：要改字或移动内容，请自己改"
    assert not (shell.folder / "稿-已改.docx").exists()


def test_what_would_be_set_is_shown_without_writing(shell: Shell) -> None:
    (shell.folder / "稿.docx").write_bytes(letter_of("医院"))
    code, out, error = shell.run("check", "稿.docx", "--diff", "--select", "LAY001,LAY008")
    assert (code, out) == (1, "")
    assert error == "版式可改 3 处：LAY008 左空的字数与公文格式不同 2 处，LAY001 纸张或页边距与公文格式不同 1 处\n"
    assert [path.name for path in shell.folder.iterdir() if path.suffix == ".docx"] == ["稿.docx"]


def test_only_the_codes_that_are_selected_are_changed(shell: Shell) -> None:
    path = shell.write("a.yaml", changed(COMMA))
    shell.run("check", "a.yaml", "--unsafe-fixes", "--select", "WRD")
    assert path.read_text(encoding="utf-8") == changed((COMMA[0], COMMA[1].replace("其它", "其他")))


def test_a_diff_is_shown_and_nothing_written(shell: Shell) -> None:
    path = shell.write("a.yaml", changed(COMMA))
    code, out, err = shell.run("check", "a.yaml", "--diff")
    assert code == 1
    assert [line for line in out.splitlines() if line[0] in "+-"] == [
        "--- a.yaml",
        "+++ a.yaml",
        "-" + COMMA[1],
        "+" + RIGHT[1],
    ]
    assert err == "可改 1 处：PUN001 汉字之间用了半角标点 1 处\n"
    assert path.read_text(encoding="utf-8") == changed(COMMA)
    shell.write("a.yaml", changed(RIGHT))
    assert shell.run("check", "a.yaml", "--diff") == (0, "", "")


def test_a_finished_document_is_never_changed(shell: Shell) -> None:
    path = shell.write("报告.txt", "某市科技馆2024年度工作总结\n一、知识,传播\n")
    _code, out, _err = shell.run("check", "报告.txt", "--fix")
    assert out.splitlines()[0] == "报告.txt 是别人写成的文件，--fix 不改它，只列出问题"
    assert path.read_text(encoding="utf-8").endswith("知识,传播\n")
    assert shell.run("check", "报告.txt", "--diff")[0] == 0


@pytest.mark.parametrize(("encoding", "name"), [("gbk", "GBK"), ("utf-16", "UTF-16"), ("utf-16-be", "UTF-16")])
def test_a_file_of_an_old_editor_is_saved_as_utf8(shell: Shell, encoding: str, name: str) -> None:
    path = shell.folder / "a.yaml"
    path.write_bytes(changed().encode(encoding))
    code, out, _err = shell.run("check", "a.yaml")
    assert (code, out.count("SRC021")) == (0, 1)
    assert f"已按 {name} 读" in out
    code, out, _err = shell.run("check", "a.yaml", "--fix")
    assert (code, out.splitlines()[0]) == (0, f"a.yaml 是 {name} 编码，已另存为 UTF-8")
    assert path.read_bytes() == changed().encode()


def test_a_file_that_is_damaged_is_told_where(shell: Shell) -> None:
    path = shell.folder / "a.yaml"
    path.write_bytes("单位: 示例县人民医院\n年度: 2024\n".encode().replace("人".encode(), b"\xe4\xba"))
    for words in ((), ("--fix",), ("--diff",)):
        code, _out, err = shell.run("check", "a.yaml", *words)
        assert code == 2
        assert "第 1 行读不懂" in err


def test_programs_get_the_edits(shell: Shell) -> None:
    shell.write("a.yaml", changed(COMMA))
    findings = json.loads(shell.run("check", "a.yaml", "--output-format", "json")[1])["files"][0]["findings"]
    line, column = findings[0]["line"], findings[0]["column"]
    edit = {"line": line, "column": column, "old": ",", "new": "，"}
    assert findings[0]["repair"] == {"safe": True, "edits": [edit]}
    assert findings[1]["repair"]["safe"] is False
    results = json.loads(shell.run("check", "a.yaml", "--output-format", "sarif")[1])["runs"][0]["results"]
    (change,) = results[0]["fixes"][0]["artifactChanges"]
    region = {"startLine": line, "startColumn": column, "endLine": line, "endColumn": column + 1}
    assert change["artifactLocation"]["uri"] == "a.yaml"
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "，"}}]


def test_programs_read_what_remains_and_the_screen_what_was_done(shell: Shell) -> None:
    shell.write("a.yaml", changed(COMMA))
    _code, out, err = shell.run("check", "a.yaml", "--fix", "--output-format", "json")
    assert [finding["code"] for finding in json.loads(out)["files"][0]["findings"]] == ["WRD001"]
    assert err.startswith("已改 1 处")


# ---- slips of the hand ----


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (("\n年度: 2024", "\n年度：2024"), ("\n年度: 2024", "\n年度: 2024")),
        (("\n年度: 2024", "\n年度:2024"), ("\n年度: 2024", "\n年度: 2024")),
        (("{得分: 95.66分, ", "{得分: 95.66分，"), ("{得分: 95.66分, ", "{得分: 95.66分, ")),
        (("\n  职能: |", "\n\t职能: |"), ("\n  职能: |", "\n  职能: |")),
        (("  - 简称: 活动计划", "  -简称：活动计划"), ("  - 简称: 活动计划", "  - 简称: 活动计划")),
        (("其他问题: 无", "其他问题: {{ 年度 }}年无,没有"), ("其他问题: 无", "其他问题: '{{ 年度 }}年无，没有'")),
    ],
)
def test_slips_that_can_be_mended_are(shell: Shell, wrong: tuple[str, str], right: tuple[str, str]) -> None:
    """The rest of the file too, which a slip hid."""
    path = shell.write("a.yaml", changed(wrong))
    assert shell.run("check", "a.yaml")[0] == 2
    assert shell.run("check", "a.yaml", "--fix")[0] == 0
    assert path.read_text(encoding="utf-8") == changed(right)


def test_a_file_that_cannot_be_read_even_then_is_left_alone(shell: Shell) -> None:
    text = changed(("\n年度: 2024", "\n年度：2024"), ("其他问题: 无", '其他问题: "无'))
    path = shell.write("a.yaml", text)
    code, out, _err = shell.run("check", "a.yaml", "--fix")
    assert (code, path.read_text(encoding="utf-8")) == (2, text)
    assert "已改" not in out


def test_what_would_make_the_document_impossible_is_not_changed(shell: Shell) -> None:
    """The name of a chart is what the text refers to it by."""
    rows = "  - {名称: '人次,场次', 类型: 柱形图, 数据: {甲: 1, 乙: 2}}\n"
    text = merged(f"图表:\n{rows}收支情况: |\n  全年情况见{{{{ 图表.人次,场次 }}}}。\n\n  {{{{ 图表.人次,场次 }}}}\n")
    path = shell.write("a.yaml", text)
    code, _out, _err = shell.run("check", "a.yaml", "--fix")
    assert (code, path.read_text(encoding="utf-8")) == (0, text)


# ---- any file ----

MARKS = st.sampled_from("，,;:：。“”3-#'\"\\%!{}[|& 𠮷")
WORDS = st.sampled_from(
    [
        "知识",
        "传播",
        "。。",
        " , ",
        "(试行)",
        "2024年04月05日",
        "财预(2020)10号",
        "９５％",
        "约5人左右",
        "其它",
        "- ",
        "{{ 年度 }}",
    ]
)
TEXTS = st.lists(MARKS | WORDS, min_size=1, max_size=12).map(lambda words: "甲" + "".join(words))
FORMS = [
    "收支情况: {}",
    "收支情况: |\n  {}",
    "收支情况: |\n\n    {}\n",
    "收支情况: '{}'",
    '收支情况: "{}" # 甲,乙',
    "其他问题: {} # 甲,乙",
    "活动: [{{部门: 甲, 内容: {}}}]",
]
LOOKS = re.compile(r"[,;:!，；：！。()（）〔〕'\"“”{}\s\d０-９月年日－—\-%％约左右它他]")
"""Characters that a repair of these words puts in, takes away or changes."""


def check(text: str) -> Checked:
    return check_text(text, "a.yaml")


def offered(finding: Diagnostic) -> bool:
    return finding.offer is not None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(FORMS), st.sampled_from(["\n", "\r\n"]))
def test_no_file_is_damaged(text: str, form: str, end: str) -> None:
    before = merged(form.format(text) + "\n").replace("\n", end)
    first = check(before)
    fixed = fix_text(before, check, offered)
    assert LOOKS.sub("", fixed.text) == LOOKS.sub("", before)
    assert fixed.text.count(end) == before.count(end)
    assert fatal(fixed.checked) <= fatal(first)
    if not fatal(first) and not fixed.refused:
        assert not any(finding.offer for finding in fixed.checked.report), "all that was offered is done"
    assert fix_text(fixed.text, check, offered).text == fixed.text


def fatal(checked: Checked) -> set[tuple[str, str]]:
    return {(finding.code, finding.label) for finding in checked.report if finding.severity is Severity.FATAL}


def test_every_content_file_keeps_all_but_its_repairs(shell: Shell) -> None:
    for path in sorted((ROOT / "content").glob("*.yaml")):
        before = path.read_text(encoding="utf-8").replace("忽略 ", "")
        copy = shell.write(path.name, before)
        shell.run("check", path.name, "--fix")
        after = copy.read_text(encoding="utf-8")
        assert len(after.splitlines()) == len(before.splitlines())
        shell.run("check", path.name, "--fix")
        assert copy.read_text(encoding="utf-8") == after


FORM = """\
名称: 活动经费表
标题: "{{ 单位 }}{{ 年度 }}年度活动经费表"
字段:
  单位: {类型: 文本}
  年度: {类型: 年度}
  活动: {类型: 清单, 单位: 万元, 字段: {活动名称: {类型: 文本}, 支出数: {类型: 金额}}}
  说明: {类型: 正文}
表格:
  表: {列宽: [50, 50], 行: [{逐条: 活动, 格: [{填: 活动名称}, {填: 支出数}]}, [{填: 说明, 跨列: 2}]]}
提纲: [{表: 表}]
"""


def test_a_name_that_references_use_is_not_changed_under_them(shell: Shell) -> None:
    """Then they would lead nowhere: it is said, and what else there is is changed."""
    pack = shell.folder / "本县" / "经费表"
    pack.mkdir(parents=True)
    shutil.copy(ROOT / "templates" / "project-self-evaluation" / "template.docx", pack)
    (pack / "pack.yaml").write_text(FORM, encoding="utf-8")
    rows = "活动:\n  - {活动名称: '展览,讲座', 支出数: 3.00}\n  - {活动名称: '竞赛,培训', 支出数: 2.00}\n"
    told = "说明: 支出{{ 活动.展览,讲座.支出数 }},按时付清。\n"
    path = shell.write("a.yaml", f"文种: 活动经费表\n单位: 某市科技馆\n年度: 2024\n{rows}{told}")
    code, out, _err = shell.run("check", "a.yaml", "--fix", "--templates", "本县")
    assert code == 0
    assert path.read_text(encoding="utf-8").endswith(
        rows.replace("竞赛,培训", "竞赛，培训") + told.replace("},按", "}，按")
    )
    assert out.splitlines()[:2] == [
        "已改 2 处：PUN001 汉字之间用了半角标点 2 处",
        "没有改 PUN001（a.yaml:5:15）：改了以后文件的格式或内容会错，请自己改",
    ]
