"""Endpoints of a content file: what is asked is read, worked on beside the server's loop, and refused in words."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reportgen.desk.content.document import Changed
from reportgen.errors import ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.source.tree import tree_at

Work = Callable[[str, dict[str, Any]], Response]
"""The answer to what is asked of the file of a name."""
Reading = Callable[[Request], Awaitable[object]]
"""What is asked, out of a request."""


async def of_query(request: Request) -> object:
    """What the address says."""
    return {**request.query_params, **request.path_params}


async def of_body(request: Request) -> object:
    """A JSON body."""
    return await request.json()


def answering(work: Work, read: Reading = of_query) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint: the file that is named, what is asked, and what went wrong in words."""

    async def endpoint(request: Request) -> Response:
        try:
            asked = await read(request)
            if not isinstance(asked, dict):
                raise UsageProblem(_("这个请求看不懂"))
            return await run_in_threadpool(work, request.query_params.get("file", ""), asked)
        except (json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError):
            return JSONResponse({"problem": _("这个请求看不懂")}, 400)
        except Changed as changed:
            return _conflict(changed)
        except ReportgenError as problem:
            return JSONResponse({"problem": str(problem)}, 422)

    return endpoint


def _conflict(changed: Changed) -> Response:
    """What the file says now: the page shows it beside what was typed."""
    now_there = tree_at(changed.now.tree, changed.path)
    return JSONResponse({"digest": changed.now.digest, "tree": changed.now.tree, "now": now_there}, 409)
