"""Files that stand beside a content file: its pictures, the answers of its questionnaires.

Only what lies in the folder of the content file, or below it, is read; or what a PDF for archives carries of these.
"""

from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.record import Struct, field
from reportgen.world import read_bytes, resolved, stamps


class NotBeside(Exception):
    """The file lies elsewhere, is not there or cannot be read; the words say so to the user."""


class Beside(Struct):
    """The files beside one content file; `files` are those read so far, by the path that the content file says.

    Without a `folder` there are no others. `sought` are all that were looked for there, with when each was written and
    how long it was before it was read, None for one that is not there.
    """

    folder: Path | None
    files: dict[str, bytes] = field(default_factory=dict)
    sought: dict[str, tuple[int, int] | None] = field(default_factory=dict)

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises NotBeside."""
        path = inner_path(name)
        if path not in self.files:
            self.files[path] = self._read(path)
        return self.files[path]

    def _read(self, path: str) -> bytes:
        if self.folder is None:
            raise NotBeside(_("没有这个文件，或者读不了"))
        self.sought |= {path: stamps([self.folder / path])[self.folder / path]}
        try:
            whole = resolved(self.folder / path)
            if not whole.is_relative_to(resolved(self.folder)):
                raise NotBeside(_outside())
            return read_bytes(whole)
        except (UsageProblem, ValueError, OSError) as error:
            raise NotBeside(_("没有这个文件，或者读不了")) from error


def inner_path(name: str) -> str:
    """A path below a folder, with / between its parts. Raises NotBeside for one that leads elsewhere, or a URL."""
    path = Path(name.replace("\\", "/"))
    if "//" in name or path.is_absolute() or ".." in path.parts or ":" in name or not path.parts:
        raise NotBeside(_outside())
    return path.as_posix()


def _outside() -> str:
    return _("文件要在内容文件所在的文件夹里")
