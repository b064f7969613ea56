"""The list of numbers on the terminal, and its closing line."""

from pathlib import Path

import pytest

from reportgen.cli.numbers import list_numbers
from reportgen.statements.tally import closing_line, closing_lines
from reportgen.statements.ties import Tie

CONTENT = Path(__file__).parents[2] / "content"


def test_the_closing_line_says_how_many_are_tied() -> None:
    ties = [Tie.BOUND] * 290 + [Tie.MATCHED] * 8 + [Tie.UNTIED] * 14
    assert closing_line(ties) == "312个数字，已挂钩298，挂钩率95.5%（引用290，相符8，未挂钩14）"


def test_text_and_tables_are_counted_apart_and_together() -> None:
    assert list(closing_lines([Tie.BOUND, Tie.UNTIED], [Tie.DERIVED])) == [
        "正文：2个数字，已挂钩1，挂钩率50.0%（引用1，未挂钩1）",
        "表格：1个数字，已挂钩1，挂钩率100.0%（推算1）",
        "3个数字，已挂钩2，挂钩率66.6%（引用1，推算1，未挂钩1）",
    ]


def test_a_document_without_numbers_has_no_share() -> None:
    assert closing_line([]) == "没有数字"


def test_numbers_are_listed_by_section_with_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    path = CONTENT / "nanyang-2020.yaml"
    assert list_numbers([path]) == 0
    lines = capsys.readouterr().out.splitlines()
    section = lines.index("一、（二）人员情况。")
    assert lines[section + 1].startswith(f"  {path}:")
    assert lines[section + 1].endswith("35人  引用  数据.人员.核定编制")
    assert lines[-1] == "176个数字，已挂钩169，挂钩率96.0%（引用169，未挂钩7）"


def test_a_contradiction_is_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "临泽.yaml"
    text = (CONTENT / "linze-2023.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("{{ 临聘人员.社保医保 }}", "52523.27元", 1), encoding="utf-8")
    assert list_numbers([path]) == 1  # the total is a reference, and NUM008 marks it all the same
    capsys.readouterr()
    path.write_text(text.replace("{{ 临聘人员.合计 }}", "335297.76元", 1), encoding="utf-8")
    assert list_numbers([path]) == 1
    assert "335297.76元  矛盾  " in capsys.readouterr().out


def test_a_file_that_makes_no_document_is_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "空.yaml"
    path.write_text("- 不是内容文件\n", encoding="utf-8")
    assert list_numbers([path]) == 2
    assert "做不出文档" in capsys.readouterr().err


def test_a_file_that_is_not_there_cannot_be_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert list_numbers([tmp_path / "没有.yaml"]) == 2
    assert "没有.yaml" in capsys.readouterr().err
