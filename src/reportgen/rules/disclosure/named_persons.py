"""Persons named in a document that is to be published: staff, pupils, the sick."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.numbers.clauses import begin_of, end_of
from reportgen.rules.disclosure.person_names import Named, named_persons, with_masks
from reportgen.rules.disclosure.secret import Secret
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_SENSITIVE = re.compile(either(lists("persons")["受保护"]))
_SENTENCE_ENDS = "。！？；"


@rule("DIS004", "出现了普通人员的姓名", Severity.WARNING)
def no_names_of_persons(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """讲解员、老师、志愿者、学员等普通人员的姓名，公开前隐去；署名的领导、作者和公众人物不算。

    为什么: 没有征得本人同意的姓名，公开在网上会引来投诉。
    错例:
        其他问题: 邀请退休护士何建英老师每月到社区开展一次健康讲座。
    正例:
        其他问题: 邀请退休护士何某每月到社区开展一次健康讲座，辅导员培训班、高年级老师座谈会按期举办。
    依据: 审核实践：公开前隐去个人信息
    改法: 只留姓，如「何某」，或写成「一名退休护士」
    """
    for named in named_persons(passage.text):
        if not _sensitive(passage.text, named):
            yield _finding(passage, named)


@rule("DIS008", "未成年人或病情与姓名同时出现", Severity.WARNING)
def no_names_of_the_protected(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """中小学生、儿童、患者、残疾人、困难群众的姓名，与身份、病情写在一起。

    为什么: 未成年人和病情属于敏感个人信息，受害的是最弱的人。
    错例:
        其他问题: 资助某县实验小学学生王欣怡、李梓涵参加科技夏令营。
    正例:
        其他问题: 资助某县实验小学学生王某等2人参加科技夏令营。
    依据: 审核实践：公开前隐去未成年人和病情信息
    改法: 写成「两名学生」，或只留姓
    """
    for named in named_persons(passage.text):
        if _sensitive(passage.text, named):
            yield _finding(passage, named)


def _sensitive(text: str, named: Named) -> bool:
    """Whether the sentence around the names speaks of children or of health."""
    start, end = begin_of(text, named.start, _SENTENCE_ENDS), end_of(text, named.end, _SENTENCE_ENDS)
    around = text[max(start, named.start - 30) : min(end, named.end + 30)]
    return bool(_SENSITIVE.search(around))


def names_of_persons(text: str) -> Iterator[Secret]:
    """Names of ordinary persons beside what they are, in order."""
    for named in named_persons(text):
        shown = with_masks(text[named.start : named.end])
        label = _("{role}姓名：{shown}", role=named.role, shown=shown)
        yield Secret(named.start, named.end, label, shown, certain=False)


def _finding(passage: Passage, named: Named) -> Finding:
    place, shown = passage.place(named.start, named.end), with_masks(passage.text[named.start : named.end])
    label = _("{role}姓名：{shown}", role=named.role, shown=shown)
    return Finding(place, label, (), _("写成「{shown}」，或不写姓名", shown=shown), certain=False)
