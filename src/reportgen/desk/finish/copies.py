"""Copies that have come home, kept beside the content file with what was decided about each of their remarks."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.desk.workspace import OWN_FOLDER
from reportgen.digest import digest_of
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pipeline.returned import Returned, read_copy
from reportgen.record import DecodeError, Struct, as_json, from_json
from reportgen.world import read_bytes, shown, write_files

_DECISIONS = "答复.json"


class Decision(Struct, frozen=True):
    """What was decided about a remark: `state` is accepted or rejected, `reply` what is answered, `at` the moment."""

    state: str
    reply: str = ""
    at: str = ""


class Copy(Struct, frozen=True):
    """A copy that came home, in a folder of its own."""

    name: str
    """The name of its folder: the first digits of its digest."""
    path: Path

    def read(self) -> Returned:
        """Its remarks. Raises UsageProblem when it cannot be read."""
        return read_copy(self.path)

    def decisions(self) -> dict[str, Decision]:
        """By the identities of its remarks. Raises UsageProblem when what was written down cannot be read any more."""
        path = self.path.parent / _DECISIONS
        try:
            return from_json(read_bytes(path), type=dict[str, Decision]) if path.is_file() else {}
        except DecodeError as error:
            told = _("{path} 坏了，里面的答复读不出来。把它移走，就可以重新答复", path=shown(path))
            raise UsageProblem(told) from error

    def decide(self, key: str, decision: Decision | None) -> None:
        """Write a decision down; None takes it back."""
        known = {name: each for name, each in self.decisions().items() if name != key}
        write_files({self.path.parent / _DECISIONS: as_json(known | ({key: decision} if decision else {}))})


class Copies(Struct, frozen=True):
    """The copies of one content file."""

    content: Path

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        return self.content.parent / OWN_FOLDER / "退回" / self.content.name

    def all(self) -> Iterator[Copy]:
        """Those that have come home by now, by their names."""
        for folder in sorted(self.folder.glob("*/")) if self.folder.is_dir() else ():
            yield from (Copy(folder.name, path) for path in folder.iterdir() if path.name != _DECISIONS)

    def take(self, path: Path) -> Copy:
        """Keep a copy; one that is here already is that one. Raises UsageProblem for what is no copy."""
        read_copy(path)
        content = read_bytes(path)
        target = self.folder / digest_of(content)[:12] / path.name
        if not target.exists():
            write_files({target: content})
        return Copy(target.parent.name, target)

    def copy(self, name: str) -> Copy:
        """The copy of a name. Raises UsageProblem when there is none."""
        found = next((copy for copy in self.all() if copy.name == name), None)
        if found is None:
            raise UsageProblem(_("这份退回的稿子已经不在了"))
        return found
