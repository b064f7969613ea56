"""从旧 Word 开始: a finished report of the folder, or one that is handed in, becomes a content file."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen.desk.home.beginning import kinds_of
from reportgen.desk.jobs.command import Commands
from reportgen.desk.jobs.jobs import Wanted
from reportgen.desk.posted import field_of, form_of, laid_down, new_name
from reportgen.desk.state import Desk
from reportgen.desk.templating import page
from reportgen.desk.workspace import is_seen
from reportgen.errors import UsageProblem
from reportgen.language import _

REPORTS = (".docx", ".pdf")
_MOST = 200


class Adopting:
    """The addresses of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._commands = Commands(desk.workspace.folder, desk.workspace.roots)

    def routes(self) -> list[Route]:
        """All of them."""
        return [Route("/home/adopt", self.page), Route("/home/adopt", self.make, methods=["POST"])]

    def page(self, _request: Request) -> Response:
        """Which report, as what, and what the file will be called."""
        workspace = self._desk.workspace
        reports = workspace.names(_is_report, _MOST)
        kinds = [kind for kind in kinds_of(workspace.roots_for(workspace.folder)) if kind.stage]
        return page("home/adopt.html", workspace=workspace, reports=reports, kinds=kinds)

    async def make(self, request: Request) -> Response:
        """Begin the job. The report of it says what was guessed, and is read before the file is opened."""
        async with form_of(request) as form:
            handed = await laid_down(form, "files", self._desk.uploads, REPORTS)
            chosen, pack, named = (field_of(form, name) for name in ("report", "pack", "name"))
        workspace = self._desk.workspace
        report = handed[0] if handed else self._chosen(chosen)
        if pack and not any(kind.name == pack for kind in kinds_of(workspace.roots_for(workspace.folder))):
            raise UsageProblem(_("没有「{name}」这种文种。", name=pack))
        name = new_name(named or report.stem, ".yaml")
        target = workspace.path(name)
        command, title = self._commands.adopt(report, name, pack), _("抄成内容文件：{name}", name=report.name)
        advice = _("没有把握的和没有放进去的列在左边，打开以后先核对这些。")
        wanted = Wanted(title, command, workspace.folder, workspace.name(target), advice=advice)
        return JSONResponse({"job": self._desk.jobs.begin(wanted).name})

    def _chosen(self, name: str) -> Path:
        if not name:
            raise UsageProblem(_("请先选一份报告"))
        path = self._desk.workspace.path(name)
        if not _is_report(path):
            raise UsageProblem(_("{path} 不是 Word、PDF 报告，抄不成内容文件", path=name))
        return path


def _is_report(path: Path) -> bool:
    return path.suffix.lower() in REPORTS and is_seen(path)
