"""Who takes part, with what they need already on the disk: the same words, fonts and page for everybody."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from benchmarks.clock import Contestant
from benchmarks.contents import varied
from benchmarks.typst_source import typst_source
from reportgen.model.document import Block, Heading, Paragraph, plain_text
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft
from reportgen.record import Struct
from reportgen.render.docx.paragraphs import paragraph
from reportgen.world import fonts_folder

ROOT = Path(__file__).resolve().parents[1]
NANYANG = ROOT / "content" / "nanyang-2020.yaml"
FONT_MAP = ROOT / "tests" / "support" / "fonts.conf.in"
_REPORTGEN = (sys.executable, "-m", "reportgen")


class Job(Struct, frozen=True):
    """One or many content files, and what the peers make of the same documents; `folder` is for all outputs."""

    folder: Path
    contents: tuple[Path, ...]
    template: Path
    contexts: Path
    typst: tuple[Path, ...]

    @property
    def names(self) -> list[str]:
        """File names without ending."""
        return [path.stem for path in self.contents]


def prepare(folder: Path, number: int) -> Job:
    """The published file itself, or `number` files that share neither a figure nor a paragraph."""
    folder.mkdir(parents=True)
    text = NANYANG.read_text(encoding="utf-8")
    if number == 1:
        texts = {NANYANG.stem: text}
    else:
        texts = {f"{NANYANG.stem}-{index:02}": varied(text, index) for index in range(1, number + 1)}
    contents = tuple(_written(folder / f"{name}.yaml", words) for name, words in texts.items())
    drafts = {path.stem: _main(check_file(path)) for path in contents}
    contexts = json.dumps({name: _context(one) for name, one in drafts.items()}, ensure_ascii=False)
    return Job(
        folder,
        contents,
        next(iter(drafts.values())).pack.template,
        _written(folder / "contexts.json", contexts),
        tuple(_written(folder / f"{name}.typ", _typst(one)) for name, one in drafts.items()),
    )


def prepare_form(folder: Path, name: str, text: str) -> Job:
    """One form, which neither docxtpl nor Typst has."""
    folder.mkdir(parents=True)
    content = _written(folder / f"{name}.yaml", text)
    return Job(folder, (content,), content, content, ())


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _main(checked: Checked) -> Draft:
    assert checked.main
    return checked.main


def _context(draft: Draft) -> dict[str, str]:
    """What docxtpl needs to fill the pack's own template: it then makes the same docx as the program."""
    words = {name: plain_text(line) for name, line in draft.document.lines.items()}
    return words | {name: _paragraphs(blocks, draft) for name, blocks in draft.document.blocks.items()}


def _paragraphs(blocks: Iterable[Block], draft: Draft) -> str:
    styles = draft.template.looks.styles
    return "".join(paragraph(block, styles).xml() for block in blocks if isinstance(block, Heading | Paragraph))


def _typst(draft: Draft) -> str:
    return typst_source(draft.document, draft.template.looks)


def environment() -> dict[str, str]:
    """That of this process, with the program from src/ and with bytecode kept, as pip would."""
    paths = [str(ROOT / "src"), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}


def build(job: Job, name: str, one_core: bool = False) -> Contestant:
    """`reportgen build`: docx and PDF, both read back."""
    folder = job.folder / "reportgen"
    command = (*_REPORTGEN, "build", "--format", "docx,pdf", *map(str, job.contents), "-o", str(folder))
    return Contestant(name, [command], environment(), folder, 2 * len(job.contents), one_core)


def start(job: Job, name: str) -> Contestant:
    """`reportgen build` as far as its first file."""
    command = (sys.executable, _script("build_start.py"), *map(str, job.contents), "-o", str(job.folder / "started"))
    return Contestant(name, [command], environment())


def pdf_alone(job: Job, engine: str) -> tuple[str, ...]:
    """The command that prints how many PDFs an engine sets in a second of one core."""
    return sys.executable, _script("pdf_alone.py"), "--engine", engine, *map(str, job.contents)


def check(contents: Sequence[Path], name: str) -> Contestant:
    """`reportgen check`, which exits with 1 where it has found something."""
    return Contestant(name, [(*_REPORTGEN, "check", "--fail-level", "never", *map(str, contents))], environment())


def reports(folder: Path, number: int) -> list[Path]:
    """So many reports that share neither a figure nor a paragraph."""
    folder.mkdir(parents=True)
    text = NANYANG.read_text(encoding="utf-8")
    return [_written(folder / f"{NANYANG.stem}-{index:03}.yaml", varied(text, index)) for index in range(number)]


def check_warm() -> tuple[str, ...]:
    """The command that prints how many ms a warm check takes."""
    return sys.executable, _script("check_warm.py"), str(NANYANG)


def office(home: Path, docx: Sequence[Path], folder: Path, name: str) -> Contestant:
    """One call of LibreOffice converting Word files."""
    return Contestant(name, [_convert(home, docx, folder)], _office_environment(home), folder, len(docx))


def docxtpl_and_office(home: Path, job: Job, name: str) -> Contestant:
    """One process of docxtpl filling the template, then one call of LibreOffice."""
    folder = job.folder / "docxtpl"
    docx = [folder / f"{stem}.docx" for stem in job.names]
    fill = (sys.executable, _script("fill_docx.py"), str(job.template), str(job.contexts), str(folder))
    commands = [fill, _convert(home, docx, folder)]
    return Contestant(name, commands, _office_environment(home), folder, 2 * len(docx))


def typst(job: Job, name: str) -> Contestant:
    """Typst in one process: PDF alone."""
    folder = job.folder / "typst-pdf"
    command = (sys.executable, _script("set_typst.py"), str(fonts_folder()), str(folder), *map(str, job.typst))
    return Contestant(name, [command], environment(), folder, len(job.typst))


def missing() -> list[str]:
    """Peers that are not installed."""
    office_there, typst_there = which("soffice"), find_spec("typst")
    return [name for name, there in (("soffice", office_there), ("typst", typst_there)) if not there]


def _script(name: str) -> str:
    return str(Path(__file__).with_name(name))


def _convert(home: Path, docx: Sequence[Path], folder: Path) -> tuple[str, ...]:
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    return ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, docx))


def _office_environment(home: Path) -> Mapping[str, str]:
    """LibreOffice at its best: a profile that is kept, and the GW fonts alone, under the names that Word uses."""
    home.mkdir(parents=True, exist_ok=True)
    font_map = FONT_MAP.read_text(encoding="utf-8")
    font_map = font_map.replace("@FONTS@", str(fonts_folder())).replace("@CACHE@", str(home / "fontcache"))
    return environment() | {"FONTCONFIG_FILE": str(_written(home / "fonts.conf", font_map))}
