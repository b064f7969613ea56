"""The limit, run as a process of its own: Typst compiles files. Arguments: fonts' folder, folder to write to, files."""

import sys
from pathlib import Path

import typst


def main(fonts: str, folder: str, *files: str) -> None:
    for file in files:
        pdf = Path(folder) / f"{Path(file).stem}.pdf"
        typst.compile(file, output=str(pdf), font_paths=[fonts], ignore_system_fonts=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
