"""Chinese numerals → Decimal: 十二, 三百二十万, 两千零五十, and amounts in capitals (壹佰贰拾万元整).

The library cn2an (MIT) was tried on the seeds: it reads plain numerals well, but refuses 百, 百余 and 元角分, takes no
notice of 第 and of idioms (「进一步」 becomes 「进1步」) and brings a second package. The rest of the work is below.
"""

from decimal import Decimal

from reportgen import patterns as re

_SPELLINGS = ("〇零", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
_DIGITS = {char: value for value, chars in enumerate(_SPELLINGS) for char in chars}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

NUMERAL = r"[〇零一二三四五六七八九十百千万亿两]"
"""A character of a numeral in small letters, as prose has them."""
CAPITAL = r"[零壹贰叁肆伍陆柒捌玖拾佰仟万萬亿億]"
"""A character of a numeral in capitals, as contracts and receipts have them."""
CAPITAL_AMOUNT = rf"(?![万萬亿億]){CAPITAL}+[元圆](?:[零壹贰叁肆伍陆柒捌玖]+角)?(?:[零壹贰叁肆伍陆柒捌玖]+分)?[整正]?"

_AMOUNT = re.compile(rf"(?P<yuan>{CAPITAL}+)[元圆](?:零?(?P<jiao>.)角)?(?:零?(?P<fen>.)分)?[整正]?")


def read_numeral(text: str) -> Decimal | None:
    """The number that a numeral spells; None when it spells none (一二三, 十百)."""
    total = section = 0
    digit: int | None = None
    last_place = 10**16
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif char in _TENS:
            if _TENS[char] >= last_place or (digit is None and section and char not in "十拾"):
                return None
            section += (1 if digit is None else digit) * _TENS[char]
            digit, last_place = None, _TENS[char]
        elif char in _MYRIADS:
            section = section + (digit or 0) if section or digit else 1
            total = (total + section) * _MYRIADS[char] if total < _MYRIADS[char] else total + section * _MYRIADS[char]
            section, digit, last_place = 0, None, 10**16
        else:
            return None
    return Decimal(total + section + _units(text, digit))


def read_digits(text: str) -> int:
    """A year as it is spelt digit by digit, in hanzi or in figures.

    >>> read_digits("二〇二四"), read_digits("二○二四"), read_digits("2024")
    (2024, 2024, 2024)
    """
    return int("".join(str(_DIGITS.get(char, char)) for char in text.replace("○", "〇")))


def _units(text: str, digit: int | None) -> int:
    """The last digit: 三千五 and 一万二 leave the next lower place unsaid."""
    before = text[-2:-1]
    place = (_TENS | _MYRIADS).get(before, 1)
    return (digit or 0) * (place // 10 if place > 10 and len(text) > 2 else 1)


def read_capital_amount(text: str) -> Decimal | None:
    """元 in 「壹佰贰拾万元整」「叁佰元零伍分」; None when it is no amount."""
    match = _AMOUNT.fullmatch(text)
    yuan = read_numeral(match["yuan"]) if match else None
    if match is None or yuan is None:
        return None
    jiao, fen = (_DIGITS.get(match[name] or "零", 0) for name in ("jiao", "fen"))
    cents = Decimal(jiao * 10 + fen)
    return yuan + cents.scaleb(-2) if cents else yuan
