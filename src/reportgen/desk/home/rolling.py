"""明年的报告: what `roll` would write, seen before it is written."""

from itertools import groupby

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen.desk.jobs.command import Commands
from reportgen.desk.jobs.jobs import Wanted
from reportgen.desk.posted import of_body
from reportgen.desk.state import Desk
from reportgen.desk.templating import page
from reportgen.language import _
from reportgen.pipeline.rolling import NextYear, roll_file
from reportgen.place import Written
from reportgen.record import Struct, replace
from reportgen.roll.changes import Change, Done
from reportgen.roll.report import ADVICE
from reportgen.source.node import Mapping, Node
from reportgen.source.reader import read_source

_TO_CHECK = (Done.KEPT, Done.TYPED, Done.LEFT, Done.MOVED)
"""What somebody has to look at."""
_UNCHANGED = (Done.SAME, Done.KEPT, Done.TYPED, Done.LEFT)
_COMMENT = "忽略"
"""What a change of an acknowledgement is called."""
_MOST_CHARACTERS = 200
_PATIENCE = 30.0


class Line(Struct, frozen=True):
    """A change, or several of one line: what stood there, what stands there now, and how it came so."""

    name: str
    old: str
    new: str
    done: str
    kind: str
    is_to_check: bool = False
    """Whether it is to be looked at."""
    count: int = 1

    @property
    def is_hole(self) -> bool:
        """Whether it is to be filled in."""
        return self.kind == Done.EMPTIED.name


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
        groups = _grouped(made)
        lines = [line for own in groups.values() for line in own]
        counts = [(done, sum(line.count for line in lines if line.kind == done.name)) for done in Done]
        return page(
            "home/roll.html",
            workspace=workspace,
            name=workspace.name(path),
            target=workspace.name(made.path),
            exists=made.path.exists(),
            year=made.year,
            groups=list(groups.items()),
            kinds=[(done.name, _(done.value), _(ADVICE[done]), count) for done, count in counts if count],
            total=sum(line.count for line in lines),
            holes=made.waiting[0],
            marks=made.waiting[1],
        )

    async def write(self, request: Request) -> Response:
        """Write it by the command itself; when that went well, the new file is opened."""
        workspace = self._desk.workspace
        path = workspace.path((await of_body(request)).field("file"))
        target = await run_in_threadpool(lambda: roll_file(path, workspace.roots_for(path)).path)
        name = workspace.name(path)
        wanted = Wanted(_("明年的报告：{name}", name=name), self._commands.roll(name), workspace.folder, name)
        job = self._desk.jobs.begin(wanted)
        await run_in_threadpool(job.wait, _PATIENCE)
        if job.code != 0 or not target.is_file():
            return JSONResponse({"job": job.name})
        return JSONResponse({"go": f"/open?file={workspace.address(target)}"})


def _grouped(made: NextYear) -> dict[str, list[Line]]:
    """The lines of each field that has parts, in the order of the file; those of all others under one head."""
    ordered = sorted(made.rolled.changes, key=lambda change: (change.line, change.place))
    former = read_source(made.former, made.path.name)[0].root
    with_parts = {change.name.partition(".")[0] for change in ordered if "." in change.name}
    groups: dict[str, list[Line]] = {}
    head = _("基本信息")
    for name, own in groupby(ordered, key=lambda change: change.name):
        field = name.partition(".")[0]
        if name != _COMMENT:  # what was accepted belongs to the field that it stands at
            head = field if field in with_parts else _("基本信息")
        groups.setdefault(head, []).extend(_lines(name, list(own), _text_at(former, name.split("."))))
    return groups


def _text_at(node: Node | None, path: list[str]) -> str:
    """The beginning of what stood at a path in last year's file; empty where it was no text."""
    for name in path:
        node = node.get(name) if isinstance(node, Mapping) else None
    return " ".join(node.text.split())[:_MOST_CHARACTERS] if isinstance(node, Written) else ""


def _lines(name: str, changes: list[Change], former: str) -> list[Line]:
    """A line for each kind of change; the mark that a field is to be confirmed is said of what stands below it."""
    marks = [change for change in changes if change.done is Done.KEPT and not change.old]
    others = [change for change in changes if change not in marks]
    found = [
        _line(name, list(own), former) for _done, own in groupby(others or changes, key=lambda change: change.done)
    ]
    if others and marks:
        first = found[0]
        found[0] = replace(first, done=_("{done}，待确认", done=first.done), is_to_check=True)
    return found


def _line(name: str, changes: list[Change], former: str) -> Line:
    first = changes[0]
    old, new = first.old, first.new or (first.old if first.done in _UNCHANGED else "")
    if first.done is Done.KEPT and not first.old:  # what was put in is the mark above it
        old, new = former, _("与上年一样")
    to_check = first.done in _TO_CHECK
    return Line(name, old, new, _(first.done.value), first.done.name, to_check, len(changes))
