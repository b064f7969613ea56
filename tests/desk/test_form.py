"""The form: a widget for every type of field, every field of a document type in it, pages from the first minute."""

import pytest

from reportgen.desk.content.fields import WIDGETS, FieldView
from reportgen.desk.content.holes import with_holes
from reportgen.desk.content.outline import sections_of
from reportgen.diagnostics.diagnostic import Severity
from reportgen.packs.fields import FieldType
from reportgen.packs.loader import load_pack, pack_folders
from reportgen.packs.skeleton import skeleton
from reportgen.pipeline.check import check_text
from reportgen.pipeline.drafts import annexes_of
from reportgen.source.composed_text import written
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source
from reportgen.source.tree import given_of, tree_of

PACKS = [pack for folder in pack_folders() if (pack := load_pack(folder)[0])]


def test_every_type_of_field_has_a_widget() -> None:
    assert set(WIDGETS) == set(FieldType)


def everything(fields: tuple[FieldView, ...]) -> set[str]:
    return {name for field in fields for name in (field.label, *everything(field.fields))}


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_a_new_file_shows_every_field_and_can_be_laid_out(pack: object) -> None:
    """Before anything is typed, holes stand for what is missing."""
    known = next(each for each in PACKS if each is pack)
    text = skeleton((known,), tuple(annexes_of(known, ())[0]), "")
    source, _found = read_source(text, "新.yaml")
    assert isinstance(source.root, Mapping)
    fields = tuple(field for section in sections_of(source.root, ()) for field in section.fields)
    assert {field.name for field in known.fields} <= {label.split(".")[0] for label in everything(fields)}
    filled = given_of(with_holes(tree_of(source.root), fields))
    assert isinstance(filled, dict)
    checked = check_text("\n".join(written(filled)) + "\n", "新.yaml")
    assert checked.drafts
    assert not checked.report.at_least(Severity.FATAL)
