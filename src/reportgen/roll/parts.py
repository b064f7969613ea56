"""The new parts of next year's file: last year's file and figures, and what was promised, to be answered."""

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.hole import Hole
from reportgen.packs.carrying import ANSWERS, FORMER, FORMER_FILE
from reportgen.place import Place
from reportgen.roll.changes import Change, Done, Former, Promise
from reportgen.source.node import Entry, Mapping
from reportgen.source.sheet import Sheet

_PLAIN = re.compile(r"[^\s\-?:：,\[\]{}#&*!|>'\"%@`=<][^:：#{}\[\],&*?|>'\"\n]*")
"""What needs no quotes, neither for YAML nor for whoever looks for slips: 其中：财政拨款 looks like a key."""
_WIDEST = 110
_HEAD = "# ---- 上年的数：正文里写 {{ 上年.名称 }} 引用，增减写 {{ 同比.名称 }}；与上年文件核对，不要改 ----"
Tree = dict[str, "str | Tree"]


def former_file(root: Mapping, sheet: Sheet, name: str, behind: Entry) -> Change:
    """Which file last year's is: below the year, or in the place of the one before."""
    line = f"{FORMER_FILE}: {_key(name)}"
    entry = _entry(root, FORMER_FILE)
    if entry:
        edit = sheet.instead(entry.key.place.line, entry.value.place.last, line)
    else:
        edit = sheet.above(behind.value.place.last + 1, line)
    return Change(Done.FORMER, FORMER_FILE, behind.key.place, "", name, (edit,))


def former_figures(root: Mapping, sheet: Sheet, figures: list[Former]) -> list[Change]:
    """Last year's figures at the end of the file, or in the place of those of the year before."""
    lines = _spelt(_tree(figures), 2)
    entry = _entry(root, FORMER)
    if entry is None and not lines:
        return []
    if entry is None:
        edit = sheet.above(sheet.count + 1, "", _HEAD, f"{FORMER}:", *lines)
        place = Place(sheet.file, sheet.count, 1)
    else:
        place, last = entry.key.place, entry.value.place.last
        edit = sheet.instead(place.line, last, f"{FORMER}:", *lines) if lines else sheet.without(place.line, last)
    return [Change(Done.FORMER, FORMER, place, "", _("{count} 个数", count=len(figures)), (edit,))]


def answers(root: Mapping, sheet: Sheet, promises: list[Promise], before: str) -> list[Change]:
    """What was promised, each with a hole for what has become of it: above the field `before` and its comments."""
    lines = [line for number, promise in enumerate(promises) for line in _asked(promise, number)]
    entry, next_field = _entry(root, ANSWERS), _entry(root, before)
    if not lines or next_field is None:
        return []
    if entry:
        place = entry.key.place
        edit = sheet.instead(place.line, _last_said(sheet, entry.value.place.last), f"{ANSWERS}:", *lines)
    else:
        at = next_field.key.place.line
        while at > 1 and sheet.line(at - 1).startswith("#"):
            at -= 1
        place = Place(sheet.file, at, 1)
        parted = [""] if at > 1 and sheet.line(at - 1).strip() else []
        edit = sheet.above(at, *parted, f"# {ANSWERS}：上年写的措施逐条交代", f"{ANSWERS}:", *lines, "")
    return [Change(Done.ASKED, ANSWERS, place, "", _("{count} 条", count=len(promises)), (edit,))]


def _asked(promise: Promise, number: int) -> list[str]:
    detail = "".join(line.strip().lstrip("#- ") for line in promise.detail.splitlines())
    told = f"{promise.measure.rstrip('。')}。{detail}" if detail else f"{promise.measure.rstrip('。')}。"
    name = promise.problem.rstrip("。") or str(number + 1)
    return [f"  - 名称: {_key(name)}", "    内容: |", f"      上年提出的措施：{told}", f"      整改情况：{Hole()}"]


def _last_said(sheet: Sheet, last: int) -> int:
    """Without the blank lines that stand behind a text."""
    while not sheet.line(last).strip():
        last -= 1
    return last


def _entry(root: Mapping, key: str) -> Entry | None:
    return next((entry for entry in root if entry.key.text == key), None)


def _tree(figures: list[Former]) -> Tree:
    tree: Tree = {}
    for figure in figures:
        group, *rest = figure.path
        below = tree
        for name in rest:
            inner = below.setdefault(group, {})
            if isinstance(inner, str):
                break
            below, group = inner, name
        else:
            below.setdefault(group, figure.words)
    return tree


def _spelt(tree: Tree, indent: int) -> list[str]:
    """Groups of groups over lines, the last level in one line where it has room."""
    lines: list[str] = []
    blanks = " " * indent
    for name, value in tree.items():
        if isinstance(value, str):
            lines.append(f"{blanks}{_key(name)}: {_key(value)}")
            continue
        short = ", ".join(f"{_key(key)}: {_key(each)}" for key, each in value.items() if isinstance(each, str))
        line = f"{blanks}{_key(name)}: {{{short}}}"
        if len(line) <= _WIDEST and all(isinstance(each, str) for each in value.values()):
            lines.append(line)
        else:
            lines += [f"{blanks}{_key(name)}:", *_spelt(value, indent + 2)]
    return lines


def _key(words: str) -> str:
    """Plain where YAML reads it as it stands, else in quotes."""
    if _PLAIN.fullmatch(words) and not words.endswith(" "):
        return words
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
