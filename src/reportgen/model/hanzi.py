"""Numbers as they are spelt in hanzi."""

_DIGITS = "〇一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def chinese_number(number: int) -> str:
    """0–9999 in hanzi: 一, 十一, 九十九, 一百, 一百零一, 三百一十二, 一千零八十."""
    spelt, gap = "", False
    for place, name in _PLACES:
        digit = number // place % 10
        if digit:
            spelt += ("零" if gap else "") + _DIGITS[digit] + name
        gap = bool(spelt) and not digit
    return spelt.removeprefix("一") if 10 <= number < 20 else spelt or "零"


def by_digits(number: int) -> str:
    """A number digit by digit, as years are spelt: 二〇二四."""
    return "".join(_DIGITS[int(digit)] for digit in str(number))
