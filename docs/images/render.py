"""The pictures of both READMEs (but for those of the gallery), from the report that `./script/report` builds, and that
of the guide to next year's report, from the same report rolled.

That of a 花脸稿 in the guide is made of the example of a pack.

Run as `.venv/bin/python docs/images/render.py`. Needs `pdftoppm` (poppler-utils).
Sixteen greys are enough for print and keep a page near 50 KB.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.pipeline.rolling import roll_file

HERE = Path(__file__).parent
REPORT = HERE.parents[1] / "output" / "nanyang-2020.pdf"
EXAMPLE = HERE.parents[1] / "templates" / "dept-evaluation" / "example.yaml"
CHANGES = (
    ("主要职责是科普展览、科普活动和", "主要职责是科普展览和"),
    ("全年免费开放展厅，", "全年免费开放展厅和科普广场，"),
    ("批复: 320.00", "批复: 335.00"),
)
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


def draw_marked_draft() -> None:
    """The upper part of a page with marks, in colours."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = EXAMPLE.read_text(encoding="utf-8")
        (folder / "old.yaml").write_text(text, encoding="utf-8")
        for old, new in CHANGES:
            text = text.replace(old, new, 1)
        (folder / "new.yaml").write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "reportgen", "diff", "old.yaml", "new.yaml", "--format", "pdf", "-o", "."]
        subprocess.run(command, cwd=folder, check=True)
        (pdf,) = folder.glob("*.pdf")
        command = ["pdftoppm", "-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile", str(pdf), str(folder / "page")]
        subprocess.run(command, check=True)
        with Image.open(folder / "page.png") as page:
            cut = page.crop((40, 186, page.width - 40, 716))
            framed = ImageOps.expand(cut, border=1, fill=(200, 200, 200))
        framed.quantize(48, Image.Quantize.MAXCOVERAGE).save(HERE / "marked-draft.png", optimize=True)


draw_marked_draft()
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
