"""`docs`: the manuals and the example of a year that travel with the program, and all that they work with."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from reportgen import patterns as re
from reportgen.cli.click_messages import Command
from reportgen.cli.console import paint, show
from reportgen.cli.options import HELP
from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.language import _
from reportgen.world import manuals, practice_files, read_bytes, read_text, write_files

_TOPICS = 4
"""So many headings tell what a manual is about."""
_TOPIC = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)
"""What is shown as code: a line there that begins with two # is no heading."""
_ADDRESS = "# yaml-language-server:"
"""Begins the line for the editor that stands above an example."""


def _names(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in manuals() if name.startswith(typed)]


@click.command("docs", cls=Command, add_help_option=False, help="列出随程序带的手册和一年的例子；写名称就显示那一篇。")
@click.argument("name", required=False, metavar="[名称]", shell_complete=_names)
@click.option("--open", "outside", is_flag=True, help="用系统里看这种文件的程序打开")
@click.option("--copy", "copied_to", metavar="文件夹", help="把手册、模板和例子复制到一个新的文件夹，照着手册做")
@HELP
def docs(name: str | None, outside: bool, copied_to: str | None) -> int:
    """List the manuals, show one, or copy them with all that they work with."""
    if copied_to is not None:
        return _copy(Path(copied_to))
    known = manuals()
    if name is None:
        for each, path in known.items():
            show(paint(each, "cyan") + _("：{words}", words=_about(path)))
        show(_("看一篇：reportgen docs 五分钟上手；存成文件：reportgen docs example-year-2024 > 2024年.yaml"))
        show(_("照着手册做：reportgen docs --copy 练习，手册、模板和例子都复制到「练习」里"))
        return 0
    path = known.get(name) or _begins(name, known)
    if outside:
        if click.launch(str(path)) != 0:
            why = _("打不开 {path}：系统里没有看这种文件的程序；去掉 --open 就在这里显示", path=path)
            raise EnvironmentProblem(why)
        show(_("已打开 {path}", path=path))
    else:
        show(_text(path).rstrip())
    return 0


def _copy(folder: Path) -> int:
    """Only into a folder that is new or empty: nothing that a user has written can be replaced."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageProblem(_("「{folder}」已经有了，里面有东西；换一个新的文件夹名", folder=folder))
    write_files({folder / name: read_bytes(path) for name, path in practice_files().items()})
    show(_("已复制到 {folder}：手册（docs）、模板（templates）和例子（content）；先输入：cd {folder}", folder=folder))
    return 0


def _text(path: Path) -> str:
    """What a manual says; the example gets the editor's address of a new file, for its own holds in its folder only."""
    text = read_text(path)
    if not text.startswith(_ADDRESS):
        return text
    from reportgen.cli.editor import address_for_new_file, with_address
    from reportgen.cli.settled import roots_here

    address = address_for_new_file(roots_here(()))
    return with_address(text, address) if address else text.partition("\n")[2]


def _begins(name: str, known: dict[str, Path]) -> Path:
    """The only manual whose name begins so. Raises UsageProblem when there is none, or several."""
    from reportgen.source.expect import did_you_mean

    found = [path for each, path in known.items() if each.startswith(name)]
    if len(found) == 1:
        return found[0]
    guess = did_you_mean(name, known) or _("有：{names}", names=_("、").join(known))
    raise UsageProblem(_("没有叫「{name}」的手册。{guess}", name=name, guess=guess))


def _about(path: Path) -> str:
    """The first headings of a manual; of an example the first line that is for people."""
    text = read_text(path)
    topics = _TOPIC.findall(_FENCE.sub("", text))[:_TOPICS] if path.suffix == ".md" else []
    lines = (line for line in text.splitlines() if not line.startswith(_ADDRESS))
    return _("、").join(topics) if topics else next(lines).lstrip("# ")
