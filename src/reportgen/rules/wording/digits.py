"""How figures are written: grouped digits, mixed numerals, letters for 万."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.rules.occurrences import DIGIT
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_PLAIN = re.compile(r"(?<![\d.,A-Za-z〔（(第-])\d{5,9}(?=(?:\.\d+)?[ ]?(?:元|万元|人次|人|平方米|件|册|份|个|名|户))")


@rule("FMT004", "正文数字的千分撇用法不一", Severity.HINT)
def grouped_digits(document: Document, scene: Scene) -> Iterator[Finding]:
    """正文里五位以上的数，要么都用千分撇，要么都不用；表格里的不算。

    为什么: 「12,600」和「12600」混着用，按一种写法查找会漏掉另一种。
    错例:
        收支情况: 全年支出控制在预算以内，上半年门诊12,600人次，下半年门诊23800人次。
    正例:
        收支情况: 全年支出控制在预算以内，上半年门诊12600人次，下半年门诊23800人次。
    依据: 《出版物上数字用法》（GB/T 15835-2011）：四位以上的数可用千分撇分节，同一文件写法一致
    改法: 统一写法；公文正文一般不用千分撇
    """
    del document
    prose = [passage for passage in scene.passages if not passage.cell]
    grouped = [(each, match) for each in prose if "," in each.text for match in _GROUPED.finditer(each.text)]
    plain = [match for each in prose for match in _PLAIN.finditer(each.text)] if grouped else []
    if plain:
        passage, match = grouped[0]
        note = _(
            "用了千分撇的 {grouped} 处，没用的 {plain} 处，如 {example}",
            grouped=len(grouped),
            plain=len(plain),
            example=plain[0][0],
        )
        yield Finding(passage.place(*match.span()), _("这里用了千分撇，别处没用"), (note,), section=passage.section)


_SCALE = re.compile(r"\d[ ]?[wWkK仟佰拾]")
_LETTER = re.compile(
    r"(?<![\dA-Za-z.])(?P<number>\d+(?:\.\d+)?)[ ]?(?P<sign>[仟佰拾](?![元圆整])|[wWkK](?=[元人次多余]))"
    r"|(?<![\dA-Za-z.])(?P<capital>\d+(?:\.\d+)?[仟佰拾][万亿]?[元圆])"
)
"""5仟人 and 3W人; 5拾万元, a capital between digits and 元."""


@rule("FMT009", "数字后面用了字母或大写", Severity.WARNING, needs=("wWkK仟佰拾", DIGIT))
def letters_for_scales(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """「5仟元」「100W元」「3k人次」改为 5000元、100万元、3000人次。

    为什么: W、k 是网络上的写法，仟、佰是支票上的写法，都不用在正文的阿拉伯数字后面。
    错例:
        收支情况: 全年支出控制在预算以内，线上借阅10w册次，奖学金5仟元。
    正例:
        收支情况: 全年支出控制在预算以内，线上借阅10万册次，奖学金5000元，更换100W灯泡，合同价人民币伍仟元整。
    依据: 《出版物上数字用法》（GB/T 15835-2011）
    改法: 写成数字或「万」
    """
    if _SCALE.search(passage.text):
        for match in _LETTER.finditer(passage.text):
            yield Finding(passage.place(*match.span()), _("「{figure}」的写法不规范", figure=match[0]))


_HAN = "〇零○一二三四五六七八九"
_EITHER = re.compile(rf"\d[百千十]|[{_HAN}]年")
_MIXED = re.compile(
    r"(?<![\d.])(?<!\d[万亿])(?P<scaled>\d+(?:\.\d+)?[百千](?=[万元人余多个名次场件册份])|\d+[百千十]\d+(?!千))"
    rf"|(?<![\d{_HAN}])(?P<year>(?=[{_HAN}\dOo]{{4}}年)(?=[{_HAN}\dOo]*[{_HAN}])(?=[{_HAN}\dOo]*[\dOo])[{_HAN}\dOo]{{4}})年"
)
"""3千万元, 3百人 and 1千5; 2O24年 and 二0二四年."""


@rule("FMT012", "汉字与阿拉伯数字混写", Severity.HINT, needs=("百千十年",))
def numerals_mixed(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """「3百万」「1千5百人」写成 300万、1500人；年份不写成「二0二三年」「二O二三年」。

    为什么: 除万、亿以外，一个数里不混用两种数字；〇写成0或字母O，查找和转换都会出错。
    错例:
        收支情况: 全年支出控制在预算以内，网上立案3百件，二0二四年没有超支。
    正例:
        收支情况: 全年支出控制在预算以内，网上立案300件，二〇二四年没有超支，送达行驶5千米，提高2个百分点。
    依据: 《出版物上数字用法》（GB/T 15835-2011）：一个数值中除万、亿外不混用两种数字
    改法: 全用阿拉伯数字；年份用「2024年」或「二〇二四年」
    """
    if _EITHER.search(passage.text):
        for match in _MIXED.finditer(passage.text):
            yield Finding(passage.place(*match.span()), _("「{figure}」混用了两种数字", figure=match[0]))
