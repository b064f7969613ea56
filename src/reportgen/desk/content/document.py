"""A content file on the screen: its text on the disk is the truth, and every edit of the form is one of that text.

An edit says what stood there and of which text it was made. It is refused when the file has changed meanwhile: the
page then shows both. What an edit has replaced can be had back: undone here, or from the file's former states.
"""

from pathlib import Path
from threading import Lock

from reportgen.desk.content.history import History
from reportgen.desk.content.layout_order import order_of
from reportgen.digest import digest_of
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.packs.fields import Field
from reportgen.packs.pack import fields_of
from reportgen.pipeline.drafts import every_annex, packs_of
from reportgen.record import Struct, field, replace
from reportgen.source.changed import changed_text
from reportgen.source.encoding import Decoded, decoded_file
from reportgen.source.node import Mapping
from reportgen.source.reader import Source, read_source
from reportgen.source.tree import Path as Keys
from reportgen.source.tree import Tree, Unsettable, alike, tree_at, tree_of
from reportgen.world import read_bytes, replace_text, shown

Roots = tuple[Path, ...]
_MOST_UNDONE = 500
"""Steps that can be taken back."""


class Text(Struct, frozen=True):
    """A content file as it stands on the disk; `digest` is that of its bytes."""

    path: Path
    digest: str
    saved: Decoded
    source: Source

    @property
    def tree(self) -> Tree:
        """What it says."""
        return tree_of(self.source.root)

    @property
    def root(self) -> Mapping | None:
        """Its keys, where it can be edited by fields: it reads as it is written, and there is something in it."""
        root = self.source.root
        return root if isinstance(root, Mapping) and root.entries and self.source.as_written else None


class Step(Struct, frozen=True):
    """An edit that was made, with the whole text before and after: comments come back, too."""

    path: Keys
    old: Tree | None
    new: Tree | None
    before: str
    after: str


class Changed(Exception):
    """The file is no longer what an edit was made of; `now` is what it is, `path` where the edit wanted to go."""

    def __init__(self, now: Text, path: Keys = ()) -> None:
        super().__init__(shown(now.path))
        self.now, self.path = now, path


class OpenDocument(Struct):
    """A content file while pages show it."""

    path: Path
    roots: Roots
    history: History
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)
    last: Text | None = None
    """As it was read last: the same bytes are not parsed again."""
    ahead: tuple[str, Source] | None = None
    """A text that is about to be written, and what it reads as."""

    def read(self) -> Text:
        """The file as it stands. Raises UsageProblem when it cannot be read."""
        content = read_bytes(self.path)
        digest, known = digest_of(content), self.last
        if known is None or known.digest != digest:
            saved = decoded_file(self.path, content)
            source = self.ahead[1] if self.ahead and self.ahead[0] == saved.text else None
            source = source or read_source(saved.text, shown(self.path))[0]
            known = self.last = Text(self.path, digest, saved, source)
        return known

    def edit(self, path: Keys, old: Tree | None, new: Tree | None, digest: str) -> Text:
        """Set the value at a path, where `old` must stand; None for a key that is not there.

        Raises Changed when the file is no longer that of `digest` or says something else there, UsageProblem when it
        cannot be edited by fields.
        """
        with self.lock:
            now = self._standing(digest, path)
            root = now.root
            if root is None:
                raise UsageProblem(_("这个文件的写法有错，还不能在表单里改：请先照提示改好，或者在「YAML」里改"))
            if not _same(tree_at(now.tree, path), old):
                raise Changed(now, path)
            try:
                self.ahead = text, _source = changed_text(now.saved.text, root, path, new, order_of(self._fields(root)))
            except Unsettable as error:
                told = _(
                    "「{path}」这里的写法特别，改了会弄错别的内容，没有改：请在「YAML」里改", path=".".join(error.path)
                )
                raise UsageProblem(told) from error
            return self._write(now, Step(path, old, new, now.saved.text, text))

    def replace(self, text: str, digest: str) -> Text:
        """Another whole text: typed as YAML, a former state, repairs. Raises Changed."""
        with self.lock:
            now = self._standing(digest, ())
            return self._write(now, Step((), None, None, now.saved.text, text))

    def undo(self) -> tuple[Text, Step] | None:
        """Take the last edit back; None where there is none, or the file has been changed elsewhere since."""
        with self.lock:
            return self._turned(self.done, self.undone, back=True)

    def redo(self) -> tuple[Text, Step] | None:
        """Make the edit again that was taken back last; None as for `undo`."""
        with self.lock:
            return self._turned(self.undone, self.done, back=False)

    def _turned(self, steps: list[Step], others: list[Step], back: bool) -> tuple[Text, Step] | None:
        now = self.read()
        if not steps or now.saved.text != (steps[-1].after if back else steps[-1].before):
            return None
        step = steps.pop()
        others.append(step)
        self._save(now, step.before if back else step.after)
        return self.read(), step

    def _standing(self, digest: str, path: Keys) -> Text:
        now = self.read()
        if now.digest != digest:
            raise Changed(now, path)
        return now

    def _write(self, now: Text, step: Step) -> Text:
        if step.after != step.before:
            self._save(now, step.after)
            last = self.done[-1] if self.done else None
            goes_on = last and step.path and last.path == step.path and last.after == step.before and not self.undone
            kept = replace(step, old=last.old, before=last.before) if last and goes_on and _typed(last, step) else step
            self.done = [*self.done[: -1 if kept is not step else None], kept][-_MOST_UNDONE:]
            self.undone.clear()
        return self.read()

    def _save(self, now: Text, text: str) -> None:
        self.history.keep(now.saved.text)
        replace_text(self.path, now.saved.text, text, now.saved.encoding)

    def _fields(self, root: Mapping) -> tuple[Field, ...]:
        packs = packs_of(root, self.roots)
        return fields_of((*packs, *every_annex(packs, self.roots)))


def _same(one: Tree | None, other: Tree | None) -> bool:
    return alike("" if one is None else one, "" if other is None else other)


def _typed(last: Step, step: Step) -> bool:
    """Whether two edits of one field are one to those who typed: words, of which some were added or taken."""
    texts = isinstance(last.new, str) and isinstance(step.new, str) and isinstance(last.old, str)
    return texts and bool(last.new)
