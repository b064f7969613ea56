"""`new` on the command line; what it does stands in `reportgen.cli.explain`, which help pages do not load."""

from pathlib import Path

import click

from reportgen.cli.click_messages import Command
from reportgen.cli.completion import pack_names
from reportgen.cli.options import HELP, TEMPLATES


@click.command(
    "new", cls=Command, add_help_option=False, help="写出待填的内容文件，每一栏都有说明和例子；可以写几个文种。"
)
@click.argument("names", nargs=-1, required=True, metavar="文种名称...", shell_complete=pack_names)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="写到哪个文件（默认用文种的名称）"
)
@TEMPLATES
@HELP
def new(names: tuple[str, ...], output: Path | None, roots: tuple[Path, ...]) -> int:
    """Write a skeleton."""
    from reportgen.cli.explain import write_skeleton
    from reportgen.cli.settled import roots_here

    return write_skeleton(names, output, roots_here(roots))
