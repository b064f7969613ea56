"""The addresses of jobs."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from reportgen.desk.guard import Refused
from reportgen.desk.jobs.jobs import Job, State
from reportgen.desk.state import Desk
from reportgen.desk.templating import page, rendered
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.text import severity_name
from reportgen.language import _
from reportgen.world import resolved


def job_routes(desk: Desk) -> list[Route]:
    """All of them."""
    rooms = _JobPages(desk)
    return [
        Route("/jobs/{job}", rooms.page),
        Route("/jobs/{job}/report", rooms.report),
        Route("/jobs/{job}/side", rooms.side),
        Route("/jobs/{job}/cancel", rooms.cancel, methods=["POST"]),
    ]


class _JobPages:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(self, request: Request) -> Response:
        """What was begun; the report comes by itself."""
        job = self._job(request)
        command = " ".join(("reportgen", *job.wanted.command.words))
        return page("jobs/job.html", workspace=self._desk.workspace, job=job, command=command, **self._about(job))

    def report(self, request: Request) -> Response:
        """What it has said since a line."""
        job = self._job(request)
        is_over = job.is_over
        since = request.query_params.get("from", "0")
        lines = job.lines[int(since) if since.isdecimal() else 0 :]
        at = (int(since) if since.isdecimal() else 0) + len(lines)
        told = [{"words": line, "weight": _weight(line)} for line in lines]
        return JSONResponse(
            {"lines": told, "at": at, "over": is_over, "changed": job.state is State.RUNNING and at == 0}
        )

    def side(self, request: Request) -> Response:
        """How far it is, and what to do when it is over."""
        job = self._job(request)
        return HTMLResponse(rendered("jobs/side.html", job=job, **self._about(job)))

    def cancel(self, request: Request) -> Response:
        """End it."""
        self._job(request).cancel()
        return JSONResponse({})

    def _job(self, request: Request) -> Job:
        job = self._desk.jobs.get(request.path_params["job"])
        if job is None:
            raise Refused(404, "")
        return job

    def _about(self, job: Job) -> dict[str, object]:
        workspace = self._desk.workspace
        folder = workspace.folder.resolve()
        inside = [path for path in job.written if resolved(path).is_relative_to(folder)]
        then = job.wanted.then
        exists = bool(then) and workspace.path(then).is_file()
        return {
            "ended": _ended(job),
            "advice": _advice(job),
            "written": [workspace.name(path) for path in inside],
            "then": then if exists else "",
        }


def _ended(job: Job) -> str:
    """How it has ended, by its exit code."""
    if job.state is State.CANCELLED:
        return _("停下来了")
    return {0: _("做完了"), 1: _("做完了，有错误要改")}.get(job.code or 0, _("没有做成"))


def _advice(job: Job) -> str:
    if job.state is State.CANCELLED:
        return _("没有做完的没有写，原来的文件没有动。")
    if job.code in (0, 1):
        return job.wanted.advice or _("左边是程序说的话。")
    return _("原因在左边。原来的文件没有动。")


def _weight(line: str) -> str:
    """The class of a line that names a finding: red for what is wrong, and so on."""
    first = line.partition(" ")[0]
    names = {severity_name(Severity.FATAL): "e", severity_name(Severity.ERROR): "e", _("疑似"): "d"}
    return {**names, severity_name(Severity.WARNING): "w"}.get(first, "")
