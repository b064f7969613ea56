"""换一个文件夹: another folder is opened by a screen of its own, as `reportgen open` would."""

import subprocess
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen.desk.guard import Refused
from reportgen.desk.jobs.command import Command
from reportgen.desk.posted import of_body
from reportgen.desk.recent import recent_folders
from reportgen.desk.state import Desk
from reportgen.desk.templating import page
from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.language import _

_MOST = 60


class Elsewhere:
    """The addresses of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Route]:
        """All of them."""
        return [Route("/home/elsewhere", self.page), Route("/home/elsewhere", self.go, methods=["POST"])]

    def page(self, request: Request) -> Response:
        """A folder with those in it, and folders that were opened before."""
        self._only_here()
        own = self._desk.workspace.folder.resolve()
        here = Path(request.query_params.get("folder") or own)
        here = here if _is_folder(here) else own
        return page(
            "home/elsewhere.html",
            workspace=self._desk.workspace,
            own=str(own),
            here=str(here),
            above="" if here == here.parent else str(here.parent),
            inside=[(path.name, str(path)) for path in _folders(here)],
            recent=[str(folder) for folder in recent_folders() if folder != own and _is_folder(folder)],
        )

    async def go(self, request: Request) -> Response:
        """Open a folder, and say where its screen is."""
        self._only_here()
        words = (await of_body(request)).field("folder").strip('"')
        if not words or not _is_folder(Path(words)):
            raise UsageProblem(_("没有这个文件夹：{path}", path=words or "—"))
        return JSONResponse({"go": await run_in_threadpool(_opened, Path(words).resolve())})

    def _only_here(self) -> None:
        """Raises Refused for people at other computers: they were let into one folder."""
        if self._desk.password:
            raise Refused(403, _("换文件夹要在运行程序的那台电脑上"))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long for the system; a folder in one that is barred
        return False


def _folders(folder: Path) -> list[Path]:
    try:
        found = [path for path in sorted(folder.iterdir()) if not path.name.startswith((".", "$")) and _is_folder(path)]
    except OSError:
        return []
    return found[:_MOST]


def _opened(folder: Path) -> str:
    """The address of the screen of a folder: its process goes on for itself."""
    command = Command(("open", "--no-browser", str(folder)), folder)
    process = subprocess.Popen(
        command.line(),
        cwd=folder,
        env=command.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdout is not None
    said: list[str] = []
    for line in process.stdout:
        said.append(line.strip())
        if line.startswith("http://"):
            process.stdout.close()
            return line.strip()
    raise EnvironmentProblem(" ".join(said) or _("没有打开"))
