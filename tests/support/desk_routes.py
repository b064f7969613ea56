"""The addresses of content files without the guard before them: answered at once, or on a port for a browser."""

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from reportgen.desk.content.chart_routes import chart_routes
from reportgen.desk.content.cited import cited_routes
from reportgen.desk.content.help_routes import help_routes
from reportgen.desk.content.pictures import picture_routes
from reportgen.desk.content.questionnaires import questionnaire_routes
from reportgen.desk.content.routes import content_routes
from reportgen.desk.content.service import Contents
from reportgen.desk.workspace import Workspace
from reportgen.world import own_folder

with warnings.catch_warnings():  # of another client, which the index does not have in every place
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient


def content_files(folder: Path) -> Starlette:
    """What answers for the content files of a folder."""
    workspace = Workspace(folder, (), "t")
    contents = Contents(workspace)
    parts = (content_routes, chart_routes, cited_routes, help_routes, picture_routes, questionnaire_routes)
    routes = [route for part in parts for route in part(workspace, contents)]
    return Starlette(routes=[Mount("/static", StaticFiles(directory=own_folder("desk", "static"))), *routes])


def asking(folder: Path) -> TestClient:
    """Asks without a browser."""
    return TestClient(content_files(folder))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder's content files."""
    server = uvicorn.Server(uvicorn.Config(content_files(folder), port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


__all__ = ["TestClient", "asking", "content_files", "served"]
