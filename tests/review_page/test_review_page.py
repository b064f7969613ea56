"""What the page to click through is made of: every line stands on a page, and every finding and figure at its words."""

import base64
import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.support.example import changed
from tests.support.made import Made
from tests.support.shell import Shell

from reportgen.digest import digest_of
from reportgen.errors import UsageProblem
from reportgen.pipeline.build import Built, build, build_file
from reportgen.pipeline.check import check_file, check_text
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.review_page import page_of_pdf, review_page
from reportgen.render.desk.words import words
from reportgen.review.trace import traced

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "src" / "reportgen" / "render" / "desk" / "static"
MODULES = sorted(STATIC.glob("*.js"))
SIX_MEGABYTES = 6_000_000
_NAMED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)


def data_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    told = json.loads(found[1])
    assert isinstance(told, dict)
    return told


def words_below(desk: dict[str, Any], box: list[int]) -> str:
    """The characters of the page whose middle lies in a box."""
    page, left, top, right, foot = box
    told = ""
    for run in desk["sheets"][page]["runs"]:
        ends = zip(run["xs"], run["xs"][1:], strict=False)
        middles = [(start + end) / 2 for start, end in ends]
        level = top <= run["base"] - run["size"] // 3 <= foot
        told += "".join(char for char, x in zip(run["text"], middles, strict=True) if level and left <= x <= right)
    return told


@pytest.fixture(scope="module")
def desk(html: str) -> dict[str, Any]:
    return data_of(html)


def test_every_line_of_the_document_stands_on_a_page_under_its_name(desk: dict[str, Any], reviewed: Checked) -> None:
    assert reviewed.document is not None
    named = traced(reviewed.document, reviewed.source.root, "内容.yaml")
    printed = [each.line for each in named if each.block or each.slot == "标题"]
    names = {line["name"] for line in desk["lines"]}
    assert [line.text for line in printed if line.name not in names] == []
    standing = {run["line"] for sheet in desk["sheets"] for run in sheet["runs"]}
    assert [line["text"] for number, line in enumerate(desk["lines"]) if number not in standing] == []
    assert desk["digest"] == digest_of(reviewed.original)


def test_the_text_of_a_page_says_where_it_stands_in_its_line(desk: dict[str, Any]) -> None:
    runs = [run for sheet in desk["sheets"] for run in sheet["runs"] if run["line"] >= 0]
    assert [
        run["text"]
        for run in runs
        if desk["lines"][run["line"]]["text"][run["at"] : run["at"] + len(run["text"])] != run["text"]
    ] == []


def test_the_words_of_a_finding_are_below_its_box(desk: dict[str, Any]) -> None:
    found = {each["code"]: words_below(desk, each["boxes"][0]) for each in desk["findings"]}
    assert found["NUM003"] == "116.40"
    assert found["PUN001"] == ","


def test_a_figure_knows_its_fact_its_working_and_its_line(desk: dict[str, Any]) -> None:
    by_path = {figure["path"]: figure for figure in desk["figures"] if figure["text"] == "98.0%"}
    (figure,) = by_path.values()
    fact = desk["facts"][figure["fact"]]
    assert (fact["name"], fact["value"], figure["tie"]) == ("预算.展厅运行经费.支付率", "98.0%", "bound")
    assert figure["working"] == ["78.40万元 ÷ 80.00万元 = 98.0%"]
    assert "支付率: 98.0%" in desk["source"][fact["line"] - 1]
    assert words_below(desk, figure["boxes"][0]) == "98.0%"


def test_a_cell_that_was_worked_out_shows_its_working_and_is_no_other(tmp_path: Path) -> None:
    """得分 was worked out from 分值, and has its place in the content file; each stands in its own cell."""
    path = tmp_path / "自评.yaml"
    path.write_text((ROOT / "templates" / "dept-self-evaluation" / "example.yaml").read_text(encoding="utf-8"), "utf-8")
    desk = data_of(review_page(build_file(path, (), ("pdf",))).decode())
    below = [(each["text"], "".join(words_below(desk, box) for box in each["boxes"])) for each in desk["figures"]]
    assert [pair for pair in below if "".join(pair[0].split()) != pair[1]] == []
    (earned,) = [each for each in desk["figures"] if each["text"] == "14.30"]
    assert earned["working"][0] == "分值 15，目标 ≥20场，完成 19场：得 14.30"


def test_the_figures_of_nanyang_stand_where_their_boxes_are(nanyang: Made) -> None:
    html = review_page(nanyang.built).decode()
    desk = data_of(html)
    figures = [(each["text"], "".join(words_below(desk, box) for box in each["boxes"])) for each in desk["figures"]]
    assert [pair for pair in figures if pair[0] != pair[1]] == []
    assert len(html.encode()) <= SIX_MEGABYTES


def test_the_page_allows_itself_its_own_script_and_nothing_else(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    script = re.search(r'<script type="module">(.*?)</script>', html, re.DOTALL)
    assert policy is not None
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert policy[1].split("; ")[:4] == [
        "default-src 'none'",
        "img-src data:",
        "style-src 'unsafe-inline'",
        f"script-src 'sha256-{digest}'",
    ]
    assert html.startswith('<!doctype html>\n<html lang="zh-CN">')
    assert html.count("<script") == 3
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", html)
    assert set(re.findall(r"https?://[^\s\"'<]+", html)) == {"http://www.w3.org/2000/svg"}


def test_modules_of_the_page_share_one_scope_and_say_known_words() -> None:
    """They are put one behind the other: a name that two of them have would be one too many."""
    texts = [path.read_text(encoding="utf-8") for path in MODULES]
    own = [name for text in texts for name in _NAMED.findall(text)]
    assert [name for name, count in Counter(own).items() if count > 1] == []
    said = {name for text in texts for name in re.findall(r'\bsay\("([\w-]+)"', text)}
    assert said - set(words()) == set()
    told = [line.partition("//")[0].replace("-意见.json", "") for text in texts for line in text.splitlines()]
    assert [line for line in told if re.search(r"[\u4e00-\u9fff]", line)] == []


def test_a_pdf_of_somebody_else_has_pages_and_findings_and_no_facts(shell: Shell, printed: Built) -> None:
    path = shell.folder / "稿.pdf"
    path.write_bytes(printed.outputs["pdf"])
    desk = data_of(page_of_pdf(check_file(path), path.read_bytes()).decode())
    assert (len(desk["sheets"]), desk["facts"], desk["finished"], desk["file"]) == (3, [], True, "稿.pdf")
    placed = {each["code"]: words_below(desk, each["boxes"][0]) for each in desk["findings"] if each["boxes"]}
    assert placed["PUN001"] == ","
    assert [each["code"] for each in desk["findings"] if each["page"] < 0] == []


def test_a_file_without_pages_is_refused(shell: Shell, printed: Built) -> None:
    path = shell.folder / "稿.docx"
    path.write_bytes(printed.outputs["docx"])
    with pytest.raises(UsageProblem, match="另存为 PDF"):
        page_of_pdf(check_file(path), path.read_bytes())
    with pytest.raises(UsageProblem, match="没有页面可看"):
        review_page(build(check_text("文种: 公函", "内容.yaml"), ("pdf",)))


def test_the_command_writes_it_of_a_finished_pdf_and_says_why_of_a_word_file(shell: Shell, printed: Built) -> None:
    for kind, content in printed.outputs.items():
        (shell.folder / f"稿.{kind}").write_bytes(content)
    assert "稿-核对.html" in shell.run("review", "稿.pdf", "--html")[1]
    assert "没有写核对页：稿.docx 不是 PDF" in shell.run("review", "稿.docx", "--html")[1]


def test_the_command_writes_it_beside_the_copy(shell: Shell) -> None:
    shell.write("内容.yaml", changed())
    code, told, _wrong = shell.run("review", "内容.yaml", "--html")
    assert (code, "内容-核对.html" in told) == (0, True)
    assert data_of((shell.folder / "output" / "内容-核对.html").read_text(encoding="utf-8"))["file"] == "内容.yaml"
