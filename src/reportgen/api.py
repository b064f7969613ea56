"""The program as a library: what `import reportgen` offers (docs/library.md).

Nothing here prints, writes or reads a file that was not named; settings are looked for where they are asked for
(`settings_for`) and nowhere else. What people wrote wrongly is in the report, never an exception.
"""

from collections.abc import Iterable
from pathlib import Path

from reportgen import settings
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.kinds import all_kinds
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.selection import Selection, beginnings
from reportgen.diagnostics.text import one_line
from reportgen.errors import EnvironmentProblem, ReportgenError, UsageProblem
from reportgen.finished.file_types import is_known
from reportgen.language import _
from reportgen.model.edition import Edition
from reportgen.model.engine import DEFAULT_ENGINE, Engine
from reportgen.packs import loader
from reportgen.packs.pack import Pack
from reportgen.packs.roots import pack_roots
from reportgen.pipeline import build as building
from reportgen.pipeline import check as checking
from reportgen.pipeline.archive import reproduction
from reportgen.pipeline.archive.reproduction import Reproduction
from reportgen.pipeline.build import Built
from reportgen.pipeline.checked import Checked
from reportgen.place import Place, Spot
from reportgen.render.formats import FORMATS
from reportgen.rules import all_rules
from reportgen.settings import Settings
from reportgen.world import read_bytes

__all__ = [
    "FORMATS",
    "Built",
    "Checked",
    "Diagnostic",
    "EnvironmentProblem",
    "Pack",
    "Place",
    "Report",
    "ReportgenError",
    "Reproduction",
    "Settings",
    "Severity",
    "Spot",
    "UsageProblem",
    "build",
    "check",
    "check_text",
    "load_pack",
    "reproduce",
    "settings_for",
]

Folders = str | Path | Iterable[str | Path]
Codes = str | Iterable[str]
"""One word stands for a list of one: a string is never read letter by letter."""


def check(file: str | Path, *, templates: Folders = (), select: Codes = (), ignore: Codes = ()) -> Report:
    """The findings about a content file, or about a Word file, PDF or text that somebody else finished.

    `templates` are folders of packs beside the program's own; `select` and `ignore` are codes or beginnings of codes,
    as on the command line. Raises UsageProblem when the file cannot be read, or a folder or code is none.
    """
    selection = _selection(select, ignore)
    return selection.of(_whole(checking.check_file(Path(file), _roots(templates))).report)


def check_text(
    text: str, name: str = "内容.yaml", *, templates: Folders = (), select: Codes = (), ignore: Codes = ()
) -> Report:
    """The findings about the text of a content file, whose places say `name`; otherwise as `check`."""
    selection = _selection(select, ignore)
    return selection.of(_whole(checking.check_text(text, name, _roots(templates))).report)


def _whole(checked: Checked) -> Checked:
    """The file, when it was checked to its end; here no time is set, and memory that runs out is the caller's."""
    if checked.cut:
        raise checked.cut
    return checked


def build(  # noqa: PLR0913 - what `build` may be told on the command line
    file: str | Path,
    formats: str | Iterable[str] = ("docx", "pdf"),
    *,
    templates: Folders = (),
    strict: bool = False,
    engine: str = DEFAULT_ENGINE,
    archive: bool = False,
    edition: str = Edition.INTERNAL,
) -> Built:
    """The outputs of a content file as bytes, read back and held against the document.

    `outputs` are those of the main document by format, `beside` those of the others that 文种 names, by pack; both are
    empty when a document is impossible, or when `strict` and an error is not acknowledged: `report` says why.
    `engine` sets the pages of the PDF: "typst" or "weasyprint". With `archive` it keeps PDF/A-3a and carries the
    content file, its facts, the findings and the versions, for `reproduce`. The `edition` "public" is without persons,
    numbers and what is kept for the office; `published.masked` says what is not shown.
    Raises UsageProblem as `check`, for a format that is none of FORMATS, for another edition or engine, or one that
    makes no PDF/A when it is for archives, and for a finished file, which is no content; EnvironmentProblem when a
    font or a system library is missing.
    """
    wanted = [formats] if isinstance(formats, str) else list(formats)
    for word in wanted:
        if word not in FORMATS:
            raise UsageProblem(_("没有「{word}」这种格式，可以写：{formats}", word=word, formats=_("、").join(FORMATS)))
    if is_known(Path(file)):
        raise UsageProblem(_("{path} 不是 .yaml 内容文件，不能由它生成文档", path=file))
    checked = _whole(checking.check_file(Path(file), _roots(templates)))
    if _edition(edition) is Edition.PUBLIC:
        return building.build_public(checked, wanted, strict, _engine(engine))
    return building.build(checked, wanted, strict, _engine(engine), archive)


def _edition(word: str) -> Edition:
    if word not in list(Edition):
        raise UsageProblem(_("没有「{word}」这种版本，可以写：{editions}", word=word, editions=_("、").join(Edition)))
    return Edition(word)


def _engine(word: str) -> Engine:
    if word not in list(Engine):
        raise UsageProblem(_("没有「{word}」这种引擎，可以写：{engines}", word=word, engines=_("、").join(Engine)))
    return Engine(word)


def reproduce(file: str | Path, *, templates: Folders = ()) -> Reproduction:
    """What making a PDF again shows that was built with `archive`; an empty `report`: its visible text is the same.

    Raises UsageProblem when it carries nothing to make it from or cannot be read; EnvironmentProblem as `build`.
    """
    path = Path(file)
    return reproduction.reproduce(read_bytes(path), str(path), _roots(templates))


def load_pack(name: str | Path, *, templates: Folders = ()) -> Pack:
    """A document type by its folder, or by its name or title among the program's own and `templates`.

    Raises UsageProblem when there is none, or with what is wrong in its pack.yaml.
    """
    folder = Path(name) if (Path(name) / "pack.yaml").is_file() else loader.find_pack(str(name), _roots(templates))
    if folder is None:
        raise UsageProblem(_("没有「{name}」这种文种。", name=name) + _("可用 reportgen packs 查看全部。"))
    pack, found = loader.load_pack(folder)
    if pack is None:
        raise UsageProblem("\n".join(map(one_line, found)))
    return pack


def settings_for(path: str | Path) -> Settings:
    """What the nearest reportgen.toml above a file or folder says, as it stands now; nothing where there is none.

    Raises UsageProblem with file and line when it cannot be used.
    """
    settings.forget_settings()
    return settings.settings_for(Path(path))


def _roots(folders: Folders) -> tuple[Path, ...]:
    named = [folders] if isinstance(folders, str | Path) else folders
    return pack_roots(Path(folder) for folder in named)


def _selection(select: Codes, ignore: Codes) -> Selection:
    chosen = Selection(*(beginnings([codes] if isinstance(codes, str) else codes) for codes in (select, ignore)))
    known = {**all_kinds(), **all_rules()} if chosen.select or chosen.ignore else {}
    for word in (*chosen.select, *chosen.ignore):
        if not any(code.startswith(word) for code in known):
            raise UsageProblem(_("没有代码 {code}。", code=word))
    return chosen
