"""A mark, a word or the form of a date is wrong."""

import re

from benchmarks.accuracy.edits import both, each, put
from benchmarks.accuracy.planted import Kind

_H = "[\u4e00-\u9fff]"
_PROSE = (
    "nanyang-2020",
    "linze-2023",
    "dept-evaluation",
    "yunnan-dept",
    "nanyang-2020.txt",
    "linze-2023.txt",
    "shili-2024.txt",
)
_TEXTS = ("nanyang-2020.txt", "linze-2023.txt", "shili-2024.txt", "tangshan-2021.txt")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_SLIPS = {
    "拨付": "拔付",
    "部署": "布署",
    "建立健全": "建立建全",
    "按照": "按照",
    "截至": "截止",
    "其他": "其它",
    "制订": "制订",
    "账": "帐",
}


def _slip(match: re.Match[str]) -> str:
    return _SLIPS[match[0]]


KINDS = (
    Kind("半角逗号", ("PUN001",), _PROSE, put(rf"(?<={_H})，(?={_H})", ",")),
    Kind("半角括号", ("PUN001", "PUN012", "PUN002"), _PROSE, put(rf"(?<={_H})（({_H}+)）", r"(\1)")),
    Kind("少半个括号", ("PUN002",), _PROSE, put(rf"(?<={_H})[（）](?={_H})", "")),
    Kind("少半个引号", ("PUN002",), _PROSE, put("[“”]", "")),
    Kind("少半个书名号", ("PUN002",), _PROSE, put("[《》]", "")),
    Kind("标点重复", ("PUN003",), _PROSE, put(rf"(?<={_H})([。，；])(?={_H}|$)", r"\1\1")),
    Kind("发文字号用了方括号", ("PUN004",), _PROSE, both(put(r"〔(\d{4})〕", r"[\1]"), put(r"〔(\d{4})〕", r"（\1）"))),
    Kind(
        "日期补零", ("FMT002",), (*_PROSE, "tangshan-2021.txt"), put(r"(?<!成文日期: )(\d{4}年)(\d)月", r"\g<1>0\2月")
    ),
    Kind(
        "起止日期用了半角连字号",
        ("FMT003",),
        ("shili-2024.txt", "nanyang-2020.txt", "linze-2023.txt"),
        put(r"(\d+月\d+日)(?:至|—)(\d+月\d+日)", r"\1-\2"),
    ),
    Kind(
        "概数重复",
        ("WRD002",),
        _TEXTS,
        both(
            put(r"(?<![\d.近约])(\d{2,})(人次|人|件)(?!左右)(?=[，。；、])", r"近\1余\2"),
            put(r"约(\d+(?:人次|人))", r"约\1左右"),
        ),
    ),
    Kind("错别字", ("WRD001", "WRD016"), _PROSE, each("拨付|部署|建立健全|截至|账(?=目|户|簿|册)", _slip)),
    Kind("字词重复", ("WRD007",), _TEXTS, put(rf"(?<={_H})(科普活动|绩效目标|科技馆|青少年|满意度)(?={_H})", r"\1\1")),
    Kind(
        "缺百分号",
        ("WRD003", "NUM011"),
        ("nanyang-2020.txt", "shili-2024.txt", "linze-2023.txt"),
        put(r"(率|度|占|长|降)(\d+(?:\.\d+)?)%(?!以)", r"\1\2"),
    ),
    Kind("段末没有标点", ("PUN006",), ("dept-evaluation", *_TEXTS), put(rf"(?<={_H})。$", "")),
    Kind("段末是逗号", ("PUN006",), ("dept-evaluation", *_TEXTS), put(rf"(?<={_H})。$", "，")),
    Kind("汉字之间有空格", ("PUN007",), _PROSE, put(rf"(?<={_H}{{3}}[，。])({_H}{{2}})({_H}{{3}})", r"\1 \2")),
    Kind(
        "数字用了全角",
        ("PUN005",),
        _PROSE,
        each(rf"(?<!成文日期: ....年.月)(?<={_H})\d{{2,4}}(?={_H})", lambda match: match[0].translate(_WIDE)),
    ),
    Kind("正文用了千分撇", ("FMT004",), _TEXTS, put(r"(?<![\d.])(\d{2,3})(\d{3})(?=人次|元|名|\.\d\d元)", r"\1,\2")),
    Kind("年份写成两位", ("FMT007",), _TEXTS, put(rf"(?<=[，。；、]|{_H})20(\d\d)(?=年\d+月|年度|年底|年末)", r"\1")),
    Kind(
        "日期不存在",
        ("FMT008", "STR006", "CON008"),
        (*_TEXTS, "dept-evaluation"),
        both(
            put(r"(?<!成文日期: ....年)(?<![\d])(\d)月\d+日", r"2月30日"),
            put(r"(?<!成文日期: ....年)(\d)月(\d+)日", r"\1月38日"),
        ),
    ),
    Kind("单位重复", ("WRD005", "NUM016"), ("nanyang-2020.txt", "shili-2024.txt"), put("(?<=[0-9])万元", "万元万元")),
    Kind(
        "标题末尾的标点不一致",
        ("FMT001", "FMT005"),
        ("shili-2024.txt",),
        put(rf"^(（[一二三四五]）{_H}{{4,20}})$", r"\1。"),
    ),
)
