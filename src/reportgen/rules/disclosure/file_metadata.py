"""What a file tells besides its text: remarks, tracked changes, who made it."""

from collections.abc import Iterator

from reportgen import patterns as re
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


@rule("DIS012", "文件里带有宏或外部模板", Severity.WARNING)
def nothing_carried(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """报送、公开的文件里没有宏，打开时也不到别处去取模板。

    为什么: 收件单位的电脑会报警或拦下；外部模板的地址会露出内部路径，也可能被人用来做手脚。
    错例（版面）:
        附带: [宏]
    正例（版面）:
        附带: []
    依据: 审核实践：报送的文件不带宏，不连外部模板
    改法: 在 Word 或 WPS 里另存为「Word 文档（.docx）」；外部模板在「开发工具」「文档模板」里改成 Normal
    """
    if layout.carried:
        yield Finding(layout.place("附带.0"), _("、").join(layout.carried))


@rule("STR046", "正文里嵌着没有检查的文件", Severity.WARNING)
def nothing_unread(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """正文里整个嵌入的文件（altChunk，多由系统拼接生成），打开时才并进来，程序读不到，没有检查。

    为什么: 看上去是正文的一部分，其实那一段一个字也没有查过。
    错例（版面）:
        没有读: [afchunk.docx]
    正例（版面）:
        没有读: []
    依据: 审核实践：查过的和没有查过的要说清楚
    改法: 用 Word 或 WPS 打开，原样另存一份 .docx（嵌入的文件就并进正文了），再检查另存的文件
    """
    if layout.unread:
        yield Finding(layout.place("没有读.0"), _("、").join(layout.unread))


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
