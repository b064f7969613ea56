"""The kinds of errors that a mark of a document can name: a closed list."""

from enum import Enum


class Kind(Enum):
    """What is planted in the place of a mark; the value is the word in the source of a document."""

    SUM = "sum"
    """A sum in one sentence does not add up: a part or the total was changed."""
    NESTED = "nested"
    """The same in a bracket, or in a 其中 below another."""
    LISTED = "listed"
    """Items told in sentences, numbered items or paragraphs against a total in another paragraph."""
    COUNT = "count"
    """A number of things against the things that are named behind it; one more or one fewer."""
    POSTS = "posts"
    """More people in post than there are posts."""
    PART = "part"
    """A part that is larger than its whole, where the other parts are not told."""
    SHARE = "share"
    """The share of a part in its whole is wrong."""
    SHARES100 = "shares100"
    """Shares that make up the whole are not 100 % together."""
    COMPLETION = "completion"
    """Budget, outcome and completion rate of one sentence do not go together."""
    COMPARE = "compare"
    """A word (大于, 持平, 减少) says otherwise than the two figures."""
    GROWTH = "growth"
    """Change, rate of growth and figures do not go together."""
    BASE0 = "base0"
    """A rate from a base of zero."""
    TEXTTABLE = "texttable"
    """A figure of the text differs from the one of a table."""
    TABLE = "table"
    """A table does not add up: a total, a sub-total, a cell, a column of rates."""
    SAME = "same"
    """One figure is told differently in two places of the text."""
    UNIT = "unit"
    """A slip of scale: 元 for 万元, 人 for 万人次."""
    YEAR = "year"
    """Last year's number where this year's belongs."""
    DATE = "date"
    """An impossible date, or one in a wrong order."""
    GRADES = "grades"
    """Results by grade do not make up the number that was graded."""
    SCORE = "score"
    """Scores or weights do not add up, or the grade is another one."""
    OVER = "over"
    """An average or a rate above 100 where there can be none."""
    NEGATIVE = "negative"
    """A negative figure where there can be none."""
    TWOSCORES = "twoscores"
    """Two different total scores in one document."""
    PRODUCT = "product"
    """Number, unit price and amount do not go together."""
    DOUBLED = "doubled"
    """A word stands twice."""
    UNITNAME = "unitname"
    """The name of the unit itself is written wrongly once."""
    TIED = "tied"
    """A figure that has a partner although none of the kinds fits: nothing is planted, but digits are exchanged."""
    ALONE = "alone"
    """Nothing of the document is tied to the figure: what is planted there is counted apart."""

    @property
    def chinese(self) -> str:
        """Its name in tables."""
        return _CHINESE[self]

    @property
    def planted(self) -> bool:
        """Whether it names an error; the others say what a figure is."""
        return self not in (Kind.TIED, Kind.ALONE)


_CHINESE = {
    Kind.SUM: "句内合计与分项",
    Kind.NESTED: "括号内、其中之其中的分项",
    Kind.LISTED: "逐条列举与总数",
    Kind.COUNT: "个数与列举",
    Kind.POSTS: "实有多于编制",
    Kind.PART: "部分大于整体",
    Kind.SHARE: "占比算错",
    Kind.SHARES100: "各项占比不足或超过100%",
    Kind.COMPLETION: "预算、决算与完成率",
    Kind.COMPARE: "大于、小于、增减写反",
    Kind.GROWTH: "增减额与增减率",
    Kind.BASE0: "以零为基数的比率",
    Kind.TEXTTABLE: "正文与表格",
    Kind.TABLE: "表内合计、小计、比率",
    Kind.SAME: "同一数两处不同",
    Kind.UNIT: "单位级差（元、万元）",
    Kind.YEAR: "沿用往年年度",
    Kind.DATE: "日期不存在、先后不合",
    Kind.GRADES: "各等级个数与总数",
    Kind.SCORE: "得分、权重、等级",
    Kind.OVER: "平均分、比率超过100",
    Kind.NEGATIVE: "不应有的负数",
    Kind.TWOSCORES: "两个总得分",
    Kind.PRODUCT: "数量、单价与金额",
    Kind.DOUBLED: "字词重复",
    Kind.UNITNAME: "本单位名称写错",
    Kind.TIED: "（有对应的数）",
    Kind.ALONE: "（无对应的数）",
}
