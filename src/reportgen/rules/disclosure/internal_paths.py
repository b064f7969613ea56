"""What an office computer leaves in a text: paths, file names, addresses of the inner network."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.disclosure.secret import LEFT_OUT, Secret
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_PATH = re.compile(
    r"(?P<path>(?<![A-Za-z])[A-Za-z]:\\[^\s，。；）]*|\\\\[\w.-]+\\[^\s，。；）]*|file:/{2,3}[^\s，。；）]*)"
    r"|(?P<address>(?<![\d.])(?:192\.168|10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])|127\.0)\.\d{1,3}\.\d{1,3}(?![\d.])|(?<![A-Za-z])localhost(?![A-Za-z]))"
    r"|(?P<file>(?:[\w-]|[（(][\w-]{1,20}[）)]){1,40}\.(?:docx?|xlsx?|pptx?|wps|et)(?![A-Za-z]))"
)
"""D:\\财务\\…, \\\\server\\…, an address of an inner network, the name of an office file.

Brackets belong to a name in pairs: 报告(终稿).docx whole, of （见报告.docx） without that before it.
"""
_POSSIBLY = re.compile(r"\\|file:|localhost|\d\.\d{1,3}\.\d|\.(?:docx?|xlsx?|pptx?|wps|et)(?![A-Za-z])")
"""What stands in each of them, and is looked for faster."""
_ADDRESS = re.compile(r"192|IP(?!v)|ip|内网|服务器|地址|//")
_NEAR = 12


@rule("DIS006", "留有内部路径、文件名或内网地址", Severity.WARNING, needs=(".\\l",))
def no_traces(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """公开的文件里不留电脑里的路径、文件名（.docx、.xlsx）和内网地址。

    为什么: 路径里常有人名和科室，内网地址是网络攻击要找的东西。
    错例:
        收支情况: 全年支出控制在预算以内，明细见D:\\财务\\2024决算.xlsx。
    正例:
        收支情况: 全年支出控制在预算以内，明细见部门决算，改造了D3泵站，网址为www.example.org。
    依据: 审核实践：公开前清除内部信息
    改法: 删去，或写成文件的正式名称
    """
    for secret in traces(passage.text):
        yield Finding(passage.place(secret.start, secret.end), secret.label, certain=secret.certain)


def traces(text: str) -> Iterator[Secret]:
    """Paths, file names and addresses of an inner network, in order."""
    if not _POSSIBLY.search(text):
        return
    for match in _PATH.finditer(text):
        if match["address"] and not _ADDRESS.search(text, max(0, match.start() - _NEAR), match.end()):
            continue
        label = (
            _("内网地址 {words}", words=match[0]) if match["address"] else _("{words} 是电脑里的文件", words=match[0])
        )
        yield Secret(*match.span(), label, LEFT_OUT, certain=not match["file"])
