"""Addresses of the reviewer's part."""

from collections.abc import Iterable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from reportgen.desk.jobs.command import Commands
from reportgen.desk.jobs.jobs import Wanted
from reportgen.desk.posted import form_of, json_of, laid_down, text_of, texts_of
from reportgen.desk.review.documents import ENDINGS, documents_of, keep
from reportgen.desk.review.reviewer import Reviewer, keep_reviewer, reviewer_of
from reportgen.desk.review.told import Told, decisions_of, judged_of, others_of, remark_of, remarks_of, together
from reportgen.desk.review.words import words
from reportgen.desk.state import Desk
from reportgen.desk.templating import page, rendered
from reportgen.errors import UsageProblem
from reportgen.finished.file_types import is_known
from reportgen.language import _
from reportgen.pipeline.judging import drop_remark, judge, judgements_of, keep_remark
from reportgen.record import as_json, replace
from reportgen.review.judgements import Judgements, judgements_beside
from reportgen.world import now, own_folder, resolved

_LETTERS = "审核意见书"
"""The folder into which letters are written; it is called so in every language."""
_MOST_SCALE = 4.0
_PARTS: list[str | tuple[str, str]] = [("reportgen.render.desk", "static")]
"""Modules of the page to click through, which stand behind those of the reviewer's own of the same name."""


def review_routes(desk: Desk) -> list[Route | Mount]:
    """All of them."""
    list_, document = _List(desk), _Document(desk)
    post = ["POST"]
    return [
        Route("/review", list_.page),
        Route("/review/list", list_.rows),
        Route("/review/letter", list_.letter, methods=post),
        Route("/home/drop", list_.take, methods=post),
        Route("/review/document", document.page),
        Route("/review/data", document.data),
        Route("/review/kept", document.kept),
        Route("/review/between", document.between),
        Route("/review/picture", document.picture),
        Route("/review/{what}", document.keep, methods=post),
        Mount("/review/parts", StaticFiles(directory=own_folder("desk", "static", "review"), packages=_PARTS)),
    ]


class _List:
    """The documents that are looked through, and letters about them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._commands = Commands(desk.workspace.folder, desk.workspace.roots)

    def page(self, _request: Request) -> Response:
        """The whole page."""
        workspace = self._desk.workspace
        listing, reviewer = self._desk.reviews.listing(), reviewer_of(workspace)
        return page("review/list_page.html", workspace=workspace, listing=listing, reviewer=reviewer)

    def rows(self, _request: Request) -> Response:
        """The list alone, as it is now."""
        return HTMLResponse(rendered("review/list.html", listing=self._desk.reviews.listing()))

    async def take(self, request: Request) -> Response:
        """Documents that are handed in: kept in the folder, and the way to them."""
        async with form_of(request) as form:
            handed_in = await laid_down(form, "files", self._desk.uploads, ENDINGS)
        if not handed_in:
            raise UsageProblem(_("没有收到文件"))
        kept = [await run_in_threadpool(keep, self._desk.workspace, path) for path in handed_in]
        one = f"/review/document?file={self._desk.workspace.address(kept[0])}"
        return JSONResponse({"go": one if len(kept) == 1 else "/review"})

    async def letter(self, request: Request) -> Response:
        """Begin to write letters about some documents, one a unit."""
        said, workspace = await json_of(request), self._desk.workspace
        names = self._in_order(_document(workspace.path(name)) for name in texts_of(said, "files"))
        office, days = text_of(said, "office"), text_of(said, "days")
        if not names or not office:
            raise UsageProblem(_("请选文件，写上出具意见的单位"))
        author = reviewer_of(workspace).author
        await run_in_threadpool(keep_reviewer, workspace, Reviewer(author, office, days))
        asked = {name: text_of(said, name) for name in ("office", "days", "unit", "year")}
        command = self._commands.letter(names, asked, text_of(said, "again") == "yes", _LETTERS)
        wanted = Wanted(_("审核意见书"), command, workspace.folder)
        return JSONResponse({"job": self._desk.jobs.begin(wanted).name})

    def _in_order(self, paths: Iterable[Path]) -> list[str]:
        """Their names in the order of the list: in which of two documents it is said that they differ goes by it."""
        workspace, wanted = self._desk.workspace, set(paths)
        known = [resolved(path) for path in documents_of(workspace)]
        ordered = [path for path in known if path in wanted]
        return [workspace.name(path) for path in (*ordered, *sorted(wanted.difference(ordered)))]


class _Document:
    """One document that is looked through."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def _path(self, request: Request) -> Path:
        return _document(self._desk.workspace.path(request.query_params.get("file", "")))

    def page(self, request: Request) -> Response:
        """The page, which asks for what it shows: reading a document takes a moment."""
        path, workspace = self._path(request), self._desk.workspace
        told = {"file": workspace.name(path), "name": path.name, "words": words(), "reviewer": reviewer_of(workspace)}
        return page("review/document.html", workspace=workspace, **told)

    def data(self, request: Request) -> Response:
        """What it shows. Raises ReportgenError for what cannot be read, which says what to do."""
        path, workspace, reviews = self._path(request), self._desk.workspace, self._desk.reviews
        judgements = judgements_of(path) or Judgements()
        terms = workspace.roots_for(path), workspace.limits_for(path)
        between, waiting = reviews.between(path), reviews.waiting
        opened = reviews.pages.opened(path, *terms, between)
        name, rows = workspace.name(path), reviews.listing().rows
        own = next((row for row in rows if row.name == name), None)
        told = Told(
            desk=together(replace(opened.desk, file=name), workspace.folder),
            is_plain=opened.is_plain,
            cut=opened.cut,
            decisions=decisions_of(judgements),
            remarks=remarks_of(judgements),
            author=reviewer_of(workspace).author,
            unit=opened.unit,
            year=str(opened.year or ""),
            others=others_of(rows, own),
            between=len(list(between)),
            waiting=waiting,
            list=judgements_beside(path).name,
        )
        return Response(as_json(told), media_type="application/json")

    def kept(self, request: Request) -> Response:
        """What was decided by now, here or elsewhere."""
        judgements = judgements_of(self._path(request)) or Judgements()
        told = {"decisions": decisions_of(judgements), "remarks": remarks_of(judgements)}
        return Response(as_json(told), media_type="application/json")

    def between(self, request: Request) -> Response:
        """How many findings between it and others are known by now, while these are being checked."""
        reviews = self._desk.reviews
        count = len(list(reviews.between(self._path(request))))
        return JSONResponse({"count": count, "waiting": reviews.waiting})

    def picture(self, request: Request) -> Response:
        """A page as a picture."""
        asked = request.query_params
        try:
            scale = min(max(float(asked.get("scale", "1")), 0.1), _MOST_SCALE)
            index = int(asked.get("page", ""))
        except ValueError as error:
            raise UsageProblem(_("没有这一页")) from error
        found = self._desk.reviews.pages.picture(self._path(request), asked.get("digest", ""), index, scale)
        if found is None:
            return Response(status_code=404)
        return Response(found, media_type="image/webp", headers={"Cache-Control": "private, max-age=3600"})

    async def keep(self, request: Request) -> Response:
        """Write down what was decided, or said, about the document."""
        said, path = await json_of(request), self._path(request)
        await run_in_threadpool(self._kept, request.path_params["what"], path, said)
        return JSONResponse({})

    def _kept(self, what: str, path: Path, said: object) -> None:
        reviewer, date = reviewer_of(self._desk.workspace), now().astimezone().strftime("%Y-%m-%d")
        with self._desk.reviews.lock:
            match what:
                case "decide":
                    judge(path, judged_of(said, reviewer.author, date))
                case "remark":
                    keep_remark(path, remark_of(said, reviewer.author, date))
                case "unremark":
                    drop_remark(path, text_of(said, "id"))
                case "author":
                    keep_reviewer(self._desk.workspace, replace(reviewer, author=text_of(said, "author")))
                case _:
                    raise UsageProblem(_("没有这个命令"))


def _document(path: Path) -> Path:
    """A file that can be looked through. Raises UsageProblem for any other."""
    if not path.is_file() or not is_known(path):
        raise UsageProblem(_("没有这个文件：{path}", path=path.name))
    return path
