"""The text of a YAML file → nodes, and everything that is wrong with its form.

Characters that nobody sees are left out first; then the file is read; where that fails, or a value hides a slip, the
slips are mended in memory and it is read again. What was mended is said, and `--fix` writes it.
"""

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.source_kinds import CONTINUED, DUPLICATE, SYNTAX, TOO_MUCH
from reportgen.language import _
from reportgen.place import Place, Written
from reportgen.record import Struct, replace
from reportgen.source.bodies import Bodies
from reportgen.source.characters import escaped_controls, unseen, visible
from reportgen.source.composer import Malformed, composed
from reportgen.source.indentation import misaligned
from reportgen.source.mending import Mended, Slip
from reportgen.source.misread import misread_lines
from reportgen.source.node import Mapping, Node, Sequence, walk
from reportgen.source.slips import find_slips

_TURNS = 2
"""A line may have a slip that hides another: a strange blank before a key with a colon of the other width."""
_LINE_END = re.compile(r"\r\n|\r|\n")


class Source(Struct, frozen=True):
    """A file as read: its name, its lines for quoting, and its nodes (None when nothing could be read)."""

    file: str
    lines: tuple[str, ...]
    root: Node | None
    written: tuple[str, ...] = ()
    """The lines as they stand in the file, with what nobody sees."""
    mended: Mended | None = None
    """The lines as they were read."""

    @property
    def as_written(self) -> bool:
        """Whether it could be read as it stands, with no slip mended: nodes are where they are in the file."""
        return self.mended is None or not any(self.mended.layers)

    def relocated(self, finding: Diagnostic) -> Diagnostic:
        """A finding about the nodes, with its place in the file."""
        return self.mended.relocated(finding) if self.mended and not self.as_written else finding


def read_source(text: str, file: str) -> tuple[Source, list[Diagnostic]]:
    """Read a YAML text; every slip of form is a diagnostic and reading goes on as far as it can.

    Nodes have places in the lines as they were read: `Source.relocated` tells where that is in the file.
    """
    written = tuple(split_lines(text))
    clean, found = _with_slips(Mended(file, written), list(unseen(written)))
    root, mended, problems = _read(clean)
    if root is not None:
        own = [*_duplicates(root), *escaped_controls(root), *_continued(root)]
        problems = [*problems, *map(mended.relocated, own)]
    lines = tuple(map(visible, written)) if clean.layers else written
    return Source(file, lines, root, written, mended), [_standing(each, written) for each in (*found, *problems)]


def read_own(text: str, file: str) -> Node:
    """The root of a file that the program brings along, in which no slip is looked for: a test has done that."""
    root = composed(tuple(split_lines(text)), file)
    assert isinstance(root, Mapping | Sequence), f"{file} holds no entries"
    return root


def _standing(finding: Diagnostic, written: tuple[str, ...]) -> Diagnostic:
    """The finding without a repair whose characters do not stand in the file: another slip lies beneath them."""
    edits = finding.repair.edits if finding.repair else ()
    stand = all(edit.stands_in(written[edit.place.line - 1]) for edit in edits)
    return finding if stand else replace(finding, repair=None)


def _with_slips(lines: Mended, slips: list[Slip]) -> tuple[Mended, list[Diagnostic]]:
    return (lines.mend(slips), lines.told(slips)) if slips else (lines, [])


def _read(clean: Mended) -> tuple[Node | None, Mended, list[Diagnostic]]:
    """The root, the lines from which it was read, and what is wrong."""
    root, refused = _composed(clean)
    if refused is not None and refused.code == TOO_MUCH.code:
        return None, clean, [refused]  # no slip made it so large, and to look for some takes longest here
    mended, told = clean, list[Diagnostic]()
    for _turn in range(_TURNS):
        slips = _slips(root, mended)
        if not slips:
            break
        mended, more = _with_slips(mended, slips)
        told += more
        again, remaining = _composed(mended)
        if again is None and root is not None:
            return root, clean, []  # it could be read as it stands
        root, refused = again, remaining
    if root is None:
        straight, more = _with_slips(mended, misaligned(Bodies(mended.lines)))
        aligned, _still = _composed(straight) if more else (None, None)
        if aligned is not None:
            root, mended, told = aligned, straight, told + more
    if isinstance(root, Mapping | Sequence):
        return root, mended, told
    return None, mended, [*told, mended.relocated(refused or _empty(clean))]


def _slips(root: Node | None, lines: Mended) -> list[Slip]:
    """The slips of lines that cannot be read, or of those that are read otherwise than they were meant."""
    odd = misread_lines(root, lines.lines) if root is not None else None
    if odd is not None and not odd:
        return []
    return [slip for slip in find_slips(Bodies(lines.lines)) if odd is None or slip.line in odd]


def _composed(lines: Mended) -> tuple[Node | None, Diagnostic | None]:
    try:
        return composed(lines.lines, lines.file), None
    except Malformed as malformed:
        return None, malformed.finding


def _empty(lines: Mended) -> Diagnostic:
    empty = not any(line.strip() and not line.lstrip().startswith("#") for line in lines.lines)
    label = _("文件是空的") if empty else _("整个文件要写成「键: 值」")
    return SYNTAX.at(Place(lines.file, 1, 1), label, fix=_("从「文种: …」开始写，可以照模板的示例"))


def _duplicates(root: Node) -> list[Diagnostic]:
    found = []
    for node in walk(root):
        if isinstance(node, Mapping):
            first: dict[str, Written] = {}
            for entry in node:
                if entry.key.text in first:
                    line = first[entry.key.text].place.line
                    label = _("第 {line} 行已经写过「{key}」", line=line, key=entry.key.text)
                    found.append(DUPLICATE.at(entry.key.place, label))
                first.setdefault(entry.key.text, entry.key)
    return found


def _continued(root: Node) -> list[Diagnostic]:
    """Plain values that run over several lines: YAML joins the lines with a space, also between hanzi."""
    values = (node for node in walk(root) if isinstance(node, Written))
    return [CONTINUED.at(value.place) for value in values if not value.block and value.place.last > value.place.line]


def split_lines(text: str) -> list[str]:
    """Lines as YAML counts them: a form feed or a vertical tab does not end one, `str.splitlines` thinks it does."""
    lines = _LINE_END.split(text)
    return lines[:-1] if lines and not lines[-1] else lines
