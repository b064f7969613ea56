"""The trees of a PDF turned into rings, or given what does not belong there: pages, structure, names, remarks."""

import random
from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from benchmarks.fuzz.pdf_objects import odd


def change_tree(pdf: Pdf, dice: random.Random) -> None:
    """One change of one of its trees."""
    dice.choice(_CHANGES)(pdf, dice)


def _of(pdf: Pdf, *types: str) -> list[Object]:
    return [each for each in pdf.objects if isinstance(each, Dictionary) and str(each.get("/Type")) in types]


def _pages(pdf: Pdf, dice: random.Random) -> None:
    """Pages that hold themselves or one another, that are counted wrongly, or that are no pages."""
    nodes = _of(pdf, "/Pages")
    if not nodes:
        return
    node, pages = dice.choice(nodes), _of(pdf, "/Page")
    match dice.randrange(6):
        case 0:
            node.Kids = Array([node, *pages])
        case 1:
            node.Count = dice.choice((0, -1, 10**9, 2**31, len(pages) + 1))
        case 2:
            node.Kids = Array([dice.choice(list(pdf.objects)), *pages])
        case 3:
            node.Kids = Array([each for each in pages for _time in range(dice.choice((1, 3, 9)))])
        case 4:
            node.Parent = node
            for page in pages:
                page.Parent = page
        case _:
            _deep_pages(pdf, node, dice)


def _deep_pages(pdf: Pdf, node: Object, dice: random.Random) -> None:
    """Its pages below many levels."""
    inner = node.get("/Kids")
    for _level in range(dice.choice((3, 60, 1500))):
        inner = Array([pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=inner, Count=1, Parent=node))])
    node.Kids = inner


def _structure(pdf: Pdf, dice: random.Random) -> None:
    """Elements of the structure that hold their own parents, or numbers of marks that the page has not."""
    elements = [each for each in pdf.objects if isinstance(each, Dictionary) and "/K" in each and "/S" in each]
    root = pdf.Root.get("/StructTreeRoot")
    if not elements or not isinstance(root, Dictionary):
        pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=pdf.Root)
        return
    for element in dice.sample(elements, min(len(elements), dice.choice((1, 1, 20)))):
        match dice.randrange(8):
            case 0:
                element.K = dice.choice((root, element, element.get("/P", root)))
            case 1:
                element.K = dice.choice((-1, 0, 10**9, 2**40))
            case 2:
                element.K = Array([*range(dice.choice((3, 5000)))])
            case 3:
                element.S = dice.choice((Name.Table, Name.TR, Name.TD, Name.Figure, Name.x, Name.Document))
            case 4:
                element.P = dice.choice(elements)
            case 5:
                element.Pg = dice.choice(list(pdf.objects))
            case 6:
                element.A = Dictionary(O=Name.Table, ColSpan=dice.choice((0, -1, 10**9)), RowSpan=10**6)
            case _:
                element.K = Array([element.K, dice.choice(elements), Dictionary(Type=Name.MCR, MCID=0)])


def _structure_root(pdf: Pdf, dice: random.Random) -> None:
    root = pdf.Root.get("/StructTreeRoot")
    if isinstance(root, Dictionary):
        key = dice.choice(("ParentTree", "RoleMap", "K", "IDTree", "Type", "ClassMap"))
        value = odd(pdf, dice)
        if value is not None:
            root[f"/{key}"] = value
        elif f"/{key}" in root:
            del root[f"/{key}"]
        if dice.random() < 0.2:
            root.RoleMap = Dictionary({"/P": Name.H1, "/H1": Name.P, "/Table": Name.Table})


_KINDS = (
    *("Text", "Highlight", "StrikeOut", "Underline", "Squiggly", "Caret", "FreeText", "Popup", "Widget", "Link"),
    *("FileAttachment", "Ink", "Stamp", "Redact", "x"),
)


def _annotations(pdf: Pdf, dice: random.Random) -> None:
    """Remarks of odd kinds: without a place, in odd places, answers in a ring, texts that are none."""
    pages = _of(pdf, "/Page")
    if not pages:
        return
    page = dice.choice(pages)
    made: list[Object] = []
    for _time in range(dice.choice((1, 3, 40))):
        note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name("/" + dice.choice(_KINDS))))
        if dice.random() < 0.8:
            note.Rect = Array([dice.choice((0, 100, 400, -5, 10**12)) for _each in range(dice.choice((4, 4, 2)))])
        if dice.random() < 0.6:
            note.QuadPoints = Array([dice.choice((0, 90, 300, 700)) for _each in range(dice.choice((8, 16, 7, 0)))])
        for key in dice.sample(
            ("Contents", "T", "M", "RC", "IRT", "Popup", "Parent", "AP", "NM", "State", "InkList"), 5
        ):
            text = String(dice.choice(("改为6万元", "", "\ud7ff", "D:99999999", "<body><p>甲", "删去" * 900)))
            value = text if dice.random() < 0.6 else odd(pdf, dice)
            if value is not None:
                note[f"/{key}"] = value
        if dice.random() < 0.2:
            note.IRT = made[-1] if made else note
            note.Popup = note
        made.append(note)
    page.Annots = Array(made) if dice.random() < 0.9 else made[0]


def _names(pdf: Pdf, dice: random.Random) -> None:
    """Attachments and names: a tree that holds itself, files without content, names that are paths."""
    held = pdf.make_stream(dice.choice((b"", b"x" * 100, b"\xff" * 40)), Type=Name.EmbeddedFile)
    file = pdf.make_indirect(
        Dictionary(Type=Name.Filespec, F=String("../a.yaml"), UF=String("内容.yaml"), EF=Dictionary(F=held))
    )
    if dice.random() < 0.4:
        file.EF = dice.choice((Dictionary({}), file, Dictionary(F=file)))
    tree = pdf.make_indirect(
        Dictionary(Names=Array([String("内容.yaml"), file, String("版本.json"), file, String("x")]))
    )
    if dice.random() < 0.5:
        tree.Kids = Array([tree, tree])
    pdf.Root.Names = Dictionary({"/" + dice.choice(("EmbeddedFiles", "Dests")): tree})
    if dice.random() < 0.5:
        pdf.Root.AF = Array([file, tree])


def _outlines(pdf: Pdf, dice: random.Random) -> None:
    """An outline whose first leads back to it."""
    item = pdf.make_indirect(Dictionary(Title=String("一、"), Dest=Array([pdf.Root])))
    for key in ("/First", "/Next", "/Parent", "/Last", "/Prev"):
        if dice.random() < 0.6:
            item[key] = item
    pdf.Root.Outlines = Dictionary(First=item, Last=item, Count=dice.choice((-1, 1, 10**9)))


def _fields(pdf: Pdf, dice: random.Random) -> None:
    """A form whose fields are their own children."""
    field = pdf.make_indirect(
        Dictionary(FT=dice.choice((Name.Tx, Name.Btn, Name.Sig, Name.x)), T=String("甲"), V=String("乙"))
    )
    field.Kids, field.Parent = Array([field]), field
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=dice.choice((String("<x>"), Array([String("a")]))))


def _told(pdf: Pdf, dice: random.Random) -> None:
    """What the file says of itself: metadata that are no XML, dates that are none, labels of pages, actions."""
    bodies = (b"<x:xmpmeta", b"\x00" * 50, b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"", b"<?xpacket?>" * 500)
    match dice.randrange(4):
        case 0:
            pdf.Root.Metadata = pdf.make_stream(dice.choice(bodies), Type=Name.Metadata, Subtype=Name.XML)
        case 1:
            values = {
                f"/{key}": String(dice.choice(("", "D:2024", "甲" * 5000, "\x00")))
                for key in ("Title", "ModDate", "Producer")
            }
            pdf.trailer.Info = pdf.make_indirect(Dictionary(values))
        case 2:
            pdf.Root.PageLabels = Dictionary(
                Nums=Array([0, Dictionary(S=Name.x, St=10**12), -5, pdf.Root]), Kids=Array([pdf.Root])
            )
        case _:
            pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("x()"), Next=pdf.Root)


_CHANGES: tuple[Callable[[Pdf, random.Random], None], ...] = (
    _pages,
    _pages,
    _structure,
    _structure,
    _structure,
    _structure_root,
    _annotations,
    _annotations,
    _annotations,
    _names,
    _outlines,
    _fields,
    _told,
)
