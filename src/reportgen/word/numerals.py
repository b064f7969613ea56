"""Numbers as Word's automatic numbering writes them (`w:numFmt`)."""

from collections.abc import Callable

from reportgen.model.document import Numbers
from reportgen.model.hanzi import by_digits, chinese_number

_ZERO = "〇"
_MOST_LETTERS = 780
"""Word itself counts no further with letters."""
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("〇一二三四五六七八九十百千零", "零壹贰叁肆伍陆柒捌玖拾佰仟零")
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
FORMS_OF_PAGE_NUMBERS = {Numbers.ARABIC: "decimal", Numbers.ROMAN: "upperRoman"}


def spelt(number: int, form: str) -> str:
    """The number in one of Word's forms; in plain figures where the form is not known.

    >>> [spelt(number, "chineseCounting") for number in (3, 10, 12, 20, 105)]
    ['三', '十', '十二', '二十', '一百零五']
    """
    return _FORMS.get(form, str)(number)


def _chinese(number: int) -> str:
    return chinese_number(number) if 0 < number < 10000 else str(number) if number else _ZERO


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    words = ""
    for value, letters in _ROMAN:
        while number >= value:
            words, number = words + letters, number - value
    return words


def _letter(number: int) -> str:
    """a … z, aa, bb …"""
    repeats, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (repeats + 1) if 0 < number <= _MOST_LETTERS else str(number)


def _row(first: str, count: int) -> Callable[[int], str]:
    """Signs that stand in a row in Unicode, from `first`, for 1 to `count`."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "japaneseCounting",
        ),
        _chinese,
    ),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), by_digits),
    "chineseLegalSimplified": lambda number: _chinese(number).translate(_LEGAL),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: "".join(chr(ord("０") + int(digit)) for digit in str(number)),
    "decimalFullWidth2": lambda number: "".join(chr(ord("０") + int(digit)) for digit in str(number)),
    "decimalEnclosedCircle": _row("①", 20),
    "decimalEnclosedCircleChinese": _row("①", 20),
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    "none": lambda _number: "",
}
