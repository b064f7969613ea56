"""Whatever the shell does with the output: no traceback, and an exit code that means what it says."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.example import changed

PROGRAM = f'"{sys.executable}" -c "from reportgen.cli import main; main()"'
WRONG_SUM = ("支出: 114.60}", "支出: 115.60}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """good.yaml, and wrong.yaml with an error."""
    (tmp_path / "good.yaml").write_text(changed(), encoding="utf-8")
    (tmp_path / "wrong.yaml").write_text(changed(WRONG_SUM), encoding="utf-8")
    return tmp_path


def bash(folder: Path, line: str) -> tuple[int, str]:
    """The exit code of `reportgen` in a line of shell, the first of its pipe, and what it complains of."""
    script = f'reportgen() {{ {PROGRAM} "$@"; }}\n{line}\nexit "${{PIPESTATUS[0]}}"'
    run = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False)
    return run.returncode, run.stderr


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("reportgen check good.yaml | true", 0),
        ("reportgen check wrong.yaml | true", 1),
        ("reportgen check 没有.yaml 2>&1 | true", 2),
        ("reportgen --help | true", 0),
        ("reportgen rule | head -1", 0),
    ],
)
def test_a_reader_who_goes_away_changes_nothing(folder: Path, line: str, code: int) -> None:
    assert bash(folder, line) == (code, "")


def test_a_build_that_nobody_reads_is_finished(folder: Path) -> None:
    assert bash(folder, "reportgen build good.yaml wrong.yaml --format txt | true") == (1, "")
    assert sorted(path.name for path in (folder / "output").glob("*.txt")) == ["good.txt", "wrong.txt"]


@pytest.mark.parametrize("command", ["build good.yaml --format txt", "check wrong.yaml", "--help", "--version"])
def test_a_full_disk_behind_the_output_is_said(folder: Path, command: str) -> None:
    assert bash(folder, f"reportgen {command} > /dev/full") == (3, "写不了标准输出：磁盘满了\n")


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_done_without(folder: Path, closed: str) -> None:
    assert bash(folder, f"reportgen build wrong.yaml --format pdf {closed}") == (1, "")
    assert (folder / "output" / "wrong.pdf").read_bytes().startswith(b"%PDF")


def test_a_terminal_without_a_character_shows_another(folder: Path) -> None:
    assert bash(folder, "PYTHONIOENCODING=gbk reportgen doctor > said") == (0, "")
    assert "  ? 仿宋_GB2312 → GW FangSong\n" in (folder / "said").read_text(encoding="gbk")
