"""The same content gives the same bytes, wherever, whenever, in whatever locale and by however many workers it is made.

Two runs of the program are held against each other. What differs between them is all that must not show: the folder and
the way it is named, the time zone (it is yesterday in one of them), the locale, the seed of hashes, one worker or two.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.example import EXAMPLE, ROOT
from tests.support.self_evaluations import COURT, HOSPITAL

PROGRAM = """
import sys
from reportgen.cli import batch, main
batch._cores = lambda: int(sys.argv[1])
main(sys.argv[2:])
"""
LAST_MINUTE_OF_THE_YEAR = "1735689540"
"""2024-12-31 23:59 in London; in Shanghai the new year is eight hours old."""
CONTENT = {
    "科技馆": EXAMPLE,
    "一年": (ROOT / "content" / "example-year-2024.yaml").read_text(encoding="utf-8"),
    "医院": HOSPITAL,
    "法院": COURT,
}
"""A report, a file of several documents with an annex, and two forms: enough files for two workers."""
NAMES = {name.split("-")[0] for name in CONTENT}
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
ELSEWHERE = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "LANG": "zh_CN.GBK", "PYTHONHASHSEED": "4711"}


def made(folder: Path, words: list[str], workers: int, variables: dict[str, str]) -> dict[str, str]:
    """A digest of every output by its name; `words` are those of the command line behind `build`."""
    folder.mkdir(parents=True)
    for name, text in CONTENT.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    own = {"SOURCE_DATE_EPOCH": LAST_MINUTE_OF_THE_YEAR, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", PROGRAM, str(workers), "build", *words]
    done = subprocess.run(command, cwd=folder, env=os.environ | own | variables, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    outputs = sorted(path for path in (folder / "output").iterdir() if path.stem.split("-")[0] in NAMES)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in outputs}


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "docx,pdf,xlsx,html,txt", "--engine", "weasyprint"],
        ["--format", "docx,pdf,xlsx,html,txt", "--engine", "typst"],
        ["--format", "pdf", "--archive"],
    ],
    ids=["weasyprint", "typst", "archive"],
)
def test_the_same_content_gives_the_same_bytes(tmp_path: Path, options: list[str]) -> None:
    there = tmp_path / "另一处" / "更深 的一层"
    here = made(tmp_path / "一处", [f"{name}.yaml" for name in CONTENT] + options, 1, HERE)
    elsewhere = made(there, [str(there), "-o", "output", *options], 2, ELSEWHERE)
    assert len(here) > len(CONTENT)
    assert elsewhere == here
