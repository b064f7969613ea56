"""A workbook to be filled in for packs, and the content file that comes of it."""

from datetime import datetime
from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.fill.book import Book
from reportgen.fill.entered import Entered, entered, kinds_of
from reportgen.language import _
from reportgen.packs.entry import EntryBook
from reportgen.packs.entry_sheets import entry_book
from reportgen.packs.fields import KIND_KEY, Field
from reportgen.packs.loader import find_pack, pack_in
from reportgen.packs.pack import Pack, fields_of
from reportgen.pipeline.drafts import every_annex
from reportgen.record import Struct
from reportgen.render.xlsx.entry_form import render_entry_form
from reportgen.source.composed_text import Given, written

Roots = tuple[Path, ...]


class NewContent(Struct, frozen=True):
    """The text of a content file, and what of the workbook is missing or was not used."""

    text: str
    entered: Entered


def entry_form(packs: tuple[Pack, ...], roots: Roots, moment: datetime) -> tuple[bytes, EntryBook]:
    """The workbook to be filled in for the documents of some packs."""
    book = entry_book(packs, _annexes(packs, roots))
    return render_entry_form(book, moment), book


def content_of(book: Book, roots: Roots, schema: str) -> NewContent:
    """The content file of a workbook that was filled in; `schema` is the address for the editor, or empty.

    Raises UsageProblem when the workbook is another one, or for a document type that is not here.
    """
    kinds = kinds_of(book)
    if not kinds:
        raise UsageProblem(_("{file} 不是 reportgen new --format xlsx 写出的工作簿", file=book.file))
    packs = tuple(_pack(kind, book, roots) for kind in kinds)
    annexes = _annexes(packs, roots)
    found = entered(book, entry_book(packs, annexes))
    head = [f"# yaml-language-server: $schema={schema}", ""] if schema else []
    lines = list(written(_ordered(found.tree, fields_of((*packs, *annexes)))))
    kind = [f"{KIND_KEY}: {kinds[0]}"] if len(kinds) == 1 else [f"{KIND_KEY}:", *(f"  - {each}" for each in kinds)]
    return NewContent("\n".join([*head, *kind, *lines]).rstrip("\n") + "\n", found)


def _ordered(tree: dict[str, Given], fields: tuple[Field, ...]) -> dict[str, Given]:
    """The keys in the order in which the packs ask for them, in records too."""
    ordered: dict[str, Given] = {}
    for each in (each for each in fields if each.name in tree):
        value = tree[each.name]
        ordered[each.name] = _ordered(value, each.fields) if isinstance(value, dict) and each.fields else value
    return ordered | {key: value for key, value in tree.items() if key not in ordered}


def _pack(kind: str, book: Book, roots: Roots) -> Pack:
    folder = find_pack(kind, roots)
    pack = pack_in(folder)[0] if folder else None
    if pack is None:
        raise UsageProblem(_("{file} 是为「{kind}」做的，这里没有这种文种", file=book.file, kind=kind))
    return pack


def _annexes(packs: tuple[Pack, ...], roots: Roots) -> tuple[Pack, ...]:
    return tuple(annex for annex in every_annex(packs, roots) if annex not in packs)
