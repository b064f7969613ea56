"""What the documentation says is so: links lead somewhere, commands exist, examples do what stands beside them.

A ```` ```yaml ```` block of a guide is part of a content file (the rest is BASE): it has nothing to report, or the
```` ```text 检查结果 ```` block behind it is the report, and ```` ```text 印出来 ```` are lines of the document. A
```` ```console ```` block is typed into a shell, one after the other, in a folder with `content/` and `templates/`.
`REPORTGEN_ACCEPT=1 pytest -n 0 tests/test_docs.py` writes reports and outputs anew.
"""

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from pkgutil import resolve_name

import click
import pytest
import tomllib
from reportgen.cli.app import app
from reportgen.diagnostics.text import report_lines, summary
from reportgen.packs.loader import load_pack
from reportgen.pipeline.check import Checked, check_file, check_text
from reportgen.render.plain import render_plain
from reportgen.rules import all_rules

from tests.support.markdown import Fence, Markdown

ROOT = Path(__file__).parents[1]
PAGES = [Markdown(path) for path in (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")))]
ACCEPT = bool(os.environ.get("REPORTGEN_ACCEPT"))
SHELL = 'reportgen() { "$PYTHON" -c "from reportgen.cli import main; main()" "$@"; }\n'
PATIENCE = 60
"""Seconds after which a command of a transcript is given up."""

BASE = """\
文种: 部门整体支出绩效评价报告
单位: 某市科技馆
年度: 2024
成文日期: 2025年3月20日
标题: 某市科技馆2024年度部门整体支出绩效评价报告
预算: {金额单位: 万元, 批复: 320.00, 支出: 312.40}
评价: {得分: 88.5分, 等级: 良}
单位概况:
  职能: 负责科普展览。
  人员情况: 人员稳定。
  工作任务: 全年免费开放展厅。
收支情况: 全年支出控制在预算以内。
目标完成情况: 全年任务完成。
评价过程: 成立评价小组，逐项打分。
评价结果: 预算执行较好。
绩效分析: {投入: 预算编制规范。, 执行管理: 资金按时到位。}
活动: [{部门: 展览部, 内容: 展厅按计划开放。}]
存在问题: [{简称: 活动计划, 问题: 活动计划不够周密}]
整改措施: [{对应问题: 活动计划, 措施: 完善活动计划}]
其他问题: 无
"""
"""A content file in which nothing is wrong; an example's own fields take the place of these."""

_FIELD = re.compile(r"^(?=[^\s#-][^:：\n]*[:：])", re.MULTILINE)


def around(example: str) -> str:
    """A whole content file: the example first, so that its lines keep their numbers, then the fields it leaves out."""
    own = {_name(entry) for entry in _FIELD.split(example)}
    return example + "".join(entry for entry in _FIELD.split(BASE) if _name(entry) not in own)


def _name(entry: str) -> str:
    return re.split("[:：]", entry, maxsplit=1)[0]


def report(checked: Checked) -> str:
    """The report as it is printed."""
    lines = report_lines(checked.report, {checked.source.file: checked.source.lines})
    return "\n".join([*(line.rstrip() for line in lines), summary(checked.report)]) + "\n"


def printed(checked: Checked) -> str:
    """The lines of the document."""
    assert checked.document is not None
    assert checked.template is not None
    return render_plain(checked.document, checked.template.frame)


def pages_with(language: str) -> list[object]:
    """The pages that hold blocks of a language, as parameters."""
    return [named(page) for page in PAGES if any(fence.language == language for fence in page.fences())]


def named(page: Markdown) -> object:
    """A page as a parameter with its name."""
    return pytest.param(page, id=page.path.stem)


def settle(page: Markdown, answers: dict[Fence, str]) -> None:
    """The page must say what was found out; with REPORTGEN_ACCEPT it is made to say it."""
    text = page.answered(answers)
    if ACCEPT:
        page.path.write_text(text, encoding="utf-8")
    assert page.text == text


@pytest.mark.parametrize("page", pages_with("yaml"))
def test_an_example_reports_and_prints_what_the_page_says(page: Markdown) -> None:
    answers: dict[Fence, str] = {}
    for example, said in with_answers(page):
        checked = check_text(around(example.body), "内容.yaml")
        if "检查结果" in said:
            answers[said["检查结果"]] = report(checked)
        else:
            assert report(checked) == "没有发现问题\n", f"line {example.line}"
        if shown := said.get("印出来"):
            lines = printed(checked)
            answers[shown] = shown.body if shown.body in lines else lines
    settle(page, answers)


def with_answers(page: Markdown) -> list[tuple[Fence, dict[str, Fence]]]:
    """Each example with the ```text blocks behind it, by their note."""
    found: list[tuple[Fence, dict[str, Fence]]] = []
    for fence in page.fences():
        if fence.language == "yaml" and not fence.note:
            found.append((fence, {}))
        elif fence.language == "text" and fence.note and found:
            found[-1][1][fence.note] = fence
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.stem)
def test_an_excerpt_of_a_pack_can_stand_in_a_pack(page: Markdown, tmp_path: Path) -> None:
    for example in (fence for fence in page.fences() if fence.note == "pack.yaml"):
        folder = tmp_path / f"pack-{example.line}"
        shutil.copytree(ROOT / "templates" / "dept-evaluation", folder)
        own = {_name(entry) for entry in _FIELD.split(example.body)}
        entries = _FIELD.split((folder / "pack.yaml").read_text(encoding="utf-8"))
        rest = "".join(entry for entry in entries if _name(entry) not in own)
        (folder / "pack.yaml").write_text(rest + example.body, encoding="utf-8")
        assert [(d.label, d.place.line) for d in load_pack(folder)[1]] == []


@pytest.mark.parametrize("page", pages_with("console"))
def test_a_transcript_says_what_the_shell_says(page: Markdown, tmp_path: Path) -> None:
    for folder in ("content", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    answers = {
        fence: "".join(f"$ {line}\n{typed(line, tmp_path)}" for line in commands(fence))
        for fence in page.fences()
        if fence.language == "console"
    }
    settle(page, answers)


def commands(fence: Fence) -> list[str]:
    """The lines behind a prompt."""
    return [line.removeprefix("$ ") for line in fence.body.splitlines() if line.startswith("$ ")]


def typed(command: str, folder: Path) -> str:
    """What the shell prints, both streams, without trailing blanks."""
    environment = os.environ | {"PYTHON": sys.executable, "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run(
        ["bash", "-c", SHELL + command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return "".join(line.rstrip() + "\n" for line in run.stdout.splitlines())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.name)
def test_links_lead_somewhere(page: Markdown) -> None:
    lost = []
    for target in page.links():
        name, _hash, anchor = target.partition("#")
        path = (page.path.parent / name).resolve() if name else page.path
        if not path.exists() or (anchor and anchor not in Markdown(path).anchors()):
            lost.append(target)
    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.name)
def test_the_commands_that_a_page_names_exist(page: Markdown) -> None:
    wrong = []
    for line in page.code():
        wrong += [script for script in re.findall(r"\./(script/\w+)", line) if not os.access(ROOT / script, os.X_OK)]
        for words in re.findall(r"(?<![\w/-])(?:\.venv/bin/)?reportgen((?: [^\s|>&;`]+)+)", line):
            wrong += [f"reportgen{words}: {fault}" for fault in faults(words.split())]
    assert wrong == []


def faults(words: list[str]) -> list[str]:
    """Commands and options that the program does not have."""
    if words[:1] == ["--lang"]:
        words = words[2:]
    if not words or words[0] in ("--version", "--help"):
        return []
    command = app.commands.get(words[0])
    if command is None:
        return [words[0]]
    known = {name for param in command.params for name in param.opts} | {"--help", "--lang"}
    return [word for word in words[1:] if word.startswith("-") and word.partition("=")[0] not in known]


def test_every_command_stands_in_the_table_of_both_readmes() -> None:
    assert isinstance(app, click.Group)
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert [command for command in app.commands if f"`reportgen {command}" not in text] == []


NANYANG = re.compile(
    r"(?P<pages>\d+) (?:pages|页)\D+(?P<figures>\d+) (?:printed figures|处数字)\D+(?P<facts>\d+) (?:facts|个)"
)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_figures_of_the_readme_are_those_of_the_report(name: str, nanyang_pdf: Path) -> None:
    import pypdfium2

    found = NANYANG.search((ROOT / name).read_text(encoding="utf-8"))
    assert found is not None
    checked = nanyang()
    assert checked.document is not None
    numbers = list(checked.document.numbers())
    with pypdfium2.PdfDocument(nanyang_pdf) as pdf:
        pages = len(pdf)
    facts = {number.fact.name for number in numbers}
    assert [int(found[key]) for key in ("pages", "figures", "facts")] == [pages, len(numbers), len(facts)]


@cache
def nanyang() -> Checked:
    return check_file(ROOT / "content" / "nanyang-2020.yaml")


def test_the_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "images").glob("*.png"))
    assert pictures != []
    assert [path.name for path in pictures if path.stat().st_size > 150 * 1024] == []


def test_every_word_of_the_glossary_is_a_word_of_the_code() -> None:
    names = re.findall(r"`(reportgen\.[\w.]+)`", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))
    assert len(names) > 50
    for name in names:
        resolve_name(name)


def test_the_layers_of_the_architecture_page_are_those_that_are_enforced() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    block = text.partition("<!-- layers -->\n```\n")[2].partition("```")[0]
    told = [re.split(r" {2,}", line)[0] for line in block.splitlines()]
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (layers,) = [contract["layers"] for contract in contracts if contract["id"] == "layers"]
    assert told == [re.sub(r"[()]", "", layer).replace(" : ", " | ") for layer in layers]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.name)
def test_the_names_of_code_that_a_page_gives_exist(page: Markdown) -> None:
    for name in re.findall(r"`(reportgen(?:\.\w+)+)`", page.prose):
        resolve_name(name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.name)
def test_the_rules_that_a_page_names_exist(page: Markdown) -> None:
    from reportgen.diagnostics.kinds import all_kinds

    named = set(re.findall(r"\b(?:NUM|SCO|STR|PUN|WRD|FMT|DIS|SRC|CON|REF|PCK|SUP|VER)\d{3}\b", page.text))
    assert named <= {*all_rules(), *all_kinds()}
