"""Who may speak to the screen: pages that it made itself, in the browser that was let in.

It stands before every address. Any page that is open in the browser can send requests to this computer, and with a name
of its own that leads here (DNS rebinding) it can read the answers too. So the names by which the screen is called are a
fixed list, and so are the origins: one that is merely the same as Host proves nothing, since such a page has both.
"""

from collections.abc import Mapping
from pathlib import PurePosixPath
from secrets import compare_digest
from urllib.parse import parse_qs, quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportgen.desk.entrance import FILE, KEY, LOGIN, Entrance
from reportgen.desk.templating import page
from reportgen.desk.workspace import CONTENT_ENDINGS
from reportgen.language import _
from reportgen.record import Struct

TOKEN_HEADER = "X-Reportgen-Token"
_READING, _WRITING = ("GET", "HEAD"), "POST"
_MOST_BYTES = {"multipart/form-data": 200_000_000}
"""Of a body, by what it holds: a report with photographs is uploaded. The readers have limits of their own."""
_USUAL_BYTES = 8_000_000
_OWN_SITE = ("same-origin", "none")
"""`none`: the address was typed, or opened by another program."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'self'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Refused(HTTPException):
    """A request that is not answered, with the status and the reason that are said instead."""


class RequestHead(Struct, frozen=True):
    """A request, as far as it is looked at before it is let through."""

    method: str
    path: str
    query: str
    headers: Headers
    cookies: dict[str, str]

    @classmethod
    def of(cls, scope: Scope) -> "RequestHead":
        """That of an ASGI scope."""
        connection = HTTPConnection(scope)
        query = scope["query_string"].decode("latin-1")
        return cls(scope["method"], scope["path"], query, connection.headers, connection.cookies)

    @property
    def kind(self) -> str:
        """What the body says that it is."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def most_bytes(self) -> int:
        """So long its body may be."""
        return _MOST_BYTES.get(self.kind, _USUAL_BYTES)


class Guard:
    """Middleware that answers in the place of the application whatever it does not let through."""

    def __init__(self, app: ASGIApp, entrance: Entrance, token: str) -> None:
        self._app = app
        self._entrance = entrance
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, let a browser in, or refuse."""
        if scope["type"] != "http":
            return  # no web socket is served, and nothing is to be done when the server starts or ends
        asked = RequestHead.of(scope)
        answer = self._answer(asked)
        if answer is not None:
            await answer(scope, receive, _with_headers(send))
            return
        await self._app(scope, _limited(receive, asked.most_bytes), _with_headers(send))

    def _answer(self, asked: RequestHead) -> Response | None:
        """What is said instead of what the application says; None to let the request through."""
        try:
            self._by_name(asked)
            if asked.method in _READING and asked.path == "/" and KEY in (said := parse_qs(asked.query)):
                return self._let_in(said, asked)
            self._from_outside(asked)
            if self._entrance.is_door(asked.path):
                return None
            if self._entrance.is_door(LOGIN) and asked.method in _READING and not self._entrance.is_in(asked.cookies):
                return RedirectResponse(LOGIN, 303)
            self._from_inside(asked)
        except Refused as refused:
            return refusal(refused.detail, refused.status_code, asked.headers)
        return None

    def _by_name(self, asked: RequestHead) -> None:
        """Raises Refused for a name that leads here and is not ours."""
        if asked.headers.get("host", "").lower() not in self._entrance.hosts:
            raise Refused(403, _("这不是本程序的地址"))

    def _from_outside(self, asked: RequestHead) -> None:
        """Raises Refused for what another page may have sent, and for what is too long."""
        origin = asked.headers.get("origin")
        if origin is not None and origin.lower() not in self._entrance.origins:
            raise Refused(403, _("请求来自别的网页，没有理会"))
        if asked.headers.get("sec-fetch-site", "none") not in _OWN_SITE:
            raise Refused(403, _("请求来自别的网页，没有理会"))
        if asked.method not in (*_READING, _WRITING):
            raise Refused(405, _("没有这种请求"))
        length = asked.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > asked.most_bytes:
            raise Refused(413, _too_long(asked.most_bytes))

    def _from_inside(self, asked: RequestHead) -> None:
        """Raises Refused for a browser that was not let in, and for a write without the token of the page."""
        if not self._entrance.is_in(asked.cookies):
            raise Refused(403, _("这一页要从 reportgen open 打开的地址进来。页面关掉以后，再运行一次 reportgen open。"))
        if asked.method == _WRITING and not _same(asked.headers.get(TOKEN_HEADER, ""), self._token):
            raise Refused(403, _("请求不是本程序的网页发出的，没有理会"))

    def _let_in(self, said: Mapping[str, list[str]], asked: RequestHead) -> Response:
        """The way on to an address without the key, with the cookie. Raises Refused for a key that was used.

        It does not matter who has sent the browser here: another screen may have. Since a redirect would count as sent
        by it, such a browser is led on by a page.
        """
        name = said.get(FILE, [""])[-1]
        room = "/open" if PurePosixPath(name).suffix.lower() in CONTENT_ENDINGS else "/review/document"
        target = f"{room}?file={quote(name)}" if name else "/"
        is_own = asked.headers.get("sec-fetch-site", "none") in _OWN_SITE
        answer = RedirectResponse(target, 303) if is_own else page("entered.html", target=target)
        if self._entrance.take(said[KEY][-1]):
            answer.set_cookie(self._entrance.cookie, self._entrance.secret, httponly=True, samesite="strict")
        elif not self._entrance.is_in(asked.cookies):
            raise Refused(403, _("这个地址只能用一次，已经用过了。请再运行一次 reportgen open。"))
        return answer


def refusal(why: str, status: int, headers: Headers) -> Response:
    """Why something is not done: a page, or for the scripts of a page what they show."""
    if TOKEN_HEADER in headers or "application/json" in headers.get("accept", ""):
        return JSONResponse({"problem": why}, status)
    answer = page("refused.html", why=why)
    answer.status_code = status
    return answer


def _too_long(most: int) -> str:
    return _("太大了，没有收：最多 {size} MB", size=most // 1_000_000)


def _limited(receive: Receive, most: int) -> Receive:
    """A body that says no length, or lies, is not read on when it gets too long."""
    read = 0

    async def limited() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > most:
            raise Refused(413, _too_long(most))
        return message

    return limited


def _with_headers(send: Send) -> Send:
    """Every answer says what browsers may do with it."""

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return with_headers


def _same(one: str, other: str) -> bool:
    """Whether two secrets are the same; how long it takes to say so tells nothing of them."""
    return bool(other) and compare_digest(one.encode(), other.encode())
