"""Values that YAML writes in braces or brackets: {编制: 12人, 在编: 11人}."""

from reportgen.source.node import Mapping, Sequence
from reportgen.source.sheet import Sheet

_PAIRS = {"{": 1, "[": 1, "}": -1, "]": -1}


def is_flow(node: Mapping | Sequence, sheet: Sheet) -> bool:
    """Whether it is written in braces or brackets."""
    line, column = node.place.line, node.place.column
    return sheet.line(line)[column - 1 : column] in ("{", "[")


def behind_brace(sheet: Sheet, start: tuple[int, int]) -> tuple[int, int] | None:
    """Line and column behind what the brace at `start` opens; None where nothing closes it."""
    depth, quote, column = 0, "", start[1]
    for line in range(start[0], sheet.count + 1):
        words = sheet.line(line)
        while column <= len(words):
            sign = words[column - 1]
            if quote:
                column += sign == "\\" and quote == '"'  # the next one is no quote
                quote = "" if sign == quote else quote
            elif sign in "\"'" and not words[column - 2].isalnum():
                quote = sign
            elif sign == "#" and words[column - 2].isspace():
                break
            else:
                depth += _PAIRS.get(sign, 0)
                if not depth:
                    return line, column + 1
            column += 1
        column = 1
    return None
