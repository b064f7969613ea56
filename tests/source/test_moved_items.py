"""An item that was moved and changed at once takes its comments along."""

from reportgen.source.changed import changed_text
from reportgen.source.moved_items import moved_items
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source
from reportgen.source.tree import Tree, tree_at, tree_of

COURT = """\
绩效指标:
  - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 审结案件, 指标值: ≥1200件}
  # 忽略 IND003：院方口径
  - 三级指标: 巡回审判
    指标值: ≥40次
    完成值: 38次
  - {二级指标: 质量指标, 三级指标: 调解率, 指标值: ≥60%}
"""


def items(text: str) -> list[Tree]:
    source, _found = read_source(text, "法院.yaml")
    found = tree_at(tree_of(source.root), ("绩效指标",))
    assert isinstance(found, list)
    return found


def test_the_comment_stays_with_the_item_and_only_what_is_new_is_written() -> None:
    first, second, third = items(COURT)
    assert isinstance(second, dict)
    spelt = {"一级指标": "产出指标", "二级指标": "数量指标", **second}
    source, _found = read_source(COURT, "法院.yaml")
    assert isinstance(source.root, Mapping)
    order = ("一级指标", "二级指标", "三级指标", "指标值", "完成值")
    after, _source = changed_text(COURT, source.root, ("绩效指标",), [spelt, first, third], lambda _path: order)
    lines = after.split("\n")
    assert lines[1:3] == ["  # 忽略 IND003：院方口径", "  - 三级指标: 巡回审判"]
    assert [line for line in lines if line not in COURT.split("\n")] == [
        "    一级指标: 产出指标",
        "    二级指标: 数量指标",
    ]
    assert items(after) == [spelt, first, third]


def test_lists_with_new_items_and_lists_in_the_same_order_are_not_moved() -> None:
    one: dict[str, Tree] = {"名称": "甲", "批复": "1"}
    two: dict[str, Tree] = {"名称": "乙", "批复": "2"}
    assert moved_items([one, two], [two, one]) == [two, one]
    assert moved_items([one, two], [two | {"支出": "2"}, one]) == [two, one]
    assert moved_items([one, two], [one, two | {"支出": "2"}]) is None
    assert moved_items([one, two], [one, two, one]) is None
    assert moved_items([one, two], [{"名称": "丙"}, one]) is None


def test_keys_in_another_order_are_the_same_item_and_what_is_new_comes_before_it() -> None:
    first, second, third = items(COURT)
    assert isinstance(second, dict)
    turned = dict(reversed(second.items()))
    source, _found = read_source(COURT, "法院.yaml")
    assert isinstance(source.root, Mapping)
    new: Tree = {"三级指标": "新指标"}
    after, _source = changed_text(COURT, source.root, ("绩效指标",), [first, new, turned, third], lambda _path: ())
    assert [line for line in after.split("\n") if line not in COURT.split("\n")] == ["  - {三级指标: 新指标}"]
