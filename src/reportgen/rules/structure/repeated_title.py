"""A title that says one of its parts twice: mostly the name of a document type that holds the name of the unit."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.place import Place
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.structure.title_and_date import title_place

_QUOTED = re.compile(r"《[^》]*》|（[^）]*）")
"""The name of another document may hold anything, and so may what a bracket adds: the year of a project's money."""
_MATTER = "关于"
"""What stands behind it is what the letter is about, and may name the unit once more."""
_YEAR = re.compile(r"(\d{4})年(?:度|(?!\d{1,2}月))")
"""Not of 2024年1月至2024年6月."""
_DOUBLED = re.compile(r"([^\d、，：（）《》]{4,})(?=\1)")


@rule("STR050", "标题里的话重复", Severity.WARNING)
def nothing_twice_in_the_title(document: Document, scene: Scene) -> Iterator[Finding]:
    """单位、年度、文种在标题里各写一次。书名号、括号里的和「关于」后面的事由不算。

    为什么: 标题由单位、年度和文种连成；文种的名称里又写了单位或年度，印出来就是两遍，最显眼的一行最没有人看。
    错例:
        单位: 某县人民法院
        标题: 某县人民法院2024年度某县人民法院整体支出绩效评价报告
    正例:
        单位: 某县人民法院
        标题: 某县人民法院2024年度整体支出绩效评价报告
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.1：标题应当准确简要
    改法: 模板的「名称」里不写单位和年度；或者写一行 标题: 某县人民法院2024年度整体支出绩效评价报告
    """
    own = document.metadata.title
    said = dict.fromkeys(_in(own, scene))
    for words in said:
        yield _finding(title_place(scene.content), words, own)
    for title, place in scene.titles:
        for words in dict.fromkeys(each for each in _in(title, scene) if each not in said):
            yield _finding(place, words, title)


def _in(title: str, scene: Scene) -> Iterator[str]:
    before, _about, behind = "".join(_QUOTED.sub("", title).split()).partition(_MATTER)
    return _repeated(f"{before} {behind}", scene.content.text("单位"))


def _finding(place: Place, words: str, title: str) -> Finding:
    return Finding(place, _("标题里「{words}」写了两遍", words=words), (_("现在的标题：{title}", title=title),))


def _repeated(title: str, unit: str) -> Iterator[str]:
    """What stands twice; the two halves of a title with 关于 are parted by a blank, and looked at each for itself."""
    for half in title.split(" "):
        if unit and half.count(unit) > 1:
            yield unit
        years = _YEAR.findall(half)
        yield from (f"{year}年" for year in dict.fromkeys(years) if years.count(year) > 1)
        yield from (found[1] for found in _DOUBLED.finditer(half) if found[1] != unit)
