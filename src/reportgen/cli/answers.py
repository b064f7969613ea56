"""`letter --answers`: what a unit has filled in goes into the content file of the letter, a diff first."""

from pathlib import Path

from reportgen.cli.console import show
from reportgen.cli.since import letter_within
from reportgen.cli.unified import unified_diff
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.pipeline.answers import answered
from reportgen.pipeline.check import read_content
from reportgen.pipeline.since import letter_read
from reportgen.world import replace_text, shown


def take_answers(words: tuple[str, ...], answers: Path, apply: bool, limits: Limits | None = None) -> int:
    """Take the answers of a letter that has come back into its content file; 1 when some belong to no line of it."""
    if len(words) != 1:
        why = _("--answers 一次收一份：写意见书的 yaml 文件，如 reportgen letter 意见书.yaml --answers 寄回.docx")
        raise UsageProblem(why)
    target = Path(words[0])
    before = read_content(target)
    letter_read(target)
    made = answered(before.text, shown(target), letter_within(answers, limits).opinions)
    for line in unified_diff(before.text, made.text, shown(target), shown(target), around=1):
        show(line)
    show(_("收到答复 {count} 条。", count=made.count))
    for opinion in made.unplaced:
        show(_("  没有对应的意见：{problem}（答复：{answer}）", problem=opinion.problem, answer=opinion.answer))
    if made.text != before.text:
        if apply:
            replace_text(target, before.text, made.text, before.encoding)
            show(_("已写进 {path}。", path=shown(target)))
        else:
            show(_("还没有写进 {path}；确认无误后加 --apply 再运行一次。", path=shown(target)))
    return int(bool(made.unplaced))
