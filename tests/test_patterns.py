"""Patterns are compiled when they are first used, and every one of them can be."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from reportgen import patterns
from reportgen.patterns import Deferred

SOURCE = Path(__file__).resolve().parents[1] / "src"
MODULES = [path for path in sorted((SOURCE / "reportgen").rglob("*.py")) if path.name != "__main__.py"]


def deferred(module: object) -> Iterator[Deferred]:
    """The patterns that stand in a module by themselves, in a tuple or in a dictionary."""
    for value in vars(module).values():
        within = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else (value,)
        yield from (each for each in within if isinstance(each, Deferred))


def test_a_pattern_does_what_the_compiled_one_does() -> None:
    amount = patterns.compile(r"(?P<number>\d+)(万?元)")
    assert amount.pattern == r"(?P<number>\d+)(万?元)"
    found = amount.search("预算120万元")
    assert found
    assert found["number"] == "120"
    assert amount.groupindex == {"number": 1}
    assert amount.sub("…", "预算120万元，决算118万元") == "预算…，决算…"


def test_it_is_compiled_once() -> None:
    year = patterns.compile(r"\d{4}年")
    assert year.search is year.search


def test_a_mistake_is_told_at_the_first_use() -> None:
    wrong = patterns.compile("(")
    with pytest.raises(re.error):
        wrong.search("（")


def wrong(path: Path) -> Iterator[str]:
    """The patterns of a module that cannot be compiled."""
    name = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
    for each in deferred(import_module(name)):
        try:
            each.compiled()
        except re.error as error:
            yield f"{name}: {each.pattern!r}: {error}"


def test_every_pattern_can_be_compiled() -> None:
    assert [told for path in MODULES for told in wrong(path)] == []


def test_nothing_that_a_check_loads_compiles_patterns_meanwhile() -> None:
    checking = [path for path in MODULES if "render" not in path.parts]
    eager = [path for path in checking if re.search(r"^import re$", path.read_text(encoding="utf-8"), re.MULTILINE)]
    assert [path.name for path in eager] == ["patterns.py"]
