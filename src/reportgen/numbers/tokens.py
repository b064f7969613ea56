"""The words that two texts are compared by: a number, a Latin word, one hanzi, one mark."""

from reportgen import patterns as re

_TOKEN = re.compile(
    r"""
      (?:(?<![0-9０-９A-Za-z.)）年月日时])[-+−－＋])?  # a sign, where it joins no two things: -3.5, and not 2019-2021
      [0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*  # 1,126
      (?:[.．][0-9０-９]+)*                   # 1,126.60, and 5.2.1
    | [A-Za-zÀ-ɏ]+
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_NUMBER = re.compile(r"[-+−－＋]?[0-9０-９][0-9０-９,，.．]*")


def tokens(text: str) -> list[str]:
    """The words of a text, which joined give it again.

    >>> tokens("增加1,126.60万元，净增-3.5%，2019-2021年WPS")
    ['增', '加', '1,126.60', '万', '元', '，', '净', '增', '-3.5', '%', '，', '2019', '-', '2021', '年', 'WPS']
    """
    return [found[0] for found in _TOKEN.finditer(text)]


def is_number(token: str) -> bool:
    """Whether a word is a number.

    >>> is_number("1,126.60"), is_number("-3.5"), is_number("万"), is_number("-")
    (True, True, False, False)
    """
    return _NUMBER.fullmatch(token) is not None
