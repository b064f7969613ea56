"""`doctor`: engines, settings, fonts and what stands in for what, packs."""

from pathlib import Path

from reportgen.cli.console import paint, show
from reportgen.cli.settled import use_fonts_of
from reportgen.cli.shortcomings import show_shortcomings
from reportgen.cli.versions import show_versions
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.text import one_line
from reportgen.errors import UsageProblem
from reportgen.fonts import FACES
from reportgen.language import _
from reportgen.limits import not_held
from reportgen.model.engine import Engine
from reportgen.packs.loader import load_pack, pack_folders
from reportgen.packs.pack import Pack
from reportgen.pipeline.drafts import annexes_of, forget_packs, template_of
from reportgen.pipeline.pack_tests import read_cases
from reportgen.render.pdf.engine import pango_version
from reportgen.rules import all_rules
from reportgen.rules.registry import invalid_rulings
from reportgen.settings import settings_for
from reportgen.word.template import accepted
from reportgen.world import fonts_folder, own_fonts_folder, write_files


def examine(roots: tuple[Path, ...], fix: bool = False) -> int:
    """Everything that a build needs; 3 when something is missing, 2 when a pack is wrong.

    With `fix`, changes and comments in the templates of `roots` are settled first.
    """
    if fix:
        accept_changes(roots)
    use_fonts_of([Path()])
    whole = show_versions(pango_version) or settings_for(Path()).engine is not Engine.WEASYPRINT
    show()
    _limits()
    _settings()
    whole = _fonts() and whole
    show()
    show_shortcomings()
    fit = _packs(roots)
    if not whole:
        return 3
    return 0 if fit else 2


def _limits() -> None:
    """Which limits of a file this system does not hold, where there are any."""
    loose = list(not_held())
    if loose:
        show(_("每个文件的限度（--limits），这个系统上有出入的："))
        for words in loose:
            show(f"  {words}")
        show()


def _settings() -> None:
    """What the settings of the working folder say, where there are any."""
    settings = settings_for(Path())
    if settings.file is None:
        return
    show(_("设置：{path}", path=settings.file))
    for name, value in settings.said():
        show(f"  {name} = {value}")
    show()


def _fonts() -> bool:
    from reportgen.cli.fonts import taken  # it brings a library that `--version` does not need

    show(_("字体：docx 写正式字体的名称，PDF 用随程序附带的替代字体"))
    folder = own_fonts_folder()
    if folder:
        show(_("本单位的字体文件夹：{folder}，里面有的用它的，没有的用替代", folder=folder))
    whole = True
    for face in FACES:
        present = (fonts_folder() / face.file).is_file()
        whole = whole and present
        show(f"  {_mark(present)} {face.official} → {taken(face, folder) if present else face.family}")
    return whole


def _packs(roots: tuple[Path, ...]) -> bool:
    show(_("模板："))
    whole = True
    for folder in pack_folders(roots):
        pack, found = load_pack(folder)
        try:
            findings = [*found, *(_faults(pack, roots) if pack else [])]
        except UsageProblem as problem:  # its template.docx cannot be read at all; the others can
            show(f"  {_mark(good=False)} {problem}")
            whole = False
            continue
        wrong = [finding for finding in findings if finding.severity is Severity.FATAL]
        whole = whole and not wrong
        show(f"  {_mark(not wrong)} {pack.title if pack else folder.name}" + _("（{words}）", words=folder))
        for finding in findings:
            show(f"      {one_line(finding)}")
    return whole


def accept_changes(roots: tuple[Path, ...]) -> None:
    """Write the templates of `roots` anew without the changes and comments that somebody left in them."""
    for folder in pack_folders(roots):
        pack, _found = load_pack(folder)
        if pack is None or pack.template.parent.parent not in roots:
            continue
        content = accepted(pack.template)
        if content is not None:
            write_files({pack.template: content})
            show(_("已接受修订、删去批注：{path}", path=pack.template))
    forget_packs()


def _faults(pack: Pack, roots: tuple[Path, ...]) -> list[Diagnostic]:
    """What is wrong with a pack that could be read: its template, its rulings, its tests, its annexes."""
    return [
        *template_of(pack, roots)[1],
        *invalid_rulings(pack, all_rules()),
        *read_cases(pack)[1],
        *_annex_names(pack, roots),
    ]


def _annex_names(pack: Pack, roots: tuple[Path, ...]) -> list[Diagnostic]:
    """Annexes that the outline misnames; what is wrong inside an annex stands at its own pack."""
    return [finding for finding in annexes_of(pack, roots)[1] if Path(finding.place.file).parent == pack.folder]


def _mark(good: bool) -> str:
    return paint("✓", "green") if good else paint("✗", "red")
