"""Pictures that are dropped on the screen: read as the documents read them, and laid down beside the content file."""

from itertools import count
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen import patterns as re
from reportgen.desk.content.answering import answering
from reportgen.desk.content.service import Contents
from reportgen.desk.workspace import Workspace
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.text_kinds import ILLUSTRATION
from reportgen.errors import UsageProblem
from reportgen.file_names import refused_by_windows
from reportgen.language import _
from reportgen.pipeline.illustrated import Shown, read_picture
from reportgen.place import NOWHERE, Written
from reportgen.record import Struct
from reportgen.source.beside import Beside
from reportgen.world import read_bytes, write_files

FOLDER = "图片"
"""Beside the content file."""
_ENDINGS = (".jpg", ".jpeg", ".png", ".svg")
_MOST_BYTES = 50_000_000
"""A photograph of the best telephones has 20 MB."""
_LONGEST = 40
_SMALL = 320.0
"""pt: how wide a picture is shown beside its name."""
_SEPARATORS = re.compile(r"[\s；;：:（）()\[\]{}<>\"'|?*/\\\x00-\x1f]+")
"""What a line of prose that shows a picture would end at, and what names of files cannot hold."""


class Laid(Struct, frozen=True):
    """A picture that lies beside the content file, by the path that the file says; `name` is offered as its name."""

    file: str
    name: str


def lay_down(folder: Path, called: str, content: bytes) -> Laid:
    """Write a picture into the folder of pictures, under a name that is free; the same one is not written twice.

    Raises UsageProblem for what the documents could not show.
    """
    stem, ending = _named(called, content)
    _read(f"{stem}{ending}", content)
    names = (f"{stem}{f'-{number}' if number > 1 else ''}{ending}" for number in count(1))
    paths = (folder / FOLDER / name for name in names)
    path = next(path for path in paths if not path.exists() or (path.is_file() and read_bytes(path) == content))
    if not path.exists():
        write_files({path: content})
    return Laid(path.relative_to(folder).as_posix(), stem)


def _named(called: str, content: bytes) -> tuple[str, str]:
    """The name of the file and its ending, as a line of prose can say them."""
    last = PurePosixPath(PureWindowsPath(called).name)
    ending = last.suffix.lower() if last.suffix.lower() in _ENDINGS else _ending(content)
    stem = _SEPARATORS.sub("-", last.stem).strip("-. ")[:_LONGEST]
    taken = stem and not refused_by_windows(PureWindowsPath("C:/") / f"{stem}{ending}")
    return (stem if taken else _("图片")), ending


def _ending(content: bytes) -> str:
    return ".png" if content.startswith(b"\x89PNG") else ".jpg"


def _read(file: str, content: bytes) -> Shown:
    """The picture. Raises UsageProblem with the reason that the check would tell."""
    if len(content) > _MOST_BYTES:
        raise UsageProblem(_("图片太大了：最多 {size} MB，先缩小", size=_MOST_BYTES // 1_000_000))
    found: list[Diagnostic] = []
    picture = read_picture(Written(file, NOWHERE), Beside(None, {file: content}), found, ILLUSTRATION)
    if picture is None:
        raise UsageProblem(_("。").join(filter(None, (found[0].label, found[0].fix))))
    return picture


def picture_routes(_workspace: Workspace, contents: Contents) -> list[Route]:
    """To lay one down, and to see one that is there."""

    def laid(name: str, asked: dict[str, Any]) -> Response:
        """A picture that was sent."""
        document = contents.document(name)
        made = lay_down(document.path.parent, str(asked["called"]), asked["content"])
        return JSONResponse({"file": made.file, "name": made.name})

    def small(name: str, asked: dict[str, Any]) -> Response:
        """One beside the file, as small as it is shown on the screen."""
        found: list[Diagnostic] = []
        beside = Beside(contents.document(name).path.parent)
        picture = read_picture(Written(str(asked["picture"]), NOWHERE), beside, found, ILLUSTRATION)
        if picture is None:
            return JSONResponse({"problem": found[0].label}, 404)
        content, kind = picture.printed(_SMALL)
        return Response(content, media_type=kind)

    return [
        Route("/content/picture", answering(small), methods=["GET"]),
        Route("/content/picture", answering(laid, _sent), methods=["POST"]),
    ]


async def _sent(request: Request) -> object:
    """The picture of a form and what it was called. Raises KeyError where there is none."""
    async with request.form(max_files=1, max_fields=1) as form:
        picture = form["picture"]
        if not isinstance(picture, UploadFile):
            raise KeyError("picture")
        return {"called": picture.filename or "", "content": await picture.read()}
