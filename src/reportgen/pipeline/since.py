"""A letter and the drafts that answer it → the ledger: what was mended, what was not, what is new."""

from collections.abc import Sequence
from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.finished.file_types import is_known
from reportgen.finished.reading import read_finished
from reportgen.language import _
from reportgen.pipeline.check import read_content
from reportgen.pipeline.letters import Reviewed, is_hint, opinions_about
from reportgen.record import Struct
from reportgen.review.letter_reading import opinions_in, opinions_written, unit_in, unit_written
from reportgen.review.opinion import Opinion
from reportgen.review.settlement import Settled, settled
from reportgen.rules.between.names import plain
from reportgen.source.reader import read_source
from reportgen.world import shown


class Returned(Struct, frozen=True):
    """A letter that has come back, or is still here: whom it is to, and what it says."""

    unit: str
    """Empty where it does not say."""
    opinions: tuple[Opinion, ...]

    def is_to(self, unit: str) -> bool:
        """Whether it is to the unit; one of two may be called by a shorter name."""
        one, two = plain(self.unit), plain(unit)
        return not one or not two or one in two or two in one


def letter_read(path: Path) -> Returned:
    """A letter: its content file, or its docx or PDF. Raises UsageProblem when it cannot be read, or is no letter."""
    if is_known(path):
        parts = read_finished(path).parts
        found = Returned(unit_in(parts), tuple(opinions_in(parts)))
    else:
        root = read_source(read_content(path).text, shown(path))[0].root
        found = Returned(unit_written(root), tuple(opinions_written(root)))
    if not found.opinions:
        why = _("里面没有审核意见的表；要用 reportgen letter 生成的意见书，或单位填好寄回的那一份")
        raise UsageProblem(_("{path} 不是审核意见书：{why}", path=shown(path), why=why))
    return found


def ledger_since(letter: Sequence[Opinion], drafts: Sequence[Reviewed]) -> list[Settled]:
    """The ledger of a unit's drafts; hints count where the letter speaks of their rule."""
    asked = {opinion.rule for opinion in letter}
    draft = opinions_about(drafts, lambda finding: not is_hint(finding) or finding.code in asked)
    return settled(letter, draft)
