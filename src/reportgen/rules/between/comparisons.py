"""What two documents of a unit can be compared in: the subjects of the rules of this family.

A finding stands in the later document. `place` is what it would be about, as far as that is known before the rule has
looked: an acknowledgement there is put to the test only when this comparison was made.
"""

from dataclasses import dataclass

from reportgen.place import Place
from reportgen.rules.between.papers import IndicatorList, Paper, Project, Said


@dataclass(frozen=True)
class Comparison:
    """Two documents; findings stand in the later one."""

    earlier: Paper
    later: Paper

    @property
    def place(self) -> Place:
        """Somewhere in the later document."""
        return Place(self.later.file)


@dataclass(frozen=True)
class Retold(Comparison):
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


class UnitRetold(Retold):
    """The unit's name in two spellings."""


class InitialRetold(Retold):
    """What was granted at first, for a project or in all."""


class BudgetRetold(Retold):
    """The budget of the whole year, with what was added and taken away."""


class SpentRetold(Retold):
    """What was spent."""


class ScoreRetold(Retold):
    """The score of the unit or of a project."""


class GradeRetold(Retold):
    """The grade, by its band."""


class TargetRetold(Retold):
    """What an indicator is to reach."""


class FactRetold(Retold):
    """A declared figure of the same name."""


class StaffRetold(Retold):
    """The authorised staff."""


@dataclass(frozen=True)
class ResultRetold(Retold):
    """A declared figure and the result of an indicator that is called like it."""

    fact_first: bool


class RateRetold(Retold):
    """What was spent of the budget: worked out, and as it is stated."""


# ---- of one year ----


class ProjectLists(Comparison):
    """Two documents that name projects."""


class Days(Comparison):
    """Two documents that are dated."""


@dataclass(frozen=True)
class Answered(Comparison):
    """The approved indicators of a unit or project, and those evaluated."""

    approved: IndicatorList
    evaluated: IndicatorList


@dataclass(frozen=True)
class Evaluated(Comparison):
    """All projects approved in one document, and all that self-evaluations evaluate; `later` is the last of these."""

    approved: tuple[Project, ...]
    evaluated: tuple[Project, ...]


@dataclass(frozen=True)
class ProjectSum(Comparison):
    """What the projects of self-evaluations have spent, and what a table of funds in another file gives for them."""

    total: Said
    parts: tuple[Said, ...]

    @property
    def place(self) -> Place:
        """The total."""
        return self.total.place


class OddYear(Comparison):
    """A document of another budget year than all others of the call, whose date fits theirs."""

    @property
    def place(self) -> Place:
        """Its year."""
        return self.later.head


# ---- of two years that follow each other ----


class CarriedOver(Retold):
    """What was left at the end of a year, and what the next began with."""


class FormerRetold(Retold):
    """A figure of last year, as this year's document repeats it."""


class TargetAfterResult(Retold):
    """What an indicator reached last year, and what it is to reach this year."""


class StaffOfYears(Retold):
    """The authorised staff of two years."""


class Texts(Comparison):
    """The paragraphs of two reports."""


class ProblemsAgain(Comparison):
    """The problems of two reports."""


class FiguresOfYears(Comparison):
    """The declared figures of two documents of one kind."""
