"""The pictures of both READMEs (but for those of the gallery), from the report that `./script/report` builds, and that
of the guide to next year's report, from the same report rolled.

Run as `.venv/bin/python docs/images/render.py`. Needs `pdftoppm` (poppler-utils).
Sixteen greys are enough for print and keep a page near 50 KB.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.pipeline.rolling import roll_file

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

NEXT_YEARS = (3, 18)
"""A page with figures to be filled in, and one with measures to be answered."""

with tempfile.TemporaryDirectory() as folder:
    source = Path(folder) / "nanyang-2020.yaml"
    shutil.copy(HERE.parents[1] / "content" / source.name, source)
    rolled = roll_file(source, ()).rolled.text
    pdf = Path(folder) / "2021.pdf"
    pdf.write_bytes(build(check_text(rolled, str(source.with_name("nanyang-2021.yaml"))), ("pdf",)).outputs["pdf"])
    pictures = []
    for number in NEXT_YEARS:
        picture = Path(folder) / f"{number}.ppm"
        pages = ["-f", str(number), "-l", str(number), "-singlefile"]
        subprocess.run(["pdftoppm", "-r", "70", *pages, str(pdf), str(picture.with_suffix(""))], check=True)
        pictures.append(Image.open(picture))
    both = Image.new("RGB", (sum(page.width for page in pictures) + 12, pictures[0].height), "#888")
    both.paste(pictures[0], (0, 0))
    both.paste(pictures[1], (pictures[0].width + 12, 0))
    ImageOps.expand(both, border=1, fill="#888").quantize(16).save(HERE / "nanyang-2021.png", optimize=True)
