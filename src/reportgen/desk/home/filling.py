"""导入数据: figures out of workbooks into a content file, seen before they are written; or a new file of one."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen.desk.home.listing import listing_of
from reportgen.desk.jobs.command import Commands
from reportgen.desk.jobs.jobs import Offer, Wanted
from reportgen.desk.posted import field_of, form_of, laid_down, new_name, of_body
from reportgen.desk.state import Desk
from reportgen.desk.templating import page
from reportgen.desk.workspace import is_seen
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.record import Struct

BOOKS = (".xlsx", ".xls", ".ods", ".csv")
_MOST = 200


class _Asked(Struct, frozen=True):
    """What is to be filled, from which workbooks, and the unit's name in them."""

    name: str
    books: tuple[Path, ...]
    unit: str = ""


class Filling:
    """The addresses of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._commands = Commands(desk.workspace.folder, desk.workspace.roots)
        self._offered: dict[str, _Asked] = {}
        """What was shown and can be written, by the names of the jobs that showed it."""

    def routes(self) -> list[Route]:
        """All of them."""
        return [
            Route("/home/fill", self.page),
            Route("/home/fill", self.show, methods=["POST"]),
            Route("/home/fill/write", self.write, methods=["POST"]),
        ]

    def page(self, request: Request) -> Response:
        """Into which file, from which workbooks."""
        workspace = self._desk.workspace
        return page(
            "home/fill.html",
            workspace=workspace,
            rows=listing_of(self._desk).rows,
            chosen=request.query_params.get("file", ""),
            books=workspace.names(_is_book, _MOST),
        )

    async def show(self, request: Request) -> Response:
        """What would be changed; of a new file there is nothing to lose, and it is made at once."""
        async with form_of(request) as form:
            handed = await laid_down(form, "files", self._desk.uploads, BOOKS)
            chosen = [value for value in form.getlist("books") if isinstance(value, str) and value]
            into, file, named, unit = (field_of(form, name) for name in ("into", "file", "name", "unit"))
        books = (*handed, *map(self._book, chosen))
        if not books:
            raise UsageProblem(_("请先选工作簿"))
        is_new = into == "new"
        path = self._desk.workspace.path(new_name(named, ".yaml") if is_new else file)
        if not is_new and not path.is_file():
            raise UsageProblem(_("请先选要填的内容文件"))
        return self._begun(_Asked(self._desk.workspace.name(path), books, unit), write=False, is_new=is_new)

    async def write(self, request: Request) -> Response:
        """Write what was shown."""
        asked = self._offered.get((await of_body(request)).field("job"))
        if asked is None:
            raise UsageProblem(_("请先看会怎样改"))
        return self._begun(asked, write=True)

    def _begun(self, asked: _Asked, write: bool, is_new: bool = False) -> Response:
        command = self._commands.fill(asked.name, asked.books, asked.unit, write)
        offer = None if write or is_new else Offer(_("写进 {name}", name=asked.name), "/home/fill/write")
        title = _("导入数据：{name}", name=asked.name)
        advice = _("还没有写。左边是会怎样改，看过再写进去。") if offer else ""
        job = self._desk.jobs.begin(Wanted(title, command, self._desk.workspace.folder, asked.name, offer, advice))
        if offer:
            self._offered[job.name] = asked
        return JSONResponse({"job": job.name})

    def _book(self, name: str) -> Path:
        path = self._desk.workspace.path(name)
        if not _is_book(path):
            raise UsageProblem(_("{name} 用不了：要 {kinds} 文件", name=name, kinds=_("、").join(BOOKS)))
        return path


def _is_book(path: Path) -> bool:
    return path.suffix.lower() in BOOKS and is_seen(path)
