"""The addresses of a content file: JSON for the modules of the page, HTML for what is swapped in."""

from typing import Any

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen.desk.content import repairs
from reportgen.desk.content.answering import answering
from reportgen.desk.content.document import OpenDocument, Text
from reportgen.desk.content.history import MOST
from reportgen.desk.content.outline import field_at
from reportgen.desk.content.prose import prose_told
from reportgen.desk.content.service import Contents
from reportgen.desk.posted import Asked, Unclear, of_body
from reportgen.desk.templating import page
from reportgen.desk.workspace import Workspace
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.record import as_json
from reportgen.world import now


def content_routes(workspace: Workspace, contents: Contents) -> list[Route]:
    """All of them."""
    told = _Told(workspace, contents)
    read = {
        "/open": told.desk,
        "/content/form": told.form,
        "/content/field": told.field,
        "/content/text": told.text,
        "/content/tree": told.tree,
        "/content/check": told.check,
        "/content/facts": told.facts,
        "/content/printed": told.printed,
        "/content/ways": told.ways,
        "/content/renamed": told.renamed,
        "/content/prose": told.prose,
        "/content/pages": told.pages,
        "/content/page": told.picture,
        "/content/history": told.history,
        "/content/state": told.state,
    }
    written = {
        "/content/edit": told.edit,
        "/content/undo": told.undo,
        "/content/redo": told.redo,
        "/content/type": told.type,
        "/content/repair": told.repair,
        "/content/keep": told.keep,
        "/content/back": told.back,
        "/content/follow": told.follow,
    }
    asked = [Route(path, answering(work), methods=["GET"]) for path, work in read.items()]
    return [*asked, *(Route(path, answering(work, of_body), methods=["POST"]) for path, work in written.items())]


class _Told:
    """What is answered to each address."""

    def __init__(self, workspace: Workspace, contents: Contents) -> None:
        self._workspace, self._contents = workspace, contents

    def _open(self, name: str) -> OpenDocument:
        return self._contents.document(name)

    # ---- read ----

    def desk(self, name: str, asked: Asked) -> Response:
        """The whole page."""
        document = self._open(name)
        shown = self._contents.form(document)
        return page("content/desk.html", workspace=self._workspace, file=name, asked=asked, **shown)

    def form(self, name: str, _asked: Asked) -> Response:
        """The form and its outline anew, when fields have come or gone."""
        return page("content/form.html", workspace=self._workspace, file=name, **self._contents.form(self._open(name)))

    def field(self, name: str, asked: Asked) -> Response:
        """One field anew: cards that have come or gone."""
        form = self._contents.form(self._open(name))
        found = field_at(form["sections"], asked.path("path"))
        return page("content/one_field.html", workspace=self._workspace, file=name, field=found, **form)

    def text(self, name: str, _asked: Asked) -> Response:
        """The file as text."""
        text = self._open(name).read()
        return JSONResponse({"digest": text.digest, "text": text.saved.text})

    def tree(self, name: str, _asked: Asked) -> Response:
        """The file as values."""
        document = self._open(name)
        return _saved(document, document.read())

    def check(self, name: str, _asked: Asked) -> Response:
        """The findings."""
        return _json(as_json(self._contents.checked(self._open(name))))

    def facts(self, name: str, _asked: Asked) -> Response:
        """What prose may refer to."""
        return _json(as_json(self._contents.figures(self._open(name)).told))

    def printed(self, name: str, asked: Asked) -> Response:
        """How the references of a text are printed."""
        return JSONResponse(self._contents.figures(self._open(name)).printed(asked.text("text")))

    def ways(self, name: str, asked: Asked) -> Response:
        """In which units and with how many decimals a figure can be printed."""
        return _json(as_json(list(self._contents.figures(self._open(name)).ways(asked.text("name")))))

    def prose(self, name: str, _asked: Asked) -> Response:
        """What all editors of prose need to know."""
        return _json(as_json(prose_told(self._contents.figures(self._open(name)))))

    def renamed(self, name: str, asked: Asked) -> Response:
        """How many references still say a former name."""
        document = self._open(name)
        _text, count = self._contents.followed(document, asked.path("old"), asked.path("new"))
        return JSONResponse({"count": count})

    def pages(self, name: str, _asked: Asked) -> Response:
        """Pages and findings as they stand on them."""
        document = self._open(name)
        return _json(self._contents.preview.laid(document.path, document.roots))

    def picture(self, name: str, asked: Asked) -> Response:
        """One page as a picture."""
        document = self._open(name)
        scale = min(max(asked.number("scale"), 0.2), 4.0)
        made = self._contents.preview.picture(document.path, asked.text("digest"), int(asked.number("page")), scale)
        if made is None:
            return Response(status_code=404)
        return Response(made, media_type="image/webp", headers={"Cache-Control": "private, max-age=3600"})

    def history(self, name: str, _asked: Asked) -> Response:
        """The former states, as a part of the page."""
        document = self._open(name)
        states = document.history.states()
        return page("content/history.html", workspace=self._workspace, file=name, states=states, most=MOST)

    def state(self, name: str, asked: Asked) -> Response:
        """What has changed since a former state, as a part of the page."""
        state = asked.text("state")
        lines = self._contents.since(self._open(name), state)
        return page("content/state.html", workspace=self._workspace, file=name, state=state, lines=lines)

    # ---- written ----

    def edit(self, name: str, asked: Asked) -> Response:
        """One value set to another."""
        document = self._open(name)
        path = asked.path("path")
        if not path:
            raise Unclear
        text = document.edit(path, asked.tree("old"), asked.tree("new"), asked.text("digest"))
        return _saved(document, text, whole=False)

    def undo(self, name: str, _asked: Asked) -> Response:
        """The last edit taken back."""
        return self._turned(name, back=True)

    def redo(self, name: str, _asked: Asked) -> Response:
        """The edit made again that was taken back last."""
        return self._turned(name, back=False)

    def _turned(self, name: str, back: bool) -> Response:
        document = self._open(name)
        turned = document.undo() if back else document.redo()
        if turned is None:
            raise UsageProblem(_nothing_to_turn(document, back))
        text, step = turned
        return _saved(document, text, path=step.path)

    def type(self, name: str, asked: Asked) -> Response:
        """The whole text, typed as YAML."""
        document = self._open(name)
        return _saved(document, document.replace(asked.text("text"), asked.text("digest")))

    def repair(self, name: str, asked: Asked) -> Response:
        """The repair of a finding."""
        document = self._open(name)
        return _saved(document, repairs.repair(document, asked.text("key"), asked.text("digest")))

    def keep(self, name: str, asked: Asked) -> Response:
        """A finding accepted with a reason."""
        document = self._open(name)
        return _saved(document, repairs.keep(document, asked.text("key"), asked.text("reason"), asked.text("digest")))

    def follow(self, name: str, asked: Asked) -> Response:
        """The references that still say a former name say the new one."""
        document = self._open(name)
        text, _count = self._contents.followed(document, asked.path("old"), asked.path("new"))
        return _saved(document, document.replace(text, asked.text("digest")))

    def back(self, name: str, asked: Asked) -> Response:
        """A former state brought back."""
        document = self._open(name)
        state = document.history.state(asked.text("state"))
        return _saved(document, document.replace(state.text, asked.text("digest")))


def _nothing_to_turn(document: OpenDocument, back: bool) -> str:
    if not back:
        return _("文件在别处改过，撤销的步骤不能再重做") if document.undone else _("没有可以重做的了")
    return _("文件在别处改过，前面的步骤不能再撤销；以前的样子在「历史」里") if document.done else _("没有可以撤销的了")


def _saved(document: OpenDocument, text: Text, whole: bool = True, path: tuple[str, ...] = ()) -> Response:
    told: dict[str, Any] = {
        "digest": text.digest,
        "at": now().astimezone().strftime("%H:%M:%S"),
        "undo": len(document.done),
        "redo": len(document.undone),
        "path": list(path),
    }
    return JSONResponse(told | ({"tree": text.tree} if whole else {}))


def _json(content: bytes) -> Response:
    return Response(content, media_type="application/json")
