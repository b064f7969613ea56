"""A finding dismissed: looked for among those of a file, and written down beside it with the reason."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pipeline.checked import Checked
from reportgen.record import Struct
from reportgen.review.dismissals import Noted, list_beside, read_dismissals, with_entries
from reportgen.review.fingerprint import Fingerprints
from reportgen.source.encoding import decoded_file
from reportgen.source.paths import Texts
from reportgen.world import now, read_bytes, shown, write_files

_FEWEST = 6
"""Digits by which a fingerprint can be named."""
_FINGERPRINT = re.compile(rf"[0-9a-f]{{{_FEWEST},12}}")
_CODE_AND_LINE = re.compile(r"(?P<code>[A-Za-z]{3}\d{3})[:：@](?P<line>\d+)")


class Dismissing(Struct, frozen=True):
    """The list that was written, and the findings that it has taken up."""

    path: Path
    noted: tuple[Noted, ...]


def dismiss(path: Path, checked: Checked, words: Sequence[str], reason: str) -> Dismissing:
    """Write down why the findings that `words` name stay as they are, beside the file.

    A finding is named by its fingerprint, or the beginning of it, or by code and line: NUM003:45. Word files and PDFs
    have no lines.
    Raises UsageProblem, and writes nothing, where nothing, or more than one thing, is named so, or no reason given.
    """
    if not reason.strip():
        raise UsageProblem(_("不改要写理由：--reason 理由"))
    found = [finding for word in words for finding in _named(word, checked)]
    noted = tuple({each.fingerprint: each for each in _noted(dict.fromkeys(found), checked)}.values())
    target = list_beside(path)
    text = with_entries(_present(target), list(noted), reason.strip(), now())
    _refuse_unreadable(text, noted, target)
    write_files({target: text.encode()})
    return Dismissing(target, noted)


def _present(target: Path) -> str:
    return decoded_file(target, read_bytes(target)).text if target.exists() else ""


def _refuse_unreadable(text: str, noted: Iterable[Noted], target: Path) -> None:
    """Somebody may have written the list in another way, to which nothing can be added at its end."""
    known = {entry.fingerprint for entry in read_dismissals(text, str(target))[0]}
    if not {each.fingerprint for each in noted} <= known:
        raise UsageProblem(_("{path} 的写法太特别，加不进去。请照里面的样子自己加上这一条", path=shown(target)))


def _noted(findings: Iterable[Diagnostic], checked: Checked) -> Iterable[Noted]:
    fingerprints = Fingerprints(checked.source)
    texts = Texts(checked.source.root) if checked.source.root is not None else None
    for finding in findings:
        keyed = texts.at(finding.place) if texts else None
        yield Noted(finding, fingerprints.of(finding), keyed.name if keyed else finding.place.spot.words)


def _named(word: str, checked: Checked) -> list[Diagnostic]:
    """The findings that a word names: one, or several with one fingerprint, which say the same of the same words."""
    known = Fingerprints(checked.source)
    by_print: dict[str, list[Diagnostic]] = {}
    for finding in checked.report:
        if _is_meant(finding, known.of(finding), word):
            by_print.setdefault(known.of(finding), []).append(finding)
    if not by_print:
        raise UsageProblem(_("没有「{word}」这个问题：写编号，或代码和行号，如 NUM003:45", word=word))
    if len(by_print) > 1:
        listed = _("、").join(f"{name}（{found[0].code} {found[0].title}）" for name, found in by_print.items())
        raise UsageProblem(
            _("「{word}」有 {count} 处，请写编号：{listed}", word=word, count=len(by_print), listed=listed)
        )
    found = next(iter(by_print.values()))
    _refuse(found[0], word)
    return found


def _is_meant(finding: Diagnostic, name: str, word: str) -> bool:
    at = _CODE_AND_LINE.fullmatch(word)
    if at:
        return finding.code == at["code"].upper() and finding.place.file_line == int(at["line"])
    return bool(_FINGERPRINT.fullmatch(word.lower())) and name.startswith(word.lower())


def _refuse(finding: Diagnostic, word: str) -> None:
    if finding.severity is Severity.FATAL:
        raise UsageProblem(_("「{word}」是致命的问题，不改就做不成文档", word=word))
    if finding.acknowledged:
        told = {"word": word, "reason": finding.acknowledged}
        raise UsageProblem(_("「{word}」已经确认过，理由：{reason}", **told))
