"""Random edits of the content files as revisions of Word files: accepted and refused, by our reader and LibreOffice.

    .venv/bin/python -m benchmarks.random_drafts --edits 200 --office

Every content file is composed, and its document changed as people change one (`tests.support.random_edits`), five edits
a draft. Both are made Word files; the newer one gets revisions. Accepted it must say what the newer one says, refused
what the older one says, paragraph by paragraph; no number may stand in part in a revision.
"""

import argparse
import sys
from pathlib import Path

from tests.support.random_drafts import EDITS_OF_A_DRAFT, trials, wrong_for_office, wrong_for_us

ROOT = Path(__file__).resolve().parents[1]
TOGETHER = 10
"""Drafts for which LibreOffice is started once."""


def main() -> int:
    """Try them all; the exit code is 1 when anything is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--edits", type=int, default=200, help="of each content file")
    parser.add_argument("--office", action="store_true", help="ask LibreOffice too, which takes minutes")
    parser.add_argument("--reviewed", action="store_true", help="as many again with ten revisions of a reviewer each")
    parser.add_argument("files", nargs="*", type=Path, default=sorted((ROOT / "content").glob("*.yaml")))
    asked = parser.parse_args()
    wrong = 0
    for content in asked.files:
        made = [*trials(content, asked.edits), *(trials(content, asked.edits, True) if asked.reviewed else ())]
        found = [line for trial in made for line in wrong_for_us(trial)]
        office = (
            [line for at in range(0, len(made), TOGETHER) for line in wrong_for_office(made[at : at + TOGETHER])]
            if asked.office
            else []
        )
        edits = len(made) * EDITS_OF_A_DRAFT
        print(f"{content.stem}: {edits} edits, wrong for us {len(found)}, for LibreOffice {len(office)}", flush=True)
        print("".join(f"  {line}\n" for line in (*found, *office)), end="", flush=True)
        wrong += len(found) + len(office)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
