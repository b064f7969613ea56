"""What a file tells besides its text: remarks, tracked changes, who made it."""

import re
from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import characters, lists
from reportgen.model.layout import Layout
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("DIS010", "文件里留有批注或修订", Severity.WARNING)
def no_remarks(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """公开、报送的文件里没有批注，也没有未接受的修订。

    为什么: 批注和删去的话，收到文件的人一点就看得见。
    错例（版面）:
        批注: 3
        修订: 12
    正例（版面）:
        批注: 0
    依据: 审核实践：公开前清除批注、接受全部修订
    改法: 在「审阅」里删除全部批注，接受全部修订，再另存；PDF 的批注也要删掉
    """
    found = [_("批注 {count} 处", count=layout.remarks)] if layout.remarks else []
    found += [_("修订 {count} 处", count=layout.revisions)] if layout.revisions else []
    if found:
        yield Finding(layout.place("批注", "修订"), _("、").join(found))


PROPERTIES = ("作者", "上次修改者", "经理", "单位")
"""What Word files and PDFs say about who made them."""
_SURNAMES = characters(lists("persons")["常见姓"])
"""The commonest ones: by the whole list of `names`, whose names need a word beside them, 管理员 would be a person."""
_PERSON = re.compile(rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}")
_FIRM = re.compile(r"公司$|事务所$")


@rule("DIS011", "文件属性里留有个人信息", Severity.HINT)
def properties_are_clean(layout: Layout, scene: Scene) -> Iterator[Finding]:
    """文件属性（作者、上次修改者、单位）里不留个人姓名，也不留与本单位无关的公司名称。

    为什么: 属性随文件一起公开，看得出是谁写的、委托谁写的。
    错例（版面）:
        属性: {作者: 张小明}
    正例（版面）:
        属性: {作者: 样板镇人民政府}
    依据: 审核实践：公开前隐去个人信息
    改法: 在「文件」「信息」「检查文档」里删除文档属性和个人信息，再保存
    """
    told = {name: text for name, text in layout.properties.items() if _personal(text, scene)}
    if told:
        label = _("、").join(_("{name}：{text}", name=_(name), text=text) for name, text in told.items())
        yield Finding(layout.place(*(f"属性.{name}" for name in told)), label, certain=False)


def _personal(text: str, scene: Scene) -> bool:
    if _PERSON.fullmatch(text):
        return True
    return bool(_FIRM.search(text)) and not any(text in passage.text for passage in scene.passages)
