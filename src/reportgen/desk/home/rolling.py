"""明年的报告: what `roll` would write, seen before it is written."""

from itertools import groupby

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen.desk.jobs.command import Commands
from reportgen.desk.jobs.jobs import Wanted
from reportgen.desk.posted import json_of, text_of
from reportgen.desk.state import Desk
from reportgen.desk.templating import page
from reportgen.language import _
from reportgen.pipeline.rolling import NextYear, roll_file
from reportgen.record import Struct
from reportgen.roll.changes import Change, Done
from reportgen.roll.report import ADVICE

_TO_CHECK = (Done.KEPT, Done.TYPED, Done.LEFT, Done.MOVED)
"""What somebody has to look at."""
_PATIENCE = 30.0


class Line(Struct, frozen=True):
    """A change, or several of one line: what stood there, what stands there now, and how it came so."""

    name: str
    old: str
    new: str
    done: str
    kind: str
    count: int = 1

    @property
    def is_hole(self) -> bool:
        """Whether it is to be filled in."""
        return self.kind == Done.EMPTIED.name

    @property
    def is_to_check(self) -> bool:
        """Whether it is to be looked at."""
        return self.kind in {done.name for done in _TO_CHECK}


class Rolling:
    """The addresses of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._commands = Commands(desk.workspace.folder, desk.workspace.roots)

    def routes(self) -> list[Route]:
        """All of them."""
        return [Route("/home/roll", self.page), Route("/home/roll", self.write, methods=["POST"])]

    def page(self, request: Request) -> Response:
        """What would become of every field. Nothing is written."""
        workspace = self._desk.workspace
        path = workspace.path(request.query_params.get("file", ""))
        made = roll_file(path, workspace.roots_for(path))
        lines = [line for name, changes in _fields(made) for line in _lines(name, changes)]
        groups = [(name, list(own)) for name, own in groupby(lines, key=lambda line: line.name.partition(".")[0])]
        counts = [(done, sum(line.count for line in lines if line.kind == done.name)) for done in Done]
        return page(
            "home/roll.html",
            workspace=workspace,
            name=workspace.name(path),
            target=workspace.name(made.path),
            exists=made.path.exists(),
            year=made.year,
            groups=groups,
            kinds=[(done.name, _(done.value), _(ADVICE[done]), count) for done, count in counts if count],
            total=sum(line.count for line in lines),
            holes=made.waiting[0],
            marks=made.waiting[1],
        )

    async def write(self, request: Request) -> Response:
        """Write it by the command itself; when that went well, the new file is opened."""
        workspace = self._desk.workspace
        path = workspace.path(text_of(await json_of(request), "file"))
        target = await run_in_threadpool(lambda: roll_file(path, workspace.roots_for(path)).path)
        name = workspace.name(path)
        wanted = Wanted(_("明年的报告：{name}", name=name), self._commands.roll(name), workspace.folder, name)
        job = self._desk.jobs.begin(wanted)
        await run_in_threadpool(job.wait, _PATIENCE)
        if job.code != 0 or not target.is_file():
            return JSONResponse({"job": job.name})
        return JSONResponse({"go": f"/open?file={workspace.address(target)}"})


def _fields(made: NextYear) -> list[tuple[str, list[Change]]]:
    """The changes of each field, in the order of the file."""
    changes = sorted(made.rolled.changes, key=lambda change: (change.line, change.place))
    return [(name, list(own)) for name, own in groupby(changes, key=lambda change: change.name)]


def _lines(name: str, changes: list[Change]) -> list[Line]:
    """A line for each kind of change of a field that stands in one place."""
    found: list[Line] = []
    for (done, _line), own in groupby(changes, key=lambda change: (change.done, change.line)):
        several = list(own)
        first = several[0]
        new = first.new or (first.old if done in (Done.SAME, Done.KEPT, Done.TYPED, Done.LEFT) else "")
        found.append(Line(name, first.old, new, _(done.value), done.name, len(several)))
    return found
