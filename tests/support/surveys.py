"""Content files with questionnaires: the example with 问卷 and lines of prose put in."""

from pathlib import Path

from tests.support.example import changed
from tests.support.prose import added

from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked

HEAD = "\n数据:"


def written(questionnaires: str, *lines: str) -> str:
    """The example with questionnaires, and lines of prose under 投入情况分析."""
    return changed((HEAD, f"\n问卷:\n{questionnaires.rstrip()}\n{HEAD}"), added(*lines))


def checked(folder: Path, questionnaires: str, *lines: str) -> Checked:
    """The same read from a folder in which answer sheets may lie."""
    path = folder / "内容.yaml"
    path.write_text(written(questionnaires, *lines), encoding="utf-8")
    return check_file(path)


def told(checked: Checked) -> list[tuple[str, str]]:
    return [(finding.code, finding.label) for finding in checked.report]
