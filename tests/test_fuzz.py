"""A short run of `./script/fuzz`: whatever stands in a file, of ours or of strangers, the program answers."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.fuzz import content, docx, pdf, watched
from benchmarks.fuzz.answers import Answer, is_answered
from benchmarks.fuzz.originals import make_originals, originals
from benchmarks.fuzz.run import MOMENT
from benchmarks.fuzz.template import mutated_pack
from benchmarks.fuzz.trials import KINDS, Trial, seeds, trials

SEED = 20240305
MUTANTS = {"content": 50, "template": 6, "docx": 16, "pdf": 14}


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder to work in, with a report and a form to be mutated."""
    folder = tmp_path_factory.mktemp("fuzz")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", MOMENT)
        patch.chdir(folder)
        make_originals(folder / "originals", ["dept-scoring", "official-letter"])
        yield folder


@pytest.mark.parametrize("kind", KINDS)
def test_mutants_are_answered(ground: Path, kind: str) -> None:
    found = list(trials(kind, range(MUTANTS[kind]), SEED, ground))
    assert [each for each in found if each.wrong] == []
    codes = {answer.code for each in found for answer in each.answers}
    assert codes >= {0, 2}, "some are refused, and not all at the door"


def test_where_a_process_ends_its_mutant_is_given_to_the_program_alone(
    ground: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As users would: a library may end the process, and the others go on."""
    monkeypatch.setattr(watched, "_batch", lambda *_asked: iter(()))
    (ground / "pdf-7").mkdir()
    (ground / "pdf-7" / "commands.json").write_text('[["check", "没有.pdf"]]', encoding="utf-8")
    first, second = watched.watched("pdf", range(7, 9), SEED, ground)
    assert [(each.code, each.told) for each in first.answers] == [(2, "没有这个文件：没有.pdf\n")]
    assert (second.name, second.answers) == ("pdf-8", ()), "it was not even made"


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_equal_dice_give_equal_mutants(ground: Path, ending: str) -> None:
    """So a failure can be made again by its seed."""
    text = originals(ground / "originals", ending)[0].path.read_bytes()
    made = docx.mutated if ending == ".docx" else pdf.mutated
    for number in range(4):
        one, other = (made(text, random.Random(number)) for _time in range(2))
        assert one == other != text


def test_equal_dice_give_equal_contents_and_packs(tmp_path: Path) -> None:
    text = seeds()[0].read_text(encoding="utf-8")
    assert content.mutated(text, random.Random(1)) == content.mutated(text, random.Random(1)) != text
    for name in "ab":
        mutated_pack(seeds()[-1].parent, tmp_path / name, random.Random(5))
    files = [{path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.*")} for name in "ab"]
    assert files[0] == files[1]


def test_a_fault_or_an_unfinished_file_is_no_answer() -> None:
    assert is_answered(1, "错误 1 处")
    assert not is_answered(4, "a.yaml 没有处理：程序内部错误（IndexError）")
    assert not is_answered(2, "a.yaml 没有处理完：用了 10 秒还没有结束")
    assert not is_answered(3, "读写某个文件时出错")
    assert not is_answered(-6, "")
    assert Answer(("check", "a.pdf"), 0, "没有发现问题", seconds=11).wrong


def test_of_pdfs_alone_it_may_be_said_that_they_take_too_much() -> None:
    """Some are bombs: forms that draw themselves twice."""
    stopped = Answer(("check", "a"), 2, "a 没有处理完：用的内存超过 1.5 GB")
    assert Trial("docx-1", (stopped,)).wrong
    assert not Trial("pdf-1", (stopped,)).wrong
