"""The addresses of a content file."""

from starlette.routing import Route

from reportgen.desk.workspace import Workspace


def content_routes(workspace: Workspace) -> list[Route]:
    """All of them."""
    return []
