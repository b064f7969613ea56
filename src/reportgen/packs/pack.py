"""A document type as read from its folder; nothing here is code of the type itself."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from pathlib import Path

from reportgen.diagnostics.diagnostic import Severity
from reportgen.packs.fields import Field, by_path
from reportgen.packs.forms import Form
from reportgen.packs.front import FrontStep
from reportgen.packs.intake import Intake
from reportgen.packs.outline import Step
from reportgen.place import Place, Written
from reportgen.record import Struct, field


class Band(Struct, frozen=True):
    """A grade from `low` points (inclusive); `aliases` are other words in use for it."""

    name: str
    low: Decimal
    aliases: tuple[str, ...] = ()


class Grades(Struct, frozen=True):
    """Grade bands from the best down, with the regulation they come from."""

    bands: tuple[Band, ...]
    basis: str

    def of_points(self, points: Decimal) -> Band:
        """The band of a score; the last band when it lies below all."""
        return next((band for band in self.bands if points >= band.low), self.bands[-1])

    def of_word(self, word: str) -> Band | None:
        """The band that a grade word names."""
        return next((band for band in self.bands if word == band.name or word in band.aliases), None)


class WordHint(Struct, frozen=True):
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


class Scheme(Struct, frozen=True):
    """How the points of a score are shared out among first-level indicators (财预〔2020〕10号: 10/50/30/10).

    `points` is empty where a regulation leaves the shares open and lays down the total only.
    """

    points: Mapping[str, Decimal]
    execution: Decimal = Decimal(0)
    """What 预算执行率 earns at most."""
    total: Decimal = FULL_SCORE
    basis: str = ""
    """The regulation, where it is another than that of the rules."""


FAMILY = 3
"""So many letters of a code name its family: NUM."""


class Ruling(Struct, frozen=True):
    """What a bureau lays down about one of the program's rules; what it does not say is as the rule has it.

    The letters of a family as its `code` switch all its rules off.
    """

    code: str
    place: Place
    limit: Decimal | None = None
    severity: Severity | None = None
    basis: str = ""
    off: bool = False
    words: tuple[str, ...] = ()
    """Words that the rule knows besides its own."""


class RequiredSection(Struct, frozen=True):
    """A heading that a document must have, in these words or in others; with the regulation that asks for it."""

    heading: str
    aliases: tuple[str, ...] = ()
    basis: str = ""


class Pack(Struct, frozen=True):
    """A document type: `name` is its folder, `title` what users call it."""

    folder: Path
    template: Path
    """The Word template, its own or the one inherited."""
    title: str
    meaning: str
    basis: str
    title_pattern: Written
    fields: tuple[Field, ...]
    outline: tuple[Step, ...]
    forms: Mapping[str, Form] = field(default_factory=dict)
    grades: Grades | None = None
    words: tuple[WordHint, ...] = ()
    weights: tuple[Scheme, ...] = ()
    """The schemes in force, the usual one first; none where nothing is scored."""
    stage: Stage | None = None
    """None for what has no place among the documents of a budget year."""
    contents: int = 0
    """The deepest heading in the table of contents before the title; 0 for none."""
    front: tuple[FrontStep, ...] = ()
    """The pages between cover and text, the table of contents among them."""
    rulings: Mapping[str, Ruling] = field(default_factory=dict)
    """What it lays down about rules, by code; families that it does not want, by their letters."""
    required_sections: tuple[RequiredSection, ...] = ()
    """What it asks for beside its outline."""
    intakes: tuple[Intake, ...] = ()
    """Where its values stand in the workbooks of the finance system."""
    looks: Path | None = None
    """The looks.docx beside it or in the folder above, its own or the one inherited; None for the program's."""
    files: tuple[Path, ...] = ()
    """What it was read from, but for the template: its pack.yaml, those inherited from, and the list of words."""
    internal: bool = False
    """Whether its documents are for the office alone: they have no public edition."""

    def __hash__(self) -> int:
        return hash((self.folder, self.template))

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    def ruling(self, code: str) -> Ruling | None:
        """What it lays down about a rule, or else about its family."""
        return self.rulings.get(code) or self.rulings.get(code[:FAMILY])

    def paths(self) -> dict[str, Field]:
        """Every field by its dotted path."""
        return by_path(self.fields)


def fields_of(packs: Iterable[Pack]) -> tuple[Field, ...]:
    """Each field once, that of the first pack that has it."""
    fields: dict[str, Field] = {}
    for each in (each for pack in packs for each in pack.fields):
        fields.setdefault(each.name, each)
    return tuple(fields.values())
