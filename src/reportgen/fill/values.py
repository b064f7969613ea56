"""A cell's value → what is written into the content file: money converted exactly, days spelt, words as they are."""

from decimal import Decimal

from reportgen.fill.cells import Said
from reportgen.fill.targets import Target
from reportgen.language import _
from reportgen.model.dates import spell_date
from reportgen.model.quantity import RATES, SCALES, plain, round_half_up, split_unit
from reportgen.packs.fields import FieldType
from reportgen.record import Struct
from reportgen.resolve.days import no_day, read_day


class Meant(Struct, frozen=True):
    """What is to be written; `number` in the unit of the content file, None for days and words."""

    text: str
    number: Decimal | None = None
    exact: Decimal | None = None
    """The same before it was rounded."""


class Unmeant(Struct, frozen=True):
    """Why the value cannot be written there."""

    why: str


def meant(said: Said, target: Target, unit: str, decimals: int | None) -> Meant | Unmeant:
    """What a cell says, as the target writes it; `unit` is that of the cells of its sheet."""
    match target.type:
        case FieldType.TEXT | FieldType.PROSE:
            return Meant(_in_words(said))
        case FieldType.DATE:
            return _day(said)
        case FieldType.YEAR:
            year = said.number
            return Meant(str(year)) if year is not None and 1900 < year < 2200 else Unmeant(_("不是年份"))
        case _:
            return _figure(said, target, said.unit or unit, decimals)


def _in_words(said: Said) -> str:
    if said.words:
        return said.words
    return spell_date(said.day) if said.day else plain(said.number or Decimal(0))


def _day(said: Said) -> Meant | Unmeant:
    """A day of the calendar, also as 20240630 or as Excel's number of one."""
    day = said.day or read_day(said.words)
    if day is None and said.number is not None and (slip := no_day(plain(said.number))) and slip.meant:
        day = read_day(slip.meant)
    return Meant(spell_date(day)) if day else Unmeant(_("「{words}」不是日期", words=_in_words(said)))


def _figure(said: Said, target: Target, unit: str, decimals: int | None) -> Meant | Unmeant:
    if said.day:
        return Unmeant(_("这一格是日期 {day}，不是数", day=spell_date(said.day)))
    if said.number is None:
        return Unmeant(_("这一格是「{words}」，不是数", words=said.words))
    wanted = target.unit or unit
    factor = _factor(unit, wanted)
    if factor is None:
        return Unmeant(_refusal(said.number, unit, wanted))
    exact = said.number * factor
    number = exact if decimals is None else round_half_up(exact, decimals)
    digits = plain(number) if decimals is None else f"{number:f}"
    return Meant(digits + (wanted if target.shows_unit or not target.unit else ""), number, exact)


def _factor(unit: str, wanted: str) -> Decimal | None:
    """By what a number in one unit is multiplied to be one in the other; None where they count different things."""
    (scale, base), (wanted_scale, wanted_base) = split_unit(unit), split_unit(wanted)
    if base == wanted_base:
        return SCALES[scale] / SCALES[wanted_scale]
    if unit in RATES and wanted in RATES:
        return RATES[unit] / RATES[wanted]
    return Decimal(1) / RATES[wanted] if unit == "比" and wanted in RATES else None


def _refusal(number: Decimal, unit: str, wanted: str) -> str:
    if unit:
        return _("工作簿里是 {unit}，这里要 {wanted}", unit=unit, wanted=wanted)
    if wanted in RATES:
        told = _("看不出 {number} 是 {number}{wanted} 还是比值", number=plain(number), wanted=wanted)
        return told + _('；请在取数里写「单位: "%"」或「单位: 比」')
    return _("工作簿里没有写单位，这里要 {wanted}；请在取数里写「单位」", wanted=wanted)
