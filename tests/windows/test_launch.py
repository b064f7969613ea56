"""What starts on a PC: what was typed runs as it stands, the mouse gets what is meant by it."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = r"D:\reportgen\reportgen.cmd"
DROPPED = rf'cmd.exe /c ""{SCRIPT}" "D:\示例法院 自评.docx""'.replace('"', "?")
CLICKED = rf'cmd.exe /c ""{SCRIPT}""'.replace('"', "?")


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was started, in order."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    calls: list[object] = []
    mouse = import_module("windows.files.mouse")
    monkeypatch.setitem(sys.modules, "mouse", mouse)

    def run(command: str, names: list[str]) -> int:
        calls.append((command, names))
        return 0

    def open_screen(names: list[str]) -> int:
        calls.append(("open", names))
        return 0

    def open_window(script: Path) -> int:
        calls.append(script.name)
        return 0

    monkeypatch.setattr(mouse, "run", run)
    monkeypatch.setattr(mouse, "open_window", open_window)
    monkeypatch.setattr(mouse, "open_screen", open_screen)
    monkeypatch.setattr("reportgen.start.main", lambda: calls.append(sys.argv[1:]))
    return calls


@pytest.fixture
def launch(said: list[object]) -> ModuleType:
    said.clear()
    return import_module("windows.files.launch")


def called(monkeypatch: pytest.MonkeyPatch, *words: str, call: str = "cmd.exe", command: str = "") -> None:
    for name, value in (("CALL", call), ("SCRIPT", SCRIPT), ("COMMAND", command)):
        monkeypatch.setenv(f"REPORTGEN_{name}", value)
    monkeypatch.setattr(sys, "argv", ["launch.py", *words])


def test_what_was_typed_runs_as_it_stands(
    launch: ModuleType, said: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    called(monkeypatch, "check", "报告.docx")
    launch.start()
    assert said == [["check", "报告.docx"]]


def test_a_file_dropped_on_the_program_itself_is_checked(
    launch: ModuleType, said: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """To check changes nothing."""
    called(monkeypatch, r"D:\示例法院", "自评.docx", call=DROPPED)
    with pytest.raises(SystemExit, match="0"):
        launch.start()
    assert said == [("check", [r"D:\示例法院 自评.docx"])]


@pytest.mark.parametrize(("call", "names"), [(DROPPED, [r"D:\示例法院 自评.docx"]), ("", [r"D:\甲.yaml"])])
def test_each_icon_has_its_command(
    launch: ModuleType, said: list[object], monkeypatch: pytest.MonkeyPatch, call: str, names: list[str]
) -> None:
    """Where cmd does not say how it was called, its words must do."""
    called(monkeypatch, r"D:\甲.yaml", call=call, command="build")
    with pytest.raises(SystemExit, match="0"):
        launch.start()
    assert said == [("build", names)]


@pytest.mark.parametrize(("seen", "started"), [(True, ["window.cmd"]), (False, [[]])])
def test_a_double_click_opens_a_window_that_stays(
    launch: ModuleType, said: list[object], monkeypatch: pytest.MonkeyPatch, seen: bool, started: list[object]
) -> None:
    """A scheduler that calls it alone has no window."""
    called(monkeypatch, call=CLICKED)
    monkeypatch.setattr("sys.stdin", type("Input", (), {"isatty": lambda _self: seen})())
    if seen:
        with pytest.raises(SystemExit, match="0"):
            launch.start()
    else:
        launch.start()
    assert said == started


@pytest.mark.parametrize(("call", "names"), [(DROPPED, [r"D:\示例法院 自评.docx"]), (CLICKED, [])])
def test_a_double_click_opens_the_screen_and_a_folder_may_be_dropped_on_it(
    launch: ModuleType, said: list[object], monkeypatch: pytest.MonkeyPatch, call: str, names: list[str]
) -> None:
    called(monkeypatch, call=call, command="open")
    with pytest.raises(SystemExit, match="0"):
        launch.start()
    assert said == [("open", names)]
