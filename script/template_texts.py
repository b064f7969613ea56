"""What the Word templates hold, as text beside them, so that a change of a .docx can be reviewed.

python script/template_texts.py            write every template.txt and looks.txt anew
python script/template_texts.py --check    exit 1 when one of them is not as its .docx is
python script/template_texts.py --sync     first take what was changed in looks.docx since the last commit over
                                           into every template.docx (wherever it said the same until now)
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from reportgen.model.frame import (
    Counter,
    Edge,
    FrameBlocks,
    FrameIf,
    FrameItem,
    FrameLine,
    FrameRow,
    FrameTable,
    Piece,
    Slot,
)
from reportgen.model.look import PAGES, Page, PageNumber
from reportgen.word.looks import following, own_properties
from reportgen.word.package import Package
from reportgen.word.template import Template, read_template
from reportgen.world import packs_folder, shared_looks

LOOKS = "looks.txt"
_NOTE = "# 由 script/template_texts.py 生成，不用手改；docx 改了以后再运行一次，两次的差别就是改了什么。"
_INDENT = "  "


def texts() -> dict[Path, str]:
    """Every text by its file."""
    templates = sorted(packs_folder().glob("*/template.docx"))
    found = {path.with_suffix(".txt"): _template_text(path) for path in templates}
    return {packs_folder() / LOOKS: _looks_text(), **found}


def stale() -> list[str]:
    """The files that are missing or not as their template is."""
    wanted = texts()
    there = {*packs_folder().glob("*/template.txt"), *packs_folder().glob(LOOKS)}
    old = {path for path, text in wanted.items() if path not in there or path.read_text(encoding="utf-8") != text}
    return sorted(str(path.relative_to(packs_folder())) for path in old | (there - wanted.keys()))


def write() -> list[str]:
    """Bring the files up to date; the names of those that changed."""
    changed = stale()
    for path, text in texts().items():
        path.write_text(text, encoding="utf-8")
    return changed


def sync() -> list[str]:
    """Take over into the templates what was changed in looks.docx since the last commit; the names of those changed."""
    name = shared_looks().relative_to(Path.cwd())
    last = subprocess.run(["git", "show", f"HEAD:{name}"], capture_output=True, check=True).stdout
    former, base = Package("HEAD", last), _package(shared_looks())
    changed = []
    for path in sorted(packs_folder().glob("*/template.docx")):
        package = _package(path)
        merged = following(package, base, former)
        if merged is not package:
            path.write_bytes(merged.content)
            changed.append(path.parent.name)
    return changed


def _package(path: Path) -> Package:
    return Package(str(path), path.read_bytes())


def _looks_text() -> str:
    nothing = Package("", _package(shared_looks()).with_parts({"word/styles.xml": None}).content)
    template, _found = read_template(shared_looks())
    lines = [_NOTE, "# 各个模板共用的样式；长度是 Word 的单位（二十分之一磅），sz 是半磅。", *_page_lines(template)]
    return _joined([*lines, "", "样式：", *_styles(own_properties(_package(shared_looks()), nothing))])


def _template_text(path: Path) -> str:
    template, _found = read_template(path)
    own = own_properties(_package(path), _package(shared_looks()))
    lines = [_NOTE, "# 样式、纸张照 ../looks.txt，下面只列不同的。"]
    shared, _none = read_template(shared_looks())
    if list(_page_lines(template)) != list(_page_lines(shared)):
        lines += _page_lines(template)
    lines += ["", "正文区：", *_items(template.frame.items, 1)]
    for name, edge in (("页眉", template.frame.head), ("页脚", template.frame.foot)):
        lines += _edge(name, edge)
    return _joined([*lines, *(["", "自己的样式：", *_styles(own)] if own else [])])


def _joined(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def _page_lines(template: Template) -> Iterator[str]:
    page: Page = template.looks.page
    yield f"纸张：{page.width:g} × {page.height:g} 磅"
    sides = (("上", page.top), ("下", page.bottom), ("左", page.left), ("右", page.right))
    margins = "，".join(f"{side} {size:g}" for side, size in sides)
    yield f"页边距：{margins}；页眉 {page.header:g}，页脚 {page.footer:g} 磅"
    for side, number in (("单页", template.looks.odd), ("双页", template.looks.even)):
        if number:
            yield f"{side}页码：{_number(number)}（{number.style.name}）"
    if not template.looks.first_numbered:
        yield "首页不排页码"


def _number(number: PageNumber) -> str:
    return f"{number.before}1{number.after}".replace(PAGES, "9")


def _styles(styles: dict[str, dict[tuple[str, str], str]]) -> Iterator[str]:
    for name, properties in sorted(styles.items()):
        yield f"{_INDENT}{name}"
        for (tag, attribute), text in sorted(properties.items()):
            label = "照" if tag == "basedOn" else f"{tag}.{attribute}" if attribute else tag
            yield f"{_INDENT * 2}{label} {text or '（不写）'}"


def _edge(name: str, edge: Edge) -> Iterator[str]:
    for kind, items in (("单页", edge.odd), ("双页", edge.even), ("首页", edge.first or ())):
        if items:
            yield from ("", f"{kind}的{name}：", *_items(items, 1))


def _items(items: tuple[FrameItem, ...], depth: int) -> Iterator[str]:
    indent = _INDENT * depth
    for item in items:
        match item:
            case FrameLine():
                words = "".join(map(_piece, item.pieces())).replace("\t", "→").replace("\n", "↵")
                yield f"{indent}{item.style.name}：{words}"
                for box in item.boxes():
                    yield from (f"{indent}文本框：", *_items(box.items, depth + 1))
            case FrameBlocks():
                yield f"{indent}{{{{p {item.name} }}}}"
            case FrameIf():
                yield f"{indent}有「{item.name}」时："
                yield from _items(item.items, depth + 1)
                yield from ([f"{indent}没有时：", *_items(item.otherwise, depth + 1)] if item.otherwise else [])
            case FrameTable():
                yield f"{indent}表格，列宽 {'、'.join(f'{width:g}' for width in item.widths)} 磅："
                yield from _items(item.items, depth + 1)
            case FrameRow():
                for number, cell in enumerate(item.cells, start=1):
                    yield f"{indent}第 {number} 格："
                    yield from _items(cell.items, depth + 1)


def _piece(piece: Piece) -> str:
    match piece:
        case str():
            return piece
        case Slot():
            return f"{{{{ {piece.name} }}}}"
        case Counter():
            return {Counter.PAGE: "［页码］", Counter.PAGES: "［总页数］"}[piece]
        case _:
            return f"［{type(piece).__name__} {piece.width:g} × {piece.height:g}］"


def main() -> int:
    if "--check" in sys.argv[1:]:
        found = stale()
        print(f"templates: {len(found)} stale  {' '.join(found)}".rstrip())
        return 1 if found else 0
    if "--sync" in sys.argv[1:]:
        print(f"templates: looks taken over by {' '.join(sync()) or 'none'}")
    print(f"templates: {len(write())} texts written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
