"""Where a document writes its own unit's name, and where it writes it otherwise."""

from collections.abc import Iterator
from itertools import pairwise

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists
from reportgen.model.document import Document, Paragraph, Role, Table, plain_text
from reportgen.record import Struct
from reportgen.rules.scene import Scene
from reportgen.rules.structure.name_variants import alike, misspelt_places, other_places, place_of_name, variant_at
from reportgen.statements.passages import Passage

_SHORTEST, _ENOUGH, _RARELY, _PROJECT = 5, 2, 2, 4
"""A name is the unit's own where it stands twice; what stands oftener than twice is another name."""
_LABEL = re.compile(
    r"(?:主管|实施|预算|填报|申报|项目|自评|评价|资金使用)?(?:单位|部门)(?:（单位）)?(?:名称)?(?:（盖章）)?[：:]?"
)
_TITLED = re.compile(r"^([\u4e00-\u9fff]{3,24}?)(?=20\d\d年|关于|部门整体|$)")
_NAME = re.compile(r"[\u4e00-\u9fff]{4,24}")
_CALLED = re.compile(r"[（(]以下(?:统一)?简称[“”\"「：:]*(?:本|我|该)?[\u4e00-\u9fff]{1,5}")
_ENTRUSTS = re.compile(r"(?:^|[，。；\n])受$|委托(?:方|人|单位|部门)?(?:为|是|[：:])?$")
_LONGEST = len("委托单位为")
"""So much before a name can say who had the paper written: all the text before it is not looked through."""
_DEFINED = re.compile(r"(?:是|系|为)[^。；]{2,36}?(?:单位|机构|部门|机关)")
_ABOUT = re.compile("概况|职责|职能|基本情况|简介|机构")
"""Chapters that say what the unit itself is."""
_STARTS = "。；：\n"
_ORGAN = either(lists("units")["单位"])
_ENDS_AS_UNIT = re.compile(f"(?:{_ORGAN})$")
_FIRMS = tuple(lists("units")["受托机构"])
_CALLED_UNIT = re.compile(r"(?:(?:承担|实施|申报|填报|责任|项目|主管)单位|主管部门)(?:为|是)?$")
_LEADS = re.compile(
    rf"""
    (?:
      ^ | [。；：，\n]
      | [^代]由                                                  # 由示例县财政局
      | 对 | 建议 | 责成 | 委托
      | [我本](?:{either(lists("units")["自称"])})（               # 我局（示例县财政局）
      | (?:承担|实施|申报|填报|责任|项目|主管)单位 | 主管部门
    )$
    """,
    re.VERBOSE,
)
_ACTS = r"""
      （(?:以下)?(?:下称|简称) | [（）]                       # 示例县文化馆（以下简称
    | 设(?![备施计想置]) | 内设|下设|下辖|成立                # 设办公室
    | 承担|负责|组织实施|实施|统筹|履行|制定|申报
    | 坚持|随即|依法|对照|将                                 # 将加强管理
    | 对(?=20\d\d年|本年|[上前]述|自评|评价|所|填报|材料)   # 对自评材料的真实性负责
    | 牵头|具体(?:实施|负责|承办)|(?:书面)?(?:反馈|表示)|无异议
    | 按(?:预算|照|要求)                                     # 按预算执行
    | 属(?!于[^，。；]{0,12}的项目)                           # 属公益一类
    | 自?20\d\d年度?                                         # 自2024年起
    | 编制(?![员内人数])                                     # 编制实施方案
    """
"""What a unit does or is: words behind its name, as branches of a verbose pattern."""
_ACTING = re.compile("负责(?!人)|承担|组织实施|牵头|实施|汇总|编制|解释|审核|执行")
_JOINED = "、和与及"
_CAPTION = 40
"""Characters of a heading or a caption at most."""
_OPENING = re.compile(
    r"\s*(?:[附续]?[表图]\s*[\d一二三四五六七八九十]*(?:[-—－.．]\d+)*|[（(]?[一二三四五六七八九十\d.．]+[）)、.．]?)?[\s：:、]*"
)
"""表2, 附表, 4.1: what stands before the words of a caption or a heading."""
_HEADED = either(lists("units")["题目里的词"])


class Miss(Struct, frozen=True):
    """A name written otherwise: its words, where they stand, and whether they can be nothing else."""

    text: str
    start: int
    end: int
    certain: bool


def labelled_cells(document: Document) -> list[str]:
    """The names in cells behind 实施单位, 单位名称 and the like."""
    return [name for table in document.walk() if isinstance(table, Table) for name in _named_in(table)]


def _named_in(table: Table) -> Iterator[str]:
    for label, cell in pairwise(cell for cell in table.lines() if cell.compact):
        if label.row == cell.row and _LABEL.fullmatch(label.compact) and _NAME.fullmatch(cell.compact):
            yield cell.compact


class OwnName(Struct, frozen=True):
    """The name, and what is known of the document around it."""

    name: str
    text: str
    formal: frozenset[str]
    """Lines and cells that hold a unit's name and nothing else: signature, labelled cells.

    In a content file they are fields of their own, in which another name is meant.
    """
    titles: frozenset[str]
    authors: frozenset[str]
    """Who signs."""
    told: bool
    """Whether the document says what the unit is, or how it is called for short."""
    client: bool
    """Whether it had the paper written (受某市财政局委托): what is told of another unit is no slip of its name."""

    @classmethod
    def of(cls, name: str, document: Document, scene: Scene) -> "OwnName | None":
        """None where no name is known for certain."""
        text = "\n".join(passage.text for passage in scene.passages)
        authors = {
            organ for block in document.walk() if _is_author(block) for organ in plain_text(block.inlines).split("\t")
        }
        titles = frozenset(inline.text.strip() for inline in document.lines.get("标题", ()))
        titles |= {"".join(inline.text for inline in document.lines.get("标题", ())).strip()}
        shown = name in authors or any(title.startswith(name) for title in titles)
        if len(name) < _SHORTEST or (scene.finished and text.count(name) < _ENOUGH - shown):
            return None
        if len(authors) > 1:
            authors = set()  # several organs sign: none is another's name written otherwise
        told = any(_tells(text, at + len(name)) for at in _finds(text, name))
        client = any(_ENTRUSTS.search(text, max(0, at - _LONGEST), at) for at in _finds(text, name))
        formal = frozenset({*authors, *labelled_cells(document)}) if scene.finished else frozenset()
        signed = frozenset(authors) if scene.finished else frozenset()
        return cls(name, text, formal, titles if scene.finished else frozenset(), signed, told, client)

    def missed(self, passage: Passage) -> Iterator[Miss]:
        """Where a passage writes the name otherwise."""
        text = passage.text.strip()
        if text in self.formal and not text.startswith(self.name) and self._stands_for_it(text):
            yield Miss(text, 0, len(passage.text), certain=False)
        elif (titled := _TITLED.match(passage.text)) and passage.text.strip() in self.titles:
            if alike(titled[1], self.name) and not titled[1].startswith(self.name):
                yield Miss(titled[1], *titled.span(1), certain=False)
        else:
            yield from self._in_text(passage.text, passage.section)

    def _stands_for_it(self, words: str) -> bool:
        return alike(words, self.name) or self._signs_for_it(words)

    def _signs_for_it(self, words: str) -> bool:
        """Whether a unit signs that the text never names, of the same place as the one that it is about."""
        at_home = words in self.authors and words.startswith(place_of_name(self.name))
        at_home = (
            at_home and bool(_ENDS_AS_UNIT.search(words)) and not words.endswith(_FIRMS)
        )  # who was asked to judge, and no unit
        own = any(title.startswith(self.name) and "自评" in title for title in self.titles)
        often = self.text.count(self.name) > _ENOUGH - own
        return at_home and words != self.name and self.text.count(words) == 1 and often

    def _in_text(self, text: str, section: str) -> Iterator[Miss]:
        place = place_of_name(self.name)
        for at in _finds(text, place):
            if text.startswith(self.name, at) and not text.startswith(self.name + self.name[-1], at):
                continue
            found = variant_at(text, at, self.name)
            if found and self._is_rare(found.text) and not _beside(text, at, found.text, self.name):
                yield Miss(found.text, at, at + len(found.text), found.certain)
            elif not found and (words := self._meant(text, at, section)):
                yield Miss(words, at, at + len(words), certain=False)
        for moved in other_places(self.name):
            rare = moved in text and self._is_rare(moved) and not _listed(text, moved)
            for at in _finds(text, moved) if rare else ():
                yield Miss(moved, at, at + len(moved), certain=False)
        for at, words in misspelt_places(self.name, text):
            if self._is_rare(words) and not words.startswith(place):
                yield Miss(words, at, at + len(words), certain=False)

    def _meant(self, text: str, at: int, section: str) -> str:
        """Words that can only mean the unit for what is said of them."""
        if self.client:
            return ""
        defined = self._defined(text, at) if not self.told or _ABOUT.search(section) else ""
        return defined or self._acting(text, at) or self._headed(text, at) or self._cut(text, at)

    def _headed(self, text: str, at: int) -> str:
        """Words that open a caption or a heading, where only the unit can be meant: 表2 某县统计所自评得分表."""
        place = place_of_name(self.name)
        if len(text) > _CAPTION or not _OPENING.fullmatch(text, 0, at):
            return ""
        named = re.match(
            rf"{re.escape(place)}[\u4e00-\u9fff]{{1,{len(self.name)}}}?(?:{_ORGAN})(?=的?(?:{_HEADED}))", text[at:]
        )
        words = named[0] if named else ""
        within = self.name.startswith(words) or words.startswith(self.name)
        return words if words and not within and alike(words, self.name) and self.text.count(words) == 1 else ""

    def _cut(self, text: str, at: int) -> str:
        """The name without its last character where a unit acts: 由某县统计负责解释."""
        words = self.name[:-1]
        acts = text.startswith(words, at) and _ACTING.match(text, at + len(words)) and len(words) >= _SHORTEST
        return words if acts and re.search("由$|[^\\W\\d]经$", text[:at]) else ""

    def _acting(self, text: str, at: int) -> str:
        """Words that act where only the unit itself does: 由某县气象所组织实施, 某市文化馆设办公室 of 某市文化宫."""
        place = place_of_name(self.name)
        reach = len(self.name) - len(place) + 3
        ends = f"{_ORGAN}|{re.escape(self.name[-1])}"
        acts = f"{_ACTS}|[。；，]" if _CALLED_UNIT.search(text, 0, at) else f"{_ACTS}{self._project}"
        named = re.compile(rf"{re.escape(place)}[\u4e00-\u9fff]{{1,{reach}}}?(?:{ends})(?={acts})", re.VERBOSE).match(
            text, at
        )
        if named is None or not (_LEADS.search(text, 0, at) or _CALLED_UNIT.search(text, 0, at)):
            return ""
        words = named[0]
        within = self.name.startswith(words) or words.startswith(self.name)
        return "" if within or not alike(words, self.name) or self.text.count(words) > 1 else words

    @property
    def _project(self) -> str:
        """As a pattern, the words that follow the name in the title: 某县实验小学课后服务专项资金."""
        after = (title.partition(self.name)[2] for title in self.titles if title.startswith(self.name))
        words = next((found[0] for rest in after if (found := _NAME.match(rest))), "")
        return f"|{words[:_PROJECT]}" if len(words) >= _PROJECT else ""

    def _is_rare(self, words: str) -> bool:
        """Whether it stands so rarely beside the right name that it is no name of its own."""
        within = self.text.count(self.name) if words in self.name else 0
        return self.text.count(words) - within <= _RARELY and f"简称“{words}" not in self.text

    def _defined(self, text: str, at: int) -> str:
        """Words that are told to be the unit, as only its own name is: 某县中心医院（以下简称本院）."""
        length = len(self.name)
        for end in range(at + length - 3, at + length + 4):
            words = text[at:end]
            starts = at == 0 or text[at - 1] in _STARTS
            told = _CALLED.match(text, end) or (starts and _DEFINED.match(text, end))
            called = bool(_CALLED.match(text, end)) and bool(_ENDS_AS_UNIT.search(self.name))
            if any(title.startswith(words) for title in self.titles):
                continue  # the title is about another unit than the one that signs
            similar = words != self.name and (alike(words, self.name) or called)
            if told and _NAME.fullmatch(words) and similar and self._is_rare(words):
                return words
        return ""


def _is_author(block: object) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.AUTHOR


def _tells(text: str, end: int) -> bool:
    return bool(_CALLED.match(text, end) or _DEFINED.match(text, end))


def _finds(text: str, words: str) -> Iterator[int]:
    return (found.start() for found in re.finditer(re.escape(words), text)) if words in text else iter(())


def _listed(text: str, words: str) -> bool:
    """Whether a name stands in a list of several: 与某县科技馆、某区科技馆."""
    return bool(re.search(rf"[{_JOINED}]{re.escape(words)}|{re.escape(words)}[{_JOINED}]", text))


def _beside(text: str, at: int, words: str, name: str) -> bool:
    """Whether it is named together with the unit, as another one is."""
    before, after = text[:at], text[at + len(words) :]
    joined = before[-1:] in (*_JOINED,) and before[:-1].endswith(name)
    return joined or (after[:1] in (*_JOINED,) and after[1:].startswith(name))
