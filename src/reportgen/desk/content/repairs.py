"""What can be done about a finding: the repair that it carries, or a comment that accepts it with a reason."""

from functools import partial
from pathlib import Path

from reportgen.desk.content.document import OpenDocument, Text
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.fix import fix_text
from reportgen.review.fingerprint import Fingerprints
from reportgen.source.accepting import accepting
from reportgen.source.edits import edited
from reportgen.source.sheet import Sheet
from reportgen.world import shown

ALL = "*"
"""Stands for every finding whose repair changes nothing that is said."""


def repair(document: OpenDocument, key: str, digest: str) -> Text:
    """Make the repair of the finding with the fingerprint; of all safe ones for ALL.

    Raises Changed, UsageProblem when it is gone or carries none.
    """
    text = document.read()
    check = partial(_checked, path=document.path, roots=document.roots)
    checked = check(text.saved.text)
    names = Fingerprints(checked.source)
    meant = [each for each in checked.report if names.of(each) == key]
    made = fix_text(text.saved.text, check, lambda finding: finding in meant or (key == ALL and _is_safe(finding)))
    if not made.done:
        raise UsageProblem(_("这一处已经不在了，或者程序改不了：请看着提示自己改"))
    return document.replace(made.text, digest)


def keep(document: OpenDocument, key: str, reason: str, digest: str) -> Text:
    """Accept the finding with the fingerprint in a comment above its entry.

    Raises Changed, UsageProblem without a reason, or where no comment can stand.
    """
    if not reason.strip():
        raise UsageProblem(_("保留要写原因：为什么这样是对的"))
    text = document.read()
    checked = _checked(text.saved.text, document.path, document.roots)
    names = Fingerprints(checked.source)
    finding = next((each for each in checked.report if each.pending and names.of(each) == key), None)
    if finding is None:
        raise UsageProblem(_("这一处已经不在了"))
    root = checked.source.root
    sheet = Sheet(checked.source.file, text.saved.text)
    line = finding.place.line if finding.place.file == checked.source.file else 0
    edit = accepting(sheet, root, line, finding.code, reason) if root is not None and text.root else None
    after = edited(text.saved.text, [edit]) if edit else ""
    if not after or key in _open(_checked(after, document.path, document.roots)):
        raise UsageProblem(_("这里放不下「保留」的注释：请在「YAML」里自己加上"))
    return document.replace(after, digest)


def _is_safe(finding: Diagnostic) -> bool:
    return finding.offer is not None and finding.offer.safe


def _open(checked: Checked) -> set[str]:
    names = Fingerprints(checked.source)
    return {names.of(each) for each in checked.report if each.pending}


def _checked(text: str, path: Path, roots: tuple[Path, ...]) -> Checked:
    return check_text(text, shown(path), roots)
