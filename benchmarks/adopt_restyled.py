"""How well reports of other hands are adopted: texts × styles × the program that saved them last, as a table.

Each text is the document of a content file; the styles are those of `tests.support.restyled`. A heading is right when
its words come back at its level. Text is kept when it is printed again, or listed as having no place.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.support.adopted import again, headings, lines_of, printed_by, squeezed
from tests.support.restyled import RESTYLINGS, in_other_words
from tests.support.word import converted_together

from reportgen.adopt.values import Certainty
from reportgen.pipeline.adopted import adopt_file
from reportgen.pipeline.check import check_file
from reportgen.pipeline.drafts import Draft
from reportgen.record import Struct, field

ROOT = Path(__file__).resolve().parents[1]
SOURCES = (
    "content/nanyang-2020.yaml",
    "content/linze-2023.yaml",
    "content/tangshan-2021.yaml",
    "templates/guangdong-dept/example.yaml",
    "templates/hunan-dept/example.yaml",
)
_NAMES = {
    "automatic": "Word 自动编号，大纲级别整体低一级",
    "bold": "全部是正文样式，小标题加粗",
    "boxed": "标题在文本框里，编号写成「一.」「1、」，表格按页断开",
    "pasted": "编号全部丢失，字号分级",
    "faced": "前三级编号丢失，黑体、楷体、加粗分级",
    "typed": "没有任何格式，只有手打的编号",
    "reworded": "小标题换了说法，编号丢失",
}


class Measured(Struct):
    """Of one style: headings, those at the right level, lines, those that are kept, and how long each file took."""

    headings: int = 0
    right: int = 0
    lines: int = 0
    kept: int = 0
    times: list[float] = field(default_factory=list)

    def row(self, name: str) -> str:
        """As a row of the table."""
        share, kept = 100 * self.right / max(self.headings, 1), 100 * self.kept / max(self.lines, 1)
        return f"| {name} | {self.right}/{self.headings}（{share:.1f}%） | {kept:.1f}% | {median(self.times):.2f} 秒 |"


def main() -> None:
    """Print a row for each style, saved by python-docx and saved again by LibreOffice."""
    mains = [check_file(ROOT / source).main for source in SOURCES]
    drafts = [draft for draft in mains if draft is not None]
    print("| 样子 | 小标题级别对 | 文字保留 | 一份用时（中位数） |")
    print("|---|---|---|---|")
    for hand in RESTYLINGS:
        with TemporaryDirectory() as folder:
            files = list(_restyled(drafts, hand, Path(folder)))
            print(_measured(drafts, files, hand).row(_NAMES[hand]))
            again_by = Path(folder) / "LibreOffice"
            again_by.mkdir()
            files = converted_together(files, again_by, "docx")
            print(_measured(drafts, files, hand).row(_NAMES[hand] + "；再由 LibreOffice 另存"))


def _restyled(drafts: list[Draft], hand: str, folder: Path) -> Iterator[Path]:
    for number, draft in enumerate(drafts):
        path = folder / f"{number}.docx"
        path.write_bytes(RESTYLINGS[hand](draft.document))
        yield path


def _measured(drafts: list[Draft], files: list[Path], hand: str) -> Measured:
    measured = Measured()
    for draft, path in zip(drafts, files, strict=True):
        start = perf_counter()
        adoption = adopt_file(path, draft.pack)
        measured.times.append(perf_counter() - start)
        wanted, found = headings(draft.document), headings(again(adoption)[0].document)
        if hand == "reworded":
            wanted = [(in_other_words(words), level) for words, level in wanted]
        measured.headings += len(wanted)
        measured.right += sum(heading in found for heading in wanted)
        if missed := [heading for heading in wanted if heading not in found]:
            print(f"{hand} {path}: {missed}", file=sys.stderr)
        unplaced = [remark.words for remark in adoption.remarks if remark.certainty is Certainty.UNPLACED]
        kept = printed_by(adoption) + squeezed(unplaced)
        lines = lines_of(path)
        measured.lines += len(lines)
        measured.kept += sum(words in kept for words in lines)
        if lost := [words for words in lines if words not in kept]:
            print(f"{hand} {path}: {lost}", file=sys.stderr)
    return measured


if __name__ == "__main__":
    main()
