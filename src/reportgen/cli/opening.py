"""How a folder comes to be opened: where it listens, who is let in, and what is told in the terminal."""

import threading
from ipaddress import ip_address
from pathlib import Path
from secrets import token_urlsafe
from urllib.parse import urlsplit

import click

from reportgen.cli.console import complain, show
from reportgen.desk.entrance import LOGIN, entrance_of
from reportgen.desk.password import Password, read_password, written_password
from reportgen.desk.presence import Presence
from reportgen.desk.recent import remember
from reportgen.desk.running import Running
from reportgen.desk.serving import LOOPBACK, address, address_of_running, browse, listening, serve
from reportgen.desk.starter import write_to_desktop
from reportgen.desk.state import Desk
from reportgen.desk.workspace import CONTENT_ENDINGS, Workspace
from reportgen.errors import UsageProblem
from reportgen.finished.file_types import is_document
from reportgen.language import _
from reportgen.record import Struct
from reportgen.world import resolved, shown


class Options(Struct, frozen=True):
    """What `open` was asked for."""

    no_browser: bool = False
    port: int = 0
    host: str = LOOPBACK
    password: Path | None = None
    proxy: str = ""
    roots: tuple[Path, ...] = ()


def open_folder(named: Path, options: Options) -> int:
    """Answer the browser until the last page has been gone for ten minutes, or Ctrl-C."""
    folder, file = _folder_and_file(named)
    host, proxy = _host(options), _proxy(options)
    password = _password(options.password)
    if not options.password and not options.port and (url := address_of_running(folder, file)):
        _tell(_("{folder} 已经打开了，再开一页：", folder=shown(folder)), url, options)
        return 0
    own = listening(host, options.port)
    port = own.getsockname()[1]
    doors = frozenset({LOGIN}) if password else frozenset()
    workspace = Workspace(folder, options.roots, token_urlsafe())
    desk = Desk(workspace, entrance_of(host, port, doors, proxy), Presence(stays=bool(password)), password)
    running = Running(host, port, desk.entrance.again)
    running.leave_for(folder)
    remember(folder)
    try:
        serve(desk, own, lambda: _ready(desk, address(host, port, desk.entrance.issue(), file), options))
    except KeyboardInterrupt:
        show()
    finally:
        running.take_away(folder)
    show(_("已经关闭。"))
    return 0


def _ready(desk: Desk, url: str, options: Options) -> None:
    folder = desk.workspace.folder
    if not desk.password:
        _tell(_("已打开 {folder}。网页都关掉十分钟后自己结束，也可以按 Ctrl-C 结束。", folder=folder), url, options)
    elif proxy := desk.entrance.proxy:
        show(_("已打开 {folder}。别的电脑在浏览器里打开 {address}，输入密码。", folder=folder, address=proxy))
        show(_("不分用户。按 Ctrl-C 结束。"))
    else:
        address = f"http://{min(desk.entrance.hosts)}/"
        show(_("已打开 {folder}。别的电脑在浏览器里打开 {address}，输入密码。", folder=folder, address=address))
        show(_("传输没有加密，也不分用户：只用在可信的内网。按 Ctrl-C 结束。"))


def _tell(words: str, url: str, options: Options) -> None:
    show(words)
    if options.no_browser:
        show(url)
        return
    threading.Thread(target=_browse, args=(url,), daemon=True).start()


def _browse(url: str) -> None:
    """Some browsers are waited for until they end."""
    if not browse(url):
        show(_("没有找到浏览器。请在浏览器里打开这个地址（只能用一次）："))
        show(url)


def _folder_and_file(named: Path) -> tuple[Path, str]:
    """The folder, and the name in it of the file that was named. Raises UsageProblem for what is neither."""
    if named.is_dir():
        return resolved(named), ""
    if named.is_file() and (named.suffix.lower() in CONTENT_ENDINGS or is_document(named)):
        return resolved(named).parent, named.name
    if named.is_file():
        raise UsageProblem(_("{path} 打不开：要文件夹、.yaml 内容文件，或要审核的 .docx、.pdf", path=shown(named)))
    raise UsageProblem(_("没有这个文件夹：{path}", path=shown(named)))


def _host(options: Options) -> str:
    """Raises UsageProblem for an address that others reach without a password, and for one that is every address."""
    try:
        found = ip_address(options.host)
    except ValueError:
        is_here = options.host.lower() == "localhost"
        if not is_here and options.password is None:
            raise UsageProblem(_refused(options.host)) from None
        return LOOPBACK if is_here else options.host
    if found.is_unspecified:
        raise UsageProblem(_("--host 写这台电脑自己的一个地址，如 192.168.1.5；{host} 是所有地址", host=options.host))
    if not found.is_loopback and options.password is None:
        raise UsageProblem(_refused(options.host))
    return options.host


def _proxy(options: Options) -> str:
    """The origin of the server before this one. Raises UsageProblem for what is none, or encrypts nothing."""
    if not options.proxy:
        return ""
    said = urlsplit(options.proxy.lower())
    if said.scheme != "https" or not said.netloc or said.path not in ("", "/") or options.password is None:
        raise UsageProblem(_("--proxy 写反向代理的网址，如 https://jx.example，并且和 --serve 一起用"))
    return f"https://{said.netloc}"


def _refused(host: str) -> str:
    return _("别的电脑连得上 {host}，要有密码才打开：加 --serve 密码文件", host=host)


def _password(file: Path | None) -> Password | None:
    """That of a file; where there is none yet it is asked for and written. Raises UsageProblem for another file."""
    if file is None:
        return None
    if file.exists():
        return read_password(file)
    words = click.prompt(_("给这个屏幕定一个密码（至少 10 个字）"), hide_input=True, confirmation_prompt=_("再输一遍"))
    password = written_password(file, str(words))
    complain(_("密码的校验值写在 {path} 里，以后用它。", path=shown(file)))
    return password


def write_starter(folder: Path) -> int:
    """An icon on the desktop that opens a folder."""
    if not folder.is_dir():
        raise UsageProblem(_("没有这个文件夹：{path}", path=shown(folder)))
    show(
        _(
            "已写出 {path}，双击它就打开 {folder}",
            path=shown(write_to_desktop(folder.resolve())),
            folder=shown(folder.resolve()),
        )
    )
    return 0
