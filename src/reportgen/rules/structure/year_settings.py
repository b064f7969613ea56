"""A year judged by the words around it: what is told of last year in a report, what is meant in an application."""

from collections.abc import Iterator
from datetime import date

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists
from reportgen.numbers.clauses import HALF_ENDS, SENTENCE_ENDS, begin_of, end_of, in_a_title
from reportgen.record import Struct
from reportgen.rules.chapters import REMEDIES
from reportgen.rules.structure.budget_year import Standing
from reportgen.rules.structure.year_clashes import clashes
from reportgen.rules.structure.year_heads import RANGE, is_caption
from reportgen.rules.structure.year_marks import Y2, Y3, Y4, Y5, YEAR, Misplaced, Y, matches, measured_again
from reportgen.rules.structure.years_over import tied_to, two_years
from reportgen.statements.passages import Passage

_BELOW_TITLE = re.compile(r"^[^。；]{0,60}20\d\d年[^。；]{4,40}[（(](?P<year>20\d\d)年(?!—)[^）)。]{0,10}[）)]$")
"""What stands in brackets below a title names the title's year."""

_OTHER_TIME = r"上年|上一年|去年|往年|历年|近年|以前年度|今年|本年|当年|同期|对比|次年"
_COMPARED = re.compile(rf"{_OTHER_TIME}|比较|[比较与同和由从据自]$|相比")
_HISTORY = re.compile(
    r"^(?:度|\d{1,2}月(?!—)|上半年|下半年|底|末|年末|初|秋季|春季)?(?:起|以来|之前|以前|度?[\u4e00-\u9fff]{0,6}结转|[，,]?[^，。；\d]{0,16}?"
    r"(?:提出|申请|决定|研究|审议|获评|荣获|获批|成立|组建|建成|启用|投用|印发|出台|制定|修订|立项|批准设立|批准成立|启动|开工|将|并入|合并|更名|挂牌|评为|迁|改革|创建"
    r"|施行|实施以|颁布|发布|开始|被))"
)
_AWARDED = re.compile(
    r"(?:获得?|荣获|获评|评为|授予|命名为|颁发的?|认定为)$|(?:自|从|始于|已于|早在|对照|参照|沿用|修订)$"
)
_LIKE = re.compile("度?(?:同类|同期|其他|别的)")
_PUT_RIGHT = re.compile(r"发现|整改|历年|近三年|连续|参照|的做法|沿用|延续|回头看|跨年")
_FIGURE = re.compile(r"\d[\d,.]*\s*(?:万|亿|%|％|[\u4e00-\u9fff])")
_THIS_WORK = r"绩效自评|绩效评价|自评|评价|部门预算|部门决算|决算|绩效目标|运行监控|绩效监控|绩效管理|预算绩效|预算编制"
_NOTICE = re.compile(
    rf"(?:开展|做好|组织|编制|编报|进行|实施|布置|加强)(?:好|了)?{Y}度?[^，。；《》]{{0,16}}(?:{_THIS_WORK})[^，。；《》]{{0,16}}"
    r"(?:(?:通知|意见|方案)》?(?:（[^）]*）)?[的]?(?:要求|部署|精神|安排|规定|，|$)|要求|部署|安排)"
    rf"|(?:根据|按照|依据|遵照){Y2}度?[^，。；《》]{{0,6}}(?:{_THIS_WORK})[^，。；《》]{{0,8}}(?:要求|部署|安排|通知|布置)"
)
_WORK = re.compile(
    rf"对(?!比)[^，。；]{{0,24}}?{Y}(?:度|\d)?[^，。；]{{0,36}}?(?:开展|进行|实施|组织|[作做完]成?)了?[^，。；]{{0,8}}?(?:{_THIS_WORK}|监控|评估|自查|审核|核查)"
    rf"|(?:评价|自评|监控|审核)(?:对象|范围|基准日|内容)[^，。；]{{0,16}}?{Y2}度?"
    rf"|自评了?{Y3}度?(?:部门|整体|项目)"
)
_UNTIL_A_DAY = re.compile(rf"截[至止][到至]?{Y}\d{{1,2}}月(?:\d{{1,2}}日|底|末)")
_UNTIL = re.compile(rf"截[至止][到至]?{Y}(?:12月31日|12月底|年?底|年?末)")
_SUBJECT = re.compile(rf"{Y}(?:度(?=[\u4e00-\u9fff“])|全年)")
_OPENS = re.compile(
    rf"(?:^|(?<=[。；：！？\n]))(?:[（(]?[一二三四五六七八九十\d]+[）)、.．是])?(?:在|注[：:])?[^，。；：\d]{{0,14}}?{Y}(?:度|全年|秋季学期|春季学期|秋季|春季|上半年|\d{{1,2}}[—\-至]\d{{1,2}}月)?"
)
_STAFF = re.compile(rf"{Y}(?:年?末|年?底)(?:实有|实际|现有|共有)?(?:在编|在职|在岗|从业)")
"""核定编制46名，2024年末实有在编43人."""
_OWN = either(lists("units")["自称"])
_OF_THE_UNIT = re.compile(
    rf"(?:{_OWN})，?{Y}(?:度|全年)?(?=整体|部门|共|全年|支出|预算|收入|的任务|的工作|[^，。；\d]{{0,6}}\d)"
)
"""总的看，启明学校2024年整体支出1,352.75万元."""
_SINCE = re.compile(rf"{Y}起[^。；]*?(?:由|比|较)上年")
_AGAINST = re.compile(
    rf"(?:与|比|较|同)(?:其|我(?:{_OWN}))?{Y}度?(?!同期)[^，。；]{{0,20}}?(?:相比|比较|对照|对比|增|减|升|降|持平|提高|下|多|少)"
)
_REGISTERED = re.compile(f"^20[0-9]{{2}}年[^，。；]{{0,8}}，[^。；]{{0,20}}(?:{either(lists('counting')['底数'])})")
"""截至2023年末，全县常住人口…: of what is counted once a year by somebody else the last count may be a year old."""
_USED = re.compile(rf"作为[^，。；]{{0,8}}?{Y}度?[^，。；]{{0,20}}?(?:依据|参考|基础|重要内容)")
_LISTED = re.compile(
    rf"(?:列入|纳入|用于){Y}度?(?:部门)?预算|(?:列入|写入|写进){Y2}(?:度|下半年|上半年)?[^，。；\d]{{0,6}}(?:要点|安排|计划|任务|实事|台账|清单)"
)
_CARRIED = re.compile(rf"{Y}度?(?:财政拨款|项目|资金|年末)?结转的?")
_HANDED_ON = (
    r"(?!(?:继续|进一步|全面|重点|努力|开展|组织|举办|新建|建设|完成|加[强大快]|推进|实施|把|力争)|[纳列并划])[^，。；]{2,16}?"
    r"(?:合并|划[归入转]|移交|[纳列并]入|调整?[为至到]|改[为由]|作为|[由从]\d|[增减升降提压扩缩][加少大小]?[至到为]|交[由给]|委托|转[为入给]|下放)"
)
"""2025年将两个站点合并为一个, 将作业点由8个增至10个: 将 is 把, and no plan."""
_MEANT = re.compile(
    rf"""
      {Y}(?!\d)度?[^，。；]{{0,6}}?(?:目标值|申请|申报(?!期)|拟安排|测算|支出计划|收入预算|支出预算)  # 2024年申请资金
    | {Y4}度?[，,]?[^，。；：\d的]{{0,10}}?                                                       # 2024年，我们将
      (?:(?<!即)将(?!近|{_HANDED_ON})|计划(?!内|外|的|数|为|安排|完成)|打算|拟(?!定|合))
    | (?:申请|申报|拟安排){Y2}度|(?:填报|编报)了?{Y5}度?[^，。；]{{0,12}}绩效目标                   # 申报2024年度
    | [将于拟]{Y3}[^。；]{{0,12}}(?:开展|组织|进行)[^。；]{{0,8}}监控[^。；]{{0,8}}(?:发现|及时|纠)  # 拟2024年开展监控
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(rf"上年[\u4e00-\u9fff]{{0,8}}(?:为|是|指|[（(]){Y}")
_RAN = re.compile(
    rf"{Y}(?!\d)[^，。；\d]{{0,12}}?截?[至止](?P<other>20\d\d)年\d{{1,2}}月(?:\d{{1,2}}日|底)[^，。；]{{0,4}}(?:已|累计|共)"
)
_THIS_YEAR = re.compile("今年|本年(?![度收支合财末初])")
_LAST_YEAR = re.compile("^[（(]?[一二三四五六七八九十]*[）)、]?上一?年度?")
_SET_AGAINST = re.compile(r"相比|[，；](?:本年|今年|当年)[^，。；\d]{0,10}(?:增|减|下降|上升|多|少)")
"""2023年支出118.50万元，相比之下，本年支出增加17.82万元."""
_GREW = re.compile(r"[较比]上年")
_YEARS = dict(zip("两二三四五六", (2, 2, 3, 4, 5, 6), strict=True))
_NOTHING = re.compile(r"无|未|没有|为零|尚|(?<![\d.])0(?:\.0+)?(?:万元|元|%|人|件)")
"""2023年支出为0: a base of comparison, and no report."""
_COMPARES = re.compile("同比|增幅|增长|对比|比较|基数|上年|变动")
_ANY_YEAR = re.compile(r"20\d\d")
_SO_MANY = re.compile(r"(?<!近)([两二三四五六\d])年")


class Setting(Struct, frozen=True):
    """The document's own year and what kind of document it is."""

    own: int
    standing: Standing
    signed: date | None = None

    def misplaced(self, passage: Passage) -> Iterator[Misplaced]:
        """The years of a passage that cannot be meant, each once."""
        seen: set[int] = set()
        for found in self._found(passage):
            if found.start not in seen:
                seen.add(found.start)
                yield found

    def _found(self, passage: Passage) -> Iterator[Misplaced]:
        text = passage.text
        if "20" not in text:
            return
        if (below := _BELOW_TITLE.search(text)) and int(below["year"]) < self.own:
            yield Misplaced(int(below["year"]), below.start("year"), certain=False)
        if is_caption(passage):
            yield from self._in_caption(text)
            return
        yield from two_years(text)
        if any(int(year) < self.own for year in _ANY_YEAR.findall(text)):
            yield from self._in_ranges(text)
            yield from self._ahead(passage) if self.standing is Standing.AHEAD else self._told(passage)
        yield from self._anywhere(text)
        yield from clashes(passage, self.own, self.standing, self.signed)
        if REMEDIES.search(passage.section) and self.standing in (Standing.AFTER, Standing.WITHIN):
            yield from tied_to(text, self.own - (self.standing is Standing.WITHIN))

    def _in_caption(self, text: str) -> Iterator[Misplaced]:
        """A heading or the name of a table that names another year than the document."""
        if _COMPARED.search(text) or _PUT_RIGHT.search(text) or "结转" in text or str(self.own) in text:
            return
        meant = re.search(r"申报|测算|支出计划|目标|申请|预算", text) and not re.search(
            "执行|完成|决算|实际|实现", text
        )
        for match in YEAR.finditer(text):
            year = int(match["year"])
            if year < self.own and not match["day"] and (self.standing is not Standing.AHEAD or meant):
                yield Misplaced(year, match.start(), certain=False)

    @staticmethod
    def _is_bare_cell(passage: Passage) -> bool:
        """Whether it is a cell without a sentence: a head, a target, a time."""
        return passage.cell and not any(mark in passage.text for mark in "，。；")

    def _told(self, passage: Passage) -> Iterator[Misplaced]:
        """What a report says of its own year."""
        text = passage.text
        within = (_UNTIL_A_DAY,) if self.standing is Standing.WITHIN else ()
        for pattern in (_NOTICE, _WORK, _UNTIL, _SINCE, *within):
            for match, year, start in matches(pattern, text, pattern in (_UNTIL, _UNTIL_A_DAY)):
                titled = in_a_title(text, start) and pattern is not _NOTICE
                righted = _PUT_RIGHT.search(match[0] + text[match.end() : match.end() + 6])
                explained = pattern is not _NOTICE and self._explained(text, start)
                if pattern in (_UNTIL, _UNTIL_A_DAY):
                    before = year < self.own - 1 or "背景" in passage.section  # how it was before this was begun
                    explained = explained or before or bool(_REGISTERED.search(text[start : start + 30]))
                if year < self.own and not (titled or righted or explained):
                    yield Misplaced(year, start, certain=False)
        for pattern in () if self._is_bare_cell(passage) else (_SUBJECT, _OPENS, _OF_THE_UNIT, _STAFF):
            for _match, year, start in matches(pattern, text, pattern is _UNTIL):
                if year == self.own - 1 and not in_a_title(text, start) and self._is_subject(text, start):
                    yield Misplaced(year, start, certain=False)

    def _explained(self, text: str, start: int) -> bool:
        """Whether the half-sentence sets the year against another one."""
        begin, end = begin_of(text, start, HALF_ENDS + "，"), end_of(text, start, HALF_ENDS)
        rest = text[start + 5 : end]
        goes_on = re.match(rf"[。；](?:截[至止]到?)?{self.own}年", text[end:])
        return bool(goes_on or _COMPARED.search(text[begin:start]) or self._names_own(rest) or _THIS_YEAR.search(rest))

    def _is_subject(self, text: str, start: int) -> bool:
        """Whether the sentence tells of the year as of its own, with figures and without a word of comparison."""
        begin, end = begin_of(text, start, SENTENCE_ENDS), end_of(text, start, SENTENCE_ENDS)
        before, behind = text[begin:start], text[start + 5 : end]
        told_before = re.search(rf"(?:上年|去年|[比较与])[（(]?{text[start : start + 5]}", text[:start])
        if (
            told_before
            or _REGISTERED.search(text[start : start + 30])
            or _LIKE.match(behind)
            or _COMPARED.search(before)
            or _AWARDED.search(before)
            or _HISTORY.match(behind)
            or _PUT_RIGHT.search(text[begin:end])
        ):
            return False
        clause = re.split("[，；]", behind)[0]
        judged_before = self.standing is Standing.WITHIN and re.match("度?[^，。；]{0,8}(?:自评|评价)", behind)
        nothing = _NOTHING.search(clause) and not re.search("[1-9]", clause)
        if _SET_AGAINST.search(behind) or judged_before or (nothing and _COMPARES.search(text, begin, end)):
            return False  # 监理服务2023年支出0万元，不作同比
        told = self._names_own(before + behind) or self._names_own(text[:begin]) or _THIS_YEAR.search(behind)
        if told or measured_again(text[:begin], behind):
            return False
        following = text[end + 1 : end_of(text, end + 1, SENTENCE_ENDS)]
        return not re.match(rf"(?:{self.own}年|今年|本年)", following) and bool(
            _FIGURE.search(behind)
            or re.search(
                "预算|决算|支出|收支|数据|绩效|自评|主要任务|重点任务|重点工作|主要工作|工作任务|承担的|的任务|的工作",
                behind,
            )
        )

    def _names_own(self, words: str) -> bool:
        """Whether the document's own year is named too, other than in a day."""
        return bool(re.search(rf"{self.own}年(?!(?!12月31日)\d{{1,2}}月\d{{1,2}}日)", words))

    def _ahead(self, passage: Passage) -> Iterator[Misplaced]:
        """What an application means to do in its year, and the year before that it is set against."""
        text = passage.text
        for pattern in (_MEANT, _NOTICE):
            for match, year, start in matches(pattern, text, pattern is _UNTIL):
                clause = text[match.end() : end_of(text, match.end(), HALF_ENDS + "，")]
                done = pattern is _MEANT and re.search("已|了", clause)
                spared = bool(done or re.search(r"[比较与同]$", text[max(match.start() - 1, 0) : start]))
                begin, end = begin_of(text, start, SENTENCE_ENDS), end_of(text, start, SENTENCE_ENDS)
                spared = spared or (pattern is _MEANT and self._names_own(text[begin:end]))
                if year < self.own and not spared and (pattern is _NOTICE or not in_a_title(text, start)):
                    yield Misplaced(year, start, certain=False)
        for _match, year, start in matches(_OPENS, text):
            sentence = text[start : end_of(text, start, SENTENCE_ENDS)]
            alone = not re.search(rf"{year + 1}年", text)
            plain = _LAST_YEAR.search(passage.section) and not _COMPARED.search(text[max(0, start - 2) : start + 7])
            told = bool(_GREW.search(sentence) or plain)
            if year == self.own - 2 and alone and told and not _HISTORY.match(text[start + 5 :]):
                yield Misplaced(year, start, certain=False)

    def _anywhere(self, text: str) -> Iterator[Misplaced]:
        """Years that other words of the sentence fix: 上年, 结转, 作为……依据."""
        late = self.own - (self.standing in (Standing.AHEAD, Standing.UNKNOWN))
        names_last_year = f"{self.own - 1}年" in text
        for pattern in (_AGAINST, _CARRIED, _BEFORE, _USED, _LISTED):
            for match, year, start in matches(pattern, text, pattern is _UNTIL):
                if pattern in (_BEFORE, _USED):
                    wrong = year != self.own - 1 if pattern is _BEFORE else year <= late
                    wrong = wrong and not (pattern is _USED and re.search(rf"{year - 1}年", text[: match.start()]))
                elif pattern is _LISTED:  # a project of this year stands in the budget of this year
                    wrong = year < self.own
                else:
                    wrong = year == self.own - 2 and not names_last_year
                if wrong and not in_a_title(text, start) and not in_a_title(text, match.end() - 1):
                    yield Misplaced(year, start, certain=False)
        for match in _RAN.finditer(text):
            if match["year"] != match["other"]:
                yield Misplaced(int(match["year"]), match.start("year"), certain=False)

    def _in_ranges(self, text: str) -> Iterator[Misplaced]:
        """2024年至2027年……三年: more years than the sentence says."""
        for match in RANGE.finditer(text):
            told = _SO_MANY.search(text, match.end(), end_of(text, match.end(), SENTENCE_ENDS))
            if told and not in_a_title(text, match.start()):
                count = _YEARS.get(told[1]) or int(told[1])
                if int(match["last"]) - int(match["first"]) == count and int(match["first"]) == self.own - 1:
                    yield Misplaced(int(match["first"]), match.start("first"), certain=False)
