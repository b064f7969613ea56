"""Options of `check` that say which findings count; the shell completes their values."""

import click

from reportgen.cli.completion import one_of, rule_codes

SELECT = click.option(
    "--select",
    multiple=True,
    metavar="代码",
    shell_complete=rule_codes,
    help="只报这些代码，用逗号隔开，可以只写开头：NUM,PUN001",
)
IGNORE = click.option(
    "--ignore",
    multiple=True,
    metavar="代码",
    shell_complete=rule_codes,
    help="不报这些代码，写法同上；做不成文档的错误总会报",
)
FAIL_LEVEL = click.option(
    "--fail-level",
    default="error",
    metavar="错误|警告|提示|never",
    shell_complete=one_of("错误", "警告", "提示", "never"),
    help="从哪一级起退出码为 1（默认 错误）；never 表示不因问题而失败",
)
