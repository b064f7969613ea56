"""The commands as a user runs them: what they print, what they write, and how they exit."""

import json
import subprocess
import sys

import pytest
from tests.support.example import changed
from tests.support.shell import Shell

from reportgen.diagnostics.text import display_width

WRONG_SUM = ("支出: 114.60}", "支出: 115.60}")
NO_DATE = ("成文日期: 2025年3月20日", "")


def test_build_writes_docx_and_pdf_named_after_the_content(shell: Shell) -> None:
    content = shell.write("某市科技馆（2024）.yaml", changed())
    code, out, _err = shell.run("build", content)
    assert code == 0
    assert "已生成" in out
    assert sorted(path.name for path in (shell.folder / "output").iterdir()) == [
        "某市科技馆（2024）.docx",
        "某市科技馆（2024）.pdf",
    ]


def test_build_can_make_other_formats_elsewhere(shell: Shell) -> None:
    content = shell.write("a.yaml", changed())
    code, _out, _err = shell.run("build", content, "--format", "txt，html", "-o", "别处")
    assert code == 0
    assert (shell.folder / "别处" / "a.txt").read_text(encoding="utf-8").startswith("某市科技馆")
    assert "<title>某市科技馆" in (shell.folder / "别处" / "a.html").read_text(encoding="utf-8")


def test_an_error_is_reported_and_the_files_are_made_all_the_same(shell: Shell) -> None:
    content = shell.write("a.yaml", changed(WRONG_SUM))
    code, out, _err = shell.run("build", content, "--format", "txt")
    assert code == 1
    assert "NUM003" in out
    assert (shell.folder / "output" / "a.txt").exists()


def test_strict_refuses_on_an_error(shell: Shell) -> None:
    content = shell.write("a.yaml", changed(WRONG_SUM))
    code, _out, err = shell.run("build", content, "--format", "txt", "--strict")
    assert code == 2
    assert "没有生成" in err
    assert not (shell.folder / "output" / "a.txt").exists()


def test_an_acknowledged_error_stays_visible_and_lets_the_build_pass(shell: Shell) -> None:
    content = shell.write("a.yaml", changed((WRONG_SUM[0], WRONG_SUM[1] + " # 忽略 NUM003：含上年结转")))
    code, out, _err = shell.run("build", content, "--format", "txt", "--strict")
    assert code == 0
    assert "NUM003" in out
    assert "原因：含上年结转" in out


def test_an_impossible_document_is_refused_and_the_former_output_stays(shell: Shell) -> None:
    content = shell.write("a.yaml", changed())
    assert shell.run("build", content, "--format", "txt")[0] == 0
    former = (shell.folder / "output" / "a.txt").read_bytes()
    shell.write("a.yaml", changed(NO_DATE))
    code, out, err = shell.run("build", content, "--format", "txt")
    assert code == 2
    assert "没有「成文日期」" in out
    assert "原来的文件没有动" in err
    assert (shell.folder / "output" / "a.txt").read_bytes() == former


def test_one_bad_file_does_not_stop_the_others(shell: Shell) -> None:
    for name, text in (("甲.yaml", changed()), ("乙.yaml", changed(NO_DATE)), ("丙.yaml", changed())):
        shell.write(name, text)
    code, _out, _err = shell.run("build", shell.folder, "--format", "txt")
    assert code == 2
    assert shell.built() == ["丙.txt", "甲.txt"]


def test_two_files_of_one_name_in_one_folder_would_overwrite_each_other(shell: Shell) -> None:
    for name in ("a.yaml", "a.yml"):
        shell.write(name, changed())
    code, _out, err = shell.run("build", "a.yaml", "a.yml")
    assert code == 2
    assert "同一个文件" in err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["build", "没有.yaml"], "没有这个文件：没有.yaml"),
        (["build", "a.yaml", "--format", "odt"], "没有「odt」这种格式"),
        (["build", "a.txt"], "不是 .yaml 内容文件"),
        (["build"], "少了 文件"),
        (["check", "a.yaml", "--strickt"], "没有选项 --strickt"),
        (["check", "a.yaml", "--all=1"], "选项 --all 后面不写值"),
        (["build", "a.yaml", "--format"], "选项 --format 后面要有值"),
        (["rule", "NUM001", "NUM002"], "多写了 NUM002"),
        (["bild"], "没有这个命令：bild"),
        (["rule", "NUM999"], "没有代码 NUM999"),
        (["schema", "没有"], "没有「没有」这种文种。可用 reportgen packs 查看全部。"),
        (["schema", "a.yaml"], "a.yaml 是文件，不是文种；要把填写提示写进它的第一行，请加 --install"),
        (["--lang", "fr", "packs"], "--lang 只能是"),
    ],
)
def test_wrong_usage_is_said_in_plain_words(shell: Shell, words: list[str], message: str) -> None:
    shell.write("a.yaml", changed())
    shell.write("a.txt", "")
    code, _out, err = shell.run(*words)
    assert code == 2
    assert message in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("words", "page"),
    [
        (["build", "--strickt"], "reportgen build --help"),
        (["rule", "NUM001", "NUM002"], "reportgen rule --help"),
        (["bild"], "reportgen --help"),
    ],
)
def test_wrong_usage_leads_to_the_help_of_the_command_at_hand(shell: Shell, words: list[str], page: str) -> None:
    assert shell.run(*words)[2].splitlines()[-1] == f"可用 {page} 查看用法。"


def test_a_file_that_is_damaged_is_named(shell: Shell) -> None:
    (shell.folder / "a.yaml").write_bytes("单位: 某市科技馆\n".encode()[:-2])
    code, _out, err = shell.run("check", "a.yaml")
    assert code == 2
    assert "不是 UTF-8 编码" in err


def test_check_prints_no_colours_when_piped(shell: Shell) -> None:
    shell.write("a.yaml", changed(WRONG_SUM))
    _code, out, _err = shell.run("check", "a.yaml")
    assert "\x1b" not in out


def test_check_never_loads_the_pdf_engine(shell: Shell) -> None:
    shell.write("a.yaml", changed())
    program = (
        "import sys; from reportgen.cli import main\n"
        "try: main(['check', 'a.yaml'])\n"
        "finally: print(sorted({'weasyprint', 'docxtpl', 'pypdfium2', 'pikepdf', 'babel', 'reportgen.pdf',"
        " 'reportgen.finished.docx', 'reportgen.finished.pdf'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=shell.folder, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_rule_explains_a_code(shell: Shell) -> None:
    code, out, _err = shell.run("rule", "num003")
    assert code == 0
    for heading in ("NUM003 分项之和与总额不符", "为什么", "错例", "正例", "依据", "改法"):
        assert heading in out


def test_rule_explains_the_codes_of_reading_too(shell: Shell) -> None:
    assert "全角冒号" in shell.run("rule", "SRC002")[1]


def test_rule_lists_every_code(shell: Shell) -> None:
    lines = shell.run("rule")[1].splitlines()
    assert len(lines) == len({line[:6] for line in lines}) >= 40


def test_packs_names_what_each_needs(shell: Shell) -> None:
    _code, out, _err = shell.run("packs")
    assert "部门整体支出绩效评价报告（dept-evaluation）" in out
    assert "必填：单位、年度、成文日期" in out


def test_schema_is_json_with_chinese_titles(shell: Shell) -> None:
    _code, out, _err = shell.run("schema", "部门整体支出绩效评价报告")
    schema = json.loads(out)
    assert schema["properties"]["单位"]["description"].startswith("单位全称")
    assert "单位" in schema["required"]


def test_doctor_says_what_stands_in_for_what(shell: Shell) -> None:
    code, out, _err = shell.run("doctor")
    assert code == 0
    assert "仿宋_GB2312 → GW FangSong" in out
    assert "weasyprint 70.0" in out
    assert "typst 0.15" in out


def test_version_names_the_engines(shell: Shell) -> None:
    code, out, _err = shell.run("--version")
    assert code == 0
    assert out.startswith("reportgen ")
    assert "docxtpl " in out
    assert "typst 0.15.2" in out
    assert "pikepdf " in out
    assert "Pango " in out


WITHOUT_PANGO = """
import sys, cffi, ctypes
def refuse(*_names): raise OSError("cannot load library 'libpango-1.0-0'")
cffi.FFI.dlopen, there = refuse, ctypes.CDLL
ctypes.CDLL = lambda name, *more, **named: refuse() if "pango" in str(name) else there(name, *more, **named)
from reportgen.cli import main
main(sys.argv[1:])
"""


WEASYPRINT = ["--engine", "weasyprint"]


@pytest.mark.parametrize(
    ("words", "code"), [(["--version"], 0), (["doctor"], 0), (["build", "a.yaml", *WEASYPRINT], 3)]
)
def test_without_pango_only_our_own_advice_is_given(shell: Shell, words: list[str], code: int) -> None:
    shell.write("a.yaml", changed())
    done = _without_pango(shell, *words)
    assert done.returncode == code
    told = done.stdout + done.stderr
    assert (
        "WeasyPrint 要用的系统库没有装好（cannot load library 'libpango-1.0-0'），只有 --engine weasyprint 用" in told
    )
    assert "WeasyPrint could not import" not in told


def test_without_pango_the_other_engine_builds(shell: Shell) -> None:
    shell.write("a.yaml", changed())
    done = _without_pango(shell, "build", "a.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert (shell.folder / "output" / "a.pdf").is_file()


def test_who_has_settled_on_the_engine_that_needs_pango_is_told_by_doctor(shell: Shell) -> None:
    shell.write("reportgen.toml", 'engine = "weasyprint"\n')
    assert _without_pango(shell, "doctor").returncode == 3


def _without_pango(shell: Shell, *words: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-c", WITHOUT_PANGO, *words]
    return subprocess.run(program, cwd=shell.folder, capture_output=True, text=True, check=False)


def test_help_is_chinese(shell: Shell) -> None:
    _code, out, _err = shell.run("build", "--help")
    assert "用法: reportgen build [选项] 文件..." in out
    assert "Options" not in out
    assert "OPTIONS" not in out


def test_the_columns_of_a_help_page_are_even(shell: Shell) -> None:
    """On a terminal a hanzi is two columns wide."""
    lines = shell.run("build", "--help")[1].splitlines()
    texts = ("docx、pdf", "写到哪个", "有未确认", "另外的", "同一种", "显示这一页")
    rows = [line for text in texts for line in lines if line.startswith("  -") and text in line]
    starts = {display_width(line[: line.index(text)]) for text, line in zip(texts, rows, strict=True)}
    assert len(starts) == 1


def test_help_names_every_option_of_the_program(shell: Shell) -> None:
    assert "  -V, --version  显示程序和各引擎的版本\n" in shell.run("--help")[1]


def test_packs_of_ones_own_are_found(shell: Shell) -> None:
    from tests.support.example import PACK

    mine = shell.folder / "我的模板" / "mine"
    mine.mkdir(parents=True)
    text = (PACK / "pack.yaml").read_text(encoding="utf-8")
    (mine / "pack.yaml").write_text(text.replace("名称: 部门整体支出绩效评价报告", "名称: 我的报告"), encoding="utf-8")
    (mine / "template.docx").write_bytes((PACK / "template.docx").read_bytes())
    shell.write("a.yaml", changed(("文种: 部门整体支出绩效评价报告", "文种: 我的报告")))
    assert shell.run("build", "a.yaml", "--format", "txt")[0] == 2
    assert shell.run("build", "a.yaml", "--format", "txt", "--templates", "我的模板")[0] == 0
