"""Numbers of items that stand right before a figure: 3.38名在编人员 is the third item, of 38 people."""

from reportgen import patterns as re

_ITEM = re.compile(r"(?<=[。；])([2-9])\.(?=[0-9])")


def without_item_numbers(text: str) -> str:
    """With \\0 for the number and its point where the item before has one: 1.编制……。2.102台未检。3.38名在编人员……."""
    for found in _ITEM.finditer(text) if "。" in text or "；" in text else ():
        if re.search(rf"(?:^|[。；]){int(found[1]) - 1}[.．、]", text[: found.start()]):
            text = f"{text[: found.start()]}\x00\x00{text[found.end() :]}"
    return text
