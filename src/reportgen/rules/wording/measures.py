"""Units of measurement: their symbols, and one name for one unit."""

from collections import Counter
from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_SYMBOLS = {"kg": "kg", "km": "km", "kw": "kW", "kwh": "kWh", "kv": "kV", "cm": "cm", "mm": "mm"}
_SYMBOL = re.compile(r"(?<=\d)[ ]?(?P<unit>(?:KG|KM|KWH|KW|KV|CM|MM))(?![A-Za-z\d])", re.IGNORECASE)
_SQUARE = re.compile(r"(?<=\d)[万亿]?[ ]?(?:㎡|m²|m2|平方米|平米)")


@rule("FMT011", "计量单位不规范或不统一", Severity.HINT)
def units_of_measurement(document: Document, scene: Scene) -> Iterator[Finding]:
    """单位符号分大小写（kg、km、kW）；面积在正文里只用一种写法。

    为什么: KM、KG 不是法定的符号，㎡与平方米混用像是几份材料拼起来的。
    错例:
        收支情况: 全年支出控制在预算以内，救护车行驶3000KM，病房面积800㎡，药库200平方米。
    正例:
        收支情况: 全年支出控制在预算以内，救护车行驶3000km，病房面积800平方米，药库200平方米。
    依据: 公文用语习惯：使用国家法定计量单位（GB 3100）
    改法: 换成规定的符号或名称，前后一致
    """
    del document
    prose = [passage for passage in scene.passages if not passage.cell]
    for passage in prose:
        for match in _SYMBOL.finditer(passage.text):
            right = _SYMBOLS[match["unit"].lower()]
            if match["unit"] != right:
                yield Finding(
                    passage.place(*match.span("unit")), _("应为「{right}」", right=right), section=passage.section
                )
    yield from _two_names(prose)


def _two_names(prose: list[Passage]) -> Iterator[Finding]:
    """The first use of the rarer name for a square metre."""
    used = [
        (match[0].lstrip("万亿 "), passage, match)
        for passage in prose
        if "平" in passage.text or "㎡" in passage.text or "m" in passage.text
        for match in _SQUARE.finditer(passage.text)
    ]
    counts = Counter(name for name, _passage, _match in used)
    if len(counts) > 1:
        usual, rare = counts.most_common(1)[0][0], counts.most_common()[-1][0]
        passage, match = next((passage, match) for name, passage, match in used if name == rare)
        note = _(
            "「{usual}」{many} 处，「{rare}」{few} 处", usual=usual, many=counts[usual], rare=rare, few=counts[rare]
        )
        yield Finding(
            passage.place(*match.span()), _("别处写「{usual}」", usual=usual), (note,), section=passage.section
        )
