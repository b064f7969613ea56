"""Sets the PDFs of content files in one process, on one core, and prints how many a second: no check, no docx."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from reportgen.pipeline.check import check_file  # noqa: E402
from reportgen.pipeline.drafts import Draft  # noqa: E402
from reportgen.render.html import render_html  # noqa: E402
from reportgen.render.pdf.writer import render_pdf  # noqa: E402
from reportgen.world import now  # noqa: E402


def _weasyprint(draft: Draft) -> bytes:
    return render_pdf(render_html(draft.document, draft.template.frame, draft.template.looks), now()).content


ENGINES: dict[str, Callable[[Draft], bytes]] = {"weasyprint": _weasyprint}
"""By the name under which `--engine` knows them."""


def main() -> None:
    """The first PDF is not counted: it loads engine and fonts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=ENGINES, default="weasyprint")
    parser.add_argument("contents", nargs="+", type=Path)
    options = parser.parse_args()
    first, *others = [draft for path in options.contents for draft in check_file(path).drafts[:1]]
    ENGINES[options.engine](first)
    start = process_time()
    for draft in others:
        ENGINES[options.engine](draft)
    print(f"{len(others) / (process_time() - start):.1f}")


if __name__ == "__main__":
    main()
