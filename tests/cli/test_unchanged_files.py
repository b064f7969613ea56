"""Several files: what has not changed is left, so is what was edited by hand, and nothing is lost in silence."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from tests.cli.test_outputs import edited
from tests.support.example import PACK, ROOT, changed
from tests.support.shell import Shell

from reportgen import writing
from reportgen.cli import batch

WRONG_SUM = ("支出: 114.60}", "支出: 115.60}")
OTHER_DATE = ("成文日期: 2025年3月20日", "成文日期: 2025年3月21日")
HEAD = "文件  "


@pytest.fixture(autouse=True)
def one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_cores", lambda: 1)


@pytest.fixture
def pair(shell: Shell) -> Shell:
    """好 has nothing to report, 错 holds an error; both are built."""
    shell.write("好.yaml", changed())
    shell.write("错.yaml", changed(WRONG_SUM))
    assert build(shell)[0] == 1
    return shell


def build(shell: Shell, *words: str | Path) -> tuple[int, str, str]:
    return shell.run("build", "好.yaml", "错.yaml", "--format", "txt", *words)


def results(shell: Shell, *words: str | Path) -> dict[str, str]:
    """What the table says of each file."""
    _code, out, _err = build(shell, *words)
    lines = out[out.index(HEAD) :].splitlines()[1:3]
    return {name.removesuffix(".yaml"): result for name, result, *_rest in map(str.split, lines)}


BOTH = {"好": "没有变化", "错": "没有变化"}
ANEW = {"好": "已生成", "错": "没有变化"}


def test_what_has_not_changed_is_told_with_all_that_was_found(pair: Shell) -> None:
    """The same findings, the same exit code: an error is no less one because nothing was made."""
    before = {path: path.stat().st_mtime_ns for path in (pair.folder / "output").glob("*.txt")}
    code, out, _err = build(pair)
    assert code == 1
    assert "没有变化，没有重做：output/好.txt" in out
    assert "错误 NUM003 分项之和与总额不符" in out
    assert "114.60" not in out.split("NUM003")[0], "its line is quoted"
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_the_report_is_the_same_but_for_what_was_done(pair: Shell) -> None:
    def report() -> dict[str, dict[str, object]]:
        said = json.loads((pair.folder / "output" / "build-report.json").read_text(encoding="utf-8"))
        return {entry["file"]: entry for entry in said["files"]}

    first = report()
    build(pair)
    second = report()
    assert [entry.pop("result") for entry in first.values()] == ["built", "built"]
    assert [entry.pop("result") for entry in second.values()] == ["current", "current"]
    assert first == second


def test_a_file_that_was_only_saved_again_has_not_changed(pair: Shell) -> None:
    os.utime(pair.folder / "好.yaml", (1, 1))
    os.utime(pair.folder / "output" / "好.txt", (1, 1))
    assert results(pair) == BOTH


def test_only_what_has_changed_is_built(pair: Shell) -> None:
    pair.write("好.yaml", changed(OTHER_DATE))
    assert results(pair) == ANEW
    assert results(pair) == BOTH


def test_an_output_that_is_missing_is_built(pair: Shell) -> None:
    (pair.folder / "output" / "好.txt").unlink()
    assert results(pair) == ANEW


def test_findings_that_somebody_dismissed_meanwhile_count(pair: Shell) -> None:
    """The list beside a file is looked for each time, and was missing the first time."""
    (pair.folder / "好.不改.yaml").write_text("- 编号: 1\n", encoding="utf-8")
    assert results(pair) == ANEW


@pytest.mark.parametrize("words", [("--strict",), ("--edition", "public"), ("--lang", "en")])
def test_another_call_is_another_document(words: tuple[str, ...], pair: Shell) -> None:
    _code, out, _err = build(pair, *words)
    assert "没有变化" not in out
    assert "nchanged" not in out


def test_other_formats_leave_what_is_known_of_these(pair: Shell) -> None:
    pair.run("build", "好.yaml", "错.yaml", "--format", "html")
    assert results(pair) == BOTH


def test_a_fixed_moment_is_part_of_what_was_asked(pair: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert results(pair) == {"好": "已生成", "错": "已生成"}


# ---- document types ----


@pytest.fixture
def packs(shell: Shell) -> Path:
    """A folder of one's own with a province's variant of the document type that the example is of, and another one."""
    folder = shell.folder / "模板"
    shutil.copytree(PACK, folder / PACK.name)
    (folder / "province").mkdir()
    (folder / "province" / "pack.yaml").write_text(f"继承: {PACK.name}\n名称: 某省绩效报告\n", encoding="utf-8")
    shell.write("好.yaml", changed(("文种: 部门整体支出绩效评价报告", "文种: 某省绩效报告")))
    shell.write(
        "错.yaml", (ROOT / "templates" / "project-self-evaluation" / "example.yaml").read_text(encoding="utf-8")
    )
    return folder


def test_a_document_type_that_changed_changes_its_documents_alone(packs: Path, shell: Shell) -> None:
    """Also when it is the one that is inherited from; or when another one takes its name."""
    options = ("--templates", packs)
    assert results(shell, *options) == {"好": "已生成", "错": "已生成"}
    assert results(shell, *options) == BOTH
    own = packs / PACK.name / "wordlist.yaml"
    own.write_text(own.read_text(encoding="utf-8") + "\n# 改过\n", encoding="utf-8")
    assert results(shell, *options) == ANEW
    own = packs / "province" / "pack.yaml"
    own.write_text(own.read_text(encoding="utf-8") + "说明: 改过\n", encoding="utf-8")
    assert results(shell, *options) == ANEW
    (packs / "another").mkdir()
    (packs / "another" / "pack.yaml").write_text("继承: province\n名称: 某省绩效报告\n", encoding="utf-8")
    assert results(shell, *options) == ANEW
    assert results(shell, *options) == BOTH


SPY = """
import sys
seen = []
sys.addaudithook(lambda event, words: seen.append(str(words[0])) if event == "open" else None)
from reportgen.cli import main
try:
    main(sys.argv[1:])
finally:
    print(*sorted(set(seen)), sep="\\n", file=sys.stderr)
"""


QUESTIONNAIRE = """
问卷:
  - 名称: 观众
    答卷: 问卷/观众.csv
    题目:
      - {题目: 是否满意, 题型: 满意度, 选项: [满意, 一般, 不满意]}
"""


def test_every_file_that_a_build_reads_is_known_to_it(shell: Shell) -> None:
    """A picture, answers, the list of findings that stay: whatever is opened or looked for beside the content file."""
    home = shell.folder / "content"
    (home / "问卷").mkdir(parents=True)
    (home / "问卷" / "观众.csv").write_text("编号,是否满意\n1,满意\n", encoding="utf-8")
    Image.new("RGB", (400, 300), "white").save(home / "展厅.png")
    text = changed(("收支情况: |\n", "收支情况: |\n  图 展厅：展厅.png\n"))
    shell.write("content/好.yaml", text + QUESTIONNAIRE)
    shell.write("content/错.yaml", changed(WRONG_SUM))
    words = ["build", "content", "--format", "txt"]
    paths = {"PYTHONPATH": ":".join(sys.path), "LC_ALL": "C.UTF-8"}
    spy = [sys.executable, "-c", SPY, *words]
    done = subprocess.run(spy, cwd=shell.folder, env=paths, capture_output=True, text=True, check=False)
    opened = {shell.folder / line for line in done.stderr.splitlines() if "content" in line}
    read = {path.resolve().relative_to(home) for path in opened if path.is_relative_to(home) and path.is_file()}
    assert {str(path) for path in read} == {"好.yaml", "错.yaml", "展厅.png", "问卷/观众.csv"}
    kept = json.loads((shell.folder / "output" / ".reportgen" / "好.json").read_text(encoding="utf-8"))
    assert kept["runs"][0]["inputs"].keys() == {"好.yaml", "好.不改.yaml", "展厅.png", "问卷/观众.csv"}


# ---- edited by hand ----


def edit(shell: Shell, name: str = "好.txt") -> str:
    path = shell.folder / "output" / name
    words = path.read_text(encoding="utf-8").replace("。", "！", 1)
    path.write_text(words, encoding="utf-8")
    return words


def test_what_was_edited_is_named_and_left(pair: Shell) -> None:
    mine = edit(pair)
    code, out, _err = build(pair)
    assert code == 1, "that of 错"
    assert "内容没有变，output/好.txt 手改过，没有动；要重做就加 --force，改过的那份另存在旁边" in out
    assert results(pair) == {"好": "保留手改", "错": "没有变化"}
    assert (pair.folder / "output" / "好.txt").read_text(encoding="utf-8") == mine


@pytest.mark.parametrize("words", [(), ("--rebuild",)])
def test_what_was_edited_is_never_overwritten_unasked(words: tuple[str, ...], pair: Shell) -> None:
    mine = edit(pair)
    pair.write("好.yaml", changed(OTHER_DATE))
    code, _out, err = build(pair, *words)
    assert code == 2
    assert err.startswith("output/好.txt 生成以后手改过，没有覆盖，这一份没有重做。")
    assert (pair.folder / "output" / "好.txt").read_text(encoding="utf-8") == mine
    assert pair.built() == ["好.txt", "错.txt"]


def test_with_force_it_is_replaced_and_kept_beside(pair: Shell) -> None:
    mine = edit(pair)
    assert results(pair, "--force") == ANEW
    assert (pair.folder / "output" / "好-手改.txt").read_text(encoding="utf-8") == mine
    assert results(pair) == BOTH


def test_a_word_file_tells_by_itself_that_it_was_edited(shell: Shell) -> None:
    """Also where it was built alone, and nothing else is known of it."""
    shell.write("好.yaml", changed())
    shell.write("错.yaml", changed(WRONG_SUM))
    shell.run("build", "好.yaml", "--format", "docx")
    path = shell.folder / "output" / "好.docx"
    path.write_bytes(edited(path.read_bytes()))
    code, _out, err = shell.run("build", "好.yaml", "错.yaml", "--format", "docx")
    assert (code, err.split("，")[0]) == (2, "output/好.docx 生成以后手改过")


def test_what_was_built_alone_meanwhile_was_not_edited(pair: Shell) -> None:
    pair.write("好.yaml", changed(OTHER_DATE))
    pair.run("build", "好.yaml", "--format", "txt")
    assert results(pair) == ANEW


def test_a_single_file_is_built_whatever_is_known_of_it(pair: Shell) -> None:
    assert pair.run("build", "好.yaml", "--format", "txt")[1].splitlines()[-1] == "已生成：output/好.txt"


# ---- what is kept ----


@pytest.mark.parametrize("words", ["{", '{"format": 1, "outputs": 7}'])
def test_what_is_kept_may_be_damaged(words: str, pair: Shell) -> None:
    (pair.folder / "output" / ".reportgen" / "好.json").write_text(words, encoding="utf-8")
    assert results(pair) == ANEW
    assert results(pair) == BOTH


def test_what_is_kept_may_be_taken_away(pair: Shell) -> None:
    shutil.rmtree(pair.folder / "output" / ".reportgen")
    assert results(pair) == {"好": "已生成", "错": "已生成"}


def test_after_a_crash_between_two_files_none_counts_as_edited(pair: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept is there first; neither the new output nor the one before it was edited by hand."""
    pair.write("好.yaml", changed(OTHER_DATE))
    put = writing._put

    def crash(temporary: Path, path: Path) -> None:
        if path.suffix == ".txt":
            os._exit(9)
        put(temporary, path)

    child = os.fork()
    if not child:
        monkeypatch.setattr(writing, "_put", crash)
        build(pair)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    pair.write("好.yaml", changed(("成文日期: 2025年3月20日", "成文日期: 2025年3月22日")))
    assert results(pair) == ANEW
