"""Where model text stands: files of packs, line by line as they are written, and the list that the program brings."""

from collections.abc import Iterator

from reportgen import patterns as re

_KEY = re.compile(r"^\s*(?:-\s+)*(?:[^\s:：{\"'，。]{1,30}:(?:\s+|$))?")
_FLOW = re.compile(r"[{}\[\]\"']|[^\s:：，。；]{1,20}:\s")
_UNIT = re.compile(r"(?:单位|单位名称|署名|主管部门|实施单位|项目名称):\s*[\"']?(?P<name>[^\s,，}\"']{3,30})")


def lines_of(yaml: str) -> Iterator[str]:
    """The words of a YAML file, a line each, without its keys and comments. No parser: what is wanted are sentences."""
    for line in yaml.split("\n"):
        if not line.lstrip().startswith("#"):
            yield from filter(None, (words.strip(" ,") for words in _FLOW.split(_KEY.sub("", line))))


def names_in(yaml: str) -> set[str]:
    """The invented units and projects of an example."""
    return {match["name"] for match in _UNIT.finditer(yaml)}
