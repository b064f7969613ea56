"""What was made of a content file, and whether the file was changed since."""

from contextlib import suppress
from enum import Enum
from pathlib import Path

from reportgen.desk.workspace import Workspace
from reportgen.errors import UsageProblem
from reportgen.record import Struct
from reportgen.world import resolved, stamps

KINDS = ("docx", "pdf", "xlsx")


class Made(Enum):
    """Whether there are outputs, and whether they are those of the file as it is."""

    NOTHING = "nothing"
    CURRENT = "current"
    OLDER = "older"


class Output(Struct, frozen=True):
    """One document that was made: what it is called, and its files by kind, by their names in the folder."""

    title: str
    files: tuple[tuple[str, str], ...]


class Outputs(Struct, frozen=True):
    """All that was made of a content file; `at` is when, in ns since 1970, 0 for never."""

    made: Made
    at: int = 0
    documents: tuple[Output, ...] = ()


def outputs_of(workspace: Workspace, path: Path, documents: tuple[tuple[str, str], ...]) -> Outputs:
    """What lies in the folder of outputs under the names of the documents that the file makes."""
    folder = path.parent
    with suppress(UsageProblem):  # its settings cannot be used; said where it is checked
        folder = workspace.output_folder(path)
    found = [(title, _files(folder / f"{path.stem}{ending}")) for ending, title in documents or (("", ""),)]
    times = [time for _title, files in found for time in files.values()]
    if not times:
        return Outputs(Made.NOTHING)
    own = _times([path]).get(path, 0)
    state = Made.CURRENT if min(times) >= own else Made.OLDER
    return Outputs(state, max(times), tuple(_named(workspace, title, files) for title, files in found if files))


def _files(stem: Path) -> dict[Path, int]:
    return _times([stem.with_name(f"{stem.name}.{kind}") for kind in KINDS])


def _times(paths: list[Path]) -> dict[Path, int]:
    return {path: stamp[0] for path, stamp in stamps(paths).items() if stamp}


def _named(workspace: Workspace, title: str, files: dict[Path, int]) -> Output:
    """Files outside the opened folder are told, and not handed out."""
    folder = workspace.folder.resolve()
    inside = [path for path in files if resolved(path).is_relative_to(folder)]
    return Output(title, tuple((_kind(path), workspace.name(path)) for path in inside))


def _kind(path: Path) -> str:
    kind = path.suffix.removeprefix(".")
    return "PDF" if kind == "pdf" else kind
