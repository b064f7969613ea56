"""新建: a content file to be filled in, for document types chosen from pictures of their pages."""

from functools import cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from reportgen import patterns as re
from reportgen.desk.guard import Refused
from reportgen.desk.home.listing import listing_of
from reportgen.desk.jobs.command import Commands
from reportgen.desk.jobs.jobs import Job, Wanted
from reportgen.desk.posted import Unclear, new_name, of_body
from reportgen.desk.state import Desk
from reportgen.desk.templating import page
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.packs.loader import load_pack, pack_folders
from reportgen.packs.pack import Stage
from reportgen.record import Struct
from reportgen.source.scalars import scalar
from reportgen.world import manuals_folder, now, read_text, replace_text

KINDS = ("yaml", "xlsx")
_PATIENCE = 30.0
"""Seconds for a command that usually takes one; after that its job is shown."""


class Kind(Struct, frozen=True):
    """A document type of the gallery; `has_picture` when a page of it can be shown."""

    name: str
    title: str
    meaning: str
    stage: Stage | None
    has_picture: bool


@cache
def kinds_of(roots: tuple[Path, ...]) -> tuple[Kind, ...]:
    """Every document type that can be used, those of a budget year first."""
    packs = [pack for folder in pack_folders(roots) if (pack := load_pack(folder)[0])]
    named = [pack for pack in packs if not pack.name.startswith("-")]
    order = list(Stage)
    named.sort(key=lambda pack: (order.index(pack.stage) if pack.stage else len(order), pack.name))
    return tuple(Kind(p.name, p.title, p.meaning, p.stage, _picture(p.name).is_file()) for p in named)


def _picture(name: str) -> Path:
    return manuals_folder() / "images" / "gallery" / f"{name}.png"


class Beginning:
    """The addresses of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._commands = Commands(desk.workspace.folder, desk.workspace.roots)

    def routes(self) -> list[Route]:
        """All of them."""
        return [
            Route("/home/new", self.page),
            Route("/home/new", self.make, methods=["POST"]),
            Route("/home/picture", self.picture),
        ]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The gallery of the folder."""
        return kinds_of(self._desk.workspace.roots_for(self._desk.workspace.folder))

    def page(self, _request: Request) -> Response:
        """The gallery, with the unit of the folder's files and the year that has passed."""
        listing = listing_of(self._desk)
        units = [unit for unit, _rows in listing.groups if unit]
        stages = [(stage, [kind for kind in self.kinds if kind.stage is stage]) for stage in (*Stage, None)]
        return page(
            "home/new.html",
            workspace=self._desk.workspace,
            stages=[(stage.value if stage else _("公文和审核用的"), kinds) for stage, kinds in stages if kinds],
            units=units,
            year=now().astimezone().year - 1,
        )

    def picture(self, request: Request) -> Response:
        """A page of a document type."""
        name = request.query_params.get("pack", "")
        if not any(kind.name == name and kind.has_picture for kind in self.kinds):
            raise Refused(404, "")
        return FileResponse(_picture(name), headers={"Cache-Control": "max-age=3600"})

    async def make(self, request: Request) -> Response:
        """Write the file; unit and year, if they were said, are put into it."""
        asked = await of_body(request)
        known = {kind.name for kind in self.kinds}
        packs = [name for name in asked.fields("packs") if name in known]
        kind = asked.field("kind") or KINDS[0]
        if not packs:
            raise UsageProblem(_("请先选文种：点一下图"))
        if kind not in KINDS:
            raise Unclear
        year = asked.field("year")
        if year and not re.fullmatch(r"[12]\d{3}", year):
            raise UsageProblem(_("年度写四位数字，如 2025"))
        name = new_name(asked.field("name"), f".{kind}")
        target = self._desk.workspace.path(name)
        advice = _("下载工作簿，用 Excel 或 WPS 填好，再到「导入数据」里做成内容文件。") if kind == "xlsx" else ""
        command, folder = self._commands.new(packs, name, kind), self._desk.workspace.folder
        wanted = Wanted(_("新建 {name}", name=name), command, folder, advice=advice)
        job = await run_in_threadpool(self._made, wanted)
        if job.code != 0 or kind == "xlsx":
            return JSONResponse({"job": job.name})
        await run_in_threadpool(fill_in, target, {"单位": asked.field("unit"), "年度": year})
        return JSONResponse({"go": f"/open?file={self._desk.workspace.address(target)}"})

    def _made(self, wanted: Wanted) -> Job:
        job = self._desk.jobs.begin(wanted)
        job.wait(_PATIENCE)
        return job


def fill_in(path: Path, values: dict[str, str]) -> None:
    """Put values behind keys of a new file that have none yet."""
    text = before = read_text(path)
    for name, value in values.items():
        if value:
            line = re.search(rf"^{re.escape(name)}:(?=[ ]*$)", text, re.MULTILINE)
            text = f"{text[: line.end()]} {scalar(value)}{text[line.end() :]}" if line else text
    if text != before:
        replace_text(path, before, text)
