"""What `check` can be asked for: the form of its findings, which of them, and what fails the run."""

import json
import subprocess
import sys
from xml.etree.ElementTree import fromstring

import pytest
from tests.support.example import changed
from tests.support.shell import Shell

from reportgen.diagnostics.formats import NAMES

WRONG_SUM = ("支出: 114.60}", "支出: 115.60}")
NO_DATE = ("成文日期: 2025年3月20日", "")
UNUSED = ("支出: 114.60}", "支出: 114.60} # 忽略 NUM003：含上年结转")
ACCEPTED = ("支出: 114.60}", "支出: 115.60} # 忽略 NUM003：含上年结转")
WARNING = ("其他问题: 无", "其他问题: 没有其它问题。")


@pytest.fixture
def wrong(shell: Shell) -> Shell:
    """A shell beside a file with an error, a file with a warning, and one in which nothing is wrong."""
    shell.write("错误.yaml", changed(WRONG_SUM))
    shell.write("警告.yaml", changed(WARNING))
    shell.write("对.yaml", changed())
    return shell


# ---- the form ----


@pytest.mark.parametrize("name", NAMES)
def test_every_format_tells_of_all_files_and_exits_alike(wrong: Shell, name: str) -> None:
    code, out, err = wrong.run("check", "错误.yaml", "警告.yaml", "--output-format", name)
    assert code == 1
    assert "NUM003" in out
    assert "WRD001" in out
    assert err == ""


def test_several_files_stand_in_one_document(wrong: Shell) -> None:
    for name in ("json", "sarif"):
        json.loads(wrong.run("check", wrong.folder, "--output-format", name)[1])
    suites = fromstring(wrong.run("check", wrong.folder, "--output-format", "junit")[1])
    assert [suite.get("tests") for suite in suites] == ["1", "1", "1"]
    assert wrong.run("check", wrong.folder, "--output-format", "html")[1].count("<!doctype html>") == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_written_to_a_file_in_utf8(wrong: Shell, name: str) -> None:
    code, out, _err = wrong.run("check", "错误.yaml", "--output-format", name, "-o", "结果/检查")
    assert code == 1
    assert out == "已写出 结果/检查：错误 1 处\n"
    assert "NUM003" in (wrong.folder / "结果" / "检查").read_text(encoding="utf-8")


def test_the_text_of_a_file_is_that_of_the_screen(wrong: Shell) -> None:
    shown = wrong.run("check", "错误.yaml", "警告.yaml")[1]
    wrong.run("check", "错误.yaml", "警告.yaml", "--output", "结果.txt")
    assert (wrong.folder / "结果.txt").read_text(encoding="utf-8") == shown


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_cannot_be_read_stops_nothing(wrong: Shell, name: str) -> None:
    (wrong.folder / "坏.yaml").write_bytes("单位: 某市科技馆\n".encode()[:-2] + b"\n")
    code, out, err = wrong.run("check", "坏.yaml", "错误.yaml", "--output-format", name)
    assert code == 2
    assert "NUM003" in out
    assert "不是 UTF-8 编码" in err


@pytest.mark.parametrize("name", NAMES)
def test_when_nothing_is_wrong_the_exit_code_is_0(wrong: Shell, name: str) -> None:
    assert wrong.run("check", "对.yaml", "--output-format", name)[0] == 0


def test_programs_read_utf8_whatever_the_terminal_is(wrong: Shell) -> None:
    program = "from reportgen.cli import main; main(['check', '错误.yaml', '--output-format', 'json'])"
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", program],
        cwd=wrong.folder,
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "gbk", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=False,
    )
    assert json.loads(done.stdout.decode("utf-8"))["files"][0]["file"] == "错误.yaml"


def test_check_loads_the_modules_of_other_formats_only_when_asked(wrong: Shell) -> None:
    program = (
        "import sys; from reportgen.cli import main\n"
        "try: main(['check', '错误.yaml'])\n"
        "finally: print(sorted({'jinja2', 'xml.etree.ElementTree', 'reportgen.diagnostics.sarif'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=wrong.folder, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[-1] == "[]"


# ---- which findings ----


def codes(shell: Shell, *words: str) -> list[str]:
    """The codes of the findings in all files of the folder."""
    document = json.loads(shell.run("check", str(shell.folder), "--output-format", "json", *words)[1])
    return [finding["code"] for file in document["files"] for finding in file["findings"]]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], ["NUM003", "WRD001"]),
        (["--select", "NUM"], ["NUM003"]),
        (["--select", "NUM003,WRD"], ["NUM003", "WRD001"]),
        (["--select", "NUM003", "--select", "WRD"], ["NUM003", "WRD001"]),
        (["--ignore", "num"], ["WRD001"]),
        (["--select", "NUM", "--ignore", "NUM003"], []),
        (["--select", "NUM003", "--ignore", "NUM"], ["NUM003"]),
    ],
)
def test_codes_are_selected_by_their_beginning(wrong: Shell, words: list[str], told: list[str]) -> None:
    assert sorted(codes(wrong, *words)) == told


def test_what_is_not_told_does_not_fail_the_run(wrong: Shell) -> None:
    assert wrong.run("check", "错误.yaml", "--ignore", "NUM")[0] == 0
    assert wrong.run("check", "错误.yaml", "--select", "PUN") == (0, "没有发现问题\n", "")


def test_what_makes_the_document_impossible_is_told_all_the_same(shell: Shell) -> None:
    shell.write("a.yaml", changed(NO_DATE))
    code, out, _err = shell.run("check", "a.yaml", "--select", "NUM", "--ignore", "CON", "--fail-level", "never")
    assert code == 2
    assert "CON002" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [([], ["SUP002"]), (["--ignore", "NUM"], []), (["--select", "PUN,SUP"], []), (["--ignore", "PUN"], ["SUP002"])],
)
def test_an_acknowledgement_is_not_unused_when_its_code_was_not_asked_about(
    shell: Shell, words: list[str], told: list[str]
) -> None:
    shell.write("a.yaml", changed(UNUSED))
    assert codes(shell, *words) == told


# ---- what fails the run ----


@pytest.mark.parametrize(
    ("level", "error", "warning"),
    [
        ("错误", 1, 0),
        ("error", 1, 0),
        ("警告", 1, 1),
        ("Warning", 1, 1),
        ("提示", 1, 1),
        ("hint", 1, 1),
        ("never", 0, 0),
        ("从不", 0, 0),
    ],
)
def test_the_fail_level_sets_the_exit_code(wrong: Shell, level: str, error: int, warning: int) -> None:
    assert wrong.run("check", "错误.yaml", "--fail-level", level)[0] == error
    assert wrong.run("check", "警告.yaml", "--fail-level", level, "--output-format", "json")[0] == warning


def test_an_acknowledged_finding_never_fails_the_run(shell: Shell) -> None:
    shell.write("a.yaml", changed(ACCEPTED))
    assert shell.run("check", "a.yaml", "--fail-level", "提示")[0] == 0


# ---- counts ----


def test_statistics_counts_by_code_over_all_files(wrong: Shell) -> None:
    wrong.write("又一个.yaml", changed(WRONG_SUM))
    code, out, _err = wrong.run("check", wrong.folder, "--statistics")
    assert code == 1
    assert out.splitlines() == [
        "2  NUM003  错误  分项之和与总额不符",
        "1  WRD001  警告  易错词",
        "错误 2 处，警告 1 处",
    ]


def test_statistics_of_nothing(wrong: Shell) -> None:
    assert wrong.run("check", "对.yaml", "--statistics")[1] == "没有发现问题\n"


# ---- wrong usage ----


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--output-format", "xml"], "没有「xml」这种格式，可以写：text、concise、json、sarif、github、junit、html"),
        (["--select", "NUN"], "没有代码 NUN。"),
        (["--ignore", "NUM999"], "没有代码 NUM999。是不是「NUM"),
        (["--fail-level", "高"], "--fail-level 只能是 错误、警告、提示、never"),
        (["--statistics", "--output-format", "html"], "--statistics 只用于 text、concise"),
    ],
)
def test_wrong_usage_is_said_before_anything_is_checked(wrong: Shell, words: list[str], message: str) -> None:
    code, out, err = wrong.run("check", "错误.yaml", *words)
    assert (code, out) == (2, "")
    assert message in err


def test_a_file_that_cannot_be_written_is_a_fault_of_the_environment(wrong: Shell) -> None:
    (wrong.folder / "结果").mkdir()
    code, _out, err = wrong.run("check", "错误.yaml", "--output-format", "html", "-o", "结果")
    assert code == 3
    assert "写不了 结果" in err
