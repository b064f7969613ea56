"""What becomes of each remark that came home: a patch of the content file, or the reason why there is none."""

from collections.abc import Iterator

from reportgen.language import _
from reportgen.pipeline.patching import clashing, patch_of
from reportgen.record import Struct, field
from reportgen.review.patches.done import is_done, made, takes_all
from reportgen.review.patches.fact_edits import FactPatch
from reportgen.review.patches.merging import AlreadyDone, Conflict, carried
from reportgen.review.patches.outcome import Fate, Outcome
from reportgen.review.patches.patch import FactChange, Patch, Refused
from reportgen.review.patches.rearranging import carried_other
from reportgen.review.patches.target import Target
from reportgen.review.remarks.change import FOREIGN, Act, Change, Placed
from reportgen.review.remarks.docx_aside import ASIDE
from reportgen.review.remarks.docx_remarks import ROWS
from reportgen.review.remarks.remark import Mark, Remark
from reportgen.review.trace import Line
from reportgen.source.paths import Keyed

_ASKING = frozenset({Mark.STRIKE, Mark.CARET, Mark.REPLACEMENT})
"""Marks of a PDF that ask for other words."""


_LEFT = frozenset({Fate.REFUSED, Fate.CONFLICT})


class _Item(Struct):
    """A remark on its way."""

    placed: Placed
    fate: Fate
    why: str = ""
    patches: list[int] = field(default_factory=list)
    facts: list[FactChange] = field(default_factory=list)


class Weighing(Struct):
    """What becomes of all remarks of a copy."""

    target: Target
    sent: dict[str, Line]
    now: dict[str, str]
    ordered: bool = False
    """Whether all remarks are changes of one text, made one after the other."""
    known: bool = True
    """Whether it is known what was sent out: else words that nobody tracked may have been changed here since."""
    sure: bool = False
    """Whether the copy is known to be one of this document, even if none of its marks has a line."""
    items: list[_Item] = field(default_factory=list)
    patches: list[Patch] = field(default_factory=list)
    made: frozenset[Change] = frozenset()
    """Changes of words that the content has already: a copy may be brought home twice."""

    @property
    def facts(self) -> list[FactChange]:
        """Every figure that somebody wants otherwise."""
        return [fact for item in self.items for fact in item.facts]

    def read(self, placed: list[Placed]) -> None:
        """What each remark asks for, as patches."""
        self.made = frozenset(self._made([change for each in placed for change in each.changes]))
        for each in placed:
            fate = Fate.TOLD if each.spans else Fate.UNPLACED
            item = _Item(each, fate, _why(each.why))
            self.items.append(item)
            if each.spans and each.spans[0].line not in self.now:
                done = bool(each.changes) and all(takes_all(change, self.sent) for change in each.changes)
                item.fate = Fate.SAID_ALREADY if done else Fate.UNPLACED
                item.why = "" if done else _("这一行内容文件里已经没有了")
                continue
            if each.why and each.spans:
                item.fate = Fate.REFUSED
            if each.remark.mark is Mark.EDITED and not self.known:
                item.fate, item.why = Fate.REFUSED, _("不知道送出去的是什么字，是与现在的内容比出来的，请自己看")
                continue
            for change in each.changes:
                if item.fate not in _LEFT:
                    self._change(item, change)
            if item.fate in _LEFT:  # all of it, or nothing
                item.patches.clear()
        self._settle()

    def _made(self, changes: list[Change]) -> Iterator[Change]:
        """Of all changes of words, those of each line together, the ones that were made before."""
        by_line: dict[str, list[Change]] = {}
        for change in dict.fromkeys(changes):
            if change.act is Act.REWORD and change.line in self.now:
                by_line.setdefault(change.line, []).append(change)
        for line, own in by_line.items():
            yield from made(own, self.sent[line], self.now[line], self.target.lines)

    def _change(self, item: _Item, change: Change) -> None:
        try:
            if change.line not in self.now:
                raise Conflict(_("这一行内容文件里已经没有了"))
            if change in self.made or is_done(change, self.sent, self.now, self.target.lines):
                raise AlreadyDone
            line = self.target.by_name[self.now[change.line]].line
            moved = carried_other(carried(change, self.sent[change.line], line), self.now)
            patch = patch_of(moved, self.target)
        except Conflict as conflict:
            item.fate, item.why = Fate.CONFLICT, str(conflict)
        except AlreadyDone:
            item.fate = Fate.SAID_ALREADY if item.fate is Fate.TOLD else item.fate
        except Refused as refused:
            item.fate, item.why = Fate.REFUSED, str(refused)
        else:
            if patch.facts:
                item.fate = Fate.FACT
                item.facts += patch.facts
            if patch.edits:
                item.fate = Fate.FACT if item.facts else Fate.CHANGES
                item.patches.append(len(self.patches))
                self.patches.append(patch)

    def _settle(self) -> None:
        """Of remarks that want the same characters otherwise none is made; a paragraph that was also moved stays."""
        used = {number for item in self.items for number in item.patches}
        open_ones = [patch if number in used else Patch(patch.change) for number, patch in enumerate(self.patches)]
        clashes = clashing(open_ones, self.target, self.ordered)
        moves = {number for pair in clashes for number in pair if self.patches[number].change.act is Act.MOVE}
        gone = moves | {number for pair in clashes if not moves.intersection(pair) for number in pair}
        for item in self.items:
            if moves.intersection(item.patches):
                item.fate, item.why = Fate.REFUSED, _("移动的这一段又改了字：字照着改，移动请自己做")
            elif gone.intersection(item.patches):
                item.fate, item.why = Fate.CONFLICT, _("同样的字，几个人的改法不一样，请自己定")
                gone |= set(item.patches)
        for item in self.items:
            item.patches = [] if gone.intersection(item.patches) else item.patches

    @property
    def groups(self) -> list[list[Patch]]:
        """The patches of each remark that has any."""
        return [[self.patches[number] for number in item.patches] for item in self.items if item.patches]

    def refuse(self, refused: dict[int, str]) -> None:
        """Groups that could not be made, by their number, with the reason."""
        for number, item in enumerate([item for item in self.items if item.patches]):
            if number in refused:
                item.fate, item.why = Fate.REFUSED, refused[number]

    def outcomes(self, changed: list[FactPatch]) -> tuple[Outcome, ...]:
        """Every remark with its place in the content file as it stands."""
        paths = {patch.fact.path for patch in changed}
        found = []
        for item in self.items:
            if item.fate is Fate.FACT and all(fact.fact.path in paths for fact in item.facts):
                item.fate = Fate.CHANGES
            found.append(self._outcome(item))
        return tuple(found)

    def _outcome(self, item: _Item) -> Outcome:
        remark = item.placed.remark
        if not remark.line and (keyed := self._said(remark)):
            at, why = keyed.text.place, item.why or (_why(ASIDE) if remark.mark in _ASKING else "")
            return Outcome(remark, Fate.REFUSED if why else Fate.TOLD, keyed.name, at.line, at.column, why)
        name = self.now.get(remark.line, "")
        if not name:
            old = self.sent.get(remark.line)
            return Outcome(remark, item.fate, old.path if old else "", 0, 0, item.why)
        place = self.target.place_at(name, len(remark.before))
        keyed = self.target.texts.at(place) if place else None
        line, column = (place.line, place.column) if place else (0, 0)
        return Outcome(remark, item.fate, keyed.name if keyed else "", line, column, item.why)

    def _said(self, remark: Remark) -> Keyed | None:
        """Where the content file says what is no line of the document (a note); a copy of another one says nothing."""
        if not self.sure and not any(item.placed.spans or item.placed.why == ASIDE for item in self.items):
            return None
        return self.target.saying(remark.words) or self.target.saying(remark.paragraph)


def _why(word: str) -> str:
    words = {
        ROWS: _("加了或删了表格的一行，请在内容文件里加上或删去这一条"),
        FOREIGN: _("这份稿子与内容文件对不上：不是由它做成的，或者送出去的那一版已经没有了"),
        ASIDE: _("在注、页眉页脚或模板的字里，请自己改"),
    }
    return words.get(word, word)
