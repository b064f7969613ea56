"""Measures whether Typst may set the pages by default; prints Markdown, and exits with 1 where a gate fails.

    ./script/engines [--write] [FILE …]

`--write` puts it into docs/engines.md. Files: other content files than all that the project ships.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.engines.documents import ROOT, content_files, printed_documents, show_to_office
from benchmarks.engines.gates import gates
from benchmarks.engines.page import page

PAGE = ROOT / "docs" / "engines.md"


def main() -> None:
    """Print the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="content files (default: all)")
    parser.add_argument("--write", action="store_true", help="also write docs/engines.md")
    options = parser.parse_args()
    documents = printed_documents(options.files or content_files())
    with tempfile.TemporaryDirectory(prefix="reportgen-engines-") as folder:
        found = list(gates(documents, show_to_office(documents, Path(folder))))
    text = page(documents, found)
    print(text)
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    sys.exit(any(gate.failures for gate in found))


if __name__ == "__main__":
    main()
