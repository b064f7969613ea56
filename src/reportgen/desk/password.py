"""A password for people at other computers: its hash in a file, and the page that asks for it.

It lets somebody in as the cookie does, and no more: the transport is not encrypted, and nobody is told from anybody.
"""

import asyncio
import hashlib
from hmac import compare_digest
from pathlib import Path
from secrets import token_bytes

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from reportgen.desk.entrance import LOGIN, Entrance
from reportgen.desk.posted import field_of, form_of
from reportgen.desk.templating import page
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.record import Struct
from reportgen.world import read_text, shown, write_private

_SCHEME = "scrypt"
_COST, _BLOCK, _LANES = 2**15, 8, 1
"""What OWASP's Password Storage Cheat Sheet lays down for scrypt with 32 MB."""
_MEMORY = 64 * 2**20
_SHORTEST = 10
_WAIT = 1.0
"""Seconds that a wrong password costs; the next one waits behind it."""


class Password(Struct, frozen=True):
    """The hash of a password."""

    salt: bytes
    digest: bytes

    def is_it(self, words: str) -> bool:
        """Whether it is this one."""
        return compare_digest(_digest(words, self.salt), self.digest)


def written_password(file: Path, words: str) -> Password:
    """The hash of a new password, in a file that nobody else reads. Raises UsageProblem for one that is too short."""
    if len(words) < _SHORTEST:
        raise UsageProblem(_("密码至少 {count} 个字", count=_SHORTEST))
    salt = token_bytes(16)
    password = Password(salt, _digest(words, salt))
    write_private(file, f"{_SCHEME}:{salt.hex()}:{password.digest.hex()}\n".encode())
    return password


def read_password(file: Path) -> Password:
    """The hash in a file. Raises UsageProblem when there is none in it."""
    scheme, *rest = read_text(file).strip().split(":")
    try:
        salt, digest = map(bytes.fromhex, rest)
    except ValueError:
        salt = digest = b""
    if scheme != _SCHEME or not salt or not digest:
        raise UsageProblem(_("{path} 里不是密码的校验值：换一个还没有的文件名，程序会问密码、写好它", path=shown(file)))
    return Password(salt, digest)


def _digest(words: str, salt: bytes) -> bytes:
    return hashlib.scrypt(words.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY)


def login_routes(entrance: Entrance, password: Password | None) -> list[Route]:
    """The page that asks; none where nobody may come from elsewhere."""
    if password is None:
        return []
    login = _Login(entrance, password)
    return [Route(LOGIN, login.ask), Route(LOGIN, login.answer, methods=["POST"])]


class _Login:
    def __init__(self, entrance: Entrance, password: Password) -> None:
        self._entrance = entrance
        self._password = password
        self._turn = asyncio.Lock()

    def ask(self, _request: Request) -> Response:
        """The page."""
        return page("login.html", is_wrong=False)

    async def answer(self, request: Request) -> Response:
        """Let in, or ask again after a while."""
        async with form_of(request) as form:
            words = field_of(form, "password")
        async with self._turn:
            if not await run_in_threadpool(self._password.is_it, words):
                await asyncio.sleep(_WAIT)
                answer = page("login.html", is_wrong=True)
                answer.status_code = 403
                return answer
        entered = RedirectResponse("/", 303)
        entrance = self._entrance
        entered.set_cookie(
            entrance.cookie, entrance.secret, secure=bool(entrance.proxy), httponly=True, samesite="strict"
        )
        return entered
