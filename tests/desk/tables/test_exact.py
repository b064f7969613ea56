"""The page adds up and rounds as the program does, to the last digit."""

from decimal import Decimal
from random import Random
from typing import Any

from reportgen.model.quantity import percent
from reportgen.numbers import read_quantity

SUMS = """async pairs => {
  const { decimal, plus, percent, written } = await import("/static/table/decimal.js");
  return pairs.map(([one, other]) => {
    const [a, b] = [decimal(one), decimal(other)];
    return [written(plus(a, b)), ...[0, 1, 2].map(places => `${written(percent(a, b, places))}%`)];
  });
}"""
READ = """async texts => {
  const { inUnit } = await import("/static/table/figures.js");
  const { plain } = await import("/static/table/decimal.js");
  return texts.map(text => { const found = inUnit(text, "万元"); return found && plain(found); });
}"""
TIDY = """async texts => {
  const { figure } = await import("/static/table/figures.js");
  return texts.map(figure);
}"""


def test_figures_that_stand_alone_are_made_tidy_as_in_cells(opens: Any) -> None:
    """As they come from a web page, a PDF, an input method: of a hospital, a school, a court, a water bureau."""
    typed = {
        "3,200.50\u200b": "3200.50",
        "\ufeff１，８００人": "1800人",
        "−12。5％": "-12.5%",
        " ９．３８万吨\u2007": "9.38万吨",
        "2024": "2024",
        "约３０家": "约30家",
        "{{ 预算.批复 }}": "{{ 预算.批复 }}",
    }
    assert opens("预算", {}).page.evaluate(TIDY, list(typed)) == list(typed.values())


def test_sums_and_rates_are_those_of_the_program(opens: Any) -> None:
    page = opens("预算", {}).page
    random = Random(14)
    pairs = [
        (f"{random.randint(-(10**9), 10**12)}e-{random.randint(0, 6)}", f"{random.randint(1, 10**9)}e-2")
        for _ in "a" * 200
    ]
    texts = [
        (f"{Decimal(one):f}", f"{Decimal(other):f}")
        for one, other in [*pairs, ("0.1", "0.2"), ("1.005", "1"), ("-0.125", "1")]
    ]
    wanted = [
        [
            f"{Decimal(one) + Decimal(other):f}",
            *(percent(Decimal(one) / Decimal(other), places) for places in (0, 1, 2)),
        ]
        for one, other in texts
    ]
    shown = page.evaluate(SUMS, texts)
    assert [line for line in zip(texts, shown, wanted, strict=True) if line[1] != line[2]] == []


def test_amounts_are_read_as_the_program_reads_them(opens: Any) -> None:
    page = opens("预算", {}).page
    texts = [
        "320.00",
        "1,126.60",
        "1.2亿元",
        "5000元",
        "3千万元",
        "￥860",
        "-12.5",
        "12万元",
        "35人",
        "约 3.2",
        "一百",
        "{{ 批复 }}",
    ]
    read = dict(zip(texts, page.evaluate(READ, texts), strict=True))
    for text, number in read.items():
        quantity = read_quantity(text, "万元")
        money = quantity is not None and quantity.kind == "元" and not quantity.bound.value
        if number is None:
            assert not money or text == "一百", text
        else:
            assert quantity is not None, text
            assert Decimal(number) == quantity.value / 10000, text
