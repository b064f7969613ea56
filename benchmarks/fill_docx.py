"""A peer, run as a process of its own: docxtpl fills one template many times.

Arguments: the template, a JSON file of contexts by file name, and the folder to write to.
"""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate


def main(template: str, contexts: str, folder: str) -> None:
    for name, context in json.loads(Path(contexts).read_text(encoding="utf-8")).items():
        word = DocxTemplate(template)
        word.render(context)
        word.save(Path(folder) / f"{name}.docx")


if __name__ == "__main__":
    main(*sys.argv[1:])
