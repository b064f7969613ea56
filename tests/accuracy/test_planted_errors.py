"""The planted-error corpus: of every kind nearly all are found, by the rule that is meant for them."""

import pytest
from benchmarks.accuracy.bases import bases
from benchmarks.accuracy.kinds import KINDS
from benchmarks.accuracy.measure import LEAST_OF_ALL, Result, found_in, measure
from benchmarks.accuracy.planted import Kind, cases

LEAST_OF_FEW = 60
"""Per cent of the few errors of a kind that are tried here; `script/accuracy` tries all and holds its own bound."""


@pytest.fixture(scope="module")
def results() -> list[Result]:
    """Of one case in four."""
    return [measure(kind, every=4) for kind in KINDS]


def test_there_are_four_hundred_cases_in_twenty_five_kinds() -> None:
    assert sum(len(cases(kind)) for kind in KINDS) >= 400
    assert len(KINDS) >= 25


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_is_planted_in_one_place_of_a_document(kind: Kind) -> None:
    """A kind that finds no place any more would count for nothing."""
    planted = cases(kind)
    assert planted
    assert all(case.text != case.base.text for case in planted)


def test_nearly_all_of_every_kind_are_found(results: list[Result]) -> None:
    assert [result.kind.name for result in results if result.share < LEAST_OF_FEW and len(result.missed) > 1] == []


def test_nearly_all_are_found(results: list[Result]) -> None:
    caught, count = sum(result.caught for result in results), sum(result.count for result in results)
    assert 100 * caught >= LEAST_OF_ALL * count


@pytest.mark.parametrize("name", [name for name in bases() if name.startswith("shili")])
def test_a_document_without_an_error_has_no_finding(name: str) -> None:
    base = bases()[name]
    assert [finding.code for finding in found_in(base, base.text)] == []
