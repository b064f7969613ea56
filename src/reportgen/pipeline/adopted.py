"""A finished report → the text of a content file, and what there is to say of it."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.adopt.body import Placed, required_and_missing
from reportgen.adopt.charts import ChartFields
from reportgen.adopt.first_page import parted
from reportgen.adopt.front import without_front
from reportgen.adopt.headings import with_levels
from reportgen.adopt.kinds import kind_of
from reportgen.adopt.pictures import Pictured
from reportgen.adopt.running_head import only_head, running_heads
from reportgen.adopt.values import Remark, put
from reportgen.errors import UsageProblem
from reportgen.finished.contents import without_contents
from reportgen.finished.frame import title_of
from reportgen.finished.parts import Line, Part, Reading, Strong
from reportgen.finished.reading import read_finished
from reportgen.finished.recognise import recognise
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.packs.fields import KIND_KEY
from reportgen.packs.loader import pack_folders, pack_in
from reportgen.packs.pack import Pack
from reportgen.pipeline.adopted_fields import Report, place
from reportgen.pipeline.adopted_pictures import ShownIn
from reportgen.pipeline.drafts import Roots, annexes_of, template_of
from reportgen.pipeline.finished import levels_of
from reportgen.pipeline.unplaced import kept_lines, unplaced
from reportgen.place import Spot
from reportgen.record import Struct, field
from reportgen.source.composed_text import Given, written
from reportgen.world import shown

_PICTURES = "-图片"
"""What the folder of a report's pictures is called behind the name of the content file."""


class Adopted(Struct, frozen=True):
    """The content file of a report: its text, what it was not sure of, and the required fields that are still empty."""

    pack: Pack
    text: str
    remarks: tuple[Remark, ...]
    missing: tuple[str, ...]
    sure: tuple[str, ...] = ()
    """The fields about which there is nothing to say."""
    pictures: dict[str, bytes] = field(default_factory=dict)
    """By the name of their file, seen from the content file."""


def adopt_file(path: Path, pack: Pack | None = None, roots: Roots = (), name: str = "") -> Adopted:
    """The content file for a finished report, of `pack` or of the kind that it is by its title and headings.

    `name` is what the content file will be called: pictures go into a folder of that name. Raises UsageProblem when the
    report cannot be read, and when nothing tells its kind.
    """
    reading = read_finished(path, closely=True)
    pack = pack or _kind(list(reading.parts), roots)
    report, guessed = _recognised(path, reading, pack, roots)
    folder, held = (name or path.stem) + _PICTURES, ShownIn(path)
    shows = Pictured(folder, ChartFields.of(pack.fields), held.charts, held.bytes_of)
    report = report.of(shows.of(report.document, report.parts))
    placed = Placed([*guessed, *shows.charts.remarks], shows.charts.fact_names, shows.charts.numbered, _strong(report))
    place(report, placed)
    placed.values |= shows.charts.values
    heads = running_heads(reading.aside)
    placed.values |= (head := only_head(heads, pack.fields))
    values = {KIND_KEY: pack.title, **_in_order(placed.values, pack, roots)}
    text = "\n".join([*_head(path), *written(values)]).rstrip() + "\n"
    lost = unplaced(text, [*without_contents(reading.parts), *(() if head else heads)], placed.remarks, roots)
    remarks = (*placed.remarks, *lost)
    whole = text + "".join(f"{line}\n" for line in kept_lines(remarks))
    doubted = {remark.field.partition(".")[0] for remark in remarks}
    sure = tuple(name for name in values if name not in doubted and name != KIND_KEY)
    missing = required_and_missing(pack.fields, placed.values)
    return Adopted(pack, whole, remarks, tuple(missing), sure, shows.files)


def _recognised(path: Path, reading: Reading, pack: Pack, roots: Roots) -> tuple[Report, list[Remark]]:
    """The report with the headings of its pack, and what was guessed of them."""
    outline, frame = dict(levels_of(pack.outline)), template_of(pack, roots)[0].frame
    parts, front = without_front(without_contents(reading.parts), pack)
    above, rest = parted(parts, frame)
    rest, guessed = with_levels(rest, outline)
    finished = recognise(rest, shown(path), outline, reading.aside)
    return Report(finished, above, rest, pack, frame, roots, front), guessed


def _strong(report: Report) -> dict[Spot, tuple[Strong, ...]]:
    return {line.spot: line.strong for line in report.parts if isinstance(line, Line) and line.strong}


def _kind(parts: list[Part], roots: Roots) -> Pack:
    """The pack of a report. Raises UsageProblem when nothing tells which."""
    packs = [pack for folder in pack_folders(roots) if (pack := pack_in(folder)[0])]

    def read(pack: Pack) -> Document:
        outline = dict(levels_of(pack.outline))
        return recognise(with_levels(without_contents(parts), outline)[0], "", outline).document

    pack = kind_of(title_of(parts), packs, read)
    if pack is None:
        raise UsageProblem(_("看不出这是哪个文种。请用 --pack 写明，文种的名称用 reportgen packs 查看"))
    return pack


def _head(path: Path) -> Iterator[str]:
    yield "# " + _("由 {name} 抄成；编号、版面由程序排。先看文件末尾没有放进去的话，再逐栏核对。", name=path.name)
    yield ""


def _in_order(values: dict[str, Given], pack: Pack, roots: Roots) -> dict[str, Given]:
    """Records made of their parts, in the order of the pack's fields."""
    made: dict[str, Given] = {}
    names = [field.name for owner in (pack, *annexes_of(pack, roots)[0]) for field in owner.fields]
    order = {name: at for at, name in enumerate(dict.fromkeys(names))}
    for path in sorted(values, key=lambda path: order.get(path.partition(".")[0], len(order))):
        put(made, path, values[path])
    return made
