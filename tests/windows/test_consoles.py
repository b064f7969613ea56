"""Consoles and pipes that are not UTF-8: what they cannot show becomes ?, and nothing stops."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.example import changed

RARE = "示例县𠮷镇 ➍é–😀.txt"
TEXT = """\
示例县𠮷镇人民政府2024年度部门决算说明
一、支出情况
教育支出年初预算100.00万元，支出决算98.00万元，完成预算的95.00%，用于𠮷➍é–😀。
"""
START = "from reportgen.start import main; main()"


def run(folder: Path, encoding: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    surroundings = os.environ | {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONIOENCODING": encoding,
        "LC_ALL": "C.UTF-8",
    }
    command = [sys.executable, "-X", "utf8=0", "-c", START, *words]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, check=False, timeout=60)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / RARE).write_text(TEXT, encoding="utf-8")
    (tmp_path / "水务局𠮷.yaml").write_text(changed(), encoding="utf-8")
    return tmp_path


def calm(done: subprocess.CompletedProcess[bytes], *codes: int) -> None:
    assert done.returncode in codes, done.stderr
    assert b"Traceback" not in done.stderr + done.stdout


@pytest.mark.parametrize("encoding", ["gbk", "gbk:strict", "cp437"])
def test_a_finding_is_shown_as_far_as_can_be(folder: Path, encoding: str) -> None:
    done = run(folder, encoding, "check", RARE)
    calm(done, 1)
    shown = done.stdout.decode(encoding.partition(":")[0])
    assert "NUM011" in shown
    assert "98.00%" in shown
    if encoding.startswith("gb"):
        assert "完成预算的95.00%" in shown


def test_gbk_has_all_but_the_rare_one(folder: Path) -> None:
    shown = run(folder, "gbk", "check", RARE).stdout.decode("gbk")
    assert "示例县?镇" in shown


def test_errors_go_the_same_way(folder: Path) -> None:
    done = run(folder, "gbk", "check", "没有𠮷.docx")
    calm(done, 2)
    assert "没有?.docx" in done.stderr.decode("gbk")


@pytest.mark.parametrize(
    "words",
    [("--help",), ("rule", "NUM003"), ("packs",), ("--version",), ("new", "样板镇𠮷"), ("docs", "常见问题")],
    ids=lambda words: words[0],
)
def test_every_command_speaks_to_a_gbk_console(folder: Path, words: tuple[str, ...]) -> None:
    calm(run(folder, "gbk:strict", *words), 0, 2)


def test_a_document_with_a_rare_name_is_built(folder: Path) -> None:
    done = run(folder, "gbk:strict", "build", "水务局𠮷.yaml", "--format", "txt,docx")
    calm(done, 0)
    assert "水务局?.docx" in done.stdout.decode("gbk")
    assert sorted(path.name for path in (folder / "output").iterdir()) == ["水务局𠮷.docx", "水务局𠮷.txt"]
