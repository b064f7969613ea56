"""Folders that were opened before, the last first: kept among the user's own files."""

import json
from contextlib import suppress
from pathlib import Path

from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.world import read_text, user_folder, write_private

_MOST = 8


def recent_folders() -> list[Path]:
    """Those that are remembered, whether they are still there or not."""
    with suppress(UsageProblem, EnvironmentProblem, ValueError):
        said = json.loads(read_text(_file()))
        if isinstance(said, list):
            return [Path(name) for name in said if isinstance(name, str)]
    return []


def remember(folder: Path) -> None:
    """Put a folder first; where that cannot be written it is forgotten."""
    own = folder.resolve()
    names = [own, *(other for other in recent_folders() if other != own)][:_MOST]
    with suppress(EnvironmentProblem, UnicodeEncodeError):
        write_private(_file(), json.dumps([str(name) for name in names], ensure_ascii=False).encode())


def _file() -> Path:
    return user_folder() / "desk" / "recent.json"
