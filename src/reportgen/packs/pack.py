"""A document type as read from its folder; nothing here is code of the type itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from pathlib import Path

from reportgen.diagnostics.diagnostic import Severity
from reportgen.packs.fields import Field, by_path
from reportgen.packs.forms import Form
from reportgen.packs.outline import Step
from reportgen.place import Place, Written


@dataclass(frozen=True, slots=True)
class Band:
    """A grade from `low` points (inclusive); `aliases` are other words in use for it."""

    name: str
    low: Decimal
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grades:
    """Grade bands from the best down, with the regulation they come from."""

    bands: tuple[Band, ...]
    basis: str

    def of_points(self, points: Decimal) -> Band:
        """The band of a score; the last band when it lies below all."""
        return next((band for band in self.bands if points >= band.low), self.bands[-1])

    def of_word(self, word: str) -> Band | None:
        """The band that a grade word names."""
        return next((band for band in self.bands if word == band.name or word in band.aliases), None)


@dataclass(frozen=True, slots=True)
class WordHint:
    """A wrong word, the right one, and why; `unless` lists longer words in which it is right."""

    wrong: str
    right: str
    why: str
    unless: tuple[str, ...] = ()
    basis: str = ""
    """The regulation that the word or its list goes by."""


class Stage(Enum):
    """When in a budget year a document is made, in this order; the value is what pack.yaml writes."""

    APPLICATION = "申报"
    TARGET = "目标"
    """Approved or published with the budget: what everything behind it is held against."""
    SELF_EVALUATION = "自评"
    SCORING = "评分"
    REPORT = "报告"

    @property
    def rank(self) -> int:
        """0 for the first."""
        return list(Stage).index(self)


FULL_SCORE = Decimal(100)
EXECUTION_RATE = "预算执行率"
"""The share of a score that spending earns, beside the indicators."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """How the points of a score are shared out among first-level indicators (财预〔2020〕10号: 10/50/30/10).

    `points` is empty where a regulation leaves the shares open and lays down the total only.
    """

    points: Mapping[str, Decimal]
    execution: Decimal = Decimal(0)
    """What 预算执行率 earns at most."""
    total: Decimal = FULL_SCORE
    basis: str = ""
    """The regulation, where it is another than that of the rules."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a bureau lays down about one of the program's rules; what it does not say is as the rule has it."""

    code: str
    place: Place
    limit: Decimal | None = None
    severity: Severity | None = None
    basis: str = ""
    off: bool = False


@dataclass(frozen=True, slots=True)
class RequiredSection:
    """A heading that a document must have, in these words or in others; with the regulation that asks for it."""

    heading: str
    aliases: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True)
class Pack:
    """A document type: `name` is its folder, `title` what users call it."""

    folder: Path
    template: Path
    """The Word template, its own or the one inherited."""
    looks: Path | None = field(default=None, kw_only=True)
    """The looks.docx beside it or in the folder above, its own or the one inherited; None for the program's."""
    files: tuple[Path, ...] = field(default=(), kw_only=True)
    """What it was read from, but for the template: its pack.yaml, those inherited from, and the list of words."""
    title: str
    meaning: str
    basis: str
    title_pattern: Written
    fields: tuple[Field, ...]
    outline: tuple[Step, ...]
    forms: Mapping[str, Form] = field(default_factory=dict, hash=False)
    grades: Grades | None = None
    words: tuple[WordHint, ...] = ()
    weights: tuple[Scheme, ...] = field(default=(), hash=False)
    """The schemes in force, the usual one first; none where nothing is scored."""
    stage: Stage | None = None
    """None for what has no place among the documents of a budget year."""
    contents: int = 0
    """The deepest heading in the table of contents before the title; 0 for none."""
    rulings: Mapping[str, Ruling] = field(default_factory=dict, hash=False)
    """What it lays down about rules, by code."""
    required_sections: tuple[RequiredSection, ...] = ()
    """What it asks for beside its outline."""

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    def paths(self) -> dict[str, Field]:
        """Every field by its dotted path."""
        return by_path(self.fields)
