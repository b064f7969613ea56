"""The program as it is run in a shell, without starting another process."""

from pathlib import Path

import pytest

from reportgen.cli import main


class Shell:
    """Runs commands in a folder of its own and keeps what they print."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capture = capture

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def built(self, folder: str = "output") -> list[str]:
        """The names of the documents in a folder: without reports, and what is kept of how they were made."""
        names = sorted(path.name for path in (self.folder / folder).iterdir())
        return [name for name in names if not name.startswith((".reportgen", "build-report."))]

    def run(self, *words: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stopped:
            main([str(word) for word in words])
        out, err = self.capture.readouterr()
        return int(stopped.value.code or 0), out, err
