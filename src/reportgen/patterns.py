"""Regular expressions that are compiled when the first text is held against them, and not when their module is loaded.

The program has 900 patterns. To compile them all takes longer than to check a report, and half of them are not asked
for by one. Modules take this one for `re` (`from reportgen import patterns as re`) and are written as if it were that.
"""

import re
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    Match,
    Pattern,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, AnyStr, cast

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "VERBOSE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_TAKEN_OVER = (*_METHODS, "flags", "groups", "groupindex")


class Deferred:
    """Stands for a pattern until one of its methods is asked for, and then takes all of them over from the compiled
    one: every later call goes straight to that.
    """

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _TAKEN_OVER:
            raise AttributeError(name)
        self.compiled()
        return self.__dict__[name]

    def compiled(self) -> Pattern[Any]:
        """The pattern itself. Raises re.error where it is none."""
        pattern = re.compile(self.pattern, self._flags)
        self.__dict__.update((name, getattr(pattern, name)) for name in _TAKEN_OVER)
        return pattern


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:  # noqa: A001 - it stands for re.compile
    """As `re.compile`; a mistake in the pattern is told when it is first used, and in a test, which uses them all."""
    return cast(Pattern[AnyStr], Deferred(pattern, flags))
