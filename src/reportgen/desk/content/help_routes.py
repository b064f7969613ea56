"""The addresses of help: a field in full, last year's, the manual page of a code."""

from starlette.responses import Response
from starlette.routing import Route

from reportgen.desk.content.answering import answering
from reportgen.desk.content.help import field_help, former_help
from reportgen.desk.content.service import Contents
from reportgen.desk.posted import Asked
from reportgen.desk.templating import page
from reportgen.desk.workspace import Workspace
from reportgen.rules.manuals import manuals, severity_of


def help_routes(workspace: Workspace, contents: Contents) -> list[Route]:
    """Parts of the page, and the manual as a page of its own."""

    def of_field(name: str, asked: Asked) -> Response:
        """What there is to know of a field."""
        document, path = contents.document(name), asked.path("path")
        root = document.read().root
        known = field_help(root, document.roots, path) if root else None
        return page("content/help.html", help=known, name=".".join(path))

    def former(name: str, asked: Asked) -> Response:
        """What stood there last year."""
        document = contents.document(name)
        told = former_help(contents.whole(document), document.path, asked.path("path"), document.roots)
        return page("content/help_former.html", former=told)

    def manual(_name: str, asked: Asked) -> Response:
        """The manual page of a code; a part of another page where that is asked for."""
        code = str(asked["code"]).upper()
        known = manuals().get(code)
        template = "content/manual_part.html" if asked.get("part") else "content/manual.html"
        severity = severity_of(known) if known else ""
        answer = page(template, workspace=workspace, manual=known, code=code, severity=severity)
        answer.status_code = 200 if known else 404
        return answer

    return [
        Route("/content/help", answering(of_field), methods=["GET"]),
        Route("/content/former", answering(former), methods=["GET"]),
        Route("/manual/{code}", answering(manual), methods=["GET"]),
    ]
