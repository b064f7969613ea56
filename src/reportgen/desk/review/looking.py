"""What the list says of a finished document: found by checking it, in a worker process."""

from pathlib import Path

from reportgen.desk.background import attempted
from reportgen.diagnostics.selection import Selection
from reportgen.limits import Limits
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.letters import Reviewed, reviewed_from
from reportgen.record import Struct
from reportgen.world import shown


class Looked(Struct, frozen=True):
    """A finished document as it was checked; `why` says why it cannot be, and is empty for all others."""

    reviewed: Reviewed | None = None
    kind: str = ""
    """What its document type is called, where its title names one."""
    why: str = ""
    beside: tuple[str, ...] = ()
    """Files that were looked for too."""


def look_at(path: Path, roots: tuple[Path, ...], limits: Limits) -> Looked:
    """Check a finished document and say what came of it, whatever that is."""
    return attempted(
        limits,
        lambda: _looked(check_file(path, roots), path),
        lambda why: Looked(why=why.replace(shown(path), path.name)),
    )


def _looked(checked: Checked, path: Path) -> Looked:
    if checked.cut:
        return Looked(why=str(checked.cut))
    kinds = (scene.pack.title for scene in checked.scenes if scene.pack.title in scene.document.metadata.title)
    reviewed = reviewed_from(path, checked, checked.report, Selection())
    return Looked(reviewed, next(kinds, ""), beside=tuple(str(path.parent / name) for name in checked.sought))
