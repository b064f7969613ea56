"""The limit, run as a process of its own: Typst compiles files. Arguments: fonts' folder, folder to write to, files."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

# Installed for the benchmark alone: to the type checker it may be missing.
typst: Any = import_module("typst")


def main(fonts: str, folder: str, *files: str) -> None:
    for file in files:
        pdf = Path(folder) / f"{Path(file).stem}.pdf"
        typst.compile(file, output=str(pdf), font_paths=[fonts], ignore_system_fonts=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
