"""The gallery of document types: docs/模板一览.md and a picture of each, made from templates/ alone.

Run as `.venv/bin/python docs/gallery.py`, with the names of packs to draw only those anew. Needs `pdftoppm`
(poppler-utils). The picture is the first page of the pack's own example: what the page says, and what it shows, cannot
fall behind the packs unseen. `tests/test_docs_gallery.py` compares the words.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

from reportgen.packs.fields import FieldType
from reportgen.packs.loader import load_pack, pack_folders
from reportgen.packs.outline import AnnexStep, FormStep, TurnStep, sections, steps_of
from reportgen.packs.pack import Pack
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file

HERE = Path(__file__).parent
PAGE = HERE / "模板一览.md"
PICTURES = HERE / "images" / "gallery"
DOTS_PER_INCH = 90
COLOURS = 16
"""Enough for print; a letterhead keeps its red."""
HEAD = """\
# 模板一览

程序自带 {count} 个文种，每个都能直接用。先在这里挑，再写出一个待填的内容文件：

```sh
reportgen new 文种的名称
```

一个单位一年要做几份的，把几个文种写在一条命令里，写出的是一个内容文件。文件里每一栏都有说明，填好后运行 `reportgen build 文件`。
怎样写见[内容文件怎么写](内容文件怎么写.md)；没有合用的，见[自己做一个模板](自己做一个模板.md)。

下面的图是各模板示例的第一页，示例里的单位和数字都是虚构的。
这一页由 `docs/gallery.py` 从 `templates/` 生成，不用手改。

"""


def packs() -> list[Pack]:
    """Every pack of the program, reports before forms, by folder."""
    read = [pack for pack, _found in map(load_pack, pack_folders()) if pack]
    return sorted(read, key=_is_form)


def _is_form(pack: Pack) -> bool:
    return not any(sections(pack.outline))


def page(known: list[Pack]) -> str:
    """The text of the page."""
    lines = ["| 文种 | 做出 | 版面 |", "|---|---|---|"]
    lines += [f"| [{pack.title}](#{_anchor(pack.title)}) | {_outputs(pack)} | {_paper(pack)} |" for pack in known]
    for heading, forms in (("报告", False), ("表", True)):
        lines += ["", f"## {heading}"]
        for pack in known:
            lines += _entry(pack, known) if _is_form(pack) is forms else ()
    return HEAD.format(count=len(known)) + "\n".join(lines) + "\n"


def _anchor(title: str) -> str:
    """As GitHub makes it: words and hyphens."""
    return re.sub(r"[^\w-]", "", title).lower()


def _entry(pack: Pack, known: list[Pack]) -> Iterator[str]:
    titles = {other.name: other.title for other in known}
    base = re.search(r"^继承: *(\S+)", (pack.folder / "pack.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    annexes = [step.pack for step in steps_of(pack.outline) if isinstance(step, AnnexStep)]
    yield from ("", f"### {pack.title}", "", f"{pack.meaning}。", "")
    yield f"- 必填：{'、'.join(_names(pack, required=True))}"
    if optional := _names(pack, required=False):
        yield f"- 可选：{'、'.join(optional)}"
    if annexes:
        yield f"- 可以装订的附件：{'、'.join(titles.get(name, name) for name in annexes)}"
    yield f"- 做出：{_outputs(pack)}；{_paper(pack)}"
    if pack.basis:
        yield f"- 依据：{pack.basis}"
    inherited = f"，继承 `{base[1]}`" if base else ""
    yield f"- 文件夹：[`{pack.name}`](../templates/{pack.name}){inherited}"
    yield from ("", f'<img src="images/gallery/{pack.name}.png" width="420" alt="{pack.title}示例的第一页">')


def _names(pack: Pack, required: bool) -> list[str]:
    """As `reportgen packs` lists them."""
    leaves = {path: field for path, field in pack.paths().items() if field.type is not FieldType.RECORD}
    return [path for path, field in leaves.items() if field.required is required]


def _outputs(pack: Pack) -> str:
    steps = list(steps_of(pack.outline))
    if any(isinstance(step, FormStep) for step in steps):
        return "docx、PDF、xlsx"
    return "docx、PDF，附件是表的加 xlsx" if any(isinstance(step, AnnexStep) for step in steps) else "docx、PDF"


def _paper(pack: Pack) -> str:
    turns = [step.landscape for step in steps_of(pack.outline) if isinstance(step, TurnStep)]
    return "A4 横排" if any(turns) else "A4 竖排"


def draw(pack: Pack) -> None:
    """The first page of the pack's example as a picture."""
    made = build(check_file(pack.folder / "example.yaml"), ("pdf",))
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "example.pdf", Path(folder) / "page"
        source.write_bytes(made.outputs["pdf"])
        pages = ["-f", "1", "-l", "1", "-singlefile"]
        command = ["pdftoppm", "-r", str(DOTS_PER_INCH), *pages, str(source), str(target)]
        subprocess.run(command, check=True)
        with Image.open(target.with_suffix(".ppm")) as image:
            framed = ImageOps.expand(image, border=1, fill=(200, 200, 200))
        framed.quantize(COLOURS).save(PICTURES / f"{pack.name}.png", optimize=True)


def main(names: list[str]) -> None:
    """Write the page, and the pictures of the packs named, or of all."""
    known = packs()
    PAGE.write_text(page(known), encoding="utf-8")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for pack in known:
        if not names or pack.name in names:
            draw(pack)


if __name__ == "__main__":
    main(sys.argv[1:])
