"""A published report of twenty pages becomes next year's: nothing is invented, and nothing unfinished goes out."""

from pathlib import Path

import pytest
from tests.support.made import NANYANG
from tests.support.shell import Shell

from reportgen.finished.reading import read_finished

NEXT = "nanyang-2021.yaml"


@pytest.fixture
def rolled(shell: Shell) -> str:
    """What `roll` says; the file of 2020 lies beside that of 2021."""
    shell.write(NANYANG.name, NANYANG.read_text(encoding="utf-8"))
    code, out, _err = shell.run("roll", NANYANG.name)
    assert code == 0
    return out


def test_it_waits_for_every_figure_and_every_paragraph(rolled: str, shell: Shell) -> None:
    assert rolled.splitlines()[-1].startswith("待填 158 处，待确认 38 处。")
    assert "手写的数 1 处：" in rolled
    assert "上年问题整改情况　4 条" in rolled
    out = shell.run("check", NEXT)[1]
    assert "待填 158 处，待确认 38 处" in out.splitlines()[-1]
    former = (shell.folder / NANYANG.name).read_bytes()
    assert former == NANYANG.read_bytes()


@pytest.mark.usefixtures("rolled")
def test_it_is_held_against_2020(shell: Shell) -> None:
    """Problems that are told again word for word, a section and days that are those of last year."""
    out = shell.run("check", NEXT, "--select", "YRS", "--output-format", "concise")[1]
    assert {code: out.count(code) for code in ("YRS005", "YRS010", "YRS012")} == {
        "YRS005": 4,
        "YRS010": 1,
        "YRS012": 3,
    }
    assert "nanyang-2020.yaml" in shell.run("check", NEXT, "--select", "YRS005")[1]


@pytest.mark.usefixtures("rolled")
def test_it_is_built_to_be_looked_at_and_not_to_be_sent(shell: Shell) -> None:
    code, _out, err = shell.run("build", NEXT, "--strict", "--format", "pdf")
    assert code == 2
    assert "没有生成 nanyang-2021" in err
    assert "已生成：" in shell.run("build", NEXT, "--format", "pdf", "-o", ".")[1]
    text = "".join(getattr(part, "text", "") for part in read_finished(Path(shell.folder / "nanyang-2021.pdf")).parts)
    assert text.count("【待填") > 100
    for printed in (
        "支出金额总计【待填：万元】",
        "整改情况：【待填】",
        "2021年度单位核定编制【待填：人】",
        "2022年4月15日",
    ):
        assert printed in text
