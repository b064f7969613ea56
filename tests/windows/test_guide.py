"""What docs/Windows.md tells is what the scripts do: options, names, hashes, limits."""

import ast
import re
import sys
from pathlib import Path

import pytest
from windows.embeddable import KNOWN
from windows.files import trial
from windows.layout import STARTERS
from windows.libraries import OPENED
from windows.notice import licences
from windows.packing import MOST
from windows.refusal import Refusal

from windows import __main__ as command

GUIDE = (Path(__file__).parents[2] / "docs" / "Windows.md").read_text(encoding="utf-8")
INSTALLER = (Path(command.__file__).parent / "installer.nsi").read_text(encoding="utf-8")


def test_the_pythons_are_those_that_are_known() -> None:
    rows = re.findall(r"\| (python-\S+\.zip) \| ([0-9a-f]{64}) \|", GUIDE)
    assert {digest: name for name, digest in rows} == KNOWN


def test_the_options_are_those_that_there_are() -> None:
    told = command._options().format_help()
    section = GUIDE.partition("## 技术人员：做安装包")[2].partition("\n## ")[0]
    named = set(re.findall(r"(?<!\S)`?(--[a-z0-9]+)\b", section))
    assert {"--python", "--sha256", "--for"} <= named - {"--engine"} <= set(re.findall(r"--[a-z0-9]+", told))
    options = command._options().parse_args(["--for", "3.12"])
    assert (options.version, options.python) == ("3.12", None)


def test_the_icons_and_the_menu_have_the_names_that_are_told() -> None:
    assert set(re.findall(r"「(\S+\.cmd)」", GUIDE)) <= set(STARTERS.values())
    for name in ("绩效报告-打开", "命令窗口", "绩效报告-检查", "绩效报告-生成", "检查安装", "卸载"):
        assert name in GUIDE
        assert f"\\{name}.lnk" in INSTALLER


def test_figures_are_those_of_the_code() -> None:
    assert f"不超过 {MOST // 1_000_000} MB" in GUIDE
    assert f"{sum(len(each.names) for each in licences())} 个 DLL" in GUIDE
    assert trial.RESULT in GUIDE
    assert len(OPENED) == 6


def test_steps_of_the_trial_are_told_by_name() -> None:
    for title in trial.STEPS:
        assert f"| {title} |" in GUIDE, title


def test_without_makensis_the_zip_is_made_and_the_lack_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "reportgen.zip").write_bytes(b"PK")
    monkeypatch.setattr(command, "make", lambda _options: [tmp_path / "reportgen.zip"])
    monkeypatch.setattr(command, "find_makensis", lambda: None)
    assert command.main([]) == 3
    out, err = capsys.readouterr()
    assert "reportgen.zip" in out
    assert "只做了 zip；安装程序没有做" in err


def test_what_is_too_large_does_not_count_as_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "reportgen.zip").open("wb") as stream:
        stream.truncate(MOST + 1)
    monkeypatch.setattr(command, "make", lambda _options: [tmp_path / "reportgen.zip"])
    assert command.main([]) == 3
    assert "有 90.0 MB，不能超过 90 MB" in capsys.readouterr().err


def test_a_python_that_is_none_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--python", str(tmp_path / "没有.zip"), "--output", str(tmp_path)]) == 3
    assert "读不了 没有.zip" in capsys.readouterr().err


# ---- the trial itself, as far as it is no Windows ----


def test_the_trial_needs_nothing_of_the_program() -> None:
    """It is run by the bare Python, and must be able to tell that the program does not even begin."""
    tree = ast.parse(Path(trial.__file__).read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= set(sys.stdlib_module_names)


def test_a_step_that_fails_says_what_was_said() -> None:
    said = trial.Said(1, "✗ 错误\n", 2.0)
    with pytest.raises(trial.Failed, match="退出码 1，应是 0"):
        trial.expect(said)
    with pytest.raises(trial.Failed, match="没有说「已生成」"):
        trial.expect(said, "已生成", code=1)
    with pytest.raises(trial.Failed, match="Traceback"):
        trial.expect(trial.Said(0, "Traceback (most recent call last)", 1.0))
    assert trial.expect(said, "错误", code=1) == "2.0 秒\n✗ 错误\n"


def test_a_step_that_breaks_does_not_stop_the_others(tmp_path: Path) -> None:
    def broken(_folder: Path) -> str:
        raise OSError(5, "读盘错误")

    assert trial._tried(broken, tmp_path)[0] == "没通过"
    assert "读盘错误" in trial._tried(broken, tmp_path)[1]


def test_the_user_s_name_does_not_travel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/Users/会计小王"))
    told = trial._without_user("已生成：/Users/会计小王/Desktop/甲.docx，D:/会计小王/乙.docx，会计小王签字")
    assert told == "已生成：%USERPROFILE%/Desktop/甲.docx，D:/%USERNAME%/乙.docx，会计小王签字"


def test_a_refusal_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(_options: object) -> list[Path]:
        raise Refusal("没有这些软件包的 Windows 轮子：typst")

    monkeypatch.setattr(command, "make", refuse)
    assert command.main([]) == 3
    assert capsys.readouterr().err == "没有这些软件包的 Windows 轮子：typst\n"
