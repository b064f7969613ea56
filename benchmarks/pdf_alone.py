"""Sets the PDFs of content files in one process, on one core, and prints how many a second: no check, no docx."""

import argparse
import sys
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from reportgen.model.engine import DEFAULT_ENGINE, Engine  # noqa: E402
from reportgen.pipeline.check import check_file  # noqa: E402
from reportgen.pipeline.pages import PdfOptions, print_draft  # noqa: E402
from reportgen.world import now  # noqa: E402


def main() -> None:
    """The first PDF is not counted: it loads engine and fonts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", type=Engine, choices=list(Engine), default=DEFAULT_ENGINE)
    parser.add_argument("contents", nargs="+", type=Path)
    asked = parser.parse_args()
    options = PdfOptions(asked.engine, now())
    first, *others = [draft for path in asked.contents for draft in check_file(path).drafts[:1]]
    print_draft(first, options)
    start = process_time()
    for draft in others:
        print_draft(draft, options)
    print(f"{len(others) / (process_time() - start):.1f}")


if __name__ == "__main__":
    main()
