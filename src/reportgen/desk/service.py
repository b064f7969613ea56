"""What every page of the screen uses: the stream that says that it is open, and files of the folder."""

from collections.abc import Mapping
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from reportgen.desk.entrance import AGAIN, AGAIN_HEADER
from reportgen.desk.guard import Refused
from reportgen.desk.presence import stream
from reportgen.desk.state import Desk
from reportgen.errors import UsageProblem
from reportgen.language import _

_KINDS: Mapping[str, str] = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
    ".yaml": "text/plain; charset=utf-8",
    ".yml": "text/plain; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
}
"""Files that are handed out, by their endings."""
_SHOWN = (".pdf",)
"""Those that browsers show by themselves, where the address asks for it (`show=1`)."""


def service_routes(desk: Desk) -> list[Route]:
    """The addresses."""
    service = _Service(desk)
    return [
        Route("/events", service.events),
        Route("/alive", service.alive),
        Route("/file", service.file),
        Route(AGAIN, service.again, methods=["POST"]),
    ]


class _Service:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def events(self, request: Request) -> Response:
        """The stream of a page, which names the content files that it shows."""
        names = request.query_params.getlist("file")
        for name in names:
            self._desk.workspace.path(name)  # refused before the stream begins
        told = stream(self._desk.workspace, self._desk.presence, names, self._desk.contents.beside)
        return StreamingResponse(told, media_type="text/event-stream")

    async def alive(self, _request: Request) -> Response:
        """A page that nobody looks at is there all the same."""
        self._desk.presence.touch()
        return Response(status_code=204)

    def file(self, request: Request) -> Response:
        """A file of the folder, to be kept, or with `show=1` to be looked at."""
        path = self._desk.workspace.path(request.query_params.get("name", ""))
        kind = _KINDS.get(path.suffix.lower())
        if kind is None or not path.is_file():
            raise UsageProblem(_("没有这个文件：{path}", path=path.name))
        inline = path.suffix.lower() in _SHOWN and "show" in request.query_params
        how = "inline" if inline else "attachment"
        headers = {"Content-Disposition": f"{how}; filename*=UTF-8''{quote(path.name, safe='')}"}
        return FileResponse(path, media_type=kind, headers=headers)

    async def again(self, request: Request) -> Response:
        """A key for another browser, for whoever can read the files of the user who started the screen."""
        if not self._desk.entrance.may_ask_again(request.headers.get(AGAIN_HEADER, "")):
            raise Refused(403, _("没有打开"))
        return PlainTextResponse(self._desk.entrance.issue())
