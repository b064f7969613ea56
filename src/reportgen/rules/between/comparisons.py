"""What two documents of a unit can be compared in: the subjects of the rules of this family.

A finding stands in the later document. `place` is what it would be about, as far as that is known before the rule has
looked: an acknowledgement there is put to the test only when this comparison was made.
"""

from reportgen.place import Place
from reportgen.record import Struct
from reportgen.rules.between.papers import IndicatorList, Paper, Project, Said, Words


class Comparison(Struct, frozen=True):
    """Two documents; findings stand in the later one."""

    earlier: Paper
    later: Paper

    @property
    def place(self) -> Place:
        """Somewhere in the later document."""
        return Place(self.later.file)


class Retold(Comparison, frozen=True):
    """What two documents say of the same thing."""

    first: Said
    again: Said

    @property
    def place(self) -> Place:
        """The later statement."""
        return self.again.place

    @property
    def agree(self) -> bool:
        """Whether both can be true."""
        return self.first.agrees(self.again)

    @property
    def sure(self) -> bool:
        """Whether both are surely meant of the same thing."""
        return self.first.sure and self.again.sure


class UnitRetold(Retold, frozen=True):
    """The unit's name in two spellings."""


class InitialRetold(Retold, frozen=True):
    """What was granted at first, for a project or in all."""


class BudgetRetold(Retold, frozen=True):
    """The budget of the whole year, with what was added and taken away."""


class SpentRetold(Retold, frozen=True):
    """What was spent."""


class ScoreRetold(Retold, frozen=True):
    """The score of the unit or of a project."""


class GradeRetold(Retold, frozen=True):
    """The grade, by its band."""


class TargetRetold(Retold, frozen=True):
    """What an indicator is to reach."""


class FactRetold(Retold, frozen=True):
    """A declared figure of the same name."""


class StaffRetold(Retold, frozen=True):
    """The authorised staff."""


class ResultRetold(Retold, frozen=True):
    """A declared figure and the result of an indicator that is called like it."""

    fact_first: bool


class RateRetold(Retold, frozen=True):
    """What was spent of the budget: worked out, and as it is stated."""


# ---- of one year ----


class ProjectLists(Comparison, frozen=True):
    """Two documents that name projects."""


class Days(Comparison, frozen=True):
    """Two documents that are dated."""


class Answered(Comparison, frozen=True):
    """The approved indicators of a unit or project, and those evaluated."""

    approved: IndicatorList
    evaluated: IndicatorList


class Evaluated(Comparison, frozen=True):
    """All projects approved in one document, and all that self-evaluations evaluate; `later` is the last of these."""

    approved: tuple[Project, ...]
    evaluated: tuple[Project, ...]


class ProjectSum(Comparison, frozen=True):
    """What the projects of self-evaluations have spent, and what a table of funds in another file gives for them."""

    total: Said
    parts: tuple[Said, ...]

    @property
    def place(self) -> Place:
        """The total."""
        return self.total.place


class OddYear(Comparison, frozen=True):
    """A document of another budget year than all others of the call, whose date fits theirs."""

    @property
    def place(self) -> Place:
        """Its year."""
        return self.later.head


# ---- of two years that follow each other ----


class CarriedOver(Retold, frozen=True):
    """What was left at the end of a year, and what the next began with."""


class FormerRetold(Retold, frozen=True):
    """A figure of last year, as this year's document repeats it."""


class TargetAfterResult(Retold, frozen=True):
    """What an indicator reached last year, and what it is to reach this year."""


class StaffOfYears(Retold, frozen=True):
    """The authorised staff of two years."""


class Texts(Comparison, frozen=True):
    """The paragraphs of two reports."""

    @property
    def former(self) -> dict[str, Place]:
        """The paragraphs of the earlier one, and where each stands."""
        return {words.text: words.place for words in self.earlier.paragraphs}

    @property
    def sections(self) -> dict[str, list[Words]]:
        """Those of the later one by the headings above them; what has none is left out."""
        found: dict[str, list[Words]] = {}
        for words in self.later.paragraphs:
            if words.section:
                found.setdefault(words.section, []).append(words)
        return found


class ProblemsAgain(Comparison, frozen=True):
    """The problems of two reports."""


class Promises(Comparison, frozen=True):
    """What last year's report promised, and what this year's says of it."""


class Dated(Comparison, frozen=True):
    """Sentences of two years that say in which year something was."""


class FiguresOfYears(Comparison, frozen=True):
    """The declared figures of two documents of one kind."""
