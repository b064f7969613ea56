"""A finished document that is dropped on the page is checked; it is kept apart and never comes into the folder."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen.desk.jobs.command import check_of_upload
from reportgen.desk.jobs.jobs import Wanted
from reportgen.desk.posted import form_of, laid_down
from reportgen.desk.state import Desk
from reportgen.errors import UsageProblem
from reportgen.language import _

DOCUMENTS = (".docx", ".pdf", ".txt")


class Dropping:
    """The address of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Route]:
        """The one."""
        return [Route("/home/drop", self.check, methods=["POST"])]

    async def check(self, request: Request) -> Response:
        """Check what was handed in; several are held against each other."""
        async with form_of(request) as form:
            reports = await laid_down(form, "files", self._desk.uploads, DOCUMENTS)
        if not reports:
            raise UsageProblem(_("没有收到文件"))
        names = _("、").join(report.name for report in reports)
        command = check_of_upload(reports, self._desk.workspace.roots)
        return JSONResponse({"job": self._desk.jobs.begin(Wanted(_("检查 {name}", name=names), command)).name})
