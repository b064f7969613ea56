"""The last states of a content file, kept beside it: each the whole text, named by the moment until which it stood.

A state is kept before the first edit, and then at most one in a while: what is typed within a minute is one state.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from reportgen.desk.workspace import OWN_FOLDER
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.record import Struct
from reportgen.world import now, read_text, take_away, write_files

MOST = 50
"""States."""
_WHILE = timedelta(minutes=1)
_NAMED = "%Y%m%d-%H%M%S"


class State(Struct, frozen=True):
    """A former text, and the moment until which it stood, in UTC."""

    name: str
    until: datetime
    path: Path

    @property
    def text(self) -> str:
        """The whole text. Raises UsageProblem when it cannot be read."""
        return read_text(self.path)


class History(Struct):
    """The former states of one file."""

    path: Path
    last: datetime | None = None

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        return self.path.parent / OWN_FOLDER / "历史" / self.path.name

    def states(self) -> list[State]:
        """All of them, the newest first."""
        return sorted(self._found(), key=lambda state: state.name, reverse=True)

    def _found(self) -> Iterator[State]:
        for path in self.folder.glob("*.yaml") if self.folder.is_dir() else ():
            try:
                until = datetime.strptime(path.stem[:15], _NAMED).replace(tzinfo=now().tzinfo)
            except ValueError:
                continue  # none of ours
            yield State(path.stem, until, path)

    def keep(self, text: str) -> None:
        """Keep a text that is about to be replaced, if the last one was not kept just now."""
        moment = now()
        if self.last and moment - self.last < _WHILE:
            return
        states = self.states()
        if not states or states[0].text != text:
            write_files({self.folder / f"{moment.strftime(_NAMED)}-{moment.microsecond:06}.yaml": text.encode()})
            take_away(state.path for state in states[MOST - 1 :])
        self.last = moment

    def state(self, name: str) -> State:
        """The state of a name. Raises UsageProblem when it is there no more."""
        found = next((state for state in self._found() if state.name == name), None)
        if found is None:
            raise UsageProblem(_("这个以前的样子已经不在了"))
        return found
