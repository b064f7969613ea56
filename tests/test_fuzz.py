"""A short run of `./script/fuzz`: whatever stands in a content file or a template, the program answers."""

import random
from pathlib import Path

from benchmarks.fuzz.content import mutated
from benchmarks.fuzz.run import fuzz_content, fuzz_templates, is_answered, seeds
from benchmarks.fuzz.template import mutated_pack

CONTENT, TEMPLATES = 60, 4


def test_mutations_of_content_files_are_answered(tmp_path: Path) -> None:
    assert list(fuzz_content(CONTENT, random.Random(20240305), tmp_path)) == []


def test_mutations_of_templates_are_answered(tmp_path: Path) -> None:
    assert list(fuzz_templates(TEMPLATES, random.Random(20240305), tmp_path)) == []


def test_equal_dice_give_equal_mutations(tmp_path: Path) -> None:
    """So a failure can be made again by its seed."""
    text = seeds()[0].read_text(encoding="utf-8")
    assert mutated(text, random.Random(1)) == mutated(text, random.Random(1)) != text
    for name in "ab":
        mutated_pack(seeds()[-1].parent, tmp_path / name, random.Random(5))
    files = [{path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.*")} for name in "ab"]
    assert files[0] == files[1]


def test_a_fault_or_an_unfinished_file_is_no_answer() -> None:
    assert is_answered(1, "错误 1 处")
    assert not is_answered(4, "a.yaml 没有处理：程序内部错误（IndexError）")
    assert not is_answered(2, "a.yaml 没有处理完：用了 10 秒还没有结束")
