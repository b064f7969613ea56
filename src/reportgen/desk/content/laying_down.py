"""Files that the screen lays down beside a content file: under names that are free, and nowhere else."""

from itertools import count
from pathlib import Path, PurePosixPath, PureWindowsPath

from starlette.datastructures import UploadFile
from starlette.requests import Request

from reportgen import patterns as re
from reportgen.desk.posted import Asked, Unclear
from reportgen.file_names import refused_by_windows
from reportgen.record import Struct
from reportgen.world import read_bytes, write_files

_LONGEST = 40
_SEPARATORS = re.compile(r"[\s；;：:（）()\[\]{}<>\"'|?*/\\\x00-\x1f]+")
"""What a line of prose that names a file would end at, and what names of files cannot hold."""


class Laid(Struct, frozen=True):
    """A file beside the content file, by the path that the content file says; `name` is that without its ending."""

    file: str
    name: str


def plain_name(called: str, otherwise: str) -> tuple[str, str]:
    """The name of a file as it can be said anywhere, and its ending; `otherwise` is for one that can not."""
    last = PurePosixPath(PureWindowsPath(called).name)
    stem = _SEPARATORS.sub("-", last.stem).strip("-. ")[:_LONGEST]
    taken = stem and not refused_by_windows(PureWindowsPath("C:/") / stem)
    return (stem if taken else otherwise), last.suffix.lower()


def laid_down(folder: Path, stem: str, ending: str, content: bytes) -> Laid:
    """Write a file below a folder, under a name that is free; what is there already is not written twice."""
    names = (f"{stem}{f'-{number}' if number > 1 else ''}{ending}" for number in count(1))
    paths = (folder / name for name in names)
    path = next(path for path in paths if not path.exists() or (path.is_file() and read_bytes(path) == content))
    if not path.exists():
        write_files({path: content})
    return Laid(path.relative_to(folder).as_posix(), PurePosixPath(stem).name)


async def of_file(request: Request) -> Asked:
    """The file of a form, and what it was `called`. Raises Unclear where there is none."""
    async with request.form(max_files=1, max_fields=1) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise Unclear
        return Asked(called=file.filename or "", content=await file.read())
