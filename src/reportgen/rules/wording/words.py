"""Words: the pack's list of slips, and approximations said twice."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import Repair, repair
from reportgen.language import _
from reportgen.numbers.clauses import in_a_title
from reportgen.packs.pack import WordHint
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage


@rule("WRD001", "易错词", Severity.WARNING)
def wrong_word(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """模板文件夹里 wordlist.yaml 列出的易错词；《》里的文件名、“”里引的话照原样，不查。

    为什么: 政府网站普查年年点名的就是这些词。
    错例:
        收支情况: 农田水利资金拔付及时，全年支出控制在预算以内。
    正例:
        收支情况: 农田水利资金拨付及时，全年支出控制在预算以内。
    依据: 公文用语习惯；词表见模板文件夹里的 wordlist.yaml，可按本单位的习惯增删
    改法: 改成词表里的写法；词表不合适的，改词表或在「除外」里加上
    """
    for hint in scene.pack.words:
        if hint.wrong not in passage.text:
            continue
        for start, end in _found(hint, passage.text):
            if not in_a_title(passage.text, start) and not _in_a_quotation(passage.text, start):
                yield _misspelt(hint, passage, start, end)


def _in_a_quotation(text: str, at: int) -> bool:
    """Whether what stands there is quoted as others wrote it."""
    return text.rfind("“", 0, at) > text.rfind("”", 0, at) and "”" in text[at:]


def _misspelt(hint: WordHint, passage: Passage, start: int, end: int) -> Finding:
    label = _("「{wrong}」应为「{right}」", wrong=hint.wrong, right=hint.right)
    mended = repair(passage.edit(start, end, hint.right), safe=False)
    notes, fix = (hint.why,) if hint.why else (), _("改成「{right}」", right=hint.right)
    return Finding(passage.place(start, end), label, notes, fix, basis=hint.basis, repair=mended)


def _found(hint: WordHint, text: str) -> Iterator[tuple[int, int]]:
    """Where the wrong word stands, outside the longer words in which it is right."""
    fine = [match.span() for longer in hint.unless for match in re.finditer(re.escape(longer), text)]
    for match in re.finditer(re.escape(hint.wrong), text):
        if not any(start <= match.start() and match.end() <= end for start, end in fine):
            yield match.span()


_NUMBER = r"(?:\d[\d,.]*[十百千万亿]*|[一二三四五六七八九十百千万亿两几]+)"
_UNIT = r"[^\d，。；：、？！（）“”\s]{0,4}?"
_ABOUT = r"(?<![节预合条制特邀简签违履集契公誓隐缔失毁续应大])(?:大约|大概|约)"
_NEARLY = r"(?<![最附接邻临靠就远亲相新])(?:将近|近)"
_TWICE = re.compile(
    rf"{_ABOUT}{_NUMBER}[余多]?{_UNIT}(?P<around>左右|上下)"
    rf"|(?P<about>{_ABOUT}){_NUMBER}(?:余|多(?=[个人次名项家场万亿件所]))"
    rf"|{_NEARLY}{_NUMBER}(?:余|多)(?![年天月日周])"
    rf"|{_NUMBER}(?:余|多(?=[个人次名项家场万亿件所])){_UNIT}(?P<around2>左右|上下)"
)
"""约50%左右, 约200余人, 近8000余人, 200余人左右."""
_SECOND = ("左右", "上下", "余", "多")
"""One of these stands last in each of them."""


@rule("WRD002", "概数重复", Severity.WARNING, needs=("右下余多",))
def approximate_once(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """约、近、余、多、左右只用一个：不写「约50%左右」「近8000余人」「约十多个」。

    为什么: 两个概数词叠在一起，读的人不知道到底多少。
    错例:
        收支情况: 全年接待读者近8000余人，支出压缩约10%左右。
    正例:
        收支情况: 全年接待读者近8000人，支出压缩10%左右，近3年多来逐年下降，通过预约接待200余人。
    依据: 公文用语习惯：概数词不叠用
    改法: 只留一个概数词
    """
    if not any(word in passage.text for word in _SECOND):
        return
    for match in _TWICE.finditer(passage.text):
        yield Finding(passage.place(*match.span()), _("概数词用了两次"), repair=_once(passage, match))


def _once(passage: Passage, match: re.Match[str]) -> Repair | None:
    """Without the second word, or without 约 before 余; of 近 and 余 one is wrong, and which one nobody can tell."""
    group = next((name for name, words in match.groupdict().items() if words), "")
    return repair(passage.edit(*match.span(group), ""), safe=False) if group else None
