"""The pictures of both READMEs (but for those of the gallery), from the report that `./script/report` builds.

Run as `.venv/bin/python docs/images/render.py`. Needs `pdftoppm` (poppler-utils).
Sixteen greys are enough for print and keep a page near 50 KB.
"""

import subprocess
from pathlib import Path

from PIL import Image, ImageOps

HERE = Path(__file__).parent
REPORT = HERE.parents[1] / "output" / "nanyang-2020.pdf"
PAGES = {1: "title", 8: "figures"}
DOTS_PER_INCH = 90

for number, name in PAGES.items():
    picture = HERE / f"nanyang-{name}.pgm"
    pages = ["-f", str(number), "-l", str(number), "-singlefile"]
    command = ["pdftoppm", "-gray", "-r", str(DOTS_PER_INCH), *pages, str(REPORT), str(picture.with_suffix(""))]
    subprocess.run(command, check=True)
    with Image.open(picture) as page:
        framed = ImageOps.expand(page, border=1, fill=200)
    framed.quantize(16).save(picture.with_suffix(".png"), optimize=True)
    picture.unlink()
