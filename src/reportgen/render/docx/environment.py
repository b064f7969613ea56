"""Jinja as Word templates may use it: names and conditions, and nothing that computes.

A sandbox keeps a template from what is not its own, and lets it loop for ever; to compile an expression of constants is
to work it out. So what is no tag of ours is refused before it is compiled. Tags that a reader of the template sees are
refused when it is read; here comes what he does not see: in a field, a formula, a comment of the XML.
"""

from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from reportgen import patterns as re
from reportgen.errors import UsageProblem
from reportgen.language import _

_TAKEN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.If)
"""What our tags become: words, names, names within names, conditions."""
_NAME = r"[^\W\d][\w.]*"
_TAG = re.compile(rf"\{{\{{\s*{_NAME}\s*\}}\}}|\{{%\s*(?:if\s+{_NAME}|else|endif)\s*%\}}")
_ANY = re.compile(r"\{[{%#][^<>]{0,40}")


class Environment(SandboxedEnvironment):
    """Compiles a part of a template once: it is the same in all documents of a pack."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.compiled: dict[str, Template] = {}

    def from_string(self, source: str | nodes.Template, *rest: Any, **options: Any) -> Template:
        """docxtpl gives nothing but the source. Raises UsageProblem for one that has other tags than ours."""
        if not isinstance(source, str) or rest or options:
            return super().from_string(source, *rest, **options)
        if source not in self.compiled:
            self._refuse_strange(source)
            self.compiled[source] = super().from_string(source)
        return self.compiled[source]

    def _refuse_strange(self, source: str) -> None:
        try:
            waiting: list[nodes.Node] = [self.parse(source)]
        except (TemplateSyntaxError, RecursionError) as error:
            raise UsageProblem(_strange(source)) from error
        while waiting:
            node = waiting.pop()
            if not isinstance(node, _TAKEN):
                raise UsageProblem(_strange(source))
            waiting += node.iter_child_nodes()


@cache
def environment() -> Environment:
    """The one of this process."""
    return Environment()


def _strange(source: str) -> str:
    """What is said of it, with the words of the first tag that is none of ours."""
    found = _ANY.search(_TAG.sub("", source))
    told = _(
        "Word 模板里有不支持的写法「{words}」，多半在看不见的地方（域代码、公式、没有用上的页眉）。",
        words=_words(found),
    )
    return told + _("请在 Word 里找到它，删去，再存一次")


def _words(found: re.Match[str] | None) -> str:
    return found[0].strip() if found else "{%"
