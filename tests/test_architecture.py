"""The house stays as it was built: small modules, small functions, money without float, imports downwards."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "reportgen"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION = 260, 50
DOCSTRING = re.compile(r'r?"""\S')
NAMELESS = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
LENGTHS = {
    *("model/density.py", "model/frame.py", "model/look.py", "word/styles.py", "word/template.py"),
    *(f"compose/{name}.py" for name in ("broken_rows", "column_widths", "heights", "one_page", "page_groups")),
    "compose/running_head.py",
}
"""Lengths in pt may be float; figures of a report may not."""


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@cache
def functions(path: Path) -> dict[str, int]:
    """The lines that each function of a module has, by its place and its name."""
    found = (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))
    return {f"{name(path)}:{each.lineno} {each.name}": body_lines(each) for each in found}


def body_lines(function: ast.FunctionDef) -> int:
    """Lines without the docstring, which for a rule is its manual page."""
    first = function.body[0]
    is_doc = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    start = (first.end_lineno or first.lineno) if is_doc else function.lineno
    return (function.end_lineno or function.lineno) - start


def test_a_module_is_small_and_says_what_it_is_for() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in MODULES}
    assert [name(path) for path, text in texts.items() if len(text.splitlines()) > LONGEST_MODULE] == []
    assert [name(path) for path, text in texts.items() if not DOCSTRING.match(text)] == []
    assert [name(path) for path in MODULES if path.stem in NAMELESS] == []


def test_a_function_is_small() -> None:
    assert {
        where: lines for path in MODULES for where, lines in functions(path).items() if lines > LONGEST_FUNCTION
    } == {}


def test_half_the_functions_have_twelve_lines_or_fewer() -> None:
    lengths = sorted(lines for path in MODULES for lines in functions(path).values())
    assert lengths[len(lengths) // 2] <= 12


@pytest.mark.parametrize("folder", ["model", "resolve", "compose", "rules"])
def test_no_figure_is_ever_a_float(folder: str) -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in sorted((SOURCE / folder).rglob("*.py"))
        if str(path.relative_to(SOURCE)) not in LENGTHS
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
    ]
    assert found == []


def test_imports_look_downwards_and_each_library_has_one_door() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_nothing_below_the_command_line_prints_or_exits() -> None:
    words = re.compile(r"\b(print|sys\.exit|exit|quit)\(")
    lower = [path for path in MODULES if "cli" not in path.relative_to(SOURCE).parts and path.name != "start.py"]
    assert [path.name for path in lower if words.search(path.read_text(encoding="utf-8"))] == []


def test_only_world_opens_files_or_asks_the_time() -> None:
    words = re.compile(
        r"(?<!\w)(?<!pikepdf\.)(?<!Image\.)(?<!package\.)open\(|\.read_text\(|\.read_bytes\(|\.write_text\(|\.write_bytes\(|datetime\.now|time\.time"
    )
    others = [path for path in MODULES if path.name not in ("world.py", "writing.py", "limits.py", "locking.py")]
    found = [path.name for path in others if words.search(path.read_text(encoding="utf-8"))]
    assert found == ["language.py"], "the catalogue of the program itself is a resource, read by its own door"


def test_classes_of_values_are_structs() -> None:
    """A dataclass takes forty times as long to make (`reportgen.record`), and hundreds are made at each start."""
    words = re.compile(r"^(from dataclasses|import dataclasses)", re.MULTILINE)
    assert [path.name for path in MODULES if words.search(path.read_text(encoding="utf-8"))] == []
