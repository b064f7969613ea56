"""Click speaks English: its help pages and usage errors in our own words."""

from collections.abc import Sequence

import click

from reportgen.cli.exit_codes import EXIT_CODES
from reportgen.diagnostics.text import display_width
from reportgen.language import _


class Command(click.Command):
    """A command whose help page is headed in the chosen language."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """用法：…"""
        names = {"[OPTIONS]": _("[选项]"), "COMMAND": _("命令名"), "[ARGS]...": "…"}
        words = " ".join(self.collect_usage_pieces(ctx)).split(" ")
        pieces = " ".join(names.get(word) or _(word) for word in words)
        formatter.write(f"{_('用法')}: {ctx.command_path} {pieces}\n")

    def format_help_text(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The translated help sentence, each line as it is written."""
        formatter.write_paragraph()
        for line in _((self.help or "").strip()).splitlines():
            formatter.write(f"  {line}\n" if line else "\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """选项：…, never wrapped in the middle of hanzi."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        write_table(formatter, _("选项"), [(_words(name), _(text)) for name, text in records])


class Group(Command, click.Group):
    """The program itself, with its commands listed."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then commands."""
        Command.format_options(self, ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, _((command.help or "").strip()).splitlines()[0]) for name, command in commands if command]
        write_table(formatter, _("命令"), rows)
        write_exit_codes(formatter)


class Judging(Command):
    """A command whose exit code tells what it found."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then exit codes."""
        super().format_options(ctx, formatter)
        write_exit_codes(formatter)


def write_exit_codes(formatter: click.HelpFormatter) -> None:
    """What scripts go by."""
    write_table(formatter, _("退出码"), [(str(code), _(meaning)) for code, meaning in EXIT_CODES.items()])


def _words(name: str) -> str:
    """`-o, --output 文件夹`, its placeholder in the chosen language."""
    return " ".join(_(word) for word in name.split(" "))


def write_table(formatter: click.HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    """Two columns; click would count a hanzi as one column of the terminal and break words anywhere."""
    width = max((display_width(name) for name, _text in rows), default=0)
    formatter.write_paragraph()
    formatter.write(f"{title}:\n")
    for name, text in rows:
        formatter.write(f"  {name}{' ' * (width - display_width(name))}  {text}\n")


def usage_message(error: click.UsageError) -> str:
    """What is wrong with the command line."""
    match error:
        case click.NoSuchOption():
            return _unknown_option(error.option_name, error.possibilities)
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return _("少了 {name}。", name=_(name))
        case click.BadParameter():
            name = error.param.human_readable_name if error.param else ""
            return _("{name} 写得不对：{why}", name=_(name), why=error.message)
        case click.BadOptionUsage() if "does not take a value" in error.message:
            return _("选项 {name} 后面不写值。", name=error.option_name)
        case click.BadOptionUsage():
            return _("选项 {name} 后面要有值。", name=error.option_name)
        case _:
            return _by_its_words(error.message, error.ctx)


def _by_its_words(message: str, context: click.Context | None) -> str:
    """Of mistakes that click has no class for."""
    if message.startswith("No such command"):
        from reportgen.source.expect import did_you_mean  # what help pages need not

        name = message.split("'")[1]
        known = context.command.list_commands(context) if context and isinstance(context.command, click.Group) else []
        guess = did_you_mean(name, [*known, "--help", "--version"])
        told = _("没有这个命令：{name}", name=name)
        return _("{told}。{guess}", told=told, guess=guess) if guess else told
    if message.startswith("Got unexpected extra argument"):
        return _("多写了 {words}。", words=message.partition("(")[2].removesuffix(")"))
    return message


def _unknown_option(name: str, alike: Sequence[str] | None) -> str:
    if alike:
        return _("没有选项 {name}。是不是 {guess} ？", name=name, guess=alike[0])
    return _("没有选项 {name}。", name=name)
