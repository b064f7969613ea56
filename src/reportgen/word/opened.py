"""An open Word file: its parts as trees that are changed in place, new parts with their relations and types, new ids.

What is not asked for stays as it is, byte for byte.
"""

from functools import cached_property
from itertools import count
from posixpath import normpath

from reportgen import patterns as re
from reportgen.errors import UsageProblem
from reportgen.record import Struct, field
from reportgen.word.ordered import parsed, serialised
from reportgen.word.package import Element, Package, R, W, broken

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE_RELATION = R[1:-1]
"""What the types of most relations begin with."""
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
"""What the content types of the parts of a text begin with."""
TEXTS = re.compile(r"[^/]+/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml")
"""The parts of a file that hold paragraphs."""
_HIGHEST = 2**30
"""Ids have 31 bits; a file that is near to that gets the lowest that are free."""


class Opened(Struct, dict=True):
    """A Word file that is being changed; `finished` is the new one."""

    package: Package
    changed: dict[str, Element] = field(default_factory=dict)
    """The trees that were asked for, by the names of their parts."""
    _last: int = 0
    """The id that was given last."""

    @cached_property
    def main(self) -> str:
        """The name of the part with the text."""
        return self.package.main_name()

    @cached_property
    def body(self) -> Element:
        """The text. Raises UsageProblem when the file is no Word file."""
        root: Element = self.part(self.main)
        return root.find(W + "body")

    def part(self, name: str) -> Element | None:
        """The tree of a part, to be changed; None when the file has none of that name."""
        if name not in self.changed:
            root = self.package.part(name)
            if root is None:
                return None
            self.changed[name] = root
        return self.changed[name]

    def related(self, kind: str) -> str:
        """The part that the text has for comments, people and the like, by the end of its relation's type; or empty."""
        rels = self.part(self._relations_name)
        for relation in rels if rels is not None else ():
            if str(relation.get("Type", "")).endswith("/" + kind):
                target = str(relation.get("Target", ""))
                return target.lstrip("/") if target.startswith("/") else normpath(f"{self.folder}/{target}")
        return ""

    @property
    def folder(self) -> str:
        """Where the part with the text stands: mostly word."""
        return self.main.rpartition("/")[0]

    @property
    def _relations_name(self) -> str:
        folder, _slash, name = self.main.rpartition("/")
        return f"{folder}/_rels/{name}.rels"

    def add_part(self, name: str, root: Element, relation: str, content: str) -> str:
        """A further part with its relation from the text (the full URI) and its content type; the relation's id."""
        self.put_part(f"{self.folder}/{name}", root, content)
        relations = self._relations()
        identities = {str(each.get("Id")) for each in relations}
        identity = next(each for at in count(1) if (each := f"rId{at}") not in identities)
        made = f'<Relationship xmlns="{_RELATIONS}" Id="{identity}" Type="{relation}" Target="{name}"/>'
        relations.append(parsed(made))
        return identity

    def put_part(self, name: str, root: Element, content: str) -> None:
        """A part where something leads to already. Raises UsageProblem for a file that does not say what it holds."""
        types = self.part("[Content_Types].xml")
        if types is None:
            raise UsageProblem(broken(self.package.file))
        self.changed[name] = root
        if not any(each.get("PartName") == f"/{name}" for each in types):
            types.append(parsed(f'<Override xmlns="{_TYPES}" PartName="/{name}" ContentType="{content}"/>'))

    def _relations(self) -> Element:
        relations = self.part(self._relations_name)
        if relations is None:
            relations = self.changed[self._relations_name] = parsed(f'<Relationships xmlns="{_RELATIONS}"/>')
        return relations

    def free_name(self, stem: str) -> str:
        """A name for a part beside the text that no part has: comments.xml, comments1.xml."""
        taken = self.package.every_name() | self.changed.keys()
        names = (f"{stem}{number or ''}.xml" for number in count())
        return next(name for name in names if f"{self.folder}/{name}" not in taken)

    def new_id(self) -> str:
        """An id for a change, a comment or a bookmark that nothing in the file has."""
        if not self._last:
            highest = max(self._taken, default=0)
            self._last = highest if highest < _HIGHEST else 0
        self._last = next(each for each in count(self._last + 1) if each not in self._taken)
        return str(self._last)

    @cached_property
    def _taken(self) -> set[int]:
        names = (name for name in self.package.names() if TEXTS.fullmatch(name))
        roots = (self.part(name) for name in names)
        values = (node.get(W + "id") for root in roots if root is not None for node in root.iter())
        return {int(each) for each in values if each and each.isascii() and each.isdecimal()}

    def finished(self) -> Package:
        """The file with what was changed; all other parts are as they were."""
        parts: dict[str, bytes | None] = {}
        for name, root in self.changed.items():
            old, new = self.package.part(name), serialised(root)
            if old is None or new != serialised(old):
                parts[name] = new
        return self.package.with_parts(parts)
