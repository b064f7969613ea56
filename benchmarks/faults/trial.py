"""A folder with two content files, built once and changed since; whatever befalls the next build, nothing is torn."""

import contextlib
import io
import os
import shutil
from pathlib import Path

from reportgen import leftovers
from reportgen.cli.app import main as reportgen
from reportgen.pipeline.drafts import forget_packs

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / "templates" / "dept-evaluation" / "example.yaml").read_text(encoding="utf-8")
_DATE = "成文日期: 2025年3月20日"
MOMENT = "1700000000"
_APART = ("build-report", ".reportgen-")


class Trial:
    """`former` and `wanted` are the outputs of the first and of the second state, by their names."""

    def __init__(self, folder: Path, formats: str, names: str = "甲乙") -> None:
        self.folder, self.formats, self.names = folder, formats, names
        self.ground = folder / "ground"
        self.content(self.ground, 1)
        self.former = self._built(self.ground)
        self.content(self.ground, 2)
        shutil.copytree(self.ground, folder / "wanted")
        self.wanted = self._built(folder / "wanted")
        assert self.former.keys() == self.wanted.keys()
        assert all(self.former[name] != self.wanted[name] for name in self.former)

    def content(self, folder: Path, day: int) -> None:
        """The content files as of a day."""
        (folder / "content").mkdir(parents=True, exist_ok=True)
        assert _DATE in EXAMPLE
        for name in self.names:
            text = EXAMPLE.replace(_DATE, f"成文日期: 2025年3月{20 + day}日")
            (folder / "content" / f"{name}.yaml").write_text(text, encoding="utf-8")

    def words(self, folder: Path) -> list[str]:
        """The command."""
        return ["build", str(folder / "content"), "-o", str(folder / "output"), "--format", self.formats]

    def _built(self, folder: Path) -> dict[str, bytes]:
        code, told = answer(*self.words(folder))
        assert code == 0, told
        return outputs(folder)

    def fresh(self, name: str) -> Path:
        """The first state with its content changed, in a folder of its own."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.ground, folder)
        return folder

    def wrong(self, folder: Path) -> list[str]:
        """What is torn: each output is as it was or as it is to be."""
        found = outputs(folder)
        lost = [f"{name} is lost" for name in self.former if name not in found]
        torn = [
            f"{name} is torn"
            for name, content in found.items()
            if content not in {self.former.get(_plain(name)), self.wanted.get(_plain(name))}
        ]
        return [*lost, *torn]

    def new(self, folder: Path) -> int:
        """How many outputs are as they are to be."""
        found = outputs(folder)
        return sum(found.get(name) == content for name, content in self.wanted.items())

    def unfinished(self, folder: Path) -> list[str]:
        """What the next build does not finish, or leaves behind."""
        code, told = answer(*self.words(folder))
        found = outputs(folder)
        wrong = [f"{name} is not built" for name in self.wanted if found.get(name) != self.wanted[name]]
        more = [f"{name} is left over" for name in found if _plain(name) not in self.wanted]
        return [*wrong, *more, *([f"exit {code}: {told}"] if code else [])]


def outputs(folder: Path) -> dict[str, bytes]:
    """The documents in the output folder, and whatever else lies there, but reports and what is on its way."""
    files = sorted((folder / "output").glob("*"))
    return {path.name: path.read_bytes() for path in files if path.is_file() and not path.name.startswith(_APART)}


def _plain(name: str) -> str:
    """Where the system says that it lets nobody replace a file, the new one goes beside it."""
    return name.replace("-新", "")


def left_over(folder: Path) -> list[str]:
    """Files that were on their way."""
    return [str(path) for path in folder.rglob(".reportgen-*")]


def answer(*words: str, anew: bool = False) -> tuple[int, str]:
    """The exit code of a command and all that it prints; `anew` where it is to read document types once more."""
    told = io.StringIO()
    if anew:
        forget_packs()
    leftovers._swept.clear()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        try:
            reportgen(list(words))
        except SystemExit as ended:
            return int(ended.code or 0), told.getvalue()
    raise AssertionError("the program always exits")


def fixed_moment() -> None:
    """The same content gives the same bytes."""
    os.environ["SOURCE_DATE_EPOCH"] = MOMENT
