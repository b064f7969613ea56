"""Findings about the parts of an official paper beside its text: who issues it, who signs it, with which seals."""

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kind import declare as _kind
from reportgen.diagnostics.kind import declared

PAPER_PARTS = _kind(
    "CON025",
    Severity.ERROR,
    "联合行文、落款或印章没有写好",
    "几个机关一起发文的：「单位」写主办机关，「联合单位」一行写一个；「发文机关标志」也一行写一个，最后一行写「文件」。"
    "要盖印章的写「加盖印章: 是」，有印章图片的在「印章图片」里一行写一个文件名，次序与落款相同；"
    "盖签名章的在「签名章」里写职务和姓名，如 县长 赵明。",
)
SEAL = _kind(
    "CON026",
    Severity.FATAL,
    "印章图片用不了",
    "印章图片是 png 或 jpg，放在内容文件旁边或下面的文件夹里，白底会变成透明。没有图片的不写「印章图片」，"
    "写「加盖印章: 是」，程序留出盖章的地方。",
    "把图片放在内容文件旁边，写它的文件名；没有图片的删去这一行，写「加盖印章: 是」",
)
SIGNED_DOWN = _kind(
    "CON027",
    Severity.WARNING,
    "不是上行文却写了签发人",
    "只有上行文（报告、请示、上报的意见、议案）标注签发人，与发文字号排在一行（GB/T 9704-2012 7.2.6）；"
    "通知、函、批复等下行文和平行文不标注，发文字号居中。",
    "删去「签发人」这一行；确是上行文的，改「公文种类」",
)

KINDS = declared()
"""Those of papers, and of what was read before, by their code."""
