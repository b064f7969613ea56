"""Findings about what prose holds beside words: marks, notes, tables, charts, pictures, questionnaires."""

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kind import declare as _kind
from reportgen.diagnostics.kind import declared

STRAY_MARK = _kind(
    "CON008",
    Severity.WARNING,
    "正文行首的记号没有起作用",
    "正文里只有两种记号：「# 」是小标题，「- 」自动编号，后面都要空一格；「- 」比上一条多缩进两格的，编在它的下一层。"
    "别的软件的记号（* 、> 、| a | b |、---）会照样印出来。「# 忽略」不能写在 | 的正文里，要写在键的那一行，或上一行。",
)
CHART_PLACE = _kind(
    "CON009",
    Severity.ERROR,
    "图没有放好",
    "「图表」里写的每一张图在正文里放一次：要放图的地方另起一行，只写 {{ 图表.名称 }}。"
    "写在句子里的 {{ 图表.名称 }} 印成图号。",
)
ILLUSTRATION = _kind(
    "CON014",
    Severity.FATAL,
    "插图用不了",
    "插图在正文里写一行：「图 名称：文件名.jpg」，两张并排的用；隔开：「图 整改前后：整改前.jpg；整改后.jpg」。"
    "图片是 jpg、png 或 svg，放在内容文件旁边或下面的文件夹里。名称印在图下，也念给看不见的人听；"
    "编号与图表一起由程序排，句子里写 {{ 图.名称 }} 印成图号。画已有数据的图：「图 名称：{{ 问卷.名称 }}」。",
)
NOTE = _kind(
    "CON028",
    Severity.ERROR,
    "注没有写好",
    "注写在要注的字后面：「正文〔注：资料来自……〕」，程序编成 ①②，正文的印在页下，表格里的印在表下。"
    "一个注在一段里写完；小标题、表头里不写注，注里不再写注。",
)
TYPED_TABLE = _kind(
    "CON013",
    Severity.FATAL,
    "正文里的表没有写好",
    "正文里的表一行一行写，格与格用 | 隔开（或从 Excel、WPS 整块贴进来），第一行是表头，每行的格数一样多。"
    "「小计」「合计」行里要程序加的格写 =，上面各格要是同一单位的数字。"
    "表的名称写在上面一行：「表 名称（单位：万元）」，编号由程序排，句子里写 {{ 表.名称 }} 印成表号。",
)
QUESTIONNAIRE = _kind(
    "CON024",
    Severity.FATAL,
    "问卷写得不对",
    "「问卷」里每份问卷写名称、发放、收回、有效和题目；一题写题目、题型（单选、多选、满意度）和选项，选项后面写人数。"
    "答卷另存成 csv 放在内容文件旁边的，写「答卷」，选项只写名称，人数由程序数：一行一份答卷，一列一题。"
    "提醒里的行和列是 csv 里的，照 WPS、Excel 的编法。",
)

KINDS = declared()
"""Those of pictures, tables and questionnaires, and of what was read before, by their code."""
