"""Disclosure: what must not stand in a published document."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.dates import existing
from reportgen.rules.disclosure.secret import Secret
from reportgen.rules.occurrences import DIGIT
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_IDENTITY = re.compile(r"(?<![\dA-Za-z])\d{15}(?:\d{2}[\dXx])?(?![\dA-Za-z])")
_CALLED_IDENTITY = re.compile(r"身份证(?:件)?(?:号码?|编号)?(?:为|是|[:：])*\s*$")
"""Before a number that is one whatever its digits say: somebody's with a slip in it is as little to be published."""
_NEAR = 12
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
"""By the weighted sum modulo 11 (GB 11643)."""


@rule("DIS001", "身份证号没有隐去", Severity.ERROR, needs=(DIGIT,))
def no_identity_number(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """公开的文件里不出现完整的身份证号。

    为什么: 报告要上网公开，身份证号一旦公开收不回来。
    错例:
        其他问题: 住院病人身份证号为11010519491231002X。
    正例:
        其他问题: 住院病人身份证号为110105********002X，项目编码411300202000000001。
    依据: 审核实践：公开前隐去个人信息
    改法: 整句删去，或只留前六位和后四位，中间用 * 代替
    """
    for secret in identity_numbers(passage.text):
        yield _finding(passage, secret)


def identity_numbers(text: str) -> Iterator[Secret]:
    """Numbers of identity cards, in order."""
    for match in _IDENTITY.finditer(text):
        called = _CALLED_IDENTITY.search(text, max(0, match.start() - _NEAR), match.start())
        if called or _is_identity(match[0]):
            shown = match[0][:6] + "*" * (len(match[0]) - 10) + match[0][-4:]
            yield Secret(*match.span(), _("身份证号 {shown}", shown=shown), shown)


def _is_identity(number: str) -> bool:
    if len(number) != 18 or not number[:-1].isdecimal():
        return False
    birth = number[6:14]
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    born = existing(int(birth[:4]), int(birth[4:6]), int(birth[6:]))
    return born is not None and _CHECK_DIGITS[total % 11] == number[-1].upper()


def _finding(passage: Passage, secret: Secret) -> Finding:
    fix = _("整句删去，或写成 {shown}", shown=secret.shown)
    return Finding(passage.place(secret.start, secret.end), secret.label, (), fix)


@rule("DIS002", "手机号没有隐去", Severity.ERROR, needs=("1",))
def no_mobile_number(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """公开的文件里不出现完整的手机号；办公电话不受限制。

    为什么: 报告要上网公开，手机号一旦公开收不回来。
    错例:
        其他问题: 病案复印联系人手机13800138000。
    正例:
        其他问题: 病案室联系电话0377-60000000，项目编码41130013800138000。
    依据: 审核实践：公开前隐去个人信息
    改法: 换成办公电话，或只留前三位和后四位，中间用 * 代替
    """
    for secret in mobile_numbers(passage.text):
        yield _finding(passage, secret)


def mobile_numbers(text: str) -> Iterator[Secret]:
    """Numbers of mobile telephones, in order."""
    for match in _MOBILE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        shown = f"{digits[:3]}****{digits[-4:]}"
        yield Secret(*match.span(), _("手机号 {shown}", shown=shown), shown)


_MOBILE = re.compile(r"(?<![\dA-Za-z.,-])1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})(?![\dA-Za-z]|[.,]\d|[元人])")


@rule("DIS003", "银行卡号没有隐去", Severity.ERROR, needs=(DIGIT,))
def no_card_number(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """公开的文件里不出现完整的银行卡号。

    为什么: 补助发放名单常带卡号，跟着报告一起上了网。
    错例:
        其他问题: 护理补贴已汇入银行卡6222021234567890128。
    正例:
        其他问题: 护理补贴已汇入银行卡622202*********0128，项目编码6222021234567890123。
    依据: 审核实践：公开前隐去个人信息
    改法: 整句删去，或只留前六位和后四位，中间用 * 代替
    """
    for secret in card_numbers(passage.text):
        yield _finding(passage, secret)


def card_numbers(text: str) -> Iterator[Secret]:
    """Numbers of bank cards, in order."""
    for match in _CARD.finditer(text):
        digits = match[0].replace(" ", "")
        if luhn(digits) and _meant(digits, text[max(0, match.start() - 12) : match.start()]):
            shown = digits[:6] + "*" * (len(digits) - 10) + digits[-4:]
            yield Secret(*match.span(), _("银行卡号 {shown}", shown=shown), shown)


_CARD = re.compile(r"(?<![\dA-Za-z])[34569]\d{3}(?:\d{12,15}|(?: \d{4}){3}(?: \d{1,3})?)(?![\dA-Za-z])")
_UNIONPAY = "62"


def _meant(digits: str, before: str) -> bool:
    """Project codes are as long: a number that does not begin as Chinese cards do needs a word beside it."""
    if _is_identity(digits):
        return False
    return digits.startswith(_UNIONPAY) or bool(re.search("卡|账号|帐号|账户|帐户|开户", before))


def luhn(digits: str) -> bool:
    """The check of ISO/IEC 7812: every second digit from the right doubled, digit sums added, a multiple of ten."""
    values = [int(digit) for digit in reversed(digits)]
    return sum(value if place % 2 == 0 else sum(divmod(value * 2, 10)) for place, value in enumerate(values)) % 10 == 0
