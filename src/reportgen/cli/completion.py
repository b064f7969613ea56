"""Completion of commands, options, names of packs, codes and files, in four shells.

Click writes the scripts and gives the answers (a script calls the program with `_REPORTGEN_COMPLETE` set). PowerShell,
which it does not know, is added here.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import click
from click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
    split_arg_string,
)

from reportgen.cli.click_messages import Command
from reportgen.cli.console import show_bytes
from reportgen.cli.options import HELP
from reportgen.errors import UsageProblem
from reportgen.language import _

_PROGRAM, _VARIABLE = "reportgen", "_REPORTGEN_COMPLETE"
SHELLS = ("bash", "zsh", "fish", "powershell")
_WHERE = {
    "bash": "~/.local/share/bash-completion/completions/reportgen",
    "zsh": "~/.zfunc/_reportgen",
    "fish": "~/.config/fish/completions/reportgen.fish",
    "powershell": "$PROFILE",
}


@add_completion_class
class PowerShellComplete(ShellComplete):
    """A native completer, registered for the program."""

    name = "powershell"
    source_template = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $former = [Console]::OutputEncoding
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    $env:PYTHONIOENCODING = 'utf-8'
    $env:COMP_WORDS = $commandAst.ToString()
    $env:COMP_INCOMPLETE = $wordToComplete
    $env:%(complete_var)s = 'powershell_complete'
    try {
        foreach ($line in @(%(prog_name)s)) {
            $type, $value, $help = $line -split "`t", 3
            if ($type -eq 'plain') {
                $tip = if ($help) { $help } else { $value }
                [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $tip)
            }
        }
    } finally {
        'COMP_WORDS', 'COMP_INCOMPLETE', '%(complete_var)s', 'PYTHONIOENCODING' |
            ForEach-Object { Remove-Item -ErrorAction SilentlyContinue "Env:$_" }
        [Console]::OutputEncoding = $former
    }
}
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being typed, and that one."""
        words = split_arg_string(os.environ["COMP_WORDS"])[1:]  # noqa: TID251 - how the script asks
        typed = os.environ.get("COMP_INCOMPLETE", "")  # noqa: TID251
        return (words[:-1] if typed and words else words), typed

    def format_completion(self, item: CompletionItem) -> str:
        """One line; of files PowerShell offers its own when it gets none."""
        return f"{item.type}\t{item.value}\t{item.help or ''}"


@click.command(
    "completion", cls=Command, add_help_option=False, help="输出命令行补全的脚本：bash、zsh、fish 或 powershell。"
)
@click.argument("shell", metavar="bash|zsh|fish|powershell", shell_complete=lambda _c, _p, typed: _items(SHELLS, typed))
@HELP
def completion(shell: str) -> int:
    """Print the script of a shell."""
    known = get_completion_class(shell) if shell in SHELLS else None
    if known is None:
        raise UsageProblem(_("只能是 {words}", words=_("、").join(SHELLS)))
    root = click.get_current_context().find_root().command
    # Of the base class: that of bash would first start the bash that is there, which may not be the one meant.
    script = ShellComplete.source(known(root, {}, _PROGRAM, _VARIABLE))
    head = "# " + _("存进 {path}，新开的终端就能用 Tab 补全", path=_WHERE[shell]) + "\n"
    if shell == "bash":
        head += "# " + _("系统里要有软件包 bash-completion") + "\n"
    elif shell == "zsh":
        head += "# " + _("~/.zshrc 里先要有：{line}", line="fpath+=~/.zfunc; autoload -Uz compinit; compinit") + "\n"
    first, _newline, rest = script.partition("\n")
    # Of zsh the first line must stay the first.
    show_bytes((f"{first}\n{head}{rest}" if first.startswith("#compdef") else head + script).encode())
    return 0


def pack_names(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """What 文种 may be, those of the settings among it."""
    from reportgen.cli.settled import roots_of_all
    from reportgen.packs.loader import pack_folders, pack_title

    folders = pack_folders(roots_of_all([Path()], ()))
    return _items((pack_title(folder) for folder in folders), typed)


def rule_codes(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Every code with its title."""
    from reportgen.rules.manuals import manuals

    found = manuals()
    return [CompletionItem(code, help=page.title) for code, page in found.items() if code.startswith(typed.upper())]


def one_of(*words: str) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """For an option that takes one of these words."""
    return lambda _context, _parameter, typed: _items(words, typed)


def _items(words: Iterable[str], typed: str) -> list[CompletionItem]:
    return [CompletionItem(word) for word in words if word.startswith(typed)]
