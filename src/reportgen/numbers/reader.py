"""The one reader of numbers: every number of a prose with its place, or a text that is one number as a whole.

约36000多人次, ≥95%, 三百二十万元 and 1亿2000万元 are read alike in a sentence, in a field and in the cell of a table.
Two things differ: a field may count anything (35个乡镇), prose only what is in the lists of units; and what prose
spares (2020年, 3号楼) is in a field what it says.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from reportgen import patterns as re
from reportgen.lexicon.lists import either
from reportgen.model.quantity import THOUSANDS, Bound, Quantity, split_unit
from reportgen.numbers.item_numbers import without_item_numbers
from reportgen.numbers.numerals import CAPITAL, CAPITAL_AMOUNT, NUMERAL, read_capital_amount, read_numeral
from reportgen.numbers.spared import blanked
from reportgen.numbers.units import ANY_UNIT, SPELT, UNIT, by_characters, one_spelling, words
from reportgen.record import Struct, replace


class Stated(Struct, frozen=True):
    """A number as stated, characters `start` to `end` of its text, qualifiers (约, 以上) included."""

    start: int
    end: int
    quantity: Quantity


MOST_DIGITS, MOST_DECIMALS = 20, 16
"""A number of more digits before or behind the point states nothing: Decimal could not keep sums and ratios of it."""
_LONGEST = 100
"""A field of more characters is no number."""
_ENDLESS = re.compile(rf"[\d{CAPITAL[1:-1]}{NUMERAL[1:-1]}]{{41,}}")
"""Digits on and on: taken out first, since patterns would try each of them as a beginning."""

_MOVES = ("由", "从", "自")
"""由10天至5天: what it was and what it is, and no range."""
_WIDE = str.maketrans("０１２３４５６７８９．％＋＜＞／", "0123456789.%+<>/")
_BOUNDS = {
    Bound.AT_LEAST: words(
        "大于等于 不低于 不少于 不小于 不得低于 不得少于 至少 超过 超 突破 高于 大于 多于 逾 ≥ >= ≧ >"
    ),
    Bound.AT_MOST: words(
        "小于等于 不超过 不高于 不大于 不多于 不得超过 不得高于 不得多于 至多 最多 控制在"
        " 低于 少于 小于 不足 不到 ≤ <= ≦ <"
    ),
    Bound.ABOUT: words("大约 约 接近 将近 近 大概"),
}
_NO_BOUND_AFTER = {"约": "节合预条签契制大履违解特公邀续", "近": "附最靠亲临接将", "超": "高"}
"""节约20万元 saves, 附近10所 are near by: the character before says so."""
_BEFORE = {word: bound for bound, group in _BOUNDS.items() for word in group}
_AFTER = {
    word: bound
    for bound, group in {
        Bound.AT_LEAST: ("以上", "及以上", "或以上", "（含）以上", "(含)以上"),
        Bound.AT_MOST: ("以下", "以内", "之内", "及以下", "或以下", "内"),
        Bound.ABOUT: ("左右", "上下"),
    }.items()
    for word in group
}

_DIGITS = r"(?:\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_GROUPS = re.compile(r"[,\u2009\u202f\u00a0]")
_SCALE = rf"万亿|千万|百万|亿|万|千(?![{THOUSANDS}])|百(?!分)|十"
_BEFORE_RE = "|".join(
    (f"(?<![{_NO_BOUND_AFTER[word]}])" if word in _NO_BOUND_AFTER else "") + re.escape(word)
    for word in sorted(_BEFORE, key=len, reverse=True)
)
_AFTER_RE = either(word for word in _AFTER if word != "内")
_WITHIN = r"|内(?=完成|办结|[。，；、）]|$)"
_GAP = r"[ \u3000\u00a0\u2009\u202f]{0,2}"
_SIGN = r"(?<![\dA-Za-z日月年号级期%\x00])[-−－](?=\d)"
_BEGINNINGS = rf"\d￥¥\-－−{''.join({word[0] for word in _BEFORE})}{CAPITAL[1:-1]}{NUMERAL[1:-1]}"
"""The characters that a number can begin with: at all others the pattern is not tried."""

_POINTS = "点(?=主要|具体|突出|明显|体会|经验|不足|问题|建议|措施|原因|做法|意见|启示|成效|特点|困难|短板|教训|[：:])"
"""三点不足 are counted, and no time of day."""


def _pattern(unit: str, after: str) -> re.Pattern[str]:
    """Between two qualifiers one of: an amount in capitals, 百分之 and a share, digits, hanzi with a unit."""
    return re.compile(
        rf"(?=[{_BEGINNINGS}])(?:(?P<before>{_BEFORE_RE}){_GAP})?"
        rf"(?:(?P<capital>{CAPITAL_AMOUNT})"
        rf"|(?P<per>百分之|千分之)(?P<share>{_DIGITS}|{NUMERAL}+)"
        rf"|(?:[￥¥]{_GAP}(?P<yen>))?(?P<sign>{_SIGN})?(?P<digits>{_DIGITS})(?:{_GAP}(?:[^\W\d]{{0,3}}[（(]不?含[）)]|分|(?P<each>[万亿]?[^\W\d]{{0,3}})(?=[至~～—-]\d[\d.,]*(?P=each)))?[-—–~～至]{_GAP}(?P<upto>{_DIGITS}))?"
        rf"{_GAP}(?P<over>[余多])?{_GAP}(?P<scale>{_SCALE})?(?:(?P<rest>(?<=亿)\d+(?:\.\d+)?万|(?<=万)\d千(?!\d)))?"
        rf"(?P<over2>[余多])?(?:{_GAP}(?P<unit>{unit})|(?P<tenths>成)(?=[以左上的多，。、；）\s]|$))?"
        rf"|(?P<spelt>(?<![几数])(?:{NUMERAL}+))(?P<over3>[余多])?(?P<scale3>[万亿])?"
        rf"(?:(?P<unit3>(?:美|欧|港)?元|{by_characters(SPELT)}|部(?![分门委长队署])|{_POINTS})|(?P<tenths3>成)(?=[以左上的多，。、；）\s]|$)))"
        rf"(?:{_GAP}(?P<after>{after}))?"
    )


_NUMBER = _pattern(UNIT, _AFTER_RE + _WITHIN)
_TRIVIAL = {"一", "百", "千", "万", "十万", "千万", "亿", "零", "〇", "百万"}
"""一名, 一次, 一项 are articles; 百人 and 万人 are big words, unless 余 or 近 says that they count."""


def read_numbers(text: str) -> list[Stated]:
    """The numbers of a text in their order; a range such as 3-5天 is two: at least 3, at most 5天."""
    digits = without_item_numbers(text.translate(_WIDE))
    digits = _ENDLESS.sub(lambda match: "\x00" * len(match[0]), digits) if len(text) > MOST_DIGITS else digits
    return [stated for match in _NUMBER.finditer(blanked(digits)) for stated in _stated(match, text)]


_PLAIN = re.compile(r"(-?[0-9]{1,3}(?:(?:,[0-9]{3}){1,5}|[0-9]{0,15})(?:\.[0-9]{1,8})?)(%?)")
"""What most cells of most tables are: 1,126.60 and 98.00%."""
_UNTIDY = re.compile(r"[\s达+０-９．％＋＜＞／]")
_LEAD = re.compile(r"^(?:达到?|\+)\s*(?=[-\d])")
"""What a field may say before its figure, meaning nothing else."""
_BLANKS = re.compile(r"[^\S\u00a0\u2009\u202f]+")


def read_quantity(text: str, unit: str = "") -> Quantity | None:
    """The number that a whole text is: 「9.38万人次」「至少20所」「≥95%」; `unit` is meant where none is written.

    None when the text is no number, and when it is two of them: of 10～12场 and 3-5天 nobody can say which is meant
    where it is added up or printed.
    """
    text = text.strip()
    if plain_one := _PLAIN.fullmatch(text):
        number, rate = plain_one.groups()
        return _with_unit(Quantity(Decimal(number.replace(",", "")), "", rate, text=text), unit)
    if len(text) > _LONGEST:
        return None
    words = _LEAD.sub("", _BLANKS.sub(" ", text).translate(_WIDE)) if _UNTIDY.search(text) else text
    match = _NUMBER.fullmatch(words) or _any_counted().fullmatch(words)
    if match is None or match["upto"]:
        return None
    stated = next(_stated(match, words), None)
    if stated is None:
        return None
    return _with_unit(stated.quantity if words == text else replace(stated.quantity, text=text), unit)


def read_bare_number(text: str) -> Decimal | None:
    """A number by itself, as packs give limits and points; None when it has a unit or anything else."""
    quantity = read_quantity(text)
    bare = quantity and not (quantity.scale or quantity.unit) and quantity.bound is Bound.EXACT
    return quantity.number if quantity and bare else None


def is_too_long(text: str) -> bool:
    """Whether a number of the text has more digits than are read."""
    return any(not _fits(written[0]) for written in re.finditer(r"\d+(?:\.\d+)?", text.replace(",", "")))


@cache
def _any_counted() -> re.Pattern[str]:
    """The same pattern for whatever a field counts; compiled when the first such field is met."""
    return _pattern(ANY_UNIT, _AFTER_RE)


def _with_unit(quantity: Quantity, unit: str) -> Quantity:
    if quantity.scale or quantity.unit or not unit:
        return quantity
    scale, base = split_unit(unit)
    return Quantity(quantity.number, scale, one_spelling(base), quantity.bound, quantity.text, unit)


def _stated(match: re.Match[str], text: str) -> Iterator[Stated]:
    """What a match states; nothing when its digits are too many or its hanzi spell no number."""
    start, end = match.span()
    bound = _bound(match)
    if match["capital"]:
        amount = read_capital_amount(match["capital"])
        if amount is not None:
            yield Stated(start, end, Quantity(amount, "", "元", bound, text[start:end]))
    elif match["per"]:
        share = _figure(match["share"])
        if share is not None:
            unit = "%" if match["per"] == "百分之" else "‰"
            yield Stated(start, end, Quantity(share, "", unit, bound, text[start:end]))
    elif match["spelt"]:
        yield from _spelt(match, bound, text)
    elif all(_fits(match[name] or "") for name in ("digits", "upto", "rest")):
        yield from _range(match, text) if match["upto"] else (_arabic(match, bound, text),)


def _bound(match: re.Match[str]) -> Bound:
    """What 约, 以上, 余 … say; the word before the number is heard first."""
    if match["before"]:
        return _BEFORE[match["before"]]
    if match["after"]:
        return _AFTER[match["after"]]
    over = match["over"] or match["over2"] or match["over3"]
    tenths = match["tenths"] or match["tenths3"]
    return Bound.OVER if over else Bound.ABOUT if tenths else Bound.EXACT


def _arabic(match: re.Match[str], bound: Bound, text: str) -> Stated:
    number, scale = _scaled(_digits(match["digits"]), match["scale"] or "", match["rest"] or "")
    unit = one_spelling(match["unit"] or ("元" if match["yen"] is not None else ""))
    if match["tenths"]:
        number, unit = number * 10, "%"
    start, end = match.span()
    signed = -number if match["sign"] else number
    return Stated(start, end, Quantity(signed, scale, unit, bound, text[start:end]))


def _range(match: re.Match[str], text: str) -> Iterator[Stated]:
    """Both ends of 10～12场 in the unit that stands behind the second."""
    unit = one_spelling(match["unit"] or "")
    moved = bool(match["each"]) and text[: match.start()].endswith(_MOVES)
    for name, bound in (("digits", Bound.AT_LEAST), ("upto", Bound.AT_MOST)):
        number, scale = _scaled(_digits(match[name]), match["scale"] or "")
        start = match.start() if name == "digits" else match.start(name)
        end = match.end(name) if name == "digits" else match.end()
        yield Stated(start, end, Quantity(number, scale, unit, Bound.EXACT if moved else bound, text[start:end]))


def _spelt(match: re.Match[str], bound: Bound, text: str) -> Iterator[Stated]:
    spelt = match["spelt"]
    vague = bound in (Bound.OVER, Bound.ABOUT)
    number = read_numeral(spelt)
    if number is None or (spelt in _TRIVIAL and not vague):
        return
    scale = match["scale3"] or (spelt[-1] if spelt[-1] in "亿万" else "")
    if scale and not match["scale3"] and len(spelt) > 1:
        number = number / (10**8 if scale == "亿" else 10**4)
    elif spelt == scale:
        number = Decimal(1)
    unit = one_spelling(match["unit3"] or "")
    if match["tenths3"]:
        number, unit = number * 10, "%"
    start, end = match.span()
    yield Stated(start, end, Quantity(number, scale, unit, bound, text[start:end]))


def _scaled(number: Decimal, scale: str, rest: str = "") -> tuple[Decimal, str]:
    """The scales that the model knows: 3千万 is 3000万, 1亿2000万 is 12000万."""
    match scale:
        case "千万":
            number, scale = number * 1000, "万"
        case "万亿":
            number, scale = number * 10000, "亿"
        case _:
            pass
    if rest.endswith("万"):
        return number * 10000 + Decimal(rest[:-1]), "万"
    return (number + Decimal(rest[:-1]) / 10, scale) if rest else (number, scale)


def _figure(written: str) -> Decimal | None:
    if not written[0].isdecimal():
        return read_numeral(written)
    return _digits(written) if _fits(written) else None


def _fits(written: str) -> bool:
    if len(written) <= MOST_DECIMALS:
        return True
    whole, _point, decimals = written.rstrip("万千").partition(".")
    return len(_GROUPS.sub("", whole)) <= MOST_DIGITS and len(decimals) <= MOST_DECIMALS


def _digits(written: str) -> Decimal:
    return Decimal(_GROUPS.sub("", written))
