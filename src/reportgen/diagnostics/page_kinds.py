"""Findings about pages: annexes, the pages in front of a bound copy, forms of one page."""

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kind import declare as _kind
from reportgen.diagnostics.kind import declared

ANNEX = _kind(
    "CON017",
    Severity.FATAL,
    "附件没有写好",
    "「附件」一条一个附件，先后就是附件 1、附件 2。放在别处的只写名称；在这里写的写标题和正文；"
    "模板可以装订的表也列进来，就按列的先后。标题写成一行，末尾不加标点，不能重复。"
    "写了「另装: 是」的另外生成一个文件，第一行印发文字号和「附件」，所以这份文件要有发文字号。",
)
FRONT = _kind(
    "CON018",
    Severity.FATAL,
    "装订本的前页没有写好",
    "封面和正文之间的几页各是选填的：「声明」写正文，或写「照模板」用模板里的话；「签署」每条写职责和姓名，几个人的姓名用顿号隔开；"
    "「双面印刷」写 是 或 否。",
)
LONG_FORM = _kind(
    "CON012",
    Severity.WARNING,
    "只有一页的表排不进一页",
    "这张表的样式是一页的。列宽已经照内容调过，行距、字号也已经排到模板许可的最紧（pack.yaml 里的「一页」），"
    "还是排不下，就照平常的大小排在几页上，每页重复栏名。把文字写短一些，特别是「偏差原因」这类窄栏里的。",
    "把这张表里的文字写短一些",
)

KINDS = declared()
"""Those of pages, and of what was read before, by their code."""
