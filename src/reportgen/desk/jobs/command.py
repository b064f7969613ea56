"""The command lines of jobs. What comes from a page stands behind `./` or `=`: it can never be read as an option."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reportgen.language import language_in_use
from reportgen.record import Struct
from reportgen.world import environment_with, own_folder

START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from reportgen.start import main; main()"
"""Not `-m reportgen`: the Python that travels with the package for Windows looks for packages where it is told."""
_UNPAINTED = {"NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}


class Command(Struct, frozen=True):
    """A command of the program, as it is typed: `reportgen check ./a.yaml`, in a folder."""

    words: tuple[str, ...]
    folder: Path

    def line(self) -> list[str]:
        """What the system is given."""
        package = str(own_folder().parent)
        return [sys.executable, "-c", START, package, *self.words, f"--lang={language_in_use()}"]

    def environment(self) -> dict[str, str]:
        """That of this process, but nothing is painted, and whatever is said is UTF-8 and comes at once."""
        return environment_with(**_UNPAINTED)


class Commands(Struct, frozen=True):
    """The commands that a screen runs in its folder."""

    folder: Path
    roots: Sequence[Path] = ()

    def check(self, names: Iterable[str]) -> Command:
        """Everything that is found in content files."""
        return self._made("check", ["--all"], names)

    def check_all(self) -> Command:
        """All files of the folder, held against each other too."""
        return self._made("check", [], ["."])

    def build(self, name: str, output: Path) -> Command:
        """The documents of a content file, into a folder, which is told as the user sees it."""
        own = self.folder.resolve()
        told = _down(output.relative_to(own).as_posix()) if output.is_relative_to(own) else str(output)
        return self._made("build", [f"--output={told}"], [name])

    def archive(self, name: str, output: Path) -> Command:
        """The same, its PDF for archives."""
        return self._made("build", ["--archive", f"--output={output}"], [name])

    def public(self, name: str, output: Path) -> Command:
        """The edition that everybody may read."""
        return self._made("build", ["--edition=public", f"--output={output}"], [name])

    def review(self, name: str, output: Path) -> Command:
        """The copy that goes round, with the page to click through."""
        return self._made("review", ["--html", f"--output={output}"], [name])

    def diff(self, former: Path, name: str, output: Path) -> Command:
        """What has changed since a former draft."""
        words = ("diff", f"--output={output}", *self._own(), str(former.absolute()), _down(name))
        return Command(words, self.folder)

    def build_all(self) -> Command:
        """The documents of all content files of the folder."""
        return self._made("build", [], ["."])

    def new(self, packs: Iterable[str], target: str, kind: str) -> Command:
        """A content file to be filled in, or a workbook: `kind` is yaml or xlsx, `packs` are known names."""
        return Command(("new", *packs, f"--output={_down(target)}", f"--format={kind}", *self._own()), self.folder)

    def roll(self, name: str) -> Command:
        """Next year's file."""
        return self._made("roll", [], [name])

    def adopt(self, report: Path, target: str, pack: str = "") -> Command:
        """A content file of a finished report; `pack` is a known name, or empty to let the program tell."""
        chosen = [f"--pack={pack}"] if pack else []
        words = ("adopt", *chosen, f"--output={_down(target)}", *self._own(), str(report.absolute()))
        return Command(words, self.folder)

    def fill(self, name: str, books: Iterable[Path], unit: str, write: bool) -> Command:
        """Figures out of workbooks: what would be changed, or with `write` the changes."""
        asked = [*(["--apply"] if write else []), *([f"--unit={unit}"] if unit else [])]
        words = ("fill", *asked, *self._own(), _down(name), *(str(book.absolute()) for book in books))
        return Command(words, self.folder)

    def letter(self, names: Iterable[str], asked: Mapping[str, str], again: bool, output: str) -> Command:
        """Letters about finished documents, one a unit, `again` in the place of former ones.

        `asked` are options with their values; those without a value are left out.
        """
        options = [f"--{name}={words}" for name, words in asked.items() if words]
        return self._made("letter", [*options, *(["--force"] if again else []), f"--output={_down(output)}"], names)

    def practice(self, target: str) -> Command:
        """The manuals, document types and content files to try everything with."""
        return Command(("docs", f"--copy={_down(target)}"), self.folder)

    def _made(self, command: str, options: Sequence[str], names: Iterable[str]) -> Command:
        return Command((command, *options, *self._own(), *map(_down, names)), self.folder)

    def _own(self) -> list[str]:
        return [f"--templates={root.resolve()}" for root in self.roots]


def _down(name: str) -> str:
    return name if name == "." else f"./{name}"
