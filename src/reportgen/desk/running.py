"""What is left behind while a folder is open, for the user's other processes: where its screen listens.

It stands among the user's own files and not in the folder, which may lie on a network drive that others read.
"""

import json
from contextlib import suppress
from pathlib import Path

from reportgen.digest import digest_of
from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.record import Struct
from reportgen.world import read_text, user_folder, write_private


class Running(Struct, frozen=True):
    """The screen of a folder: its address, and what lets a process ask it for another one-time key."""

    host: str
    port: int
    again: str

    @classmethod
    def of(cls, folder: Path) -> "Running | None":
        """That of a folder, which may have ended without saying so; None when nothing was left behind."""
        with suppress(UsageProblem, EnvironmentProblem, ValueError, TypeError, KeyError):
            said = json.loads(read_text(_file(folder)))
            return cls(str(said["host"]), int(said["port"]), str(said["again"]))
        return None

    def leave_for(self, folder: Path) -> None:
        """Write it down; where that cannot be done a second call opens a screen of its own."""
        said = {"host": self.host, "port": self.port, "again": self.again}
        with suppress(EnvironmentProblem):
            write_private(_file(folder), json.dumps(said).encode())

    def take_away(self, folder: Path) -> None:
        """Remove it, unless another screen has written its own meanwhile."""
        if Running.of(folder) == self:
            with suppress(OSError):
                _file(folder).unlink()


def _file(folder: Path) -> Path:
    name = digest_of(str(folder.resolve()).encode("utf-8", "surrogateescape"))[:24]
    return user_folder() / "desk" / f"{name}.json"
