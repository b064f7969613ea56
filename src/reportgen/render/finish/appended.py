"""Pages of another PDF behind all others, with what screen readers are told of them."""

from io import BytesIO

from pikepdf import Array, Dictionary, Name, NumberTree, Object, OutlineItem, Pdf
from pikepdf import open as open_pdf

from reportgen.render.finish.structure import Structure, kids_of

_TREE = ("/RoleMap", "/ClassMap")


def append_pages(pdf: Pdf, content: bytes, title: str) -> None:
    """Put the pages of a PDF behind those of the open one, and a bookmark that leads there."""
    first = len(pdf.pages)
    with open_pdf(BytesIO(content)) as other:
        pdf.pages.extend(other.pages)
        _append_structure(pdf, first, other)
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem(title, first))


def _append_structure(pdf: Pdf, first: int, other: Pdf) -> None:
    """Only within the structure of the file itself: pages of a file without one must not promise one."""
    own = Structure(pdf)
    tree = other.Root.get("/StructTreeRoot")
    if own.root is None or own.parents is None or own.top is None or not isinstance(tree, Dictionary):
        for page in list(pdf.pages)[first:]:
            if "/StructParents" in page.obj:
                del page.obj["/StructParents"]
        return
    tree = pdf.copy_foreign(other.make_indirect(tree) if not tree.is_indirect else tree)
    for name in _TREE:
        _add_names(own.root, tree, name)
    _add_elements(own.top, tree)
    theirs = NumberTree(tree.ParentTree)
    for page in list(pdf.pages)[first:]:
        if "/StructParents" in page.obj:
            key = own.next_key()
            own.parents[key] = theirs[int(page.obj.StructParents)]
            page.obj.StructParents = key


def _add_elements(top: Object, tree: Object) -> None:
    """What stands in the document of the other tree, in that of the own one."""
    found = kids_of(tree)
    inner = [each for kid in found for each in (kids_of(kid) if kid.get("/S") == Name.Document else [kid])]
    for element in inner:
        element.P = top
    top.K = Array([*kids_of(top), *inner])


def _add_names(root: Object, tree: Object, name: str) -> None:
    """A name that both have stays what it is in the file."""
    theirs = tree.get(name)
    if isinstance(theirs, Dictionary):
        root[name] = Dictionary({**dict(theirs.items()), **dict(root.get(name, Dictionary()).items())})
