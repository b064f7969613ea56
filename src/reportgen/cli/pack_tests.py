"""`packs --test`: the tests that packs bring along, a line each."""

from pathlib import Path

from reportgen.cli.advice import another_command
from reportgen.cli.console import complain, paint, show
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.text import one_line
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.packs.loader import find_pack, load_pack, pack_folders, pack_title
from reportgen.packs.pack import Pack
from reportgen.pipeline.pack_tests import FILE, Verdict, read_cases, run_cases
from reportgen.rules import all_rules
from reportgen.rules.registry import invalid_rulings
from reportgen.source.expect import did_you_mean


def run_tests(name: str, roots: tuple[Path, ...]) -> int:
    """Run the tests of the pack of that name, or of every pack: 1 when one fails, 2 when one cannot be run."""
    folders = [_folder(name, roots)] if name else pack_folders(roots)
    verdicts: list[Verdict] = []
    wrong: list[Diagnostic] = []
    for folder in folders:
        pack, found = load_pack(folder)
        cases, misread = read_cases(pack) if pack else ([], [])
        wrong += [*found, *misread, *(invalid_rulings(pack, all_rules()) if pack else [])]
        if name and not cases and not wrong:
            raise UsageProblem(_("模板 {name} 没有测试（{file}）", name=name, file=folder / FILE))
        for verdict in run_cases(pack, cases, roots) if pack else ():
            verdicts.append(verdict)
            _tell(pack, verdict)
    for finding in wrong:
        complain(one_line(finding))
    failed = sum(not verdict.passed for verdict in verdicts)
    show(_("通过 {passed} 项，没有通过 {failed} 项", passed=len(verdicts) - failed, failed=failed))
    return 2 if wrong else min(failed, 1)


def _folder(name: str, roots: tuple[Path, ...]) -> Path:
    folder = find_pack(name, roots)
    if folder is None:
        names = [word for known in pack_folders(roots) for word in (known.name, pack_title(known))]
        guess = did_you_mean(name, names) or another_command(name) or _("可用 reportgen packs 查看全部。")
        raise UsageProblem(_("没有「{name}」这种文种。", name=name) + guess)
    return folder


def _tell(pack: Pack | None, verdict: Verdict) -> None:
    mark = paint("✓", "green") if verdict.passed else paint("✗", "red")
    title = pack.title if pack else ""
    show(f"{mark} {_('{name}：{words}', name=title, words=verdict.case.meaning)}")
    for code in verdict.missing:
        show("    " + _("应报 {code}，没有报（{place}）", code=code, place=verdict.case.place))
    for finding in verdict.surplus:
        words = " ".join(word for word in (finding.code, finding.title, finding.label) if word)
        show("    " + _("不应报，报了：{words}（{place}）", words=words, place=verdict.case.place))
