"""Any object of a PDF changed: keys that go, values of another kind, references that lead elsewhere or back."""

import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TypeAlias

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

Value: TypeAlias = Object | int | Decimal | bool | None
_NUMBERS = (0, -1, 1, 2**31, -(2**31), 10**18, Decimal("0.0000001"), Decimal("1e30"), Decimal("-7.5"), 65536)
_NAMES = (Name.Page, Name.Pages, Name.Font, Name("/没有"), Name("/x" * 200), Name.Identity, Name.Type0)


def change_object(pdf: Pdf, dice: random.Random) -> None:
    """One change of an object that something leads to."""
    holders = [each for each in pdf.objects if isinstance(each, Dictionary | Array | Stream)]
    holder = dice.choice(holders)
    for _level in range(dice.randint(0, 3)):
        inner = [each for each in values(holder) if isinstance(each, Dictionary | Array)]
        holder = dice.choice(inner) if inner else holder
    dice.choice(_CHANGES)(pdf, holder, dice)


def values(holder: Object) -> Iterator[Value]:
    """What a dictionary or an array holds."""
    if isinstance(holder, Array):
        yield from holder
    elif isinstance(holder, Dictionary | Stream):
        yield from (holder[key] for key in holder.keys())  # noqa: SIM118 - an Object is no mapping


def odd(pdf: Pdf, dice: random.Random) -> Value:
    """A value of any kind, or a reference to any object of the file."""
    return dice.choice(
        (
            dice.choice(_NUMBERS),
            dice.choice(_NAMES),
            None,
            dice.random() < 0.5,
            String(dice.choice(("", "甲", "D:20240230", "x" * 3000, "\x00\xff"))),
            Array([]),
            Dictionary({}),
            Array([dice.choice(_NUMBERS) for _time in range(dice.choice((1, 4, 6, 500)))]),
            dice.choice(list(pdf.objects)),
            dice.choice(list(pdf.objects)),
            dice.choice(list(pdf.objects)),
            nested(dice.choice((3, 90, 450)), dice),
        )
    )


def nested(levels: int, dice: random.Random) -> Object:
    """An array in an array, or a dictionary in a dictionary."""
    made: Object = Array([1])
    for _level in range(levels):
        made = Array([made]) if dice.random() < 0.5 else Dictionary({"/K": made})
    return made


def put(holder: Object, key: object, value: Value) -> None:
    """Set, where the file can hold it: a null in a dictionary is none."""
    if isinstance(holder, Array) and isinstance(key, int):
        holder[key] = value
    elif isinstance(key, str) and value is None:
        if key in holder and key != "/Length":
            del holder[key]
    elif isinstance(key, str) and key != "/Length":
        holder[key] = value


def keys(holder: Object) -> list[str | int]:
    """The keys of a dictionary, or the places of an array."""
    return list(range(len(holder))) if isinstance(holder, Array) else sorted(holder.keys())


def _other_value(pdf: Pdf, holder: Object, dice: random.Random) -> None:
    if found := keys(holder):
        put(holder, dice.choice(found), odd(pdf, dice))


def _without(_pdf: Pdf, holder: Object, dice: random.Random) -> None:
    if found := keys(holder):
        key = dice.choice(found)
        if isinstance(key, int):
            del holder[key]
        else:
            put(holder, key, None)


def _exchanged(_pdf: Pdf, holder: Object, dice: random.Random) -> None:
    """Two values under each other's keys."""
    if len(found := keys(holder)) > 1:
        one, other = dice.sample(found, 2)
        first, second = holder[one], holder[other]
        put(holder, one, second)
        put(holder, other, first)


def _back(_pdf: Pdf, holder: Object, dice: random.Random) -> None:
    """A value that leads back to its own holder."""
    if holder.is_indirect and (found := keys(holder)):
        put(holder, dice.choice(found), holder)


def _longer(_pdf: Pdf, holder: Object, dice: random.Random) -> None:
    if isinstance(holder, Array):
        for _time in range(dice.choice((1, 30, 3000))):
            holder.append(holder[0] if len(holder) else 0)
    else:
        put(
            holder,
            "/" + dice.choice(("K", "Kids", "Parent", "Next", "Length1", "Type", "Subtype")),
            holder.get("/Type"),
        )


def _stream(pdf: Pdf, holder: Object, dice: random.Random) -> None:
    """Filters that are not those by which a stream is packed, and what the filters are told."""
    streams = [each for each in pdf.objects if isinstance(each, Stream)]
    stream = holder if isinstance(holder, Stream) else dice.choice(streams)
    filters = (
        "FlateDecode LZWDecode ASCII85Decode ASCIIHexDecode RunLengthDecode DCTDecode JBIG2Decode JPXDecode Crypt x"
    )
    wrong = [Name("/" + dice.choice(filters.split())) for _time in range(dice.choice((1, 2, 12)))]
    raw = stream.read_raw_bytes()
    body = dice.choice((raw, raw[: len(raw) // 2], b"", bytes(dice.randrange(256) for _time in range(300)), raw * 2))
    stream.write(body, filter=Array(wrong) if len(wrong) > 1 else wrong[0])
    if dice.random() < 0.5:
        stream.DecodeParms = Dictionary(
            Predictor=dice.choice((2, 12, 99)), Columns=dice.choice((0, -1, 10**9, 4)), Colors=99
        )


_CHANGES: tuple[Callable[[Pdf, Object, random.Random], None], ...] = (
    _other_value,
    _other_value,
    _other_value,
    _without,
    _without,
    _exchanged,
    _back,
    _longer,
    _stream,
)
