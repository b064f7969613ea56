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
