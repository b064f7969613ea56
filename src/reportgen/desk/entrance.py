"""How a browser is let in: an address that can be used once, then a cookie that no script reads and no site sends.

One who can read the files of the user who started the screen can ask it for another such address (`AGAIN`): that is how
a second `reportgen open` finds the first.
"""

from collections.abc import Mapping
from secrets import compare_digest, token_urlsafe
from urllib.parse import urlsplit

from reportgen.record import Struct, field

KEY = "key"
"""In the query of the address that lets a browser in."""
FILE = "file"
"""Beside it: the content file, or the document to be reviewed, that is opened at once."""
LOGIN = "/login"
AGAIN, AGAIN_HEADER = "/again", "X-Reportgen-Again"


class Entrance(Struct, frozen=True, eq=False):
    """The names by which the screen is called, and who was let in."""

    hosts: frozenset[str]
    """Host headers that are answered: 127.0.0.1:8000."""
    cookie: str
    """Its name; cookies do not know ports, and two folders may be open."""
    secret: str = field(default_factory=token_urlsafe)
    """What the cookie of a browser that was let in holds."""
    again: str = field(default_factory=token_urlsafe)
    """What lets another process of the same user ask for an address."""
    doors: frozenset[str] = frozenset({AGAIN})
    """Addresses that look by themselves whether somebody may come in."""
    proxy: str = ""
    """What browsers see of a server before this one that encrypts: https://绩效.example; empty where there is none."""
    keys: set[str] = field(default_factory=set)
    """Keys of addresses that nobody has used yet."""

    @property
    def origins(self) -> frozenset[str]:
        """What pages of the screen say in Origin."""
        own = frozenset(f"http://{host}" for host in self.hosts)
        return own | {self.proxy} if self.proxy else own

    def issue(self) -> str:
        """A key for one browser."""
        key = token_urlsafe()
        self.keys.add(key)
        return key

    def take(self, key: str) -> bool:
        """Whether a key lets in; it does so once."""
        found = [own for own in self.keys if _same(own, key)]
        self.keys.difference_update(found)
        return bool(found)

    def is_in(self, cookies: Mapping[str, str]) -> bool:
        """Whether these are the cookies of a browser that was let in."""
        return _same(cookies.get(self.cookie, ""), self.secret)

    def may_ask_again(self, word: str) -> bool:
        """Whether somebody has what was left for processes of the same user."""
        return _same(word, self.again)

    def is_door(self, path: str) -> bool:
        """Whether an address is asked for before anybody is let in: what travels with the program is no secret."""
        return path in self.doors or path.startswith("/static/")


def entrance_of(host: str, port: int, doors: frozenset[str] = frozenset(), proxy: str = "") -> Entrance:
    """The entrance of a screen that listens at an address of this computer, perhaps behind a server that encrypts."""
    names = {"127.0.0.1", "localhost"} if host == "127.0.0.1" else {f"[{host}]" if ":" in host else host.lower()}
    hosts = frozenset(f"{name}:{port}" for name in names) | ({urlsplit(proxy).netloc} if proxy else frozenset())
    return Entrance(hosts, f"reportgen-{port}", doors=frozenset({AGAIN}) | doors, proxy=proxy)


def _same(one: str, other: str) -> bool:
    """Whether two secrets are the same; how long it takes to say so tells nothing of them."""
    return compare_digest(one.encode(), other.encode())
