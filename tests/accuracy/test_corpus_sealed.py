"""The corpus itself: every source can be read and planted into, and nothing is tuned on the sealed half."""

import argparse
from pathlib import Path

import pytest
from benchmarks.accuracy.corpus.documents import Half, documents
from benchmarks.accuracy.corpus.judged import judgements
from benchmarks.accuracy.corpus.planted import cases
from benchmarks.accuracy.corpus.run import add_options, run_corpus
from benchmarks.accuracy.corpus.source import SourceProblem

ROOT = Path(__file__).resolve().parents[2]
UNREAD = sorted(path.stem for half in (Half.SEALED, Half.FRESH) for path in half.folder.glob("*.txt"))
CODE = sorted([*(ROOT / "src").rglob("*.py"), *(ROOT / "tests").rglob("*"), *(ROOT / "templates").rglob("*")])


@pytest.mark.parametrize("half", Half)
def test_every_document_can_be_read_and_planted_into(half: Half) -> None:
    """Of a sealed one the test says only where it fails. Those with 13 in their name have no marks."""
    try:
        bare = [document.name for document in documents(half) if not list(cases(document))]
    except SourceProblem as problem:
        pytest.fail(problem.where, pytrace=False)
    assert [name for name in bare if "13-" not in name] == []


def test_no_code_and_no_test_names_a_sealed_document() -> None:
    texts = {path: path.read_text(encoding="utf-8", errors="ignore") for path in CODE if path.is_file()}
    assert [(path.name, name) for path, text in texts.items() for name in UNREAD if name in text] == []


@pytest.mark.parametrize("option", ["--missed", "--found", "--unplanted"])
@pytest.mark.parametrize("half", ["sealed", "fresh"])
def test_what_nobody_reads_shows_no_places(half: str, option: str) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--missed", action="store_true")
    add_options(parser)
    with pytest.raises(SystemExit, match=f"{half} half shows no places"):
        run_corpus(parser.parse_args(["--corpus", half, option]))


def test_every_judgement_is_about_a_document_of_the_corpus() -> None:
    names = {document.name for half in Half for document in documents(half)}
    assert {name for name, _form, _code, _words in judgements()} <= names
