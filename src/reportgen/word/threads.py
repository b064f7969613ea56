"""The comments of a Word file, with what answers what: Word and WPS keep that in parts of their own."""

from reportgen.record import Struct
from reportgen.word.comment_parts import EXTENDED, PARAGRAPH_NAME
from reportgen.word.marked import date_of
from reportgen.word.package import Element, Package, W


class Comment(Struct, frozen=True):
    """A comment; `parent` is the id of the one that it answers, `done` says that somebody has settled it."""

    id: str
    author: str
    date: str
    text: str
    parent: str = ""
    done: bool = False


def comments_of(package: Package) -> list[Comment]:
    """Every comment in the order of the file. Raises UsageProblem when the file is not a docx, or a part is broken."""
    root = _part(package, "comments")
    nodes = list(root.iter(W + "comment")) if root is not None else []
    ids = {para: str(node.get(W + "id")) for node in nodes for para in _paragraph_ids(node)}
    more = _extended(package)
    found = []
    for node in nodes:
        parent, done = next((more[para] for para in reversed(_paragraph_ids(node)) if para in more), ("", False))
        author = str(node.get(W + "author", "")).strip()
        own = str(node.get(W + "id"))
        answered = ids.get(parent, "")
        date = date_of(str(node.get(W + "date", "")))
        found.append(Comment(own, author, date, _words(node), answered if answered != own else "", done))
    return found


def says_threads(package: Package) -> bool:
    """Whether the file says what answers what: LibreOffice drops the part that does."""
    application = package.part("docProps/app.xml")
    saved_by = "".join(application.itertext()) if application is not None else ""
    return "LibreOffice" not in saved_by or _part(package, "commentsExtended") is not None


def _part(package: Package, name: str) -> Element | None:
    wanted = (f"word/{name}.xml", *(each for each in sorted(package.names()) if each.endswith(f"/{name}.xml")))
    return next((root for each in wanted if (root := package.part(each)) is not None), None)


def _extended(package: Package) -> dict[str, tuple[str, bool]]:
    """By the id of a paragraph: that of the paragraph which it answers, and whether it is settled."""
    root = _part(package, "commentsExtended")
    nodes = root.iter(EXTENDED + "commentEx") if root is not None else ()
    return {
        str(node.get(EXTENDED + "paraId")): (
            str(node.get(EXTENDED + "paraIdParent", "")),
            node.get(EXTENDED + "done") == "1",
        )
        for node in nodes
    }


def _paragraph_ids(comment: Element) -> list[str]:
    return [str(node.get(PARAGRAPH_NAME)) for node in comment.iter(W + "p") if node.get(PARAGRAPH_NAME)]


def _words(comment: Element) -> str:
    paragraphs = ("".join(text.text or "" for text in node.iter(W + "t")) for node in comment.iter(W + "p"))
    return "\n".join(line.strip() for line in paragraphs if line.strip())
