"""The documents of the corpus: a half to work with, one that nobody reads who works on the rules, and papers by writers
who had not seen the program."""

from enum import Enum
from pathlib import Path

from benchmarks.accuracy.corpus.source import Document, SourceProblem, read_document

HERE = Path(__file__).parent


class Half(Enum):
    """A half of the corpus; the value is its folder. What is not to work with shows no places."""

    DEVELOPMENT = "development"
    SEALED = "sealed"
    FRESH = "fresh"

    @property
    def folder(self) -> Path:
        """Where its documents stand."""
        return HERE / self.value


def documents(half: Half) -> list[Document]:
    """All its documents, by name. Raises SourceProblem."""
    return [read_document(path) for path in sorted(half.folder.glob("*.txt"))]


def readable(half: Half) -> tuple[list[Document], list[SourceProblem]]:
    """Its documents that can be read, and what is wrong with the others."""
    found: list[Document] = []
    problems: list[SourceProblem] = []
    for path in sorted(half.folder.glob("*.txt")):
        try:
            found.append(read_document(path))
        except SourceProblem as problem:
            problems.append(problem)
    return found, problems
