"""What a class of values is made of: msgspec's `Struct`, through one door.

A Struct is what a dataclass of the standard library would be, made in compiled code: the class in a fortieth of the
time (Python 3.11 compiles several methods for each dataclass, and a check loads three hundred), an object in a seventh.

`frozen=True` for values; `eq=False` where two are the same only when they are one object; `dict=True` where something
is kept beside the fields, as `cached_property` does. Fields of their own are set in `__post_init__`.
"""

from abc import ABCMeta

from msgspec import DecodeError, Raw, Struct, StructMeta, field
from msgspec.json import decode as from_json
from msgspec.json import encode as as_json
from msgspec.structs import replace

__all__ = ["AbstractStruct", "DecodeError", "Raw", "Struct", "as_json", "field", "from_json", "replace"]


class AbstractStruct(StructMeta, ABCMeta):
    """The metaclass of a Struct that has abstract methods."""
