"""Which lines of a report are headings, and of which level, by the evidence that there is, the surest first.

Word's outline level, a number that Word prints or somebody typed (both as `finished.headings` reads them), then the
words of the pack's own outline, then letters: set as the headings that are known are, and not as the text is.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from reportgen import patterns as re
from reportgen.adopt.likeness import ALIKE, likeness
from reportgen.adopt.values import Certainty, Remark
from reportgen.finished.frame import framed
from reportgen.finished.headings import DEEPEST, LONGEST, SENTENCE_WITHIN, Outline, label_of
from reportgen.finished.parts import Line, Look, Part
from reportgen.language import _
from reportgen.record import Struct, field, replace

_LONGEST_BARE = 30
_GOES_ON = re.compile(r"[；：:！？，、,;]$")
_NO_HEADING = re.compile(
    r"""
      [表图]\s*\d                          # 表1　收支情况
    | .*[：:]\S                           # 填报单位：某单位; 数据来源：用水户问卷
    | 附\s*件
    | .*\d{4}年\d{1,2}月\d{1,2}日$        # 2025年3月20日
    | [\d.,%\s]+$                         # 312.40
    """,
    re.VERBOSE,
)
"""Names of tables, 名称：值 (units, notes and sources among them), dates."""

Letters = tuple[Look, bool]
"""Font and size with weight, and whether a line stands in the middle."""


class Known(Struct):
    """What the document itself shows of its headings."""

    text: Look | None
    """The letters of its running text."""
    levels: dict[Letters, Counter[int]] = field(default_factory=dict)
    """Of which level the headings in some letters are."""

    def learn(self, line: Line, level: int) -> None:
        """A heading is known: others in its letters are of its level."""
        if line.look and (line.look != self.text or line.centred):
            self.levels.setdefault((line.look, bool(line.centred)), Counter())[level] += 1

    def level(self, line: Line) -> int:
        """The level of the headings in these letters, 0 for text."""
        known = self.levels.get((line.look, bool(line.centred))) if line.look else None
        return known.most_common(1)[0][0] if known else 0

    def guess(self, lines: Sequence[Line]) -> None:
        """Letters of which no heading is known, bold or larger than the text: below all known ones that are as large,
        the larger before the smaller.
        """
        looks = dict.fromkeys(
            (line.look, bool(line.centred)) for line in lines if line.look and self._stands_out(line.look)
        )
        unknown = [letters for letters in looks if letters not in self.levels]
        for look, centred in sorted(unknown, key=lambda letters: -letters[0].size):
            above = [max(counts) for (other, _centred), counts in self.levels.items() if other.size >= look.size]
            self.levels[look, centred] = Counter([min(max(above, default=0) + 1, DEEPEST)])

    def _stands_out(self, look: Look) -> bool:
        return look != self.text and (look.bold or (self.text is not None and look.size > self.text.size))


def with_levels(parts: Sequence[Part], outline: Mapping[str, int]) -> tuple[list[Part], list[Remark]]:
    """The parts with the level of each heading, and what was guessed; `outline` are the pack's headings."""
    frame = framed(parts)
    first = Outline.of((*frame.body, *frame.rest), outline, max((line.level for line in frame.title), default=0))
    title = {line.text.strip() for line in frame.title}  # a bound copy says it twice
    body = {id(part) for part in frame.body if isinstance(part, Line) and part.text.strip() not in title}
    known = Known(_text_of([part for part in frame.body if isinstance(part, Line)]))
    sure: dict[int, int] = {}
    for part, following in zip(parts, [*parts[1:], None], strict=False):
        if (
            isinstance(part, Line)
            and id(part) in body
            and (level := first.level(part, following) or _named(part, outline))
        ):
            sure[id(part)] = level
            known.learn(part, level)
    known.guess([part for part in frame.body if isinstance(part, Line) and id(part) not in sure and _may_be(part)])
    made: list[Part] = []
    remarks: list[Remark] = []
    for part in parts:
        level = sure.get(id(part), 0) if isinstance(part, Line) else 0
        if isinstance(part, Line) and id(part) in body and not level and (level := _by_letters(part, known)):
            why = _("照字体当作{level}级标题", level=level)
            remarks.append(Remark(Certainty.GUESSED, part.number + part.text, why=why))
        made.append(replace(part, level=level) if isinstance(part, Line) else part)
    return made, remarks


def _text_of(lines: Sequence[Line]) -> Look | None:
    """The letters in which most of the text is set."""
    counts: Counter[Look] = Counter()
    for line in lines:
        if line.look:
            counts[line.look] += len(line.text)
    return counts.most_common(1)[0][0] if counts else None


def _named(line: Line, outline: Mapping[str, int]) -> int:
    """The level of the pack's heading whose words these are, nearly; 0 for none."""
    label = label_of(line)
    words = label.words.strip()
    if not words or len(words) > _LONGEST_BARE or SENTENCE_WITHIN.search(words) or _NO_HEADING.match(words):
        return 0
    best = max(outline, key=lambda heading: likeness(words, heading), default="")
    if not best or likeness(words, best) < ALIKE:
        return 0
    return label.level or outline[best]


def _by_letters(line: Line, known: Known) -> int:
    """The level by letters: of a numbered line that of its number, where headings of that level are set so."""
    label = label_of(line)
    level = known.level(line) if _may_be(line) else 0
    return level if label.level in (0, level) else 0


def _may_be(line: Line) -> bool:
    """Whether a line is short enough for a heading, has no sentence within and does not go on."""
    label = label_of(line)
    words = label.words.strip()
    longest = LONGEST if label.level else _LONGEST_BARE
    if not words or len(words) > longest or SENTENCE_WITHIN.search(words) or _NO_HEADING.match(words):
        return False
    return bool(label.level) or not _GOES_ON.search(words)
