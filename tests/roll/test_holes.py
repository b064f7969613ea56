"""Holes: counted by `check`, set off in every output, and refused by `--strict`."""

import zipfile
from pathlib import Path

import pytest
from tests.support.shell import Shell
from tests.support.verapdf import breaches

from reportgen.model.engine import Engine
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file

THIS, NEXT = "二中-2024.yaml", "二中-2025.yaml"


@pytest.fixture
def rolled(shell: Shell) -> Path:
    shell.run("roll", THIS)
    return shell.folder / NEXT


def codes(shell: Shell, *words: str) -> list[str]:
    return [line.split()[1] for line in shell.run("check", NEXT, "--statistics", *words)[1].splitlines()[:-1]]


def test_the_last_line_counts_what_waits(rolled: Path, shell: Shell) -> None:
    code, out, _err = shell.run("check", rolled.name, "--ignore", "YRS,STR027")
    assert code == 1
    assert out.splitlines()[-1] == "待填 20 处，待确认 15 处"


@pytest.mark.usefixtures("rolled")
def test_nothing_else_is_said_of_what_waits(shell: Shell) -> None:
    """No total that does not add up, no grade that is none, no score that is missing: one cause, one message."""
    assert codes(shell, "--ignore", "YRS,STR027") == ["CON020", "CON021"]


@pytest.mark.usefixtures("rolled")
def test_a_hole_stands_where_it_was_written(shell: Shell) -> None:
    out = shell.run("check", NEXT, "--select", "CON020", "--output-format", "concise")[1]
    assert out.splitlines()[:2] == [
        f"{NEXT}:10:12: 错误 CON020 还没有填：【待填：人】 没有填",
        f"{NEXT}:10:24: 错误 CON020 还没有填：【待填：人】 没有填",
    ]


def test_a_hole_that_is_filled_and_a_mark_that_is_taken_away_count_no_more(rolled: Path, shell: Shell) -> None:
    text = rolled.read_text(encoding="utf-8")
    text = text.replace("编制: 【待填：人】", "编制: 88人").replace("  # 沿用上年待确认\n  职能", "  职能")
    rolled.write_text(text, encoding="utf-8")
    out = shell.run("check", NEXT, "--select", "CON020,CON021")[1]
    assert out.splitlines()[-1] == "待填 19 处，待确认 14 处"


@pytest.mark.usefixtures("rolled")
def test_strict_makes_nothing_of_a_file_with_holes(shell: Shell) -> None:
    code, _out, err = shell.run("build", NEXT, "--strict", "--format", "txt")
    assert code == 2
    assert "没有生成 二中-2025" in err
    assert not (shell.folder / "output").exists()


@pytest.mark.parametrize("engine", list(Engine))
def test_every_output_shows_the_hole_with_its_unit(rolled: Path, engine: Engine) -> None:
    built = build(check_file(rolled), ["docx", "pdf", "html", "txt"], engine=engine)
    assert [finding.code for finding in built.report if finding.code.startswith("VER")] == []
    assert "编制【待填：人】，在编【待填：人】。" in built.outputs["txt"].decode()
    yellow = '<mark style="background: #FFFF00; color: inherit">【待填：人】</mark>'
    assert f"编制{yellow}，在编{yellow}。" in built.outputs["html"].decode()
    with zipfile.ZipFile(_written(rolled, built.outputs["docx"])) as package:
        document = package.read("word/document.xml").decode()
    assert '<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">【待填：万元】</w:t>' in document


def _written(rolled: Path, content: bytes) -> Path:
    path = rolled.with_suffix(".docx")
    path.write_bytes(content)
    return path


def test_the_pdf_for_everybody_stays_fit_for_archives_and_for_all_readers(rolled: Path) -> None:
    content = build(check_file(rolled), ["pdf"]).outputs["pdf"]
    assert breaches(content, "PDF/A-2a") == breaches(content, "PDF/UA-1") == []


def test_a_chart_of_holes_waits_and_keeps_its_number(shell: Shell) -> None:
    path = shell.folder / THIS
    text = path.read_text(encoding="utf-8")
    text = text.replace("单位概况:\n", "图表:\n  - {名称: 学生构成, 类型: 饼图, 数据: 学生}\n单位概况:\n", 1)
    text = text.replace("有所增加。\n", "有所增加，构成见{{ 图表.学生构成 }}。\n  {{ 图表.学生构成 }}\n", 1)
    path.write_text(text, encoding="utf-8")
    shell.run("roll", THIS)
    said = build(check_file(shell.folder / NEXT), ["txt"]).outputs["txt"].decode()
    assert "构成见图1。\n【待填】\n图1　学生构成\n" in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全年接待患者12.6万人次，候诊45分钟。", "12.6万人次、45分钟"),
        ("支出{{ 数据.人员.编制 }}，按《2024年办法》办理。", ""),
        ("办了1场、2场、3场、4场、5场、6场、7场活动。", "1场、2场、3场、4场、5场、6场、等 7 个"),
    ],
    ids=["figures", "references", "many"],
)
def test_what_is_to_be_confirmed_says_which_figures_are_last_years(text: str, told: str, shell: Shell) -> None:
    """No reference makes them this year's, and a paragraph that reads well hides them."""
    shell.write("报告.yaml", f"文种: 部门整体支出绩效评价报告\n# 沿用上年待确认\n收支情况: |\n  {text}\n")
    out = shell.run("check", "报告.yaml", "--select", "CON021", "--all")[1]
    assert ("逐个改：" in out) is bool(told)
    assert told in out
