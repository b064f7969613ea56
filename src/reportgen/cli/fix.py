"""`check --fix`, `--unsafe-fixes` and `--diff`: what is changed in content files, and how it is told."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from reportgen.cli.console import complain, complain_of, show
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import guarded
from reportgen.cli.settled import Terms
from reportgen.cli.unified import unified_diff
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.selection import Selection
from reportgen.errors import ReportgenError
from reportgen.finished.file_types import DOCX, is_known
from reportgen.language import _
from reportgen.pipeline.check import check_text, read_content
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.fix import Fixed, fix_text
from reportgen.record import Struct
from reportgen.source.encoding import Decoded
from reportgen.world import replace_text


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
        name = str(self.path)
        return "\n".join(unified_diff(self.before.text, self.fixed.text, name, name))

    def told(self, written: bool = True) -> Iterator[str]:
        """What was changed by code, or would be, and what cannot be."""
        if self.before.name:
            names = {"path": self.path, "encoding": self.before.name}
            yield (
                _("{path} 是 {encoding} 编码，已另存为 UTF-8", **names)
                if written
                else _("{path} 是 {encoding} 编码，会另存为 UTF-8", **names)
            )
        words = {"count": len(self.fixed.done), "codes": counted(self.fixed.done)}
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


def mend(path: Path, terms: Terms, unsafe: bool) -> tuple[Checked | None, tuple[str, ...]]:
    """Make the repairs of a file: the file, or its copy, as it then is, and what is told of it; None when none is made.

    Raises UsageProblem when it cannot be read, EnvironmentProblem when the disk refuses.
    """
    if is_word(path):
        from reportgen.cli.reset import relay

        relaid = relay(path, terms.roots, terms.selection, unsafe)
        relaid.write()
        return relaid.relaid.checked, tuple(relaid.told())
    if alone := left_alone(path):
        return None, (alone,)
    made = change(path, terms.roots, terms.selection, unsafe)
    made.write()
    return made.fixed.checked, tuple(made.told())


def show_diffs(files: list[Path], settled: Callable[[Path], Terms], unsafe: bool) -> int:
    """What `--fix` would change in each file, without changing it; 1 when that is anything."""
    code = 0
    for path in files:
        try:
            refuse_unusable(path, finished=True)
            words = left_alone(path)
            if is_word(path):
                code = max(code, _show_layout(path, settled(path), unsafe))
                continue
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


def is_word(path: Path) -> bool:
    """Whether it is a Word file, whose layout is set in a copy."""
    return path.suffix.lower() == DOCX


def _show_layout(path: Path, terms: Terms, unsafe: bool) -> int:
    """What would be set in the copy of a Word file; 1 when that is anything."""
    from reportgen.cli.reset import relay

    made = guarded(path, terms.limits, partial(relay, path, terms.roots, terms.selection, unsafe))
    for note in made.told(written=False):
        complain(note)
    return int(bool(made.relaid.done))


def _change(path: Path, terms: Terms, unsafe: bool) -> Change:
    return guarded(path, terms.limits, partial(change, path, terms.roots, terms.selection, unsafe))


def left_alone(path: Path) -> str:
    """Why nothing of a file is ever changed; empty for content files and for Word files, whose layout is."""
    if not is_known(path) or is_word(path):
        return ""
    return _("{path} 是别人写成的文件，--fix 不改它，只列出问题", path=path)


def counted(findings: Iterable[Diagnostic]) -> str:
    """What was changed, by code: `PUN001 汉字之间用了半角标点 5 处，FMT003 …`, the most frequent first."""
    counts = Counter((finding.code, finding.title) for finding in findings)
    return _("，").join(
        _("{code} {title} {count} 处", code=code, title=title, count=count)
        for (code, title), count in counts.most_common()
    )
