"""The door to ruamel.yaml: the text of a YAML file → nodes, and everything that is wrong with its form.

Only the composer is used, never the constructor: the usual loader turns `010` into 8, `1:30` into 90 and `no` into
False, and lets the second of two equal keys win. libyaml composes a 30 KB file in about a millisecond.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.tag import Tag

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import CONTINUED, CONTROL, DUPLICATE, SYNTAX, Kind
from reportgen.diagnostics.repair import Edit, Repair
from reportgen.language import _
from reportgen.place import Place, Written
from reportgen.source.node import Entry, Mapping, Node, Sequence, walk
from reportgen.source.slips import Slip, find_slips, mend, stretch
from reportgen.source.yaml_errors import PROBLEMS, UNKNOWN_PROBLEM

_ALLOWED_CONTROLS = "\n\t"
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its name, its lines for quoting, and its nodes (None when nothing could be read)."""

    file: str
    lines: tuple[str, ...]
    root: Node | None


def read_source(text: str, file: str) -> tuple[Source, list[Diagnostic]]:
    """Read a YAML text; every slip of form is a diagnostic and reading goes on as far as it can."""
    safe, diagnostics = _without_controls(text, file)
    lines = split_lines(safe)
    node, problems = _compose(safe, file)
    root = _node(node, file, lines) if node is not None else None
    if root is not None:
        problems += _duplicates(root) + list(_escaped_controls(root)) + list(_continued(root))
    return Source(file, tuple(lines), root), diagnostics + problems


class _Undecided(VersionedResolver):
    """Asks of no value whether it looks like a number, a date or a yes: that would take half of the reading."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Tag:
        """The tag of plain text, for whatever there is: no tag is ever looked at."""
        del kind, value, implicit
        return self.DEFAULT_SCALAR_TAG


def _yaml() -> YAML:
    yaml = YAML(typ="safe")
    yaml.Resolver = _Undecided
    return yaml


def _compose(text: str, file: str) -> tuple[Any, list[Diagnostic]]:
    try:
        node = _yaml().compose(text)
    except YAMLError as error:
        return _compose_mended(text, file, error)
    if not isinstance(node, MappingNode | SequenceNode) or _hides_a_slip(node):
        return _compose_mended(text, file, None)
    return node, []


def _compose_mended(text: str, file: str, error: YAMLError | None) -> tuple[Any, list[Diagnostic]]:
    lines = split_lines(text)
    slips = list(find_slips(lines))
    found = [_slip_diagnostic(slip, file, lines[slip.line]) for slip in slips]
    if slips:
        try:
            node = _yaml().compose("\n".join(mend(lines, slips)) + "\n")
        except YAMLError as remaining:
            error = remaining
        else:
            if isinstance(node, MappingNode | SequenceNode):
                return node, found
    if error is None:
        empty = not any(line.strip() and not line.lstrip().startswith("#") for line in lines)
        label = _("文件是空的") if empty else _("整个文件要写成「键: 值」")
        found.append(SYNTAX.at(Place(file, 1, 1), label, fix=_("从「文种: …」开始写，可以照模板的示例")))
    else:
        found.append(_syntax_diagnostic(error, file))
    return None, found


def _hides_a_slip(node: Any) -> bool:
    """Whether a value on lines of its own is really a run of 「键：值」 with full-width colons."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            below = isinstance(value, ScalarNode) and not value.style and value.start_mark.line > key.start_mark.line
            if (below and "：" in value.value) or _hides_a_slip(value):
                return True
        return False
    return isinstance(node, SequenceNode) and any(_hides_a_slip(item) for item in node.value)


def _slip_diagnostic(slip: Slip, file: str, line: str) -> Diagnostic:
    place = Place(file, slip.line + 1, slip.column + 1, slip.length)
    old = line[slip.column : slip.column + stretch(slip, line)]
    return replace(slip.kind.at(place), repair=Repair((Edit(replace(place, length=len(old)), old, slip.mended),)))


def _syntax_diagnostic(error: YAMLError, file: str) -> Diagnostic:
    if not isinstance(error, MarkedYAMLError):
        return SYNTAX.at(Place(file, 1, 1), notes=(str(error),))
    problem = str(error.problem or "")
    unclosed = problem.startswith("found unexpected end of stream")
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    known = (ours for theirs, ours in PROBLEMS.items() if problem.startswith(theirs))
    label, fix = next(known, UNKNOWN_PROBLEM)
    began = error.context_mark
    notes: tuple[str, ...] = ()
    if began is not None and mark is not None and began.line != mark.line:
        notes = (_("这一段从第 {line} 行开始", line=began.line + 1),)
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    return SYNTAX.at(place, _(label), notes=notes, fix=_(fix))


def _node(node: Any, file: str, lines: list[str]) -> Node:
    match node:
        case MappingNode():
            entries = tuple(Entry(_written(key, file, lines), _node(value, file, lines)) for key, value in node.value)
            ends = [_last_line(entry.value) for entry in entries]
            return Mapping(entries, _place(node, file, ends))
        case SequenceNode():
            items = tuple(_node(item, file, lines) for item in node.value)
            return Sequence(items, _place(node, file, [_last_line(item) for item in items]))
        case _:
            return _written(node, file, lines)


def _last_line(node: Node) -> int:
    return node.place.last


def _place(node: Any, file: str, ends: list[int]) -> Place:
    start = node.start_mark
    return Place(file, start.line + 1, start.column + 1, 1, max([start.line + 1, *ends]))


def _written(node: Any, file: str, lines: list[str]) -> Written:
    if not isinstance(node, ScalarNode):  # a mapping or list used as a key
        return Written("", _place(node, file, []))
    start, end = node.start_mark, node.end_mark
    text = str(node.value)
    if node.style in ("|", ">"):
        body = [line for line in lines[start.line + 1 : end.line] if line.strip()]
        indent = len(body[0]) - len(body[0].lstrip()) if body else 0
        last = start.line + 1 + max(1, len(text.splitlines()))
        return Written(text, Place(file, start.line + 1, start.column + 1, 1, last), node.style == "|", indent)
    length = end.column - start.column if end.line == start.line else len(lines[start.line]) - start.column
    place = Place(file, start.line + 1, start.column + 1, max(1, length), _end_line(end))
    return Written(text, place, quoted=bool(node.style))


def _end_line(end: Any) -> int:
    """Counted from 1; libyaml ends a plain value that closes the file at column 0 of the next line."""
    return int(end.line) + (1 if end.column else 0)


def _duplicates(root: Node) -> list[Diagnostic]:
    found = []
    for node in walk(root):
        if isinstance(node, Mapping):
            first: dict[str, Written] = {}
            for entry in node:
                if entry.key.text in first:
                    label = _(
                        "第 {line} 行已经写过「{key}」",
                        line=first[entry.key.text].place.line,
                        key=entry.key.text,
                    )
                    found.append(DUPLICATE.at(entry.key.place, label))
                first.setdefault(entry.key.text, entry.key)
    return found


def split_lines(text: str) -> list[str]:
    """Lines as YAML counts them: a form feed or a vertical tab does not end one, `str.splitlines` thinks it does."""
    lines = _LINE_END.split(text)
    return lines[:-1] if lines and not lines[-1] else lines


def _without_controls(text: str, file: str) -> tuple[str, list[Diagnostic]]:
    found = list(_controls(text, file, CONTROL))
    if not found:
        return text, []
    return "".join(char if _printable(char) else " " for char in text), found


def _controls(text: str, file: str, kind: Kind) -> Iterator[Diagnostic]:
    if all(map(_printable, set(text))):
        return  # as nearly always: a text has few different characters
    for number, line in enumerate(split_lines(text), start=1):
        for column, char in enumerate(line, start=1):
            if not _printable(char):
                yield kind.at(Place(file, number, column), f"U+{ord(char):04X}")


def _escaped_controls(root: Node) -> Iterator[Diagnostic]:
    """Those that come in as escapes of double quotes, such as "\\x07"."""
    for node in walk(root):
        if isinstance(node, Written) and node.quoted:
            for char in node.text:
                if not _printable(char):
                    yield CONTROL.at(node.place, f"U+{ord(char):04X}")


def _continued(root: Node) -> Iterator[Diagnostic]:
    """Plain values that run over several lines: YAML joins the lines with a space, also between hanzi."""
    for node in walk(root):
        if isinstance(node, Written) and not node.block and node.place.last > node.place.line:
            yield CONTINUED.at(node.place)


def _printable(char: str) -> bool:
    """Neither a control character nor one that turns the direction of writing around (Trojan source)."""
    code = ord(char)
    control = code < 0x20 or 0x7F <= code < 0xA0 or code in (0x2028, 0x2029, 0xFFFD, 0xFFFE, 0xFFFF)
    turning = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return not (control or turning) or char in _ALLOWED_CONTROLS or char == "\r"
