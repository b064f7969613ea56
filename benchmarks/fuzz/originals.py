"""The documents that are mutated: the program's own of every pack, with what else a file that comes back may hold."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from benchmarks.fuzz.answers import answer
from reportgen.record import Struct

ROOT = Path(__file__).resolve().parents[2]
_WITH_REMARKS = ("dept-evaluation", "project-self-evaluation", "official-minutes")
"""Of these there are copies that go round, copies with remarks and revisions, and PDFs for archives."""


class Original(Struct, frozen=True):
    """A finished document and the content file that it was made from."""

    path: Path
    content: Path


def packs() -> list[str]:
    """The names of all packs."""
    return sorted(path.parent.name for path in ROOT.glob("templates/*/example.yaml"))


def make_originals(folder: Path, names: Iterable[str]) -> None:
    """Build every document once; what is there already stays."""
    for name in names:
        if (folder / name).exists():
            continue
        content = folder / name / f"{name}.yaml"
        content.parent.mkdir(parents=True)
        shutil.copy(ROOT / "templates" / name / "example.yaml", content)
        _made("build", content, "-o", content.parent, "--format", "docx,pdf")
        if name in _WITH_REMARKS:
            _make_copies(content)


def originals(folder: Path, ending: str) -> list[Original]:
    """All documents of a kind, in a fixed order."""
    found = sorted(folder.rglob(f"*{ending}"))
    return [
        Original(path, next(iter(sorted((folder / path.relative_to(folder).parts[0]).glob("*.yaml")))))
        for path in found
    ]


def _make_copies(content: Path) -> None:
    """As they go round: with findings beside the lines, with remarks, with revisions, with attachments."""
    folder = content.parent / "copies"
    folder.mkdir()
    before = folder / "旧稿.yaml"
    before.write_text(re.sub(r"(?<=\d)5", "7", content.read_text(encoding="utf-8")), encoding="utf-8")
    _made("review", content, "-o", folder)
    _made("review", content.with_suffix(".docx"), "-o", folder)
    _made("review", content.with_suffix(".pdf"), "-o", folder)
    _made("diff", before, content, "--format", "docx,pdf", "-o", folder)
    _made("build", content, "--archive", "--format", "pdf", "-o", folder)
    before.unlink()


def _made(*words: str | Path) -> None:
    code, told = answer(*words)
    if code > 1:
        raise AssertionError(told)
