"""Endpoints of a content file: what is asked is worked on beside the server's loop, and refused in words."""

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reportgen.desk.content.document import Changed
from reportgen.desk.posted import Asked, Unclear, of_query
from reportgen.errors import ReportgenError
from reportgen.language import _
from reportgen.source.tree import tree_at

Work = Callable[[str, Asked], Response]
"""The answer to what is asked of the file of a name."""
Reading = Callable[[Request], Awaitable[Asked]]
"""What is asked, out of a request."""


def answering(work: Work, read: Reading = of_query) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint: the file that is named, what is asked, and what went wrong in words."""

    async def endpoint(request: Request) -> Response:
        try:
            asked = await read(request)
            return await run_in_threadpool(work, request.query_params.get("file", ""), asked)
        except Unclear as problem:
            return JSONResponse({"problem": str(problem)}, 400)
        except Changed as changed:
            return _conflict(changed)
        except ReportgenError as problem:
            return JSONResponse({"problem": str(problem)}, 422)

    return endpoint


def _conflict(changed: Changed) -> Response:
    """What the file says now, for pages that show it beside what was typed; words for those that do not."""
    problem, now_there = _("文件刚在别处改过，没有动它。请刷新网页，看过再点"), tree_at(changed.now.tree, changed.path)
    told = {"problem": problem, "digest": changed.now.digest, "tree": changed.now.tree, "now": now_there}
    return JSONResponse(told, 409)
