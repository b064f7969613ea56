"""docs/library.md does what it says: its Python, its settings, its hooks."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from tests.support.example import ROOT, changed
from tests.support.markdown import Markdown
from tests.support.shell import Shell

import reportgen
from reportgen import api
from reportgen.settings import NAME, forget_settings, read_settings

PAGE = Markdown(ROOT / "docs" / "library.md")
WRONG_SUM = ("合计: 36400人次", "合计: 36500人次")


def blocks(language: str) -> list[str]:
    return [fence.body for fence in PAGE.fences() if fence.language == language]


@pytest.fixture
def unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the settings of the page."""
    forget_settings()
    (settings,) = blocks("toml")
    for folder in ("我们的模板", "字体", "单位"):
        (tmp_path / folder).mkdir()
    (tmp_path / NAME).write_text(settings, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("unit")
def test_the_python_of_the_page_gives_what_the_page_shows() -> None:
    example = doctest.DocTestParser().get_doctest("\n".join(blocks("python")), {}, "library.md", None, 0)
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL, verbose=False)
    runner.run(example, out=said.append)
    assert "".join(said) == ""
    assert len(example.examples) > 20


def test_the_settings_of_the_page_are_all_that_there_are(unit: Path) -> None:
    (text,) = blocks("toml")
    said = {name for name, _value in read_settings(text, unit / NAME).said()}
    limits, letter = {"seconds", "bytes"}, {"office", "days"}
    assert said == {"templates", "output", "fonts", "engine", "language", "select", "ignore", *limits, *letter}


def test_every_name_is_there_and_told() -> None:
    told = set(re.findall(r"\w+", PAGE.text))
    assert reportgen.__all__ == api.__all__
    assert [name for name in reportgen.__all__ if getattr(reportgen, name, None) is None] == []
    functions = [name for name in api.__all__ if name.islower()]
    assert [name for name in functions if name not in told] == []


def test_importing_loads_nothing_before_it_is_wanted() -> None:
    program = "import sys, reportgen; print(sorted(name for name in sys.modules if name.startswith('reportgen')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "['reportgen']\n"


def test_one_word_stands_for_a_list_of_one() -> None:
    example = reportgen.load_pack("部门整体支出绩效评价报告").folder / "example.yaml"
    text = changed(WRONG_SUM)
    assert len(reportgen.check_text(text, select="NUM")) == len(reportgen.check_text(text, select=["NUM"])) == 1
    assert list(reportgen.build(example, "txt").outputs) == ["txt"]
    with pytest.raises(reportgen.UsageProblem, match="没有「doc」这种格式"):
        reportgen.build(example, "doc")


def test_nothing_is_built_from_a_finished_file(tmp_path: Path) -> None:
    finished = tmp_path / "报告.txt"
    finished.write_text("某市科技馆", encoding="utf-8")
    with pytest.raises(reportgen.UsageProblem, match="不能由它生成文档"):
        reportgen.build(finished)


def hooks() -> dict[str, dict[str, str]]:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    return {hook["id"]: hook for hook in YAML(typ="safe").load(text)}


def test_a_hook_is_given_content_files_alone() -> None:
    pattern = re.compile(hooks()["reportgen-check"]["files"])
    content = ["content/报告.yaml", "科技馆/content/2024.yml", "content/2024/报告.yaml"]
    others = ["templates/x/pack.yaml", ".github/workflows/ci.yaml"]
    assert [name for name in (*content, *others) if pattern.search(name)] == content


def test_the_hooks_of_the_page_stop_a_commit_or_mend_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shell = Shell(tmp_path, capsys)
    wrong = shell.write("报告.yaml", changed(WRONG_SUM, ("其他问题: 无", "其他问题: 展厅,活动室正常。")))
    entries = {name: hook["entry"].split()[1:] for name, hook in hooks().items()}
    assert shell.run(*entries["reportgen-check"], wrong)[0] == 1
    shell.run(*entries["reportgen-fix"], wrong)
    assert "展厅，活动室正常" in wrong.read_text(encoding="utf-8")
    assert shell.run(*entries["reportgen-check"], shell.write("报告.yaml", changed()))[0] == 0
