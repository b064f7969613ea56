"""Options whose values the shell completes: which findings count, which engine sets the pages, and for how long."""

import click

from reportgen.cli.completion import one_of, rule_codes
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.edition import Edition
from reportgen.model.engine import Engine

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


def _engine(_context: click.Context, _option: click.Parameter, word: str | None) -> Engine | None:
    if word is None or word in list(Engine):
        return Engine(word) if word else None
    raise UsageProblem(_("--engine 只能是 {words}", words=_("、").join(Engine)))


ENGINE = click.option(
    "--engine",
    callback=_engine,
    metavar="引擎",
    shell_complete=one_of(*Engine),
    help="PDF 用哪个引擎排版：typst（默认，合存档用的 PDF/A）或 weasyprint（要装系统库）",
)
ARCHIVE = click.option(
    "--archive",
    is_flag=True,
    help="PDF 做成存档用的 PDF/A-3a，附上内容文件、数据、检查结果和版本，以后可用 reportgen verify 核对",
)


def _edition(_context: click.Context, _option: click.Parameter, word: str | None) -> Edition:
    if word is None or word in list(Edition):
        return Edition(word) if word else Edition.INTERNAL
    raise UsageProblem(_("--edition 只能是 {words}", words=_("、").join(Edition)))


EDITION = click.option(
    "--edition",
    callback=_edition,
    metavar="internal|public",
    shell_complete=one_of(*Edition),
    help="public 做公开版：隐去姓名、电话、证件号、账号和标了「不公开」的内容，另存为「-公开」，隐去的列成清单",
)
