"""pack.yaml and wordlist.yaml → Pack; every name in them is checked when the pack is loaded."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import NOT_READ, PACK_WRONG
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.numbers import read_bare_number
from reportgen.packs.basis_reader import read_basis, read_basis_or_words
from reportgen.packs.carrying import Carry
from reportgen.packs.fields import INDICATOR_COLUMNS, Field, FieldType, by_path, with_parts
from reportgen.packs.forms_reader import read_forms
from reportgen.packs.front_reader import read_front
from reportgen.packs.inheritance import BASE_KEY, merged, needless_drops, read_chain
from reportgen.packs.intake import INTAKE_KEY
from reportgen.packs.intake_reader import read_intakes
from reportgen.packs.outline_reader import Names, read_depth, read_outline
from reportgen.packs.pack import Band, Grades, Pack, Stage
from reportgen.packs.rulings_reader import read_required_sections, read_rulings
from reportgen.packs.weights_reader import read_weights
from reportgen.packs.words_reader import read_words
from reportgen.place import Place, Written
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Mapping, Node
from reportgen.source.reader import read_source
from reportgen.world import packs_folder, read_text, shown

LOOKS = "looks.docx"
"""Styles, paper and margins that the templates of a folder share."""
_NOT_READ = (".css", ".typ")
_PLAIN_TITLE = re.compile(r"^名称: +([\u4e00-\u9fff（）]+) *\n(?![ \t])", re.MULTILINE)
"""名称: 部门整体支出绩效评价报告（装订本）"""
_LOCAL_KEYS = ["必需章节", "规则"]
_PUBLIC = "公开"
"""否: a field, or all of a document, is for the office alone."""
_OWN_KEYS = [
    "名称",
    "说明",
    "依据",
    "阶段",
    _PUBLIC,
    "标题",
    "字段",
    "目录",
    "前页",
    "提纲",
    "表格",
    "等级",
    "权重",
    INTAKE_KEY,
]
_PACK_KEYS = [BASE_KEY, *_OWN_KEYS, *_LOCAL_KEYS]
_CARRY = "结转"
_FIELD_KEYS = ["类型", "必填", "说明", "字段", "单位", _CARRY, _PUBLIC]


def pack_folders(extra: Iterable[Path] = ()) -> list[Path]:
    """The folders that hold a pack.yaml: the program's own and `extra`, by name."""
    roots = dict.fromkeys((packs_folder(), *extra))
    found = [path.parent for root in roots if root.is_dir() for path in root.glob("*/pack.yaml")]
    return sorted(found, key=lambda folder: folder.name)


def find_pack(name: str, extra: Iterable[Path] = ()) -> Path | None:
    """The folder of the pack that is called `name`, by folder or by title."""
    for folder in pack_folders(extra):
        if name == folder.name or name == pack_title(folder):
            return folder
    return None


@cache
def pack_title(folder: Path) -> str:
    """What users call the pack: the 名称 of its pack.yaml.

    Every call asks this of many packs, and mostly it stands on one line, without quotes or a comment.
    """
    text = read_text(folder / "pack.yaml")
    if plain := _PLAIN_TITLE.search(text):
        return plain[1]
    source, _found = read_source(text, str(folder / "pack.yaml"))
    title = source.root.get("名称") if isinstance(source.root, Mapping) else None
    return title.text if isinstance(title, Written) else folder.name


def load_pack(folder: Path) -> tuple[Pack | None, list[Diagnostic]]:
    """Read a pack; None when its pack.yaml cannot be used.

    Raises UsageProblem when the folder holds no pack.yaml.
    """
    path = folder / "pack.yaml"
    if not path.is_file():
        raise UsageProblem(_("文件夹 {folder} 里没有 pack.yaml", folder=folder))
    expect = Expect(wrong=PACK_WRONG, unknown=PACK_WRONG, missing=PACK_WRONG)
    chain = read_chain(folder, expect)
    if not chain:
        return None, expect.found
    for _folder, root in chain:
        expect.known(root, _PACK_KEYS)
    needless_drops([root for _folder, root in chain], expect)
    folders = [folder for folder, _root in chain]
    pack = _pack(folders, merged([root for _folder, root in chain]), expect)
    return (None if expect.found else pack), [*expect.found, *_ignored(folders)]


@cache
def pack_in(folder: Path) -> tuple[Pack | None, list[Diagnostic]]:
    """The pack in a folder, read once a run, however many files use it. Raises as `load_pack`."""
    return load_pack(folder)


def _ignored(folders: Iterable[Path]) -> Iterator[Diagnostic]:
    """The files by which somebody means to change how pages look, and which nothing here reads."""
    for path in sorted(path for folder in folders for path in folder.iterdir() if path.suffix in _NOT_READ):
        yield NOT_READ.at(Place(shown(path)), path.name)


def _pack(folders: list[Path], root: Mapping, expect: Expect) -> Pack | None:
    """A pack from its folder and those that it inherits from, nearest first."""
    title, pattern = expect.required_text(root, "名称"), expect.required_text(root, "标题")
    fields = _fields(root.get("字段"), expect)
    forms = read_forms(root.get("表格"), with_parts(by_path(fields)), expect)
    outline = read_outline(root.get("提纲"), Names(by_path(fields), forms), expect)
    meaning = expect.optional_text(root, "说明")
    if title is None or pattern is None:
        return None
    return Pack(
        folder=folders[0],
        template=_nearest(folders, "template.docx"),
        looks=nearest_looks(each for folder in folders for each in (folder, folder.parent)),
        files=_files(folders),
        title=title.text,
        meaning=meaning.text if meaning else "",
        basis=read_basis(root.get("依据"), expect),
        title_pattern=pattern,
        fields=fields,
        outline=outline,
        forms=forms,
        grades=_grades(root.get("等级"), expect),
        words=read_words(_nearest(folders, "wordlist.yaml"), expect),
        weights=read_weights(root.get("权重"), expect),
        stage=_stage(root, expect),
        contents=read_depth(root, expect),
        front=read_front(root.get("前页"), Names(by_path(fields), forms), expect),
        rulings=read_rulings(root.get("规则"), expect),
        required_sections=read_required_sections(root.get("必需章节"), expect),
        intakes=read_intakes(root.get(INTAKE_KEY), expect),
        internal=_is_internal(root, expect),
    )


def _is_internal(mapping: Mapping, expect: Expect) -> bool:
    written = mapping.get(_PUBLIC)
    return written is not None and not expect.yes(written, _PUBLIC)


def _files(folders: list[Path]) -> tuple[Path, ...]:
    words = _nearest(folders, "wordlist.yaml")
    return (*(folder / "pack.yaml" for folder in folders), *([words] if words.is_file() else []))


def _nearest(folders: list[Path], name: str) -> Path:
    """The file of that name in the first folder that has it; where none does, where it ought to be."""
    return next((folder / name for folder in folders if (folder / name).is_file()), folders[0] / name)


def nearest_looks(folders: Iterable[Path]) -> Path | None:
    """The first looks.docx of some folders that is not the program's own."""
    files = (folder / LOOKS for folder in folders if folder != packs_folder())
    return next((path for path in files if path.is_file()), None)


def _stage(root: Mapping, expect: Expect) -> Stage | None:
    written = expect.optional_text(root, "阶段")
    stages = {stage.value: stage for stage in Stage}
    if written is not None and written.text not in stages:
        known = _("可以写：{stages}", stages=_("、").join(stages))
        expect.report(PACK_WRONG, written.place, _("没有这个阶段"), did_you_mean(written.text, stages) or known)
    return stages.get(written.text) if written else None


def _fields(node: Node | None, expect: Expect) -> tuple[Field, ...]:
    mapping = expect.mapping(node, "字段") if node is not None else None
    fields = (_field(entry.key, entry.value, expect) for entry in mapping) if mapping else ()
    return tuple(field for field in fields if field)


def _field(name: Written, node: Node, expect: Expect) -> Field | None:
    mapping = expect.mapping(node, name.text, _FIELD_KEYS)
    written = expect.required_text(mapping, "类型") if mapping else None
    if mapping is None or written is None:
        return None
    types = {kind.value: kind for kind in FieldType}
    if written.text not in types:
        expect.report(PACK_WRONG, written.place, _("没有这种类型"), did_you_mean(written.text, types))
        return None
    meaning = expect.optional_text(mapping, "说明")
    required = expect.yes(mapping.get("必填"), "必填")
    parts = _fields(mapping.get("字段"), expect)
    unit = expect.optional_text(mapping, "单位")
    kind = types[written.text]
    parts = INDICATOR_COLUMNS if kind is FieldType.INDICATORS else parts
    told, counted = meaning.text if meaning else "", unit.text if unit else ""
    internal = _is_internal(mapping, expect)
    return Field(name.text, kind, required, told, parts, counted, _carry(mapping, expect), internal)


def _carry(mapping: Mapping, expect: Expect) -> Carry | None:
    """What the pack says becomes of a field in next year's file."""
    written = expect.optional_text(mapping, _CARRY)
    known = {carry.value: carry for carry in Carry}
    if written is not None and written.text not in known:
        told = _("可以写：{words}", words=_("、").join(known))
        expect.report(PACK_WRONG, written.place, _("没有这种结转"), did_you_mean(written.text, known) or told)
    return known.get(written.text) if written else None


def _grades(node: Node | None, expect: Expect) -> Grades | None:
    mapping = expect.mapping(node, "等级", ["依据", "分档"]) if node is not None else None
    bands_node = mapping.get("分档") if mapping else None
    if mapping is None or bands_node is None:
        return None
    bands = [_band(row, expect) for row in expect.rows(bands_node, "分档", ["名称", "下限", "别名"])]
    known = sorted((band for band in bands if band), key=lambda band: band.low, reverse=True)
    return Grades(tuple(known), read_basis_or_words(mapping.get("依据"), expect)) if known else None


def _band(row: Mapping, expect: Expect) -> Band | None:
    name, low = expect.required_text(row, "名称"), expect.required_text(row, "下限")
    aliases = row.get("别名")
    words = expect.sequence(aliases, "别名") if aliases is not None else ()
    if name is None or low is None:
        return None
    points = read_bare_number(low.text)
    if points is None:
        expect.report(PACK_WRONG, low.place, _("下限写数字"))
        return None
    return Band(name.text, points, tuple(word.text for word in words if isinstance(word, Written)))
