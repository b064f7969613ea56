"""Words of single trades stand in the lists and nowhere in the program, so that each trade is checked alike."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.lexicon.lists import characters, either, lists
from reportgen.source.reader import read_own, read_source
from reportgen.world import lexicon_folder

SOURCE = Path(__file__).resolve().parents[2] / "src" / "reportgen"
DATA = {"relations", "equations"}
"""Rules and sums as data: no lists of words."""
FILES = sorted(path.stem for path in lexicon_folder().glob("*.yaml") if path.stem not in DATA)
TRADES = re.compile(
    "[我场文体技术书]馆|展[品厅览]|观众|科普|医[院疗生]|床位|患者|病人|门诊|学[校生]|[中小大]学|教[师学]|课时"
    "|法院|案件|水[利务]|灌溉|读者|乡镇|街道|养老|农村|馆藏|[存出]栏|在[校院馆园]|治愈|[入就]学率|就业率|上座"
    "|\\[[^\\]^]*?[院校馆局镇厂园宫][^\\]]*?[院校馆局镇厂园宫][^\\]]*?\\]"  # a class of kinds of units: 全[院校局]
)


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """What a module holds in quotes, without its docstrings."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    said = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def test_no_pattern_names_a_single_trade() -> None:
    said = [(path, line, TRADES.search(text)) for path in modules() for line, text in strings(path)]
    assert [f"{path.relative_to(SOURCE)}:{line} {found[0]}" for path, line, found in said if found] == []


@pytest.mark.parametrize("name", FILES)
def test_a_list_says_each_word_once(name: str) -> None:
    doubled = {key: [word for word in set(words) if words.count(word) > 1] for key, words in lists(name).items()}
    assert {key: words for key, words in doubled.items() if words} == {}


def test_the_longest_word_is_tried_first() -> None:
    assert re.match(either(["院", "医院", "法院"]), "医院")
    assert either(["院", "医院"]) == "医院|院"


def test_characters_stand_once() -> None:
    assert characters(["乡镇", "镇"]) == "乡镇"


@pytest.mark.parametrize(
    "unit", ["示例县人民医院", "某市第二中学", "样板镇人民政府", "某县人民法院", "某区图书馆", "某县水务局"]
)
def test_units_of_every_trade_are_known_by_the_end_of_their_names(unit: str) -> None:
    assert re.search(f"(?:{either(lists('units')['单位'])})$", unit)


@pytest.mark.parametrize("path", sorted(lexicon_folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_a_file_of_words_has_no_slip_for_which_it_is_read_without_looking(path: Path) -> None:
    source, wrong = read_source(path.read_text(encoding="utf-8"), path.name)
    assert wrong == []
    assert source.root == read_own(path.read_text(encoding="utf-8"), path.name)
