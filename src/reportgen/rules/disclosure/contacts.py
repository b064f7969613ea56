"""Addresses of persons: mail boxes, homes, number plates, accounts."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.disclosure.identity_numbers import luhn
from reportgen.rules.disclosure.secret import LEFT_OUT, Secret
from reportgen.rules.occurrences import DIGIT
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_PRIVATE = r"(?:qq|foxmail|163|126|yeah|sina|sohu|139|189|wo|gmail|hotmail|outlook|aliyun)\.(?:com|cn|net)"
_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
_PERSONAL = re.compile(
    rf"(?P<mail>(?P<box>[A-Za-z0-9._-]+)@{_PRIVATE})"
    r"|(?P<home>(?P<lead>(?:家庭住址|家庭地址|家庭详细地址|现住址|户籍地址|户籍所在地|家住"
    r"|(?<=[，。；、（：])住(?![宅院房建宿户所保])(?=[在于]?[\u4e00-\u9fff]{2,12}[县区市镇乡街路村]))[：:为是在]?[ ]?)"
    r"[\u4e00-\u9fff\d]{2,30}?(?:号|室|组|村|单元|栋|小区)(?:[\d\u4e00-\u9fff]{1,5}?(?:号|室|组|单元|栋|楼))*)"
    rf"|(?P<plate>[{_PROVINCES}][A-HJ-NP-Z][·•\s]?(?=[A-HJ-NP-Z]{{0,4}}\d)[A-HJ-NP-Z\d]{{5,6}}(?![A-Za-z\d]))"
)
"""A private mail box, a home address, the number plate of a car."""


@rule("DIS007", "邮箱、住址或车牌号没有隐去", Severity.WARNING, needs=("@车住户",))
def no_private_address(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """公开的文件里不出现私人邮箱、家庭住址和车牌号；单位的邮箱和地址不算。

    为什么: 报告要上网公开，个人信息一旦公开收不回来。
    错例:
        其他问题: 受助学生家庭住址：某县城关镇幸福路12号，联系邮箱123456789@qq.com。
    正例:
        其他问题: 本院地址为某县城关镇幸福路12号，邮箱yiyuan@example.gov.cn，公务用车2辆。
    依据: 审核实践：公开前隐去个人信息
    改法: 删去，或换成单位的邮箱和地址
    """
    for secret in private_addresses(passage.text):
        yield Finding(passage.place(secret.start, secret.end), secret.label, certain=secret.certain)


def private_addresses(text: str) -> Iterator[Secret]:
    """Private mail boxes, homes and number plates, in order."""
    if "@" not in text and "车" not in text and "住" not in text and "户籍" not in text:
        return
    for match in _PERSONAL.finditer(text):
        if match["plate"] and "车" not in text:
            continue
        yield _address(match)


def _address(match: re.Match[str]) -> Secret:
    if match["mail"]:
        shown = f"{match['box'][:2]}***@{match['mail'].partition('@')[2]}"
        return Secret(*match.span(), _("邮箱 {shown}", shown=shown), shown, certain=False)
    if match["plate"]:
        shown = f"{match['plate'][:2]}***"
        return Secret(*match.span(), _("车牌号 {shown}", shown=shown), shown, certain=False)
    return Secret(*match.span(), _("家庭住址"), match["lead"] + LEFT_OUT)


_ACCOUNT = re.compile(r"(?:账号|帐号|账户|帐户)[为是]?[：: ]*(?P<digits>\d[\d ]{8,28}\d)(?![\d.]|[ ]?[万亿]?元)")
_BANK = re.compile("开户|银行|信用社|户名|[汇打转存划]入|收款|发放|拨付")


@rule("DIS009", "银行账号没有隐去", Severity.WARNING, needs=("账帐", DIGIT))
def no_account_number(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """公开的文件里不出现开户行的账号；个人银行卡号见 DIS003。

    为什么: 公开了单位和供应商的账号，容易被冒名行骗。
    错例:
        其他问题: 药品款汇入供应商开户银行账号10301234567890。
    正例:
        其他问题: 药品款汇入供应商开户银行账号，项目编码10301234567890，微信公众号账号shuiwuju2024。
    依据: 审核实践：公开前隐去账号
    改法: 删去，或只留后四位，前面用 * 代替
    """
    for secret in account_numbers(passage.text):
        yield Finding(passage.place(secret.start, secret.end), secret.label)


def account_numbers(text: str) -> Iterator[Secret]:
    """Numbers of bank accounts, in order."""
    for match in _ACCOUNT.finditer(text):
        digits = match["digits"].replace(" ", "")
        if _BANK.search(text) and not luhn(digits):  # of a card DIS003 speaks
            shown = f"***{digits[-4:]}"
            yield Secret(*match.span("digits"), _("银行账号 {shown}", shown=shown), shown)
