"""`check --fix`, `--unsafe-fixes` and `--diff`: what is changed in content files, and how it is told."""

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from reportgen.cli.console import complain, complain_of, paint, show
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import guarded
from reportgen.cli.settled import Terms
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.selection import Selection
from reportgen.errors import ReportgenError
from reportgen.finished.file_types import is_known
from reportgen.language import _
from reportgen.pipeline.check import check_text, read_content
from reportgen.pipeline.fix import Fixed, fix_text
from reportgen.record import Struct
from reportgen.source.encoding import Decoded
from reportgen.source.reader import split_lines
from reportgen.world import replace_text

_COLORS = {"+": "green", "-": "red", "@": "cyan"}


class Change(Struct, frozen=True):
    """What the repairs of a file come to."""

    path: Path
    before: Decoded
    fixed: Fixed

    def write(self) -> None:
        """Put the new text into the file. Raises EnvironmentProblem when the disk refuses."""
        if self.before.name or self.fixed.text != self.before.text:
            replace_text(self.path, self.before.text, self.fixed.text, self.before.encoding)

    def diff(self) -> str:
        """The change as a unified diff; empty when there is none."""
        name, old, new = str(self.path), split_lines(self.before.text), split_lines(self.fixed.text)
        lines = difflib.unified_diff(old, new, name, name, lineterm="")
        return "\n".join(paint(line, _COLORS[line[0]]) if line[:1] in _COLORS else line for line in lines)

    def told(self, written: bool = True) -> Iterator[str]:
        """What was changed by code, or would be, and what cannot be."""
        if self.before.name:
            names = {"path": self.path, "encoding": self.before.name}
            yield (
                _("{path} 是 {encoding} 编码，已另存为 UTF-8", **names)
                if written
                else _("{path} 是 {encoding} 编码，会另存为 UTF-8", **names)
            )
        words = {"count": len(self.fixed.done), "codes": _counted(self.fixed.done)}
        if self.fixed.done:
            yield _("已改 {count} 处：{codes}", **words) if written else _("可改 {count} 处：{codes}", **words)
        for finding in self.fixed.refused:
            where = {"code": finding.code, "place": finding.place}
            yield _("没有改 {code}（{place}）：改了以后文件的格式或内容会错，请自己改", **where)


def change(path: Path, roots: tuple[Path, ...], selection: Selection, unsafe: bool) -> Change:
    """Repair the text of a content file; nothing is written yet. Raises UsageProblem when it cannot be read."""
    before = read_content(path)

    def wanted(finding: Diagnostic) -> bool:
        return selection.tells(finding) and bool(finding.offer and (finding.offer.safe or unsafe))

    return Change(path, before, fix_text(before.text, lambda new: check_text(new, str(path), roots), wanted))


def show_diffs(files: list[Path], settled: Callable[[Path], Terms], unsafe: bool) -> int:
    """What `--fix` would change in each file, without changing it; 1 when that is anything."""
    code = 0
    for path in files:
        try:
            refuse_unusable(path, finished=True)
            words = left_alone(path)
            made = None if words else _change(path, settled(path), unsafe)
        except ReportgenError as problem:
            code = max(code, complain_of(problem))
            continue
        for note in made.told(written=False) if made else (words,):
            complain(note)
        if made and (diff := made.diff()):
            show(diff)
            code = max(code, 1)
    return code


def _change(path: Path, terms: Terms, unsafe: bool) -> Change:
    return guarded(path, terms.limits, partial(change, path, terms.roots, terms.selection, unsafe))


def left_alone(path: Path) -> str:
    """Why a file is never changed; empty for content files."""
    return _("{path} 是别人写成的文件，--fix 不改它，只列出问题", path=path) if is_known(path) else ""


def _counted(findings: Iterable[Diagnostic]) -> str:
    """`PUN001 汉字之间用了半角标点 5 处，FMT003 …`, the most frequent first."""
    counts = Counter((finding.code, finding.title) for finding in findings)
    return _("，").join(
        _("{code} {title} {count} 处", code=code, title=title, count=count)
        for (code, title), count in counts.most_common()
    )
