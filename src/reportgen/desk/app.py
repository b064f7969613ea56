"""The screen as one application: its addresses, behind the guard."""

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from reportgen.desk.content.routes import content_routes
from reportgen.desk.content.service import Contents
from reportgen.desk.workspace import Workspace
from reportgen.world import own_folder


def application(workspace: Workspace) -> Starlette:
    """The application for an opened folder."""
    contents = Contents(workspace)
    routes = [
        Mount("/static", StaticFiles(directory=own_folder("desk", "static")), name="static"),
        *content_routes(workspace, contents),
    ]
    return Starlette(routes=routes)
