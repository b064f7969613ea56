"""Addresses of what is done with a content file that is written: commands as jobs, copies that come home."""

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen.desk.content.answering import answering
from reportgen.desk.content.document import OpenDocument, Text
from reportgen.desk.finish import answers
from reportgen.desk.finish.copies import Copies, Copy
from reportgen.desk.jobs.command import Command, Commands
from reportgen.desk.jobs.jobs import Wanted
from reportgen.desk.posted import Asked, field_of, form_of, laid_down, of_body
from reportgen.desk.state import Desk
from reportgen.desk.templating import page
from reportgen.errors import UsageProblem
from reportgen.language import _

COPIES = (".pdf", ".docx", ".json")
_DRAFTS = (".yaml", ".yml", ".docx", ".pdf")


def finish_routes(desk: Desk) -> list[Route]:
    """All of them."""
    jobs, home = _Begun(desk), _Returned(desk)
    return [
        Route("/finish/{what}", jobs.begin, methods=["POST"]),
        Route("/returned", home.list),
        Route("/returned/take", home.take, methods=["POST"]),
        Route("/returned/copy", home.page),
        Route("/returned/sheet", home.sheet),
        Route("/returned/{what}", answering(home.decide, of_body), methods=["POST"]),
    ]


class _Begun:
    """Commands on one content file, each as a job whose report the page shows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._commands = Commands(desk.workspace.folder, desk.workspace.roots)

    async def begin(self, request: Request) -> Response:
        """Begin one: build, public, review, diff."""
        name = request.query_params.get("file", "")
        path = self._desk.workspace.path(name)
        output = self._desk.workspace.output_folder(path).resolve()
        title, command = await self._command(request, name, output)
        job = self._desk.jobs.begin(Wanted(title, command, self._desk.workspace.folder))
        return JSONResponse({"job": job.name, "title": title})

    async def _command(self, request: Request, name: str, output: Path) -> tuple[str, Command]:
        match request.path_params["what"]:
            case "build":
                return _("生成"), self._commands.build(name, output)
            case "archive":
                return _("生成存档用的 PDF"), self._commands.archive(name, output)
            case "public":
                return _("公开版"), self._commands.public(name, output)
            case "review":
                return _("送审稿"), self._commands.review(name, output)
            case "diff":
                return _("花脸稿"), self._commands.diff(await self._former(request, name), name, output)
            case _:
                raise UsageProblem(_("没有这个命令"))

    async def _former(self, request: Request, name: str) -> Path:
        """The draft to be compared with: a former state, a file of the folder, or one that is handed in."""
        async with form_of(request) as form:
            state, other = field_of(form, "state"), field_of(form, "other")
            files = [] if state or other else await laid_down(form, "draft", self._desk.uploads, _DRAFTS)
        if state:
            return self._desk.contents.document(name).history.state(state).path
        if other:
            return self._desk.workspace.path(other)
        if not files:
            raise UsageProblem(_("请选一个旧稿"))
        return files[0]


class _Returned:
    """Copies that come home, and what is made of their remarks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def _document(self, request: Request) -> OpenDocument:
        return self._desk.contents.document(request.query_params.get("file", ""))

    def _copy(self, request: Request) -> Copy:
        return Copies(self._document(request).path).copy(request.query_params.get("copy", ""))

    def list(self, request: Request) -> Response:
        """The copies of a file, as a part of the page."""
        document = self._document(request)
        copies = list(Copies(document.path).all())
        return page("finish/returned.html", file=request.query_params["file"], copies=copies)

    async def take(self, request: Request) -> Response:
        """Copies that are handed in."""
        document = self._document(request)
        async with form_of(request) as form:
            paths = await laid_down(form, "copy", self._desk.uploads, COPIES)
        if not paths:
            raise UsageProblem(_("请选退回来的 PDF 或 docx"))
        copies = [await run_in_threadpool(Copies(document.path).take, path) for path in paths]
        return JSONResponse({"copy": copies[0].name})

    def page(self, request: Request) -> Response:
        """The remarks of a copy beside their fields."""
        return self._shown(request, "finish/answers.html")

    def sheet(self, request: Request) -> Response:
        """What became of each remark, to be printed."""
        return self._shown(request, "finish/sheet.html")

    def _shown(self, request: Request, template: str) -> Response:
        document, copy = self._document(request), self._copy(request)
        told = answers.answers_of(copy, document, self._desk.contents.figures(document).printed)
        text = document.read()
        file = request.query_params["file"]
        return page(
            template, workspace=self._desk.workspace, file=file, copy=copy, answers=told, text=text, tree=text.tree
        )

    def decide(self, name: str, asked: Asked) -> Response:
        """accept, reject, later, number: what is made of one remark."""
        document = self._desk.contents.document(name)
        text = self._decided(document, Copies(document.path).copy(asked.text("copy")), asked)
        return JSONResponse({"digest": text.digest})

    @staticmethod
    def _decided(document: OpenDocument, copy: Copy, asked: Asked) -> Text:
        key = asked.text("key")
        match asked["what"]:
            case "accept":
                return answers.accept(copy, document, key, asked.field("reply"), asked.text("digest"))
            case "reject":
                answers.reject(copy, key, asked.field("reply"))
            case "later":
                copy.decide(key, None)
            case "number":
                path = tuple(asked.text("path").split("."))
                return answers.keep_number(
                    document, path, asked.text("number"), asked.text("name"), asked.text("digest")
                )
            case _:
                raise UsageProblem(_("没有这个命令"))
        return document.read()
