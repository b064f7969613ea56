"""What tests of review share: a letter that was sent out."""

from pathlib import Path

import pytest
from tests.support.letters import LETTER

from reportgen.pipeline.build import Built, build_file


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The letter of a water bureau as it went round."""
    path = tmp_path_factory.mktemp("letter") / "letter.yaml"
    path.write_text(LETTER, encoding="utf-8")
    return build_file(path, (), ("docx", "pdf"))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Its content file, at home."""
    path = tmp_path / "letter.yaml"
    path.write_text(LETTER, encoding="utf-8")
    return path
