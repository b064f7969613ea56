"""What is named where something else is wanted (a file, a document type, a code): which command is meant for it."""

from pathlib import Path

from reportgen.finished.file_types import is_known
from reportgen.language import _
from reportgen.pipeline.walk import is_part_of_pack
from reportgen.review.dismissals import JUDGEMENTS, is_list
from reportgen.settings import NAME
from reportgen.world import shown


def another_command(word: str) -> str:
    """Of a word that names nothing of the kind that is wanted: what it names instead, and the command for that."""
    from reportgen.diagnostics.kinds import all_kinds
    from reportgen.packs.loader import find_pack
    from reportgen.rules import all_rules

    if find_pack(word):
        return _(
            "「{word}」是文种的名称：写一个待填的文件用 reportgen new {word}，看它要填什么用 reportgen packs", word=word
        )
    if word.upper() in {**all_kinds(), **all_rules()}:
        return _("「{word}」是检查规则的代码：看它的说明用 reportgen rule {word}", word=word)
    if Path(word).is_file():
        return _("「{word}」是文件：检查它用 reportgen check {word}", word=word)
    return ""


def not_content(path: Path, finished: bool) -> str:
    """Of a file that is neither content nor a document: what it is, and the command for that."""
    if is_known(path):
        return _(
            "{path} 不是 .yaml 内容文件，不能由它生成文档。要检查写好的文档，请用 reportgen check {path}",
            path=shown(path),
        )
    if path.name == NAME:
        return _("{path} 是设置文件，不用检查；写错了运行时会说，reportgen doctor 列出读到的设置", path=shown(path))
    if words := _about_findings(path):
        return words
    if path.suffix.lower() == ".json":
        return _(
            "{path} 是编辑器用的填写提示，不用检查；要重新写一份，请用 reportgen schema --install", path=shown(path)
        )
    if finished:
        return _("{path} 不能检查：能检查的是 .yaml 内容文件和 .docx、.pdf、.txt 文档", path=shown(path))
    return _("{path} 不是 .yaml 内容文件", path=shown(path))


def _about_findings(path: Path) -> str:
    """Of a list that lies beside a file, when it is read; empty for all others."""
    if is_list(path):
        return _("{path} 是不改的问题和理由，不用检查；检查内容文件时会照它列出", path=shown(path))
    if path.name.endswith(JUDGEMENTS):
        return _("{path} 是审核时的判断，不用检查；写意见书时 reportgen letter 会照它写", path=shown(path))
    return ""


def part_of_pack(path: Path) -> str:
    """Of a file of a pack that is no content and no document: the command that looks at it; empty for all others."""
    command = f"reportgen doctor --templates {path.parent}" if is_part_of_pack(path) else ""
    if command and path.name == "tests.yaml":
        command = f"reportgen packs --test {path.parent.name} --templates {path.parent}"
    told = _("{path} 是模板的一部分，不是内容文件：检查模板请用 {command}", path=shown(path), command=command)
    return told if command else ""
