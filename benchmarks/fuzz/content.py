"""Content files changed at random, with an eye for their structure: keys, values and lists up to three levels deep."""

import json
import random
from collections.abc import Callable
from typing import Any

from reportgen.source.node import Mapping, Node, Sequence
from reportgen.source.reader import read_source

Tree = dict[str, Any] | list[Any] | str | None
_DEEPEST = 3
_SCALARS = (
    "",
    " ",
    "0",
    "-1",
    "0.00",
    "-0.005",
    "1e400",
    "9" * 60,
    "0." + "0" * 40 + "1",
    "1,126.60",
    "１２３．５万元",
    "12.3.4",
    "2024年2月30日",
    "9999年12月31日",
    "2024",
    "百分之百",
    "约3千万元",
    "≥95%",
    "无",
    "—",
    "是",
    "{{ 数据.没有 }}",
    "{{ 预算.批复 }}",
    "{{",
    "{% if %}",
    "<w:p/>&amp;",
    "甲" * 3000,
    "，" * 400,
    "（" * 60,
    "\u200b甲\ufeff",
    "\u202e甲",
    "\x07",
    "😀𠮷",
    "a\tb",
    "一、甲\n（一）乙\n\n\n1. 丙\n# 丁\n| a | b |\n| - | - |",
    "如下表所示",
    "《《》",
    "支出100万元，其中：甲60万元、乙50万元，增长-5%，" * 20,
)
_MARKS = (":", "- ", "&a ", "*a", "|", ">", "\t", "{", "}", "[", "'", '"', "#", "：", "!!x ", "---", "%")
_KEYS = ("文种", "单位", "年度", "数据", "预算", "指标", "评价", "附件", "x", "", " ", "。", "1", "a.b", "没有的栏")


def trees(text: str) -> Tree:
    """What a content file says, as plain lists and mappings of words."""
    source, _found = read_source(text, "a.yaml")
    return _plain(source.root) if source.root is not None else None


def _plain(node: Node) -> Tree:
    match node:
        case Mapping():
            return {entry.key.text: _plain(entry.value) for entry in node}
        case Sequence():
            return [_plain(item) for item in node.items]
        case _:
            return node.text


def mutated(text: str, dice: random.Random) -> str:
    """The text of a content file with one to four changes: of its structure, else of its lines."""
    if dice.random() < 0.3:
        return _lines_mutated(text, dice)
    tree = trees(text)
    for _time in range(dice.randint(1, 4)):
        tree = _changed(tree, dice, dice.randint(0, _DEEPEST))
    return json.dumps(tree, ensure_ascii=False, indent=1)  # JSON is YAML


def _changed(tree: Tree, dice: random.Random, depth: int) -> Tree:
    """The tree with a change somewhere below so many levels."""
    if depth and isinstance(tree, dict) and tree:
        key = dice.choice(list(tree))
        return tree | {key: _changed(tree[key], dice, depth - 1)}
    if depth and isinstance(tree, list) and tree:
        at = dice.randrange(len(tree))
        return [*tree[:at], _changed(tree[at], dice, depth - 1), *tree[at + 1 :]]
    return dice.choice(_CHANGES)(tree, dice)


def _scalar(_tree: Tree, dice: random.Random) -> Tree:
    return dice.choice(_SCALARS)


def _edited(tree: Tree, dice: random.Random) -> Tree:
    """A few characters of a value exchanged for others."""
    if not isinstance(tree, str) or not tree:
        return _scalar(tree, dice)
    at = dice.randrange(len(tree))
    return tree[:at] + dice.choice(_SCALARS)[:40] + tree[at + dice.randint(0, 3) :]


def _wrapped(tree: Tree, dice: random.Random) -> Tree:
    """Within so many lists or mappings more."""
    for _time in range(dice.choice((1, 2, 30))):
        tree = [tree] if dice.random() < 0.5 else {dice.choice(_KEYS): tree}
    return tree


def _without(tree: Tree, dice: random.Random) -> Tree:
    if isinstance(tree, dict) and tree:
        gone = dice.choice(list(tree))
        return {key: value for key, value in tree.items() if key != gone}
    return tree[: dice.randint(0, len(tree))] if isinstance(tree, list | str) else None


def _repeated(tree: Tree, dice: random.Random) -> Tree:
    if isinstance(tree, list | str):
        return tree * dice.choice((2, 3, 40))
    return [tree] * dice.choice((2, 40))


def _shuffled(tree: Tree, dice: random.Random) -> Tree:
    """Values under each other's keys."""
    if isinstance(tree, dict):
        values = list(tree.values())
        dice.shuffle(values)
        return dict(zip(tree, values, strict=True))
    return sorted(tree, key=lambda _item: dice.random()) if isinstance(tree, list) else tree


def _more(tree: Tree, dice: random.Random) -> Tree:
    extra = {dice.choice(_KEYS): dice.choice(_SCALARS) for _time in range(dice.randint(1, 4))}
    return {**tree, **extra} if isinstance(tree, dict) else extra


_CHANGES: tuple[Callable[[Tree, random.Random], Tree], ...] = (
    _scalar,
    _scalar,
    _edited,
    _edited,
    _wrapped,
    _without,
    _repeated,
    _shuffled,
    _more,
    lambda _tree, _dice: None,
    lambda _tree, _dice: [],
    lambda _tree, _dice: {},
)


def _lines_mutated(text: str, dice: random.Random) -> str:
    """Lines taken away, doubled, indented otherwise, or with characters of YAML put in."""
    lines = text.split("\n")
    for _time in range(dice.randint(1, 4)):
        at = dice.randrange(len(lines))
        line = lines[at]
        put = dice.choice(
            (":", "- ", "&a ", "*a", "|", ">", "\t", "{", "}", "[", "'", '"', "#", "：", "!!x ", "---", "%")
        )
        spot = dice.randint(0, len(line))
        lines[at : at + 1] = dice.choice(
            ([], [line, line], [" " * dice.randint(1, 3) + line], [line.lstrip()], [line[:spot] + put + line[spot:]])
        )
        lines = lines or [""]
    return "\n".join(lines)
