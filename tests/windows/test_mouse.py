"""What cmd is called with when somebody drops files on an icon, sends files to it, or clicks it twice."""

import io
import os
import sys
from pathlib import Path

import pytest
from tests.support.example import changed
from windows.files import mouse

CHECK = r"C:\Users\会计\AppData\Local\Programs\reportgen\检查.cmd"


@pytest.mark.parametrize(
    ("tail", "names"),
    [
        (r" D:\2024年自评.docx", [r"D:\2024年自评.docx"]),
        (r' "D:\示例县人民医院 自评表.xlsx" D:\乙.yaml', [r"D:\示例县人民医院 自评表.xlsx", r"D:\乙.yaml"]),
        (r" D:\收入&支出.yaml", [r"D:\收入&支出.yaml"]),
        (r" \\财政局\共享\样板镇(定稿)^2.docx", [r"\\财政局\共享\样板镇(定稿)^2.docx"]),
        (r' "\\财政局\共享\100%完成 100.docx"', [r"\\财政局\共享\100%完成 100.docx"]),
        ("", []),
    ],
)
def test_explorer_hands_over_whole_paths(tail: str, names: list[str]) -> None:
    """Quoted only when there is a blank in them."""
    assert mouse.dropped(rf'C:\Windows\system32\cmd.exe /c ""{CHECK}"{tail}"', CHECK) == names


@pytest.mark.parametrize(
    "call",
    [
        r'"C:\Windows\system32\cmd.exe"',
        r"C:\Windows\system32\cmd.exe /k",
        rf'cmd /c ""{CHECK}" check "D:\甲.yaml""',
        rf'cmd /c ""{CHECK}" 甲.yaml"',
        rf'cmd /c ""{CHECK}" --help"',
        "!cmdcmdline!",
        "",
    ],
)
def test_what_was_typed_or_scheduled_is_no_mouse(call: str) -> None:
    """It does not wait for a key: nobody may be there."""
    assert mouse.dropped(call, CHECK) is None


def test_the_case_of_a_path_does_not_count() -> None:
    assert mouse.dropped(rf'cmd /c ""{CHECK.lower()}" D:\甲.docx"', CHECK) == [r"D:\甲.docx"]


def test_without_a_script_nothing_is_guessed() -> None:
    assert mouse.dropped(r"cmd /c D:\甲.docx", "") is None


# ---- and what is done then ----


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's folder, while the program was started in another one."""
    (tmp_path / "某市第二中学").mkdir()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.setattr(sys, "argv", [])
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    return tmp_path / "某市第二中学"


def test_what_is_built_lies_beside_the_file(away: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (away / "甲&乙.yaml").write_text(changed(), encoding="utf-8")
    code = mouse.run("build", [str(away / "甲&乙.yaml")])
    assert code == 0
    assert (away / "output" / "甲&乙.docx").is_file()
    assert capsys.readouterr().out.endswith("按回车键关闭这个窗口……")


def test_a_file_with_errors_is_told_and_the_window_waits(away: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (away / "甲.yaml").write_text(changed(("年度: 2024", "年度: 去年")), encoding="utf-8")
    assert mouse.run("check", [str(away / "甲.yaml")]) != 0
    assert "按回车键关闭" in capsys.readouterr().out


@pytest.mark.usefixtures("away")
def test_a_click_without_a_file_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert mouse.run("check", []) == 2
    assert "请把文件拖到这个图标上" in capsys.readouterr().out
    assert Path(os.getcwd()).name == "elsewhere"  # noqa: PTH109


@pytest.mark.usefixtures("away")
def test_nobody_at_the_keyboard_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert mouse.run("check", []) == 2


def test_a_double_click_opens_a_folder_among_the_user_s_documents(away: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr("reportgen.start.main", lambda: asked.append(sys.argv[1:]))
    monkeypatch.setattr(Path, "home", lambda: away)
    (away / "Documents").mkdir()
    assert mouse.open_screen([]) == 0
    assert mouse.open_screen([str(away)]) == 0
    assert asked == [["open", str(away / "Documents" / "绩效报告")], ["open", str(away)]]
    assert (away / "Documents" / "绩效报告").is_dir()
