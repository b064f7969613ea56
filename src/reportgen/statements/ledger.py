"""Everything that the figures of a document claim: which relations hold, which do not, and which figure is to blame.

One walk makes the statements, one the claims. Rules print the claims that do not hold, `--numbers` lists what each
figure is tied to: both read the same ledger.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reportgen.model.content import Content
from reportgen.model.document import Document, Table
from reportgen.model.quantity import Interval
from reportgen.record import Struct
from reportgen.statements.again_by_name import again_by_name
from reportgen.statements.against_pace import named_once
from reportgen.statements.attendance import attendance
from reportgen.statements.baseless import without_base
from reportgen.statements.borne_out import Borne, borne_out
from reportgen.statements.budgets import completions
from reportgen.statements.budgets_met import beyond_income, denominators, overspent, public_overspent
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.comparisons import comparisons
from reportgen.statements.context import Times
from reportgen.statements.converted import converted
from reportgen.statements.corroborated import corroborated
from reportgen.statements.counts import counts
from reportgen.statements.cross_sums import cross_sums
from reportgen.statements.directions import directions
from reportgen.statements.field_limits import field_limits
from reportgen.statements.fields import fields
from reportgen.statements.grades import grades
from reportgen.statements.grid import Grid
from reportgen.statements.growth import growths
from reportgen.statements.lexicon import lexicon
from reportgen.statements.limits import limits, limits_in_table
from reportgen.statements.listed import listed
from reportgen.statements.misread import is_misread, weighed
from reportgen.statements.moves import moves
from reportgen.statements.named_equations import named_equations
from reportgen.statements.once import only_once
from reportgen.statements.paired import paired
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.passages import Passage
from reportgen.statements.products import products
from reportgen.statements.products_elsewhere import products_elsewhere
from reportgen.statements.rates import rates
from reportgen.statements.remainders import remainders
from reportgen.statements.repeats import repeats
from reportgen.statements.row_shares import row_shares
from reportgen.statements.row_sums import row_sums
from reportgen.statements.score_groups import score_groups
from reportgen.statements.score_lost import points_across, points_lost
from reportgen.statements.score_parts import score_parts
from reportgen.statements.score_totals import points
from reportgen.statements.scores import one_score
from reportgen.statements.share_wholes import Named
from reportgen.statements.shares_listed import shares_listed
from reportgen.statements.shares_of_series import shares_of_series
from reportgen.statements.shares_of_sums import every_share
from reportgen.statements.shares_of_two import shares_left
from reportgen.statements.stage_rates import stage_rates
from reportgen.statements.statement import Statement
from reportgen.statements.stretches import stretches
from reportgen.statements.sums import sums
from reportgen.statements.sums_elsewhere import sums_elsewhere
from reportgen.statements.table_products import table_products
from reportgen.statements.table_rates import table_rates
from reportgen.statements.table_text import text_against_tables
from reportgen.statements.taken_up import taken_up
from reportgen.statements.told_of_rows import told_of_rows
from reportgen.statements.totals import totals

_FEW, _AGAIN = 2, ("same", "text_table", "total_score")
"""So many claims blame one figure together; relations of what is told a second time."""


class Ledger(Struct, frozen=True, dict=True):
    """The statements of one document and what is claimed of them."""

    paragraphs: tuple[Paragraph, ...]
    grids: tuple[Grid, ...]
    given: tuple[Statement, ...] = ()
    """What the fields of a content file state."""

    @cached_property
    def prose(self) -> tuple[Statement, ...]:
        """The figures of the running text, in order."""
        return tuple(each for paragraph in self.paragraphs for each in paragraph.statements)

    @cached_property
    def cells(self) -> tuple[Statement, ...]:
        """The figures of the tables, in order."""
        return tuple(each for grid in self.grids for each in grid.figures.values())

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every relation that was found, whether it holds or not."""
        named = named_equations(self.paragraphs, self.grids, self.given)
        found = [*named, *field_limits(self.given), *self._of_tables(), *self._of_paragraphs()]
        found += self._of_document(found)
        tied = borne_out(found)
        found += (repeated := list(self._repeated(found, tied)))
        holding, broken = (_by_figure(each for each in found if each.holds is kind) for kind in (True, False))
        told = [each for each in self.prose if each.exact]
        found = [weighed(claim, holding, broken, told) for claim in found]
        settled = {*tied, *borne_out(repeated), *(m for claim in found if claim.wrong for m in claim.members)}
        again = {m for claim in found if claim.holds and claim.relation in _AGAIN for m in claim.members}
        told_again = again_by_name(self.paragraphs, self.cells, settled, again)
        return (*found, *told_again, *corroborated(self.paragraphs, [*self.prose, *self.cells], settled, again))

    def _of_tables(self) -> Iterator[Claim]:
        for grid in self.grids:
            for part in grid.parts():
                yield from cross_sums(part)
                yield from row_sums(part)
                yield from totals(part)
                yield from table_rates(part)
                yield from table_products(part)
                yield from row_shares(part)
            yield from points(grid)
            yield from points_across(grid)
            yield from limits_in_table(grid)

    @cached_property
    def _sums(self) -> tuple[tuple[Claim, ...], ...]:
        """Those of each paragraph, in their order."""
        return tuple(tuple(sums(paragraph)) for paragraph in self.paragraphs)

    def _of_paragraphs(self) -> Iterator[Claim]:
        wholes, named = Named([*self.prose, *self.cells]), named_once(self.prose)
        for paragraph, added in zip(self.paragraphs, self._sums, strict=True):
            if paragraph.statements:
                yield from added
                yield from completions(paragraph)
                yield from rates(paragraph)
                yield from without_base(paragraph)
                yield from converted(paragraph)
                yield from every_share(paragraph, wholes, added)
                yield from growths(paragraph, named)
                yield from products(paragraph)
                yield from moves(paragraph)
                yield from denominators(paragraph)
                yield from overspent(paragraph)
                yield from public_overspent(paragraph)
                yield from beyond_income(paragraph)
                yield from grades(paragraph)
                yield from score_parts(paragraph)
                yield from remainders(paragraph)
                yield from comparisons(paragraph)
                yield from directions(paragraph, named)
                yield from limits(paragraph)

    def _of_document(self, found: Sequence[Claim]) -> Iterator[Claim]:
        yield from counts(self.paragraphs, self._sums)
        yield from attendance(self.paragraphs)
        yield from listed(self.paragraphs)
        yield from sums_elsewhere(self.paragraphs, self._sums)
        yield from shares_listed(self.paragraphs)
        yield from shares_of_series(self.paragraphs, self.grids)
        yield from products_elsewhere(self.paragraphs, self.cells, tuple(found))
        yield from paired(self.paragraphs)
        yield from text_against_tables(self.prose, self.cells)
        yield from only_once(self.paragraphs, [claim for claims in self._sums for claim in claims])
        yield from one_score(self.paragraphs, self.grids, self.given)
        yield from taken_up(self.paragraphs, [*self.prose, *self.cells])
        yield from told_of_rows(self.paragraphs, self.grids)
        yield from score_groups(self.prose, self.grids)
        yield from points_lost(self.paragraphs, self.grids)

    def _repeated(self, found: Sequence[Claim], tied: Borne) -> Iterator[Claim]:
        """What is stated again, now that is known which figures are `tied`: they follow from others."""
        yield from shares_left(self.paragraphs, found, tied.keys())
        yield from stage_rates(self.prose, self.cells, tied.keys())
        yield from repeats([*self.prose, *self.cells], tied)

    @cached_property
    def wrong(self) -> tuple[Claim, ...]:
        """What is said to the reader: the claims that do not hold, each figure's trouble once."""
        wrong = [claim for claim in self.claims if claim.wrong and not is_misread(claim, self.holding)]
        return tuple(self._said_once(wrong))

    @cached_property
    def holding(self) -> dict[Statement, list[Claim]]:
        """What holds, by each figure that it ties."""
        return _by_figure(claim for claim in self.claims if claim.holds)

    @cached_property
    def broken(self) -> dict[Statement, list[Claim]]:
        """What is said to be wrong, by each figure that it concerns."""
        return _by_figure(claim for claim in self.claims if claim.wrong and claim.off is None)

    def _said_once(self, wrong: Sequence[Claim]) -> Iterator[Claim]:
        """Claims with one figure to blame are one finding: the most certain of them. What else its correction settles
        is not said again."""
        corrected: list[tuple[Statement, Interval]] = []
        said: set[tuple[str, Statement]] = set()
        blames: set[Statement] = set()
        for claim in sorted(wrong, key=lambda claim: -claim.proof):
            at = claim.at or claim.members[0]
            if (claim.relation, at) in said or any(_settled(claim, *each) for each in corrected):
                continue
            if blamed := self.blamed(claim):
                if blamed[0] in blames:
                    continue
                blames.add(blamed[0])
                corrected.append(blamed)
            said.add((claim.relation, at))
            yield claim
            due = claim.equation.due(at)
            if due is not None and due.low is not None and due.high is not None and claim.off is None:
                corrected.append((at, due))

    def blamed(self, claim: Claim) -> tuple[Statement, Interval] | None:
        """The one figure whose change settles this claim and every other that is broken with it; None where it is not
        proved, or not single."""
        found = [(member, due) for member in claim.members if (due := self._settles(member, claim))]
        return found[0] if len(found) == 1 else None

    def _settles(self, member: Statement, claim: Claim) -> Interval | None:
        """What the figure must be for all broken claims that it stands in, when there are several."""
        broken = self.broken[member]
        if len(broken) < _FEW or claim not in broken:
            return None
        due = [each.equation.due(member) for each in broken]
        known = [each for each in due if each is not None]
        if len(known) < len(due) or not all(one.meets(other) for one in known for other in known):
            return None
        return known[0]


def _by_figure(claims: Iterable[Claim]) -> dict[Statement, list[Claim]]:
    found: dict[Statement, list[Claim]] = defaultdict(list)
    for claim in claims:
        for member in claim.members:
            found[member].append(claim)
    return found


def _settled(claim: Claim, figure: Statement, meant: Interval) -> bool:
    """Whether a figure of the claim, put right, puts the claim right too."""
    due = claim.equation.due(figure) if figure in claim.members and claim.off is None else None
    return due is not None and due.meets(meant)


def ledger_of(
    document: Document, passages: Sequence[Passage], year: int | None, content: Content | None = None
) -> Ledger:
    """The ledger of a document: `passages` are its running text, `year` its own where that is known, `content` what the
    fields of its file say, where it was made from one."""
    words = lexicon()
    times = Times(words, year)
    prose = [stretch for passage in passages if not passage.cell for stretch in stretches(passage)]
    tables = [block for block in document.walk() if isinstance(block, Table)]
    paragraphs = tuple(Paragraph(passage, index, times, words) for index, passage in enumerate(prose))
    grids = tuple(Grid(table, index, words, year=year) for index, table in enumerate(tables, start=len(prose)))
    return Ledger(paragraphs, grids, tuple(fields(content, document, words)) if content else ())


__all__ = ["Ledger", "Proof", "ledger_of"]
