"""A letter and the drafts that answer it → the ledger: what was mended, what was not, what is new."""

from collections.abc import Sequence
from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.finished.file_types import is_known
from reportgen.finished.reading import read_finished
from reportgen.language import _
from reportgen.pipeline.check import read_content
from reportgen.pipeline.letters import Reviewed, is_hint, opinions_about
from reportgen.review.letter_reading import opinions_in, opinions_written
from reportgen.review.opinion import Opinion
from reportgen.review.settlement import Settled, settled
from reportgen.source.reader import read_source
from reportgen.world import shown


def letter_read(path: Path) -> list[Opinion]:
    """The opinions of a letter: a content file, or a docx or PDF that came back.

    Raises UsageProblem when it cannot be read, or is no letter.
    """
    if is_known(path):
        found = opinions_in(read_finished(path).parts)
    else:
        found = opinions_written(read_source(read_content(path).text, shown(path))[0].root)
    if not found:
        why = _("里面没有审核意见的表；要用 reportgen letter 生成的意见书，或单位填好寄回的那一份")
        raise UsageProblem(_("{path} 不是审核意见书：{why}", path=shown(path), why=why))
    return found


def ledger_since(letter: Sequence[Opinion], drafts: Sequence[Reviewed]) -> list[Settled]:
    """The ledger of a unit's drafts; hints count where the letter speaks of their rule."""
    asked = {opinion.rule for opinion in letter}
    draft = opinions_about(drafts, lambda finding: not is_hint(finding) or finding.code in asked)
    return settled(letter, draft)
