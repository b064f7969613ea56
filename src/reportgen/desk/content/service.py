"""The content files that pages show, and what is known of each as it stands: findings, figures, pages."""

from collections.abc import Iterator
from contextlib import suppress
from difflib import unified_diff
from functools import cached_property
from pathlib import Path, PurePath
from threading import Lock, Thread
from typing import Any

from reportgen.desk.content.document import OpenDocument
from reportgen.desk.content.facts import Figures
from reportgen.desk.content.findings import CheckView, check_view
from reportgen.desk.content.history import History
from reportgen.desk.content.outline import sections_of
from reportgen.desk.content.preview import Preview
from reportgen.desk.content.renaming import followed
from reportgen.desk.content.tables import Tables
from reportgen.desk.workspace import Workspace
from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.language import _
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import every_annex, packs_of
from reportgen.record import Struct, field
from reportgen.rules import all_rules
from reportgen.source.beside import are_as_sought
from reportgen.source.tree import Path as Keys
from reportgen.source.tree import Tree, tree_at
from reportgen.world import read_bytes


class Known(Struct, frozen=True, dict=True):
    """A file as it was checked last, and what pages show of it; each is worked out once, when a page asks for it."""

    checked: Checked

    @cached_property
    def view(self) -> CheckView:
        """The findings."""
        return check_view(self.checked)

    @cached_property
    def figures(self) -> Figures:
        """What prose may refer to."""
        return Figures(self.checked)

    def holds(self, document: OpenDocument) -> bool:
        """Whether the file is what was checked, and the files that it names beside it, too."""
        unchanged = self.checked.original == read_bytes(document.path)
        return unchanged and are_as_sought(document.path.parent, self.checked.sought)


class Contents(Struct):
    """What pages have opened."""

    workspace: Workspace
    preview: Preview = field(default_factory=Preview)
    opened: dict[str, OpenDocument] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    """By the name of a file."""
    lock: Lock = field(default_factory=Lock)
    checking: Lock = field(default_factory=Lock)
    warmed: bool = False

    def warm(self) -> None:
        """Load in the background what the first file would wait for, as soon as somebody looks; once."""
        with self.lock:
            begun, self.warmed = self.warmed, True
        if not begun:
            Thread(target=self._load, daemon=True).start()

    def _load(self) -> None:
        all_rules()
        with suppress(EnvironmentProblem, RuntimeError):  # said when pages are asked for; the screen is being closed
            self.preview.warm()

    def document(self, name: str) -> OpenDocument:
        """The content file of a name. Raises UsageProblem for what is none of the folder."""
        path = self.workspace.path(name)
        if not path.is_file():
            raise UsageProblem(_("没有 {name} 这个文件", name=name))
        with self.lock:
            known = self.opened.get(name)
            if known is None:
                known = self.opened[name] = OpenDocument(path, self.workspace.roots_for(path), History(path))
            return known

    def checked(self, document: OpenDocument) -> CheckView:
        """The findings of a file as it stands."""
        return self._known(document).view

    def whole(self, document: OpenDocument) -> Checked:
        """All that is known of a file as it stands: its documents, too."""
        return self._known(document).checked

    def figures(self, document: OpenDocument) -> Figures:
        """What prose of a file may refer to, as the file stands."""
        return self._known(document).figures

    def _known(self, document: OpenDocument) -> Known:
        """A file as it stands; it is checked once."""
        with self.checking:
            name = str(document.path)
            known = self.known.get(name)
            if known is None or not known.holds(document):
                known = self.known[name] = Known(check_file(document.path, document.roots))
            return known

    def beside(self, name: str) -> list[Path]:
        """The files beside that of a name which were looked for when it was checked last."""
        path = self.workspace.path(name)
        known = self.known.get(str(path))
        return [path.parent / each for each in known.checked.sought] if known else []

    def followed(self, document: OpenDocument, old: Keys, new: Keys) -> tuple[str, int]:
        """The file with the references mended that still say a former name, and how many they are."""
        references = self.figures(document).references
        text = document.read().saved.text
        return followed(text, references.facts, old, new) if references else (text, 0)

    def form(self, document: OpenDocument) -> dict[str, Any]:
        """What the form shows of a file."""
        text = document.read()
        packs = packs_of(text.root, document.roots) if text.root else []
        return {
            "text": text,
            "tables": Tables(tuple(packs), tuple(every_annex(packs, document.roots))),
            "sections": sections_of(text.root, document.roots) if text.root else [],
            "titles": [pack.title for pack in packs],
            "unit": _word(text.tree, "单位") or PurePath(document.path).stem,
            "year": _word(text.tree, "年度"),
            "document": document,
        }

    def since(self, document: OpenDocument, name: str) -> list[str]:
        """The lines that have changed since a former state, as `diff` shows them."""
        state = document.history.state(name)
        now = document.read().saved.text
        return list(_differences(state.text, now))

    def close(self) -> None:
        """End what runs beside the server."""
        self.preview.close()


def _word(tree: Tree, name: str) -> str:
    value = tree_at(tree, (name,))
    return value.split("\n")[0] if isinstance(value, str) else ""


def _differences(former: str, now: str) -> Iterator[str]:
    lines = unified_diff(former.splitlines(), now.splitlines(), lineterm="", n=2)
    return (line for line in lines if not line.startswith(("---", "+++")))
