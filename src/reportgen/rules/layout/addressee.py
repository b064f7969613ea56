"""Who a document is written to."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.layout import Layout
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.wording.punctuation import widened


@rule("LAY016", "主送机关后面没有冒号", Severity.WARNING)
def addressee_ends_in_a_colon(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """主送机关写在标题下面，顶格，最后一个机关名称后标全角冒号。用了半角冒号的由 PUN001 报告。

    为什么: 少了冒号，主送机关与正文分不开，像是一个小标题。
    错例（版面）:
        段落:
          - {用途: 主送机关, 文字: 某市财政局, 首行: 0}
    正例（版面）:
        段落:
          - {用途: 主送机关, 文字: "某市财政局，某市审计局：", 首行: 0}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.2：最后一个机关名称后标全角冒号
    改法: 在最后补一个全角冒号「：」
    """
    lines = layout.paragraphs("主送机关")
    words = lines[-1].words.rstrip() if lines else ""
    if words and not widened(words).endswith("："):
        yield Finding(lines[-1].place, _("「{words}」后面没有冒号", words=words))
