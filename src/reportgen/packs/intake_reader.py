"""取数 of a content file or of pack.yaml → intakes.

取数:
  - {填: 预算.支出, 表: [收入支出决算总表, Z01], 行: [本年支出合计, 支出总计], 列: 决算数, 区: 支出}
  - {填: 人员.在编, 表: 机构人员情况表, 行: 在职人员, 列: 年末数, 单位: 人, 选填: 是}
"""

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.language import _
from reportgen.numbers import read_bare_number
from reportgen.packs.intake import INTAKE_KEY, INTAKE_MEANINGS, Intake, IntakeYear, Words
from reportgen.place import Written
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Mapping, Node, Sequence

_KEYS = list(INTAKE_MEANINGS)
_MOST_DECIMALS = 8


def read_intakes(node: Node | None, expect: Expect) -> tuple[Intake, ...]:
    """The intakes; what is written wrongly is reported and left out."""
    rows = expect.rows(node, INTAKE_KEY, _KEYS) if node is not None else ()
    return tuple(intake for row in rows if (intake := _intake(row, expect)))


def wrong_intakes(node: Node | None) -> list[Diagnostic]:
    """What is written wrongly in the intakes of a content file."""
    read_intakes(node, expect := Expect())
    return expect.found


def _intake(row: Mapping, expect: Expect) -> Intake | None:
    path = expect.required_text(row, "填")
    sheet, line, column = (_words(row, key, expect, needed=True) for key in ("表", "行", "列"))
    unit = expect.optional_text(row, "单位")
    if path is None or not (sheet and line and column):
        return None
    return Intake(
        path=path.text,
        sheet=sheet,
        row=line,
        column=column,
        place=row.place,
        block=_words(row, "区", expect),
        above=_words(row, "上级行", expect),
        unit=unit.text if unit else "",
        decimals=_decimals(expect.optional_text(row, "小数"), expect),
        optional=expect.yes(row.get("选填"), "选填"),
        year=_year(expect.optional_text(row, "年度"), expect),
    )


def _words(row: Mapping, key: str, expect: Expect, needed: bool = False) -> Words:
    """A word, or a list of words."""
    node = row.get(key)
    if isinstance(node, Sequence):
        texts = (expect.text(item, key) for item in expect.sequence(node, key))
        return tuple(text.text for text in texts if text)
    text = expect.required_text(row, key) if needed else expect.optional_text(row, key)
    return (text.text,) if text else ()


def _decimals(written: Written | None, expect: Expect) -> int | None:
    number = read_bare_number(written.text) if written else None
    if written is None or (number is not None and number == int(number) and 0 <= number <= _MOST_DECIMALS):
        return int(number) if number is not None else None
    expect.report(expect.wrong, written.place, _("「小数」写保留几位，0 到 {most}", most=_MOST_DECIMALS))
    return None


def _year(written: Written | None, expect: Expect) -> IntakeYear:
    years = {year.value: year for year in IntakeYear}
    if written is not None and written.text not in years:
        label = _("「年度」写 {names}", names=_("、").join(years))
        expect.report(expect.wrong, written.place, label, did_you_mean(written.text, years))
    return years.get(written.text, IntakeYear.SAME) if written else IntakeYear.SAME
