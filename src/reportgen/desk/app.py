"""The screen as one application: its addresses, behind the guard."""

import traceback

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from reportgen.desk.content.chart_routes import chart_routes
from reportgen.desk.content.cited import cited_routes
from reportgen.desk.content.help_routes import help_routes
from reportgen.desk.content.pictures import picture_routes
from reportgen.desk.content.questionnaires import questionnaire_routes
from reportgen.desk.content.routes import content_routes
from reportgen.desk.finish.routes import finish_routes
from reportgen.desk.guard import Guard, Refused, refusal
from reportgen.desk.home.routes import home_routes
from reportgen.desk.jobs.routes import job_routes
from reportgen.desk.password import login_routes
from reportgen.desk.posted import Unclear
from reportgen.desk.review.routes import review_routes
from reportgen.desk.service import service_routes
from reportgen.desk.state import Desk
from reportgen.errors import EnvironmentProblem, InternalProblem, ReportgenError
from reportgen.fault_report import report_fault
from reportgen.language import _
from reportgen.world import own_folder


def application(desk: Desk) -> Starlette:
    """The application for an opened folder; each room has its own addresses."""
    routes = [
        Mount("/static", StaticFiles(directory=own_folder("desk", "static")), name="static"),
        *service_routes(desk),
        *login_routes(desk.entrance, desk.password),
        *home_routes(desk),
        *job_routes(desk),
        *finish_routes(desk),
        *review_routes(desk),
        *content_routes(desk.workspace, desk.contents),
        *chart_routes(desk.workspace, desk.contents),
        *cited_routes(desk.workspace, desk.contents),
        *help_routes(desk.workspace, desk.contents),
        *questionnaire_routes(desk.workspace, desk.contents),
        *picture_routes(desk.workspace, desk.contents),
    ]
    guard = Middleware(Guard, entrance=desk.entrance, token=desk.workspace.token)
    return Starlette(
        routes=routes,
        middleware=[guard],
        exception_handlers={HTTPException: _http, ReportgenError: _told, Exception: _fault},
    )


def _http(request: Request, error: Exception) -> Response:
    """What is asked for and is not there, or not taken; what the framework says of it is not for users."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    words = {404: _("没有这一页"), 405: _("没有这种请求")}
    own = error.detail if isinstance(error, Refused) else ""
    return refusal(own or words.get(status) or str(Unclear()), status, request.headers)


def _told(request: Request, error: Exception) -> Response:
    """What people or the world did, in the words of the command line."""
    return refusal(str(error), 503 if isinstance(error, EnvironmentProblem) else 400, request.headers)


def _fault(request: Request, error: Exception) -> Response:
    """The program's own fault: it is written down for those who mend it, and the page goes on."""
    details = "".join(traceback.format_exception(error))
    where = f"{request.method} {request.url.path}"
    told = report_fault(InternalProblem(_("程序内部错误（{name}）", name=type(error).__name__), f"{where}\n{details}"))
    return refusal(told, 500, request.headers)
