"""The kinds of errors that are planted, a module a family."""

from benchmarks.accuracy.kinds import between, disclosure, figures, indicators, scores, structure, wording
from benchmarks.accuracy.planted import Kind

KINDS: tuple[Kind, ...] = (
    *figures.KINDS,
    *scores.KINDS,
    *indicators.KINDS,
    *structure.KINDS,
    *wording.KINDS,
    *disclosure.KINDS,
    *between.KINDS,
)
