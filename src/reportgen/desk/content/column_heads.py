"""What else the head of a column may be called in tables that are pasted: the words that forms of all places use."""

from collections.abc import Iterator

from reportgen.finished.lexicon import word_lists

_FILE = "forms"
_OPEN = ("…", "期间")
"""Stand for words of any kind: a head that is made of them is not looked for."""


def heads_of(form: str, name: str) -> tuple[str, ...]:
    """Heads of a column of 指标表 or 资金表; none for a column that it does not have."""
    return tuple(dict.fromkeys(_heads(form, name)))


def _heads(form: str, name: str) -> Iterator[str]:
    lists = word_lists(_FILE)
    leads = ("", *lists.get(f"{form}.{name}.修饰", ()))
    for word in lists.get(f"{form}.{name}.名称", ()):
        for lead in leads:
            if not any(each in lead + word for each in _OPEN):
                yield lead + word
