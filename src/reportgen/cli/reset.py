"""`check --fix` of a Word file: the copy in which its layout is set, and how that is told."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.cli.fix import counted
from reportgen.cli.outputs import free_name
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.selection import Selection
from reportgen.language import _
from reportgen.pipeline.reset import Relaid, reset_layout
from reportgen.record import Struct
from reportgen.world import shown, write_files


class Relaying(Struct, frozen=True):
    """A Word file and what was set in its copy."""

    path: Path
    copy: Path
    relaid: Relaid

    def write(self) -> None:
        """Write the copy, where there is anything in it; the file itself is never touched."""
        if self.relaid.done:
            write_files({self.copy: self.relaid.content})

    def told(self, written: bool = True) -> Iterator[str]:
        """What was set by code, or would be, and what has to be changed by hand."""
        words = {"count": len(self.relaid.done), "codes": counted(self.relaid.done), "copy": shown(self.copy)}
        if not self.relaid.done:
            yield _("{path} 没有可以自动改的版式；--fix 只改版式，不改别人写的字", path=shown(self.path))
        elif written:
            yield _("版式已改 {count} 处，另存为 {copy}，字没有动，原来的文件没有动：{codes}", **words)
        else:
            yield _("版式可改 {count} 处：{codes}", **words)
        for finding in self.relaid.left:
            said = {"code": finding.code, "place": finding.place, "label": finding.label}
            yield _("没有改 {code}（{place}）{label}：要改字或移动内容，请自己改", **said)


def relay(path: Path, roots: tuple[Path, ...], selection: Selection, unsafe: bool) -> Relaying:
    """Set the layout of a Word file in a copy; nothing is written yet. Raises UsageProblem when it cannot be read."""
    copy = free_name(path, _("已改"))

    def wanted(finding: Diagnostic) -> bool:
        return selection.tells(finding) and bool(finding.offer and (finding.offer.safe or unsafe))

    relaid = reset_layout(path, copy, roots, wanted)
    left = tuple(finding for finding in relaid.left if selection.tells(finding))
    return Relaying(path, copy, Relaid(relaid.content, relaid.checked, relaid.done, left))
