"""A document as PDF: its Word file through LibreOffice, many files in one go, each kept under its digest."""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from benchmarks.accuracy.corpus.source import Document
from benchmarks.accuracy.corpus.workers import spread
from benchmarks.accuracy.corpus.written.docx import as_docx

_ROOT = Path(__file__).resolve().parents[4]
_FONTS = _ROOT / "src" / "reportgen" / "fonts"
_FONT_MAP = _ROOT / "tests" / "support" / "fonts.conf.in"
_AT_ONCE = 40
"""Files of one run of LibreOffice."""
_PATIENCE = 600


class NoPdf(RuntimeError):
    """LibreOffice is not there, or has made no PDF."""


def kept_pdf(document: Document) -> Path:
    """Where the PDF of a document is kept."""
    return _store() / f"{sha256(as_docx(document)).hexdigest()[:32]}.pdf"


def make_pdfs(documents: Iterable[Document]) -> None:
    """Make the PDFs that are not kept yet. Raises NoPdf."""
    waiting = {path: each for each in documents if not (path := kept_pdf(each)).is_file()}
    batches = [list(waiting.items())[at : at + _AT_ONCE] for at in range(0, len(waiting), _AT_ONCE)]
    spread(_convert, batches)


def _convert(batch: Sequence[tuple[Path, Document]]) -> None:
    """One run of LibreOffice, with a profile of its own: two of them cannot share one."""
    with tempfile.TemporaryDirectory(prefix="reportgen-corpus-") as name:
        folder = Path(name)
        for path, document in batch:
            (folder / f"{path.stem}.docx").write_bytes(as_docx(document))
        _run_office(folder)
        for path, document in batch:
            made = folder / path.name
            if not made.is_file():
                raise NoPdf(f"LibreOffice made no PDF of {document.name}")
            shutil.copyfile(made, path.with_suffix(".part"))
            path.with_suffix(".part").replace(path)


def _run_office(folder: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        raise NoPdf("no soffice: script/test installs it")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    fonts = os.environ | {"FONTCONFIG_FILE": str(_font_map())}
    run = subprocess.run(command, capture_output=True, text=True, env=fonts, timeout=_PATIENCE, check=False)
    if run.returncode:
        raise NoPdf(f"LibreOffice: {run.stdout}{run.stderr}")


@cache
def _font_map() -> Path:
    """The program's own fonts under the names that Word files ask for, so that pages are the same everywhere."""
    home = Path(tempfile.mkdtemp(prefix="reportgen-corpus-fonts-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    words = _FONT_MAP.read_text(encoding="utf-8").replace("@FONTS@", str(_FONTS))
    (home / "fonts.conf").write_text(words.replace("@CACHE@", str(home / "cache")), encoding="utf-8")
    return home / "fonts.conf"


@cache
def _store() -> Path:
    folder = Path(tempfile.gettempdir()) / f"reportgen-corpus-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
