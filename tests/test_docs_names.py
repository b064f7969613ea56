"""What the pages name exists: links, commands and their options, rules, styles, names of code, layers."""

import os
import re
import tomllib
from pkgutil import resolve_name
from typing import get_args

import click
import pytest
from tests.support.markdown import PAGES, ROOT, Markdown

from reportgen import settings
from reportgen.cli.app import app
from reportgen.diagnostics.kinds import all_kinds
from reportgen.model.document import Role
from reportgen.model.table import CellRole
from reportgen.packs import cells_reader, forms_reader, loader, outline
from reportgen.packs.fields import INDICATOR_COLUMNS, FieldType
from reportgen.rules import all_rules

LARGEST_PICTURE = 150 * 1024
RECIPE = "SCO099"
"""The rule that CONTRIBUTING.md shows how to write."""

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.stem)


@each_page
def test_links_lead_somewhere(page: Markdown) -> None:
    lost = []
    for target in page.links():
        name, _hash, anchor = target.partition("#")
        path = (page.path.parent / name).resolve() if name else page.path
        if not path.exists() or (anchor and anchor not in Markdown(path).anchors()):
            lost.append(target)
    assert lost == []


@each_page
def test_the_commands_exist(page: Markdown) -> None:
    wrong = []
    for line in page.code():
        wrong += [script for script in re.findall(r"\./(script/\w+)", line) if not os.access(ROOT / script, os.X_OK)]
        for words in re.findall(r"(?<![\w/-])(?<!from )(?:\.venv/bin/)?reportgen((?: [^\s|>&;`]+)+)", line):
            wrong += [f"reportgen{words}: {fault}" for fault in faults(words.split())]
    assert wrong == []


def faults(words: list[str]) -> list[str]:
    """Commands and options that the program does not have."""
    if words[0] == "--lang":
        words = words[2:]
    if words[:1] in ([], ["--version"], ["--help"]):
        return []
    command = app.commands.get(words[0])
    if command is None:
        return [words[0]]
    known = {name for param in command.params for name in param.opts} | {"--help", "--lang"}
    return [word for word in words[1:] if word.startswith("-") and word != "-" and word.partition("=")[0] not in known]


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_command_and_option_stands_in_both_readmes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    options = {
        param.opts[-1]
        for command in app.commands.values()
        for param in command.params
        if isinstance(param, click.Option) and param.name != "help"
    }
    assert [command for command in app.commands if f"`reportgen {command}" not in text] == []
    assert [option for option in options - {"--all", "--output"} if f"`{option}" not in text] == []


@each_page
def test_the_rules_exist(page: Markdown) -> None:
    families = "|".join(sorted({code[:3] for code in (*all_rules(), *all_kinds())}))
    named = set(re.findall(rf"\b(?:{families})\d{{3}}\b", page.text))
    assert named - {RECIPE} <= {*all_rules(), *all_kinds()}


@each_page
def test_the_names_of_code_exist(page: Markdown) -> None:
    for name in re.findall(r"`(reportgen(?:\.\w+)+)`", page.prose):
        if name != settings.NAME:
            resolve_name(name)


def test_the_guides_name_every_style_and_every_type_of_field() -> None:
    template = (ROOT / "docs" / "怎样改模板.md").read_text(encoding="utf-8")
    content = (ROOT / "docs" / "内容文件怎么写.md").read_text(encoding="utf-8")
    assert [role.value for role in (*Role, *CellRole) if f"| {role.value} |" not in template] == []
    assert [kind.value for kind in FieldType if f"| {kind.value} |" not in content] == []


STEPS = {
    outline.Section: "标题",
    outline.FieldStep: "正文",
    outline.AbstractStep: "摘要",
    outline.FormStep: "表",
    outline.ChartStep: "图",
    outline.CaptionStep: "表题",
    outline.TurnStep: "换页",
    outline.ContentsStep: "目录",
    outline.AnnexStep: "附件",
}


def test_the_guide_to_packs_names_all_that_a_pack_may_say() -> None:
    """In its tables, where a reader looks a word up."""
    text = (ROOT / "docs" / "自己做一个模板.md").read_text(encoding="utf-8")
    rows = [line.removeprefix("| ").partition(" | ")[0] for line in text.splitlines() if line.startswith("| ")]
    words = {word for row in rows for word in re.findall(r"\w+", row)}
    keys = [*loader._PACK_KEYS, *loader._FIELD_KEYS, *forms_reader._FORM_KEYS, *cells_reader._CELL_KEYS]
    keys += [kind.value for kind in (*FieldType, *outline.STEP_TYPES)] + [*STEPS.values(), "引题"]
    assert [key for key in keys if key not in words and f"`{key}" not in text] == []
    assert [key for key in forms_reader._ROW_KEYS if f"`{key}" not in text and f"{key}**" not in text] == []
    assert [column.name for column in INDICATOR_COLUMNS if column.name not in text] == []
    assert set(STEPS) == set(get_args(outline.Step))


def test_the_glossary_has_one_english_word_for_each_term() -> None:
    rows = re.findall(
        r"^\| (?P<term>[^|]+) \| [^|]+ \| `reportgen", Markdown(ROOT / "docs" / "glossary.md").prose, re.MULTILINE
    )
    assert len(rows) > 50
    assert sorted(set(rows)) == sorted(rows)


def test_the_layers_of_the_architecture_page_are_those_that_are_enforced() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    block = text.partition("<!-- layers -->\n```\n")[2].partition("```")[0]
    told = [re.split(r" {2,}", line)[0] for line in block.splitlines()]
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (layers,) = [contract["layers"] for contract in contracts if contract["id"] == "layers"]
    assert told == [re.sub(r"[()]", "", layer).replace(" : ", " | ") for layer in layers]


def test_the_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "images").rglob("*.png"))
    assert pictures != []
    assert [path.name for path in pictures if path.stat().st_size > LARGEST_PICTURE] == []
