"""Pictures that are dropped on the screen: read as the documents read them, and laid down beside the content file."""

from pathlib import Path

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen.desk.content.answering import answering
from reportgen.desk.content.laying_down import Laid, laid_down, of_file, plain_name
from reportgen.desk.content.service import Contents
from reportgen.desk.posted import Asked
from reportgen.desk.workspace import Workspace
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.text_kinds import ILLUSTRATION
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pipeline.illustrated import Shown, read_picture
from reportgen.place import NOWHERE, Written
from reportgen.record import as_json
from reportgen.source.beside import Beside

FOLDER = "图片"
"""Beside the content file."""
_ENDINGS = (".jpg", ".jpeg", ".png", ".svg")
_MOST_BYTES = 50_000_000
"""A photograph of the best telephones has 20 MB."""
_SMALL = 320.0
"""pt: how wide a picture is shown beside its name."""


def lay_down(folder: Path, called: str, content: bytes) -> Laid:
    """Write a picture into the folder of pictures beside the content file.

    Raises UsageProblem for what the documents could not show.
    """
    stem, ending = plain_name(called, FOLDER)
    ending = ending if ending in _ENDINGS else _ending(content)
    _read(f"{stem}{ending}", content)
    return laid_down(folder, f"{FOLDER}/{stem}", ending, content)


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

    def laid(name: str, asked: Asked) -> Response:
        """A picture that was sent."""
        document = contents.document(name)
        made = lay_down(document.path.parent, str(asked["called"]), asked["content"])
        return Response(as_json(made), media_type="application/json")

    def small(name: str, asked: Asked) -> Response:
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
        Route("/content/picture", answering(laid, of_file), methods=["POST"]),
    ]
