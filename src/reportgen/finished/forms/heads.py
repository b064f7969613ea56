"""What a column of a form holds, told by its head: the words that forms of all places use, as data."""

from collections.abc import Mapping
from functools import cache, lru_cache

from reportgen import patterns as re
from reportgen.finished.lexicon import any_of, word_lists

_FILE = "forms"
_ANYTHING, _PERIOD = "…", "期间"
_SOME = r"[^，。；]{0,14}"
_A_PERIOD = (
    r"(?:(?:截[至止]到?)?(?:20\d{2}年)?\d{1,2}月?(?:[-—–－~～至到]+\d{1,2})?月份?[底末]?|[上下]半年|前三季度|第?[一二三四1-4]季度"
    r"|[一二三四]至[一二三四]季度|监控期(?:内|末)?|当前|目前|截至目前)"
)
_BRACKET = re.compile(r"[（(][^）)]*[）)]")
_LONGEST = 16


@lru_cache(maxsize=4096)
def column_of(form: str, text: str) -> str:
    """The part of a form (指标表, 资金表) that a column under this head holds; empty when it is none."""
    bare = _BRACKET.sub("", text)
    if not bare or len(bare) > _LONGEST:
        return ""
    return next((name for name, head in _heads(form).items() if head.fullmatch(text) or head.fullmatch(bare)), "")


@cache
def _heads(form: str) -> Mapping[str, re.Pattern[str]]:
    lists = word_lists(_FILE)
    names = [path.split(".")[1] for path in lists if path.startswith(f"{form}.") and path.endswith(".名称")]
    return {name: _head(form, name, lists) for name in names}


def _head(form: str, name: str, lists: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    before, after = (lists.get(f"{form}.{name}.{part}", ()) for part in ("修饰", "后缀"))
    return re.compile(
        f"(?:{_pattern(before) or '(?!)'})*(?:{_pattern(lists[f'{form}.{name}.名称'])})(?:{_pattern(after) or '(?!)'})*"
    )


def _pattern(words: tuple[str, ...]) -> str:
    return any_of(words).replace(_ANYTHING, _SOME).replace(_PERIOD, _A_PERIOD)
