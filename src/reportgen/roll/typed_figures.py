"""Figures of running text that were typed and are no references: of last year, as long as nobody has changed them."""

from reportgen import patterns as re
from reportgen.numbers import read_numbers

_REFERENCES = re.compile(r"\{\{[^{}\n]*\}\}|《[^《》\n]*》")


def typed_figures(line: str) -> list[tuple[int, int]]:
    """Where the figures of a line stand that have a unit and a digit: 26摄氏度, and no 一个.

    >>> [("支出12.5万元，按《2024年办法》办，{{ 预算.支出 }}，一个问题。")[a:b] for a, b in
    ...  typed_figures("支出12.5万元，按《2024年办法》办，{{ 预算.支出 }}，一个问题。")]
    ['12.5万元']
    """
    bare = _REFERENCES.sub(lambda match: " " * len(match[0]), line)
    spans = [(number.start, number.end) for number in read_numbers(bare) if number.quantity.unit]
    return [(start, end) for start, end in spans if any(char.isdecimal() for char in bare[start:end])]
