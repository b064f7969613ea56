"""Who reviews, and for which office letters are written: kept in the folder, since the next time it is the same."""

import json
from pathlib import Path

from reportgen.desk.workspace import OWN_FOLDER, Workspace
from reportgen.errors import ReportgenError
from reportgen.record import Struct, as_json
from reportgen.settings import settings_for
from reportgen.world import read_text, write_files


class Reviewer(Struct, frozen=True):
    """What is proposed; `days` until an answer is due, empty for no day."""

    author: str = ""
    office: str = ""
    days: str = ""


def reviewer_of(workspace: Workspace) -> Reviewer:
    """The last one; office and days of the folder's settings where none has been named here."""
    try:
        said = json.loads(read_text(_file(workspace)))
        known = Reviewer(*(str(said.get(name, "")) for name in Reviewer.__struct_fields__))
    except (ReportgenError, ValueError, AttributeError):
        known = Reviewer()  # it is only proposed: what cannot be read is asked for once more
    settings = settings_for(workspace.folder)
    days = str(settings.days) if settings.days else ""
    return Reviewer(known.author, known.office or settings.office, known.days or days)


def keep_reviewer(workspace: Workspace, reviewer: Reviewer) -> None:
    """Propose this one from now on."""
    write_files({_file(workspace): as_json(reviewer)})


def _file(workspace: Workspace) -> Path:
    return workspace.folder / OWN_FOLDER / "审核.json"
