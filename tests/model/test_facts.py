"""Finding the fact that a reference means."""

from reportgen.model.facts import Fact, Facts
from reportgen.numbers import read_quantity
from reportgen.place import NOWHERE


def facts(*names: str) -> Facts:
    quantity = read_quantity("1人")
    assert quantity is not None
    return Facts(tuple(Fact(tuple(name.split(".")), quantity, NOWHERE) for name in names))


def found(known: Facts, name: str) -> list[str]:
    return [fact.name for fact in known.find(name)]


def test_any_ending_of_the_path_will_do_when_only_one_fact_has_it() -> None:
    known = facts("数据.人员.在编", "数据.人员.退休")
    assert found(known, "在编") == ["数据.人员.在编"]
    assert found(known, "人员.在编") == ["数据.人员.在编"]
    assert found(known, "编") == []


def test_an_ending_of_several_paths_means_all_of_them() -> None:
    known = facts("预算.甲.支出", "预算.乙.支出")
    assert found(known, "支出") == ["预算.甲.支出", "预算.乙.支出"]


def test_the_whole_path_wins_over_endings() -> None:
    known = facts("预算.批复", "数据.预算.批复")
    assert found(known, "预算.批复") == ["预算.批复"]
