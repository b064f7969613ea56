"""Which lines of a report are headings, and of which level, by the evidence that there is, the surest first.

Word's outline level, a number that Word prints or somebody typed (both as `finished.headings` reads them), then the
words of the pack's own outline, then letters: set as the headings that are known are, and not as the text is.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from reportgen import patterns as re
from reportgen.adopt.likeness import ALIKE, likeness
from reportgen.adopt.values import Certainty, Remark
from reportgen.finished.font_families import family_of
from reportgen.finished.frame import Frame, framed
from reportgen.finished.headings import DEEPEST, LONGEST, LONGEST_ENDED, SENTENCE_WITHIN, Outline, label_of
from reportgen.finished.parts import Line, Look, Part
from reportgen.language import _
from reportgen.record import Struct, field, replace

_LONGEST_BARE = 30
_FACES = ("黑体", "楷体")
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
        for look, centred in sorted(unknown, key=lambda letters: (-letters[0].size, _rank(letters[0]))):
            above = [max(counts) for (other, _centred), counts in self.levels.items() if other.size >= look.size]
            self.levels[look, centred] = Counter([min(max(above, default=0) + 1, DEEPEST)])

    def _stands_out(self, look: Look) -> bool:
        if self.text is None or look == self.text:
            return look != self.text and look.bold
        return look.bold or look.size > self.text.size or _rank(look) < _rank(self.text)


def with_levels(parts: Sequence[Part], outline: Mapping[str, int]) -> tuple[list[Part], list[Remark]]:
    """The parts with the level of each heading, and what was guessed; `outline` are the pack's headings."""
    frame = framed(parts)
    title = {line.text.strip() for line in frame.title}  # a bound copy says it twice
    text = _text_of([part for part in frame.body if isinstance(part, Line)])
    body = {id(part): part for part in frame.body if isinstance(part, Line) and part.text.strip() not in title}
    heads = {id(line): line for line in frame.addressee if _is_set_as_heading(line, text)}
    known = Known(text)
    sure = _sure(parts, {**body, **heads}, known, _first(frame, outline))
    rest = [line for line in (*body.values(), *heads.values()) if id(line) not in sure]
    sure |= {id(line): known.level(line) or level for line in rest if (level := _named(line, outline, ALIKE))}
    rest = [line for line in rest if id(line) not in sure]
    known.guess([line for line in rest if id(line) in heads or _may_be(line)])
    guessed = {id(line): known.level(line) if id(line) in heads else _by_letters(line, known) for line in rest}
    remarks = [_guessed(line, guessed[id(line)]) for line in rest if guessed[id(line)]]
    levels = guessed | sure
    made = [replace(part, level=levels.get(id(part), 0)) if isinstance(part, Line) else part for part in parts]
    return made, remarks


def _first(frame: Frame, outline: Mapping[str, int]) -> Callable[[Line, Part | None], int]:
    """What tells a heading by itself: Word's level, a number, the very words of the pack."""
    first = Outline.of((*frame.body, *frame.rest), outline, max((line.level for line in frame.title), default=0))

    def level(line: Line, following: Part | None) -> int:
        return first.level(line, following) or _named(line, outline, 1.0) or _above_text(line, following)

    return level


def _sure(
    parts: Sequence[Part], body: Mapping[int, Line], known: Known, level_of: Callable[[Line, Part | None], int]
) -> dict[int, int]:
    """The levels by which letters are learnt."""
    sure: dict[int, int] = {}
    for part, following in zip(parts, [*parts[1:], None], strict=False):
        if isinstance(part, Line) and id(part) in body and (level := level_of(part, following)):
            sure[id(part)] = level
            known.learn(part, level)
    return sure


def _guessed(line: Line, level: int) -> Remark:
    return Remark(Certainty.GUESSED, line.number + line.text, why=_("照字体当作{level}级标题", level=level))


def _above_text(line: Line, following: Part | None) -> int:
    """The level of a numbered line of one sentence, whatever its commas, below which text stands that has no number."""
    label = label_of(line)
    words = label.words.strip()
    if label.level not in (1, 2) or len(words) > LONGEST_ENDED or SENTENCE_WITHIN.search(words) or words[-1:] != "。":
        return 0
    text = isinstance(following, Line) and not label_of(following).level and len(following.text) > len(line.text)
    return label.level if text else 0


def _is_set_as_heading(line: Line, text: Look | None) -> bool:
    """Whether what ends as an addressee does is set in letters of headings: 部门总体绩效目标："""
    if line.look is None or text is None:
        return False
    return line.look.bold > text.bold or line.look.size > text.size or _rank(line.look) < _rank(text)


def _rank(look: Look) -> int:
    """The level whose face it is (GB/T 9704-2012 §7.3.3): 黑体 is that of the first, 楷体 that of the second."""
    family = family_of(look.font)
    return _FACES.index(family) if family in _FACES else len(_FACES)


def _text_of(lines: Sequence[Line]) -> Look | None:
    """The letters in which most of the text is set."""
    counts: Counter[Look] = Counter()
    for line in lines:
        if line.look:
            counts[line.look] += len(line.text)
    return counts.most_common(1)[0][0] if counts else None


def _named(line: Line, outline: Mapping[str, int], least: float) -> int:
    """The level of the pack's heading whose words these are, as alike as `least`; 0 for none."""
    label = label_of(line)
    words = label.words.strip()
    if not words or len(words) > _LONGEST_BARE or SENTENCE_WITHIN.search(words) or _NO_HEADING.match(words):
        return 0
    best = max(outline, key=lambda heading: likeness(words, heading), default="")
    if not best or likeness(words, best) < least:
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
