"""The door to ruamel.yaml: the text of a YAML file → nodes.

Only the parser of libyaml is used, never a composer or constructor: those turn `010` into 8, `1:30` into 90 and `no`
into False, let the second of two equal keys win, drop tags and anchors without a word, and put in again what an alias
names, a thousand million times if the file says so. Here every node is made once; how deep and how many is bounded.
"""

from itertools import takewhile
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.source_kinds import SYNTAX, TOO_MUCH
from reportgen.language import _
from reportgen.place import Place, Written
from reportgen.record import Struct, field
from reportgen.source.node import Entry, Mapping, Node, Sequence
from reportgen.source.yaml_errors import PROBLEMS, UNKNOWN_PROBLEM

_NAMED_WHERE_IT_BEGINS = (
    "found unexpected end of stream",
    "could not find expected ':'",
    "did not find expected ',' or",
)
"""What libyaml notices some lines behind the one that is wrong."""
DEEPEST, MOST_NODES = 50, 200_000
"""A content file is six levels deep, and has some thousand nodes."""


class Malformed(Exception):
    """The text is no YAML, or has what content files cannot have; `finding` says what and where."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.label)
        self.finding = finding


class _Open(Struct):
    """A mapping or list that has begun: keys and values, or items."""

    start: Any
    is_mapping: bool
    is_flow: bool
    """Whether it stands in braces or brackets."""
    nodes: list[Node] = field(default_factory=list)


def composed(lines: tuple[str, ...], file: str) -> Node | None:
    """The root of a file; None when there is nothing but comments. Raises Malformed."""
    composer = _Composer(lines, file)
    try:
        return composer.root()
    except YAMLError as error:
        stray = composer.found if isinstance(composer.found, Written) else None
        raise Malformed(_stray(stray) if stray else _syntax(error, file)) from error


class _Composer(Struct):
    lines: tuple[str, ...]
    file: str
    open: list[_Open] = field(default_factory=list)
    found: Node | None = None
    documents: int = 0
    count: int = 0

    def root(self) -> Node | None:
        """Everything, read event by event: no depth of the file is a depth of calls."""
        for event in YAML(typ="safe").parse("\n".join(self.lines) + "\n"):
            match event:
                case ScalarEvent():
                    self._counted(event)
                    self._add(_written(event, self.file, self.lines))
                case MappingStartEvent() | SequenceStartEvent():
                    self._counted(event)
                    self.open.append(_Open(event.start_mark, isinstance(event, MappingStartEvent), event.flow_style))
                    if len(self.open) > DEEPEST:
                        raise self._too_much(event, _("嵌套了 {count} 层以上", count=DEEPEST))
                case MappingEndEvent() | SequenceEndEvent():
                    self._add(self._closed(self.open.pop(), event.end_mark))
                case AliasEvent():
                    raise self._refused(event, "*")
                case DocumentStartEvent():
                    self.documents += 1
                    if self.documents > 1:
                        raise self._parted(event)
                case _:
                    pass
        return self.found

    def _parted(self, event: Any) -> Malformed:
        return Malformed(SYNTAX.at(self._place(event), _("「---」把一个文件分成了几份"), fix=_("删去这一行")))

    def _counted(self, event: Any) -> None:
        """Anchors and tags are refused: what looks like one is text that lost its first character."""
        self.count += 1
        if self.count > MOST_NODES:
            raise self._too_much(event, _("一共有 {count} 处以上", count=MOST_NODES))
        if event.anchor:
            raise self._refused(event, "&")
        if event.tag:
            raise self._refused(event, "!")

    def _refused(self, event: Any, sign: str) -> Malformed:
        fix = _("整个值加半角引号；内容文件里不用 YAML 的别名（& 和 *），要重复的内容再写一遍")
        return Malformed(SYNTAX.at(self._place(event), _("值不能以 {sign} 开头", sign=sign), fix=fix))

    def _too_much(self, event: Any, label: str) -> Malformed:
        return Malformed(TOO_MUCH.at(self._place(event), label))

    def _place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1].nodes.append(node)
        else:
            self.found = node

    def _closed(self, done: _Open, end: Any) -> Node:
        """Braces end where they are closed, all else with the last that stands in it."""
        start, nodes = done.start, done.nodes
        closing = _end_line(end) if done.is_flow else 0
        last = max([start.line + 1, closing, *(node.place.last for node in nodes)])
        place = Place(self.file, start.line + 1, start.column + 1, 1, last)
        if not done.is_mapping:
            return Sequence(tuple(nodes), place)
        pairs = zip(nodes[::2], nodes[1::2], strict=True)
        return Mapping(tuple(Entry(_key(key), value) for key, value in pairs), place)


def _key(node: Node) -> Written:
    """A mapping or list cannot be a key: 「{{ 名称 }}」 is one to YAML."""
    return node if isinstance(node, Written) else Written("", node.place)


def _written(event: Any, file: str, lines: tuple[str, ...]) -> Written:
    start, end, text = event.start_mark, event.end_mark, str(event.value)
    if event.style in ("|", ">"):
        body = [line for line in lines[start.line + 1 : end.line] if line.strip()]
        indent = len(body[0]) - len(body[0].lstrip(" ")) if body else 0
        height = _folded(lines[start.line + 1 :], indent) if event.style == ">" and indent else len(text.splitlines())
        last = start.line + 1 + max(1, height)
        return Written(text, Place(file, start.line + 1, start.column + 1, 1, last), event.style == "|", indent)
    length = end.column - start.column if end.line == start.line else len(lines[start.line]) - start.column
    place = Place(file, start.line + 1, start.column + 1, max(1, length), _end_line(end))
    return Written(text, place, quoted=True) if event.style else _stripped(text, place)


def _folded(lines: tuple[str, ...], indent: int) -> int:
    """How many lines a text behind > takes, of which its own are fewer."""
    own = list(takewhile(lambda line: not line.strip() or len(line) - len(line.lstrip(" ")) >= indent, lines))
    return max((number for number, line in enumerate(own, start=1) if line.strip()), default=0)


def _stripped(text: str, place: Place) -> Written:
    """A plain value without the blanks around it that YAML takes for letters: U+00A0, U+3000 …"""
    if not (text[:1].isspace() or text[-1:].isspace()):
        return Written(text, place)
    bare = text.strip()
    lead = len(text) - len(text.lstrip())
    if not bare or place.last > place.line:
        return Written(bare, place)
    return Written(bare, Place(place.file, place.line, place.column + lead, len(bare), place.last_line))


def _end_line(end: Any) -> int:
    """Counted from 1; libyaml ends a plain value that closes the file at column 0 of the next line."""
    return int(end.line) + (1 if end.column else 0)


def _stray(written: Written) -> Diagnostic:
    """Words before the first key: YAML takes them for the whole file, and complains of the key."""
    label, fix = PROBLEMS["could not find expected ':'"]
    return SYNTAX.at(Place(written.place.file, written.place.line, written.place.column), _(label), fix=_(fix))


def _syntax(error: YAMLError, file: str) -> Diagnostic:
    """What libyaml complains of, in the user's words."""
    if not isinstance(error, MarkedYAMLError):
        return SYNTAX.at(Place(file, 1, 1), notes=(str(error),))
    problem = str(error.problem or "")
    unclosed = problem.startswith(_NAMED_WHERE_IT_BEGINS)
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    known = (ours for theirs, ours in PROBLEMS.items() if problem.startswith(theirs))
    label, fix = next(known, UNKNOWN_PROBLEM)
    began = error.context_mark
    notes: tuple[str, ...] = ()
    if began is not None and mark is not None and began.line != mark.line:
        notes = (_("这一段从第 {line} 行开始", line=began.line + 1),)
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    return SYNTAX.at(place, _(label), notes=notes, fix=_(fix))
