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


class Unclear(UsageProblem):
    """A request that no page of ours sends."""

    def __init__(self) -> None:
        super().__init__(_("这个请求看不懂"))


class Asked(dict[str, Any]):
    """What is asked; whatever is missing in it, or is no such value, is unclear. Nothing else is taken for that."""

    def __missing__(self, name: str) -> Any:
        raise Unclear

    def number(self, name: str) -> float:
        """A number, as addresses say it."""
        try:
            return float(self[name])
        except (TypeError, ValueError) as error:
            raise Unclear from error

    def parsed(self, name: str) -> Any:
        """What JSON in an address says."""
        try:
            return json.loads(self[name])
        except (TypeError, ValueError) as error:
            raise Unclear from error

    def path(self, name: str) -> tuple[str, ...]:
        """Keys that lead to a value, as a list or as JSON of one."""
        return keys_in(self.parsed(name) if isinstance(self[name], str) else self[name])

    def dotted(self, name: str, otherwise: str) -> tuple[str, ...]:
        """Keys that lead to a field, with points between them; `otherwise` where none is named."""
        return tuple(str(self.get(name, otherwise)).split("."))

    def text(self, name: str) -> str:
        """Words."""
        if not isinstance(self[name], str):
            raise Unclear
        return str(self[name])


def keys_in(value: object) -> tuple[str, ...]:
    """Keys that lead to a value. Raises Unclear."""
    if not isinstance(value, list):
        raise Unclear
    return tuple(str(name) for name in value)


Work = Callable[[str, Asked], Response]
"""The answer to what is asked of the file of a name."""
Reading = Callable[[Request], Awaitable[object]]
"""What is asked, out of a request."""


async def of_query(request: Request) -> object:
    """What the address says."""
    return {**request.query_params, **request.path_params}


async def of_body(request: Request) -> object:
    """A JSON body. Raises Unclear."""
    try:
        return await request.json()
    except ValueError as error:  # JSON, UTF-8
        raise Unclear from error


def answering(work: Work, read: Reading = of_query) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint: the file that is named, what is asked, and what went wrong in words."""

    async def endpoint(request: Request) -> Response:
        try:
            asked = await read(request)
            if not isinstance(asked, dict):
                raise Unclear
            return await run_in_threadpool(work, request.query_params.get("file", ""), Asked(asked))
        except Unclear as problem:
            return JSONResponse({"problem": str(problem)}, 400)
        except Changed as changed:
            return _conflict(changed)
        except ReportgenError as problem:
            return JSONResponse({"problem": str(problem)}, 422)

    return endpoint


def _conflict(changed: Changed) -> Response:
    """What the file says now: the page shows it beside what was typed."""
    now_there = tree_at(changed.now.tree, changed.path)
    return JSONResponse({"digest": changed.now.digest, "tree": changed.now.tree, "now": now_there}, 409)
