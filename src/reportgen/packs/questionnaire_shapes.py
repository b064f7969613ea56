"""问卷 as JSON Schema, its meaning beside every key."""

from reportgen.model.questionnaire import MADE_UP, ROUNDED, QuestionKind
from reportgen.packs.shapes import Schema, record, told

_WORDS: Schema = {"type": ["string", "number"], "minLength": 1}
_FIGURE: Schema = {"type": ["string", "number"]}
_POINTS = "每个选项值多少分，0 到 100；没有表态的选项（不了解）不写。常见的满意度选项可以不写"
_SATISFIED = "哪些选项算满意；不写的，带「满意」又没有「不」的都算"


def questionnaires() -> Schema:
    """A list of surveys."""
    keys = {
        "名称": told("名称", "短一些，正文里写 {{ 问卷.名称.满意度 }} 引用", _WORDS),
        "发放": told("发放", "发出多少份，如 320份", _FIGURE),
        "收回": told("收回", "收回多少份", _FIGURE),
        "有效": told("有效", "有效的有多少份；写了「答卷」的可以不写", _FIGURE),
        "答卷": told("答卷", "答卷的 csv 文件，放在内容文件旁边：一行一份答卷，一列一题", _WORDS),
        "赋分": told("赋分", _POINTS, {"type": "object", "additionalProperties": _FIGURE}),
        "算满意": told("算满意", _SATISFIED, _names()),
        "小数": told("小数", "占比和满意度保留几位小数；不写是 1 位", {"enum": [0, 1, 2]}),
        "占比": told("占比", "各项分别四舍五入，还是凑足 100%；不写就分别四舍五入", {"enum": [ROUNDED, MADE_UP]}),
        "题目": told("题目", "一题一条", {"type": "array", "minItems": 1, "items": _question()}),
    }
    return {"type": "array", "minItems": 1, "items": record(keys, ["名称", "题目"])}


def _question() -> Schema:
    counts: Schema = {"type": "object", "additionalProperties": _FIGURE}
    keys = {
        "题目": told("题目", "问卷上的问题，照原文写", _WORDS),
        "简称": told("简称", "几个字，印在汇总表和图里，正文里引用；不写就用题目", _WORDS),
        "题型": told("题型", "不写就是单选", {"enum": [kind.value for kind in QuestionKind]}),
        "列": told("列", "答卷里这一题的表头，与题目、简称都不同时写", _WORDS),
        "回答": told("回答", "回答这一题的人数；多选题与有效份数不同时写", _FIGURE),
        "赋分": told("赋分", _POINTS, counts),
        "算满意": told("算满意", _SATISFIED, _names()),
        "选项": told("选项", "选项和人数；写了「答卷」的只写选项，写成列表", {"anyOf": [counts, _names()]}),
    }
    return record(keys, ["题目", "选项"])


def _names() -> Schema:
    return {"type": "array", "minItems": 1, "items": _WORDS}
