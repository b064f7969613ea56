"""What the guides show is what the program does: their examples are checked, their transcripts typed.

A `yaml` block is part of a content file (the rest is BASE; `yaml 整个文件` is a whole one): it has nothing to report,
or the block `text 检查结果` behind it is its report; a block `text 印出来` are lines of its document, and tables drawn
behind it are those of its document. `yaml FILE` is an excerpt of that file, and one of pack.yaml can stand in a pack.
A `console` block is typed into a shell, page by page, beside content/ and templates/, or where `cd` leads; a block
`yaml 写入 FILE` is written there before the commands behind it are typed; a comment 改 or 盖 makes a copy of a PDF as
its words say, 批 one that came back with a remark. `REPORTGEN_ACCEPT=1 pytest -n 0 tests/test_docs.py` writes reports
and outputs anew. The tables of the guide to packs: `test_docs_forms.py`.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import BytesIO, TextIOWrapper
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from tests.support.drawn import drawn
from tests.support.forged import box_of, covered, reworded
from tests.support.made import Made
from tests.support.markdown import PAGES, ROOT, Fence, Markdown
from tests.support.pages import pages_text
from tests.support.reviewed import returned
from tests.support.rows import asked

from reportgen.cli import main
from reportgen.diagnostics.text import report_lines, summary
from reportgen.model.table import Table
from reportgen.packs.loader import load_pack
from reportgen.packs.words_reader import read_words
from reportgen.pipeline.check import check_file, check_text
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import forget_packs
from reportgen.render.plain import render_plain
from reportgen.rules import all_rules, registry
from reportgen.rules.registry import invalid_rulings
from reportgen.source.expect import Expect
from reportgen.verify.docx import docx_lines
from reportgen.word.drawings import DRAWN_KINDS
from reportgen.word.properties import LOST_LETTERS, LOST_PROPERTIES
from reportgen.word.runs import LOST_NAMES
from reportgen.world import FONTS_VARIABLE

ACCEPT = bool(os.environ.get("REPORTGEN_ACCEPT"))
SHELL = 'reportgen() { "$PYTHON" -c "from reportgen.cli import main; main()" "$@"; }\n'
PLAIN = re.compile(r"reportgen [^|&;<>$*?]*")
"""A command of which nothing is left to the shell."""
WHOLE, WRITTEN = "整个文件", "写入 "
"""Notes of blocks: a content file to which nothing is added; a file that the reader of a page writes."""
MARKED = re.compile(
    r"(?P<file>\S+) (?P<author>\S+?)(?P<act>批|换|插|删|改)「(?P<old>.+?)」(?:：(?P<new>.+?))?，存成 (?P<copy>\S+)"
)
"""What a comment says of a copy that came back."""
FORGED = re.compile(r"(?P<file>\S+) 第 (?P<page>\d+) 页 (?P<old>\S+?)(?: → (?P<new>\S+?))?，存成 (?P<copy>\S+)")
"""What a comment says of a copy of a PDF."""
ANSWER = "答案"
"""The note of a block that answers the `sql` before it, which is asked of the database that the page has made."""
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


def with_rest_of(whole: str, example: str) -> str:
    """The example first, so that its lines keep their numbers, then the fields of `whole` that it leaves out."""
    own = {_name(entry) for entry in _FIELD.split(example)}
    return example + "".join(entry for entry in _FIELD.split(whole) if _name(entry) not in own)


def _name(entry: str) -> str:
    return re.split("[:：]", entry, maxsplit=1)[0]


def report(checked: Checked) -> str:
    """The report as it is printed."""
    lines = report_lines(checked.report, {checked.source.file: checked.source.lines})
    return "\n".join([*(line.rstrip() for line in lines), summary(checked.report)]) + "\n"


def printed(checked: Checked) -> str:
    """The lines of the document."""
    assert checked.document is not None
    assert checked.main is not None
    return render_plain(checked.document, checked.main.template.frame)


def pages_with(language: str) -> pytest.MarkDecorator:
    """The pages that hold blocks of a language."""
    pages = [page for page in PAGES if any(fence.language == language for fence in page.fences())]
    return pytest.mark.parametrize("page", pages, ids=lambda page: page.path.stem)


def fences(note: str) -> list[Fence]:
    """The blocks of all pages that carry a note."""
    return [fence for page in PAGES for fence in page.fences() if fence.note == note]


def settle(page: Markdown, answers: dict[Fence, str]) -> None:
    """The page must say what was found out; with REPORTGEN_ACCEPT it is made to say it."""
    text = page.answered(answers)
    if ACCEPT:
        page.path.write_text(text, encoding="utf-8")
    assert page.text == text


@pages_with("yaml")
def test_an_example_reports_and_prints_what_the_page_says(page: Markdown) -> None:
    answers: dict[Fence, str] = {}
    for example, said in examples(page):
        text = example.body if example.note == WHOLE else with_rest_of(BASE, example.body)
        checked = check_text(text, "内容.yaml")
        if not any(fence.note == "检查结果" for fence in said):
            assert report(checked) == "没有发现问题\n", f"line {example.line}"
        answers |= {fence: answer(fence, checked) for fence in said if fence.language == "text"}
        answers |= zip([fence for fence in said if fence.language == "table"], tables(checked), strict=False)
    settle(page, answers)


def answer(fence: Fence, checked: Checked) -> str:
    """What belongs into a block behind an example."""
    if fence.note == "检查结果":
        return report(checked)
    lines = printed(checked)
    return fence.body if fence.body in lines else lines


def tables(checked: Checked) -> list[str]:
    """The tables of the document, drawn."""
    assert checked.document is not None
    return [drawn(block) for block in checked.document.walk() if isinstance(block, Table)]


def examples(page: Markdown) -> list[tuple[Fence, list[Fence]]]:
    """Each example with the blocks that answer it."""
    found: list[tuple[Fence, list[Fence]]] = []
    at_hand = False
    for fence in page.fences():
        if fence.language == "yaml":
            at_hand = fence.note in ("", WHOLE)
            found += [(fence, [])] if at_hand else []
        elif at_hand and (fence.language == "table" or fence.note in ("检查结果", "印出来")):
            found[-1][1].append(fence)
    return found


def test_an_excerpt_of_a_pack_can_stand_in_a_pack(tmp_path: Path) -> None:
    excerpts = fences("pack.yaml")
    assert excerpts != []
    for excerpt in excerpts:
        folder = tmp_path / f"pack-{excerpt.line}"
        shutil.copytree(ROOT / "templates" / "dept-evaluation", folder)
        path = folder / "pack.yaml"
        path.write_text(with_rest_of(path.read_text(encoding="utf-8"), excerpt.body), encoding="utf-8")
        pack, found = load_pack(folder)
        assert [(d.label, d.place.line) for d in found] == []
        assert pack is not None
        assert invalid_rulings(pack, all_rules()) == []


def test_an_excerpt_of_a_list_of_words_can_be_read(tmp_path: Path) -> None:
    (excerpt,) = fences("wordlist.yaml")
    path, expect = tmp_path / "wordlist.yaml", Expect()
    path.write_text(excerpt.body, encoding="utf-8")
    assert len(read_words(path, expect)) == excerpt.body.count("错:")
    assert expect.found == []


def test_an_excerpt_of_the_content_file_stands_there() -> None:
    """In this order; a comment `# …` is a gap."""
    source = (ROOT / "content" / "nanyang-2020.yaml").read_text(encoding="utf-8")
    excerpts = fences("content/nanyang-2020.yaml")
    assert excerpts != []
    for excerpt in excerpts:
        at = 0
        for part in excerpt.body.split("# …\n"):
            assert part in source[at:]
            at = source.index(part, at) + len(part)


@pages_with("console")
def test_a_transcript_says_what_the_shell_says(page: Markdown, tmp_path: Path) -> None:
    for folder in ("content", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    answers: dict[Fence, str] = {}
    here, question = tmp_path, ""
    for fence in page.fences():
        if fence.note.startswith(WRITTEN):
            (here / fence.note.removeprefix(WRITTEN)).write_text(fence.body, encoding="utf-8")
        elif fence.language == "comment":
            (mark if fence.note == "批" else forge)(fence, here)
        elif fence.language == "console":
            answers[fence] = ""
            for line in commands(fence):
                here /= line.removeprefix("cd ") if line.startswith("cd ") else ""
                answers[fence] += f"$ {line}\n" if line.startswith("cd ") else typed(line, here)
        elif fence.language == "sql":
            question = fence.body
        elif fence.note == ANSWER:
            answers[fence] = asked(question, here / "汇总.duckdb")
    settle(page, answers)
    look_at_products(tmp_path)


def forge(fence: Fence, folder: Path) -> None:
    """A copy of a PDF with a figure changed (改), or hidden under a white box (盖)."""
    found = FORGED.fullmatch(fence.body)
    assert found, fence.body
    content, page = (folder / found["file"]).read_bytes(), int(found["page"])
    if fence.note == "改":
        forged = reworded(content, page, found["old"], found["new"])
    else:
        forged = covered(content, page, box_of(content, page, found["old"]))
    (folder / found["copy"]).write_bytes(forged)


def mark(fence: Fence, folder: Path) -> None:
    """A copy with one remark or change more, as a reviewer makes it."""
    found = MARKED.fullmatch(fence.body)
    assert found, fence.body
    copy = folder / found["copy"]
    copy.parent.mkdir(exist_ok=True)
    source = copy if copy.exists() else folder / found["file"]
    copy.write_bytes(returned(source, found["author"], found["act"], found["old"], found["new"] or ""))


def look_at_products(folder: Path) -> None:
    """Whatever a guide has made: a title that says nothing twice, the same in Word and in the PDF beside it."""
    for pdf in folder.rglob("*.pdf"):
        path = pdf.with_suffix(".docx")
        if path.is_file() and pdf.read_bytes().startswith(b"%PDF") and path.read_bytes().startswith(b"PK"):
            assert [found.label for found in check_file(path).report if found.code == "STR050"] == [], path.name
            title = docx_lines(path.read_bytes())[0]
            assert "".join(title.split()) in "".join(pages_text(pdf)[0].split())


def test_the_editor_finds_the_schema_of_the_copied_example(tmp_path: Path) -> None:
    """As the first step of the tutorial copies it, in an empty folder."""
    (tutorial,) = [page for page in PAGES if page.path.stem == "五分钟上手"]
    (first, *_others) = [fence for fence in tutorial.fences() if fence.language == "console"]
    copying, going, *others = commands(first)
    typed(copying, tmp_path)
    here = tmp_path / going.removeprefix("cd ")
    for line in others:
        typed(line, here)
    copied = here / "content" / "某市科技馆-2024.yaml"
    head = copied.read_text(encoding="utf-8").splitlines()[0]
    assert Path(unquote(urlparse(head.partition("$schema=")[2]).path)).is_file()


def commands(fence: Fence) -> list[str]:
    """The lines behind a prompt."""
    return [line.removeprefix("$ ") for line in fence.body.splitlines() if line.startswith("$ ")]


def typed(command: str, folder: Path) -> str:
    """The prompt with the command, and what the shell then prints, without trailing blanks."""
    own = {"PYTHON": sys.executable, "PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C.UTF-8", "XDG_DATA_HOME": str(folder)}
    said = (in_this_process if PLAIN.fullmatch(command) else in_a_shell)(command, folder, own)
    return f"$ {command}\n" + "".join(line.rstrip() + "\n" for line in said.splitlines())


def in_a_shell(command: str, folder: Path, own: dict[str, str]) -> str:
    """What it prints there, errors too."""
    run = subprocess.run(
        ["bash", "-c", SHELL + command],
        cwd=folder,
        env=os.environ | own,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    return run.stdout


def in_this_process(command: str, folder: Path, own: dict[str, str]) -> str:
    """The same of the program alone, which need not be started for it."""
    forget_packs()
    said = TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True)
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said), suppress(SystemExit):
        patch.chdir(folder)
        for name, value in (own | {FONTS_VARIABLE: ""}).items():
            patch.setenv(name, value)
        main(shlex.split(command)[1:])
    said.seek(0)
    return said.read()


def test_the_rule_of_the_recipe_is_a_rule() -> None:
    """Its own wrong example is reported, its right one is not."""
    (recipe,) = [fence for fence in fences("src/reportgen/rules/scores/precision.py") if fence.language == "python"]
    all_rules()
    try:
        exec(compile(recipe.body, recipe.note, "exec"), {"__name__": "precision"})
        manual = all_rules()["SCO099"].manual
        found = {name: check_text(with_rest_of(BASE, manual[name] + "\n"), "内容.yaml") for name in ("错例", "正例")}
    finally:
        registry._RULES.pop("SCO099", None)
    assert [finding.code for finding in found["错例"].report] == ["SCO099"]
    assert report(found["正例"]) == "没有发现问题\n"


def test_the_guide_names_what_only_word_shows() -> None:
    """Wherever the program warns, the page says that it does."""
    text = (ROOT / "docs" / "怎样改模板.md").read_text(encoding="utf-8")
    warned = [line for line in text.splitlines() if line.endswith("| 提醒（PCK005） |")]
    names = (*LOST_PROPERTIES.values(), *LOST_LETTERS.values(), *LOST_NAMES.values(), *DRAWN_KINDS.values())
    assert [name for name in names if not any(name in line for line in warned)] == []


COUNTS = re.compile(
    r"(?P<pages>\d+) (?:pages|页)\D+(?P<figures>\d+) (?:printed figures|处数字)\D+(?P<facts>\d+) (?:facts|个数)"
)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_counts_of_the_readme_are_those_of_the_report(
    name: str, nanyang: Made, nanyang_pages: list[object]
) -> None:
    document = nanyang.built.checked.document
    assert document is not None
    numbers = list(document.numbers())
    facts = {number.fact.path for number in numbers}
    found = COUNTS.search((ROOT / name).read_text(encoding="utf-8"))
    assert found is not None
    assert [int(count) for count in found.groups()] == [len(nanyang_pages), len(numbers), len(facts)]
