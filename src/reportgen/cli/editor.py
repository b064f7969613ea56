"""`schema`: what an editor needs to tell, complete and check the keys of content files."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from reportgen import patterns as re
from reportgen.cli.click_messages import Command
from reportgen.cli.completion import pack_names
from reportgen.cli.console import complain, show
from reportgen.cli.options import HELP, TEMPLATES
from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.language import _
from reportgen.world import read_text, replace_text, user_folder, write_files

_HEAD = "# yaml-language-server: $schema="
_HEAD_LINE = re.compile(rf"^{re.escape(_HEAD)}[^\r\n]*", re.MULTILINE)


@click.command(
    "schema",
    cls=Command,
    add_help_option=False,
    help="输出编辑器用的填写提示（JSON Schema）：一个文种的，不写文种就是全部的；--install 装好，并写进内容文件。",
)
@click.argument("words", nargs=-1, metavar="[文种|文件...]", shell_complete=pack_names)
@click.option(
    "--install", is_flag=True, help="存到本用户的文件夹，并写进这些内容文件的第一行；文件以后搬到哪里都有提示"
)
@TEMPLATES
@HELP
def schema(words: tuple[str, ...], install: bool, roots: tuple[Path, ...]) -> int:
    """Print a schema, or install it."""
    from reportgen.cli.settled import roots_here

    found = roots_here(roots)
    if install:
        return _install(words, found)
    for word in words:
        if Path(word).suffix and Path(word).is_file():
            raise UsageProblem(_("{path} 是文件，不是文种；要把填写提示写进它的第一行，请加 --install", path=word))
    if len(words) > 1:
        raise UsageProblem(_("一次只写一个文种；不写就输出全部文种的"))
    show(_text(words[0] if words else "", found))
    return 0


def _text(name: str, roots: tuple[Path, ...]) -> str:
    """The schema of the pack of that name, or of all packs."""
    from reportgen.cli.explain import pack_called
    from reportgen.packs.schema import json_schema, schema_of_all
    from reportgen.pipeline.described import described, every_described

    made = json_schema(described(pack_called(name, roots), roots)) if name else schema_of_all(every_described(roots))
    return json.dumps(made, ensure_ascii=False, indent=2)


def _install(words: Sequence[str], roots: tuple[Path, ...]) -> int:
    from reportgen.cli.files import content_files

    files = content_files(tuple(words)) if words else []
    address = installed(roots)
    if not files:
        show(_("已装好填写提示：{address}", address=address))
        show(_("写进内容文件的第一行就有提示：{line}", line=_HEAD + address))
    return max((_put_into(path, address) for path in files), default=0)


def _put_into(path: Path, address: str) -> int:
    """Write the first line of one file, and say so; a file that cannot be used does not stop the others."""
    from reportgen.cli.files import refuse_unusable

    try:
        refuse_unusable(path)
        text = read_text(path)
        replace_text(path, text, with_address(text, address))
    except (UsageProblem, EnvironmentProblem) as problem:
        complain(str(problem))
        return 3 if isinstance(problem, EnvironmentProblem) else 2
    show(_("已写进第一行：{path}", path=path))
    return 0


def installed(roots: tuple[Path, ...]) -> str:
    """The schema of all packs, written where it stays; its address, which holds wherever a content file moves.

    Other folders of packs have a file of their own. Raises EnvironmentProblem when it cannot be written.
    """
    import hashlib  # what help pages need not

    own = "-" + hashlib.sha256("\n".join(str(root.resolve()) for root in roots).encode()).hexdigest()[:8]
    path = user_folder() / f"schema{own if roots else ''}.json"
    write_files({path: (_text("", roots) + "\n").encode()})
    return path.as_uri()


def address_for_new_file(roots: tuple[Path, ...]) -> str:
    """The same for a file that is being made: without an address where there is no place for the schema."""
    try:
        return installed(roots)
    except EnvironmentProblem as problem:
        complain(_("{why}；编辑器里没有填写提示，不影响生成", why=problem))
        return ""


def with_address(text: str, address: str) -> str:
    """The text of a content file with the address of its schema, in the place of a former one or as the first line."""
    line = _HEAD + address
    if _HEAD_LINE.search(text):
        return _HEAD_LINE.sub(lambda _former: line, text, count=1)
    return f"{line}\r\n{text}" if "\r\n" in text else f"{line}\n{text}"
