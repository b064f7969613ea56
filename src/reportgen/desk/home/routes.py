"""The first page and the commands that are begun from it at once."""

from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from reportgen.desk.home.adopting import Adopting
from reportgen.desk.home.beginning import Beginning
from reportgen.desk.home.elsewhere import Elsewhere
from reportgen.desk.home.filling import Filling
from reportgen.desk.home.listing import listing_of, row_of, told_time
from reportgen.desk.home.rolling import Rolling
from reportgen.desk.jobs.command import Commands
from reportgen.desk.jobs.jobs import Wanted
from reportgen.desk.posted import of_body
from reportgen.desk.state import Desk
from reportgen.desk.templating import page, rendered
from reportgen.errors import UsageProblem
from reportgen.language import _

PRACTICE = "练习"
"""The folder that a set of examples is copied into; it is called so in every language."""


def home_routes(desk: Desk) -> list[Route]:
    """All of them."""
    rooms = (Beginning(desk), Rolling(desk), Adopting(desk), Filling(desk), Elsewhere(desk))
    return [*_Home(desk).routes(), *(route for room in rooms for route in room.routes())]


class _Home:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._commands = Commands(desk.workspace.folder, desk.workspace.roots)

    def routes(self) -> list[Route]:
        post = ["POST"]
        return [
            Route("/", self.page),
            Route("/home/list", self.list),
            Route("/home/foot", self.foot),
            Route("/home/file", self.file),
            Route("/home/check", self.check, methods=post),
            Route("/home/check-all", self.check_all, methods=post),
            Route("/home/build", self.build, methods=post),
            Route("/home/build-all", self.build_all, methods=post),
            Route("/home/practice", self.practice, methods=post),
        ]

    def page(self, _request: Request) -> Response:
        """The whole page."""
        desk = self._desk
        return page("home/home.html", workspace=desk.workspace, folder=desk.workspace.folder, **self._lists())

    def _lists(self) -> dict[str, Any]:
        return {"listing": listing_of(self._desk), "documents": self._desk.reviews.count()}

    def list(self, _request: Request) -> Response:
        """The list alone, as it is now."""
        return HTMLResponse(rendered("home/list.html", listing=listing_of(self._desk)))

    def foot(self, _request: Request) -> Response:
        """The counts below it."""
        return HTMLResponse(rendered("home/foot.html", listing=listing_of(self._desk)))

    def file(self, request: Request) -> Response:
        """What there is to say of one file, and to do with it."""
        row = row_of(self._desk, self._path(request.query_params.get("file", "")))
        return HTMLResponse(rendered("home/side.html", row=row, built=told_time(row.outputs.at)))

    async def check(self, request: Request) -> Response:
        """Check one file."""
        name = await self._name(request)
        return self._begun(Wanted(_("检查 {name}", name=name), self._commands.check([name]), then=name))

    async def check_all(self, _request: Request) -> Response:
        """Check all files, against each other too."""
        self._desk.checks.forget()
        return self._begun(Wanted(_("全部检查"), self._commands.check_all()))

    async def build(self, request: Request) -> Response:
        """Make the documents of one file."""
        name = await self._name(request)
        output = self._desk.workspace.output_folder(self._desk.workspace.path(name)).resolve()
        command = self._commands.build(name, output)
        return self._begun(Wanted(_("生成 {name}", name=name), command, self._watched, then=name))

    async def build_all(self, _request: Request) -> Response:
        """Make all documents."""
        return self._begun(Wanted(_("全部生成"), self._commands.build_all(), self._watched))

    async def practice(self, _request: Request) -> Response:
        """Copy the examples, to try everything with."""
        title = _("复制一套例子到「{folder}」", folder=PRACTICE)
        return self._begun(Wanted(title, self._commands.practice(PRACTICE)))

    @property
    def _watched(self) -> Path:
        return self._desk.workspace.folder

    async def _name(self, request: Request) -> str:
        """What the content file that is to be worked on is called. Raises UsageProblem when there is none."""
        return self._desk.workspace.name(self._path((await of_body(request)).field("file")))

    def _path(self, name: str) -> Path:
        path = self._desk.workspace.path(name)
        if not path.is_file():
            raise UsageProblem(_("没有这个文件：{path}", path=path.name))
        return path

    def _begun(self, wanted: Wanted) -> Response:
        return JSONResponse({"job": self._desk.jobs.begin(wanted).name})
