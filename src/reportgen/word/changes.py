"""What tracked changes are made of: an author, runs of new words, marks in the properties of ends and rows."""

from copy import deepcopy
from datetime import datetime

from reportgen import patterns as re
from reportgen.record import Struct
from reportgen.word.characters import set_text
from reportgen.word.package import Element, W

_SIGNS = re.compile("([\t\n])")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MARKS = ("ins", "del", "moveFrom", "moveTo")
"""How changes stand at the head of the properties of a paragraph's end."""
_OF_CHANGES = frozenset(W + name for name in (*_MARKS, "rPrChange"))


class Author(Struct, frozen=True):
    """Who changes or remarks, and when: `date` is 2025-03-05T09:00:00Z. Without initials the name stands for them."""

    name: str
    date: str
    initials: str = ""


def local_date(moment: datetime) -> str:
    """When an author did something: Word writes the time of the place, whatever the Z behind it says, and shows it."""
    return f"{moment.astimezone():%Y-%m-%dT%H:%M:%SZ}"


def words_run(near: Element, words: str, properties: Element | None) -> Element:
    """A run for the part that `near` stands in; what XML has no room for is left out."""
    run = near.makeelement(W + "r", {}, near.nsmap)
    if properties is not None:
        run.append(properties)
    for piece in _SIGNS.split(_NO_XML.sub("", words)):
        if piece in ("\t", "\n"):
            run.append(run.makeelement(W + ("tab" if piece == "\t" else "br"), {}, near.nsmap))
        elif piece:
            text = run.makeelement(W + "t", {}, near.nsmap)
            set_text(text, piece)
            run.append(text)
    return run


def letters_like(like: Element | None, paragraph: Element) -> Element | None:
    """The letters of a run, else those of the paragraph's end, without the changes that were made of them."""
    found = like.find(W + "rPr") if like is not None else paragraph.find(f"{W}pPr/{W}rPr")
    if found is None:
        return None
    copy = deepcopy(found)
    for node in list(copy):
        if node.tag in _OF_CHANGES:
            copy.remove(node)
    return copy if len(copy) else None


def set_like(paragraph: Element) -> Element:
    """An empty paragraph with the properties of another but for the section that ends with it, and its changes."""
    made = paragraph.makeelement(W + "p", {}, paragraph.nsmap)
    properties = paragraph.find(W + "pPr")
    if properties is not None:
        own = deepcopy(properties)
        for node in (*own.findall(W + "sectPr"), *own.findall(W + "pPrChange"), *own.findall(f"{W}rPr/*")):
            if node.getparent() is own or node.tag in _OF_CHANGES:
                node.getparent().remove(node)
        made.append(own)
    return made


def mark_end(paragraph: Element, change: Element) -> None:
    """A change of the end of a paragraph, unless it has one of that kind."""
    properties = _properties(paragraph, "pPr")
    letters = properties.find(W + "rPr")
    if letters is None:
        letters = properties.makeelement(W + "rPr", {}, properties.nsmap)
        behind = properties.find(W + "sectPr"), properties.find(W + "pPrChange")
        following = next((node for node in behind if node is not None), None)
        properties.append(letters) if following is None else following.addprevious(letters)
    if letters.find(change.tag) is None:
        order = [W + name for name in _MARKS]
        before = [node for node in letters if node.tag in order[: order.index(change.tag)]]
        letters.insert(len(before), change)


def _properties(parent: Element, name: str) -> Element:
    """The properties of an element, made at its head where it has none."""
    found = parent.find(W + name)
    if found is None:
        found = parent.makeelement(W + name, {}, parent.nsmap)
        above = [node for node in parent if node.tag == W + "tblPrEx"]
        parent.insert(len(above), found)
    return found


def follower_of(paragraph: Element) -> Element | None:
    """The paragraph that comes next; None before a table and at the end."""
    following = next((node for node in paragraph.itersiblings() if not _is_range(node)), None)
    return following if following is not None and following.tag == W + "p" else None


def end_before(paragraph: Element) -> Element | None:
    """The nearest paragraph before it, with no table between, whose end is still to stay."""
    for node in paragraph.itersiblings(preceding=True):
        if node.tag == W + "p" and node.find(f"{W}pPr/{W}rPr/{W}del") is None:
            return node
        if node.tag != W + "p" and not _is_range(node):
            return None
    return None


def _is_range(node: Element) -> bool:
    """Whether it is the begin or end of something that reaches over paragraphs: a bookmark, a comment."""
    name = str(node.tag)
    return name.endswith(("Start", "End", "}proofErr"))


def mark_row(row: Element, change: Element) -> None:
    """A change among the properties of a row: behind all but the changes of these properties."""
    properties = _properties(row, "trPr")
    if properties.find(change.tag) is None:
        last = properties.find(W + "trPrChange")
        properties.append(change) if last is None else last.addprevious(change)
