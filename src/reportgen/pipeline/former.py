"""Last year's file of a content file: named in it (上年文件), or beside it under the same name with last year in it."""

from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.year_kinds import NO_FORMER
from reportgen.language import _
from reportgen.model.content import Year
from reportgen.packs.carrying import FORMER_FILE
from reportgen.pipeline.checked import Checked
from reportgen.place import Written
from reportgen.source.node import Mapping


def former_file(checked: Checked, path: Path) -> tuple[Path | None, list[Diagnostic]]:
    """Where last year's file is; None where there is none, which is a finding when it is named."""
    root = checked.source.root
    named = root.get(FORMER_FILE) if isinstance(root, Mapping) else None
    if isinstance(named, Written) and named.text.strip():
        found = path.parent / named.text.strip()
        if found.is_file():
            return found, []
        label = _("没有「{name}」这个文件", name=named.text.strip())
        return None, [NO_FORMER.at(named.place, label)]
    return _beside(checked, path), []


def _beside(checked: Checked, path: Path) -> Path | None:
    """南阳-2021.yaml has 南阳-2020.yaml beside it, when it is about 2021."""
    if checked.main is None or not isinstance(checked.source.root, Mapping):
        return None
    year = next(checked.main.content.every(Year), None)
    other = in_year(path, year.number, year.number - 1) if year else None
    return other if other and other.is_file() else None


def in_year(path: Path, year: int, other: int) -> Path | None:
    """The path with another year in the place of its own; None where its name has none."""
    head, found, tail = path.stem.rpartition(str(year))
    return path.with_name(f"{head}{other}{tail}{path.suffix}") if found else None
