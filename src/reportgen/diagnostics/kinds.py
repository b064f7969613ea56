"""The closed list of finding kinds that are not rules: content, pack, references, verification.

Those of reading, of papers and their pages, of pictures and tables, and of the years stand in modules of their own.
Each has a manual page like a rule's, shown by `reportgen rule CODE`.
"""

from reportgen.diagnostics import (
    dismissal_kinds,
    edition_kinds,
    page_kinds,
    paper_kinds,
    source_kinds,
    text_kinds,
    year_kinds,
)
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kind import Kind, declared
from reportgen.diagnostics.kind import declare as _kind
from reportgen.diagnostics.workbook_kinds import OF_WORKBOOKS


def all_kinds() -> dict[str, Kind]:
    """Every kind by its code; those about workbooks, which are seldom named, last."""
    families = (source_kinds, paper_kinds, page_kinds, text_kinds, year_kinds, dismissal_kinds, edition_kinds)
    known = {code: kind for family in families for code, kind in family.KINDS.items()} | declared()
    return {code: kind for code, kind in known.items() if not code.startswith(OF_WORKBOOKS)} | known


UNKNOWN_KEY = _kind(
    "CON001",
    Severity.ERROR,
    "不认识的键",
    "这个键不在模板的字段表里，里面的内容不会出现在报告中。可用 reportgen schema 查看全部字段。",
)
MISSING = _kind(
    "CON002",
    Severity.FATAL,
    "缺少必填的内容",
    "模板规定的必填字段没有写或是空的，报告做不出来。确实没有内容的，请写「无」。",
)
WRONG_TYPE = _kind("CON003", Severity.FATAL, "内容的形式不对", "这里要的形式（文字、列表、键和值、数字）与写的不一样。")
BAD_DATE = _kind(
    "CON004",
    Severity.FATAL,
    "日期写得不对",
    "日期写成 2021年4月15日 或 2021-04-15，并且要真有这一天。",
    "写成 2021年4月15日 或 2021-04-15，并且要真有这一天",
)
BAD_AMOUNT = _kind(
    "CON005",
    Severity.FATAL,
    "数字写得不对",
    "金额和数量可以带单位和「约」「至少」「以上」：518.89、93812人次、9.38万人次、95%以上；"
    "百分之九十五、三百二十万元、壹佰贰拾万元整也认。一处只写一个数，10～12场 要分成两个；"
    "整数部分最多 20 位，小数最多 16 位。",
)
BAD_YEAR = _kind("CON006", Severity.FATAL, "年度写得不对", "年度写四位数字，如 2020。", "写四位数字，如 2020")
UNKNOWN_PACK = _kind(
    "CON007", Severity.FATAL, "没有这种文种", "「文种」写模板的名称，可用 reportgen packs 查看现有的模板。"
)
PACK_TWICE = _kind(
    "CON023",
    Severity.WARNING,
    "同一个文种写了两次",
    "一个内容文件里，每个文种只做一份：再做一份，文件名和内容都与前一份一样。",
    "删去重复的一行",
)
NUMBER_FORM = _kind(
    "CON010",
    Severity.WARNING,
    "数字的写法会照样印出来",
    "「数据」「预算」里的数怎样写，正文里就怎样印：全角的数字、前面多出的 0、该有单位而没有写的，都要在这里改。",
    "改成半角的数字，写上单位，前面不补 0",
)
QUOTED = _kind(
    "CON011",
    Severity.WARNING,
    "值的两头是中文引号",
    "单位、标题这样的值不用加引号。一定要加的用半角的引号；中文引号会当成字，印在标题和署名里。",
    "去掉两头的引号",
)
UNKNOWN_FACT = _kind(
    "REF001",
    Severity.FATAL,
    "引用了没有的数字",
    "正文里的 {{ 名称 }} 要指向「数据」「预算」等处写过的数字；名称用点隔开，可以只写后面几段。",
)
AMBIGUOUS_FACT = _kind(
    "REF002", Severity.FATAL, "引用的名称不止一个数字", "请把名称写得更全，例如 预算.项目资金.支出。"
)
BAD_REFERENCE = _kind(
    "REF003",
    Severity.FATAL,
    "引用的写法不对",
    "引用写成 {{ 名称 }}、{{ 名称 | 万元 }} 或 {{ 名称 | 万人次 | 2位 }}，花括号用半角，成对出现。",
)
BAD_UNIT = _kind(
    "REF004",
    Severity.FATAL,
    "换不成这个单位",
    "竖线后面写同一种量的单位（元、万元、亿元；人次、万人次）、位数（2位）或「数」（只印数字）。",
)
PACK_WRONG = _kind("PCK001", Severity.FATAL, "模板的说明文件有错", "pack.yaml 里的字段、提纲或等级写得不对。")
TEMPLATE_TAG = _kind(
    "PCK002",
    Severity.FATAL,
    "Word 模板里的标记没有对应的字段",
    "{{ 名称 }} 只能是标题、主送机关，或 pack.yaml 里声明的文本、日期、年度、金额、数量字段，页眉和表格里也一样。",
)
TEMPLATE_FORM = _kind(
    "PCK003",
    Severity.FATAL,
    "Word 模板里有不支持的写法",
    "模板只用三种标记：行内的 {{ 标题 }}，独占一段的 {{p 正文 }}，以及 {%p if 名称 %} … {%p endif %}。",
)
TEMPLATE_STYLE = _kind(
    "PCK004",
    Severity.FATAL,
    "Word 模板里缺少样式",
    "模板按样式名取字体和版面，如 公文标题、公文正文；样式被改名或删去时，请照原样补上。",
)
TEMPLATE_WORD_ONLY = _kind(
    "PCK005",
    Severity.WARNING,
    "Word 模板里有只能在 Word 里显示的内容",
    "图表、形状、公式、脚注等不会出现在 PDF 里；提醒写明是什么、在哪里。要两种文件一致，请用文字、表格、图片、文本框。",
)
TEMPLATE_REVISED = _kind(
    "PCK006",
    Severity.WARNING,
    "Word 模板里留着修订或批注",
    "生成时按接受全部修订、删去批注来排，不会带进成品；确认以后在 Word 或 WPS 里接受，或运行 reportgen doctor --fix。",
)
NOT_READ = _kind(
    "PCK007",
    Severity.WARNING,
    "模板文件夹里有程序不看的版式文件",
    "字体、字号、行距和页边距都从 template.docx（和 looks.docx）的样式里取；style.css、.typ 这样的文件不起作用。",
    "要改版式，在 Word 或 WPS 里改 template.docx 的样式；这个文件请删去或移到别处",
)
IGNORE_REASON = _kind(
    "SUP001",
    Severity.ERROR,
    "忽略时没有写原因",
    "写成 # 忽略 NUM003：原因。没有原因的忽略不起作用，审核的人要看得见为什么。",
    "写成 # 忽略 代码：原因",
)
IGNORE_UNUSED = _kind(
    "SUP002",
    Severity.WARNING,
    "这条忽略没有用上",
    "该处已经没有这个问题，或者代码写错了。请删去这条注释。",
    "删去这条注释，或改正其中的代码",
)
OUTPUT_DIFFERS = _kind(
    "VER001",
    Severity.ERROR,
    "生成的文件与内容不一致",
    "程序把生成的 docx 和 PDF 读回来逐段比较。不一致多半是模板被改动或字体缺字，请把文件和内容一起发给维护的人。",
)
MISSING_GLYPH = _kind(
    "VER002",
    Severity.ERROR,
    "字体里没有这个字",
    "PDF 用的字体印不出这个字（多半是生僻字或表情符号），版面上会是一个方框。docx 里仍是原字。",
)
BROKEN_PICTURE = _kind(
    "VER005",
    Severity.ERROR,
    "Word 模板里的图片打不开",
    "图片的文件损坏了，PDF 里它的位置上是一个打叉的方框。docx 里图片照原样，Word 多半也打不开。",
    "在 Word 或 WPS 里删去这张图片，重新插入",
)
CUT_TABLE = _kind(
    "VER006",
    Severity.ERROR,
    "Word 模板里的表格比纸宽",
    "表格超出了纸的右边，PDF 上超出的部分看不见，打印时也印不出来；提醒里写的是被切掉的字。",
    "在 Word 或 WPS 里把表格的列调窄，或选「根据窗口调整表格」",
)
CUT_BOX = _kind(
    "VER007",
    Severity.ERROR,
    "Word 模板里的文本框超出了纸",
    "文本框放到了纸的外面，或者里面的字太多，框一直长到了纸的下边以外。PDF 上超出的部分看不见，打印时也印不出来；"
    "提醒里写的是被切掉的字。",
    "在 Word 或 WPS 里把文本框移到纸内、调大，或把字减少",
)
TIGHT_ROW = _kind(
    "VER008",
    Severity.WARNING,
    "Word 模板里固定高度的行放不下",
    "表格这一行的行高是固定值，里面的字放不下。Word 只印出放得下的部分；"
    "用 Typst 排的 PDF 把这一行撑高了，字都在，版面与 Word 不一样。",
    "在 Word 或 WPS 里把行高从「固定值」改为「最小值」，或调高",
)
COPY_DIFFERS = _kind(
    "VER003",
    Severity.ERROR,
    "PDF 与里面的内容文件不一致",
    "reportgen verify 用存档 PDF 里面的内容文件重做一遍，再逐页逐行比较看得见的字。"
    "不一致，说明 PDF 生成以后被改过，或者里面的文件被换过。以哪一份为准，请找原来的内容文件和签字件对照。",
)
COPY_LOOKS_OTHERWISE = _kind(
    "VER004",
    Severity.ERROR,
    "PDF 上的字相同，样子不同",
    "存档的 PDF 与重做的字字相同，画面却不一样：可能盖住了什么再另画上去，也可能只是生成以后盖了电子章、加了批注。"
    "请打开这一页看；确是盖章、批注的，可以不管。",
)
