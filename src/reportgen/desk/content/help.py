"""Help for one field: what it is for, what the example of its document type writes there, and last year's file."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportgen.desk.content.fields import how, items_of
from reportgen.digest import digest_of
from reportgen.errors import ReportgenError
from reportgen.language import _
from reportgen.model.content import Year
from reportgen.model.facts import FORMER
from reportgen.packs.fields import FIELDS_OF_A_FILE, Field
from reportgen.packs.pack import Pack
from reportgen.packs.samples import Samples, samples_of
from reportgen.pipeline.adopted import adopt_file
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import every_annex, packs_of
from reportgen.pipeline.former import former_file, in_year
from reportgen.record import Struct
from reportgen.source.encoding import decoded_file
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source
from reportgen.source.tree import Path as Keys
from reportgen.source.tree import Tree, tree_at, tree_of
from reportgen.world import example_of_a_year, read_bytes, read_text

Roots = tuple[Path, ...]
FINISHED = (".docx", ".pdf")
_MOST = 8
_former: dict[tuple[Path, str], Tree] = {}
"""What files of last year say, by their digests: finished reports are read once."""


class PartHelp(Struct, frozen=True):
    """What an item of the field says."""

    name: str
    meaning: str
    required: bool


class FieldHelp(Struct, frozen=True):
    """A field in full. `titles` are the documents that ask for it, `how` is how such fields are filled in.

    `example` is what the example of the first of them says there, of the unit `whose`; None where it says nothing.
    """

    name: str
    type: str
    meaning: str
    how: str
    required: bool
    unit: str
    titles: tuple[str, ...]
    parts: tuple[PartHelp, ...] = ()
    example: Tree | None = None
    whose: str = ""


class FormerHelp(Struct, frozen=True):
    """What stood there last year, in the file of that name; `told` says what is to be known where nothing did."""

    file: str = ""
    value: Tree | None = None
    told: str = ""


def field_help(root: Mapping, roots: Roots, path: Keys) -> FieldHelp | None:
    """Help for the field of a path; None where no document of the file knows it."""
    packs = packs_of(root, roots)
    known = [*packs, *every_annex(packs, roots)]
    names = tuple(name for name in path if not name.isdecimal())
    asking = [(pack, found) for pack in known if (found := _at(pack.fields, names))]
    field = asking[0][1] if asking else _at(FIELDS_OF_A_FILE, names)
    if field is None:
        return None
    example, whose = next(_examples([pack for pack, _field in asking], names), (None, ""))
    return FieldHelp(
        field.name,
        field.type.value,
        field.meaning,
        how(field.type),
        field.required,
        field.unit,
        tuple(dict.fromkeys(pack.title for pack, _field in asking)),
        tuple(PartHelp(part.name, part.meaning or how(part.type), part.required) for part in items_of(field)),
        example,
        whose,
    )


def _at(fields: Iterable[Field], names: Keys) -> Field | None:
    """The field of a path; an item of a list is passed through."""
    found = next((field for field in fields if names and field.name == names[0]), None)
    return _at(items_of(found), names[1:]) if found and names[1:] else found


def _examples(packs: Iterable[Pack], names: Keys) -> Iterator[tuple[Tree, str]]:
    """What the packs' examples say at a path, with the unit of each."""
    for samples in (*map(samples_of, packs), _year_example()):
        below = samples.at(names)
        if below.nodes:
            yield tree_of(below.nodes[0]), samples.below("单位").words


def _year_example() -> Samples:
    """The program's example of a year, which says what those of document types leave out."""
    path = example_of_a_year()
    source, _found = read_source(read_text(path), str(path))
    return Samples((source.root,) if source.root is not None else ())


def former_help(checked: Checked, path: Path, keys: Keys, roots: Roots) -> FormerHelp:
    """What last year's file says at a path, a content file or a finished report; else what this file says of it."""
    found, problems = former_file(checked, path)
    former = found or _finished(checked, path)
    known = tree_at(tree_of(checked.source.root), (FORMER, *keys))
    if former is None:
        told = problems[0].label if problems else _where(checked, path)
        return FormerHelp(value=known, told="" if known else told)
    try:
        value = _counterpart(_said(former, checked, roots), tree_of(checked.source.root), keys)
    except ReportgenError as error:
        return FormerHelp(former.name, known, str(error))
    told = "" if value or known else _("上年的文件里没有这一栏，或者是空的")
    return FormerHelp(former.name, value or known, told)


def _counterpart(before: Tree | None, now: Tree | None, keys: Keys) -> Tree | None:
    """What stood at a path, an item of a list being the one that was called the same: 展览部, wherever it stood."""
    if not keys or before is None:
        return before
    inner = tree_at(now, keys[:1]) if now is not None else None
    if isinstance(before, list):
        return _counterpart(next((item for item in before if _called(item) == _called(inner)), None), inner, keys[1:])
    return _counterpart(tree_at(before, keys[:1]), inner, keys[1:])


def _called(item: Tree | None) -> Tree | None:
    """What an item goes by: the first that it says."""
    return next(iter(item.values()), None) if isinstance(item, dict) else item


def _year(checked: Checked) -> int | None:
    year = next(checked.main.content.every(Year), None) if checked.main else None
    return year.number if year else None


def _finished(checked: Checked, path: Path) -> Path | None:
    """Last year's report beside the file, under its name."""
    year = _year(checked)
    same = in_year(path, year, year - 1) if year else None
    reports = (same.with_suffix(ending) for ending in FINISHED) if same else ()
    return next((report for report in reports if report.is_file()), None)


def _where(checked: Checked, path: Path) -> str:
    """How last year's file comes to be known."""
    year = _year(checked)
    same = in_year(path, year, year - 1) if year else None
    beside = _("旁边没有 {name}。", name=same.name) if same else ""
    return beside + _("上年的内容文件、Word 或 PDF 报告放在同一个文件夹，在「上年文件」里写它的名称，这里就能对照着看")


def _said(former: Path, checked: Checked, roots: Roots) -> Tree:
    """What last year's file says, field by field. Raises ReportgenError when it cannot be read."""
    content = read_bytes(former)
    key = former, digest_of(content)
    known = _former.get(key)
    if known is None:
        if former.suffix.lower() in FINISHED:
            text = adopt_file(former, checked.main.pack if checked.main else None, roots).text
        else:
            text = decoded_file(former, content).text
        known = _former[key] = tree_of(read_source(text, former.name)[0].root)
        while len(_former) > _MOST:
            del _former[next(iter(_former))]
    return known
