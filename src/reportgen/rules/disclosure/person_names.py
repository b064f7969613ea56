"""Names of persons in Chinese prose: a surname, a given name, and beside it a word that says who it is.

Three characters in a row look like a name everywhere (高年级, 江苏省, 成长营). So a name counts only beside a word
such as 讲解员 or 老师, when it ends where a name must end, and when its given name has a character that prose hardly
uses otherwise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈"
    "项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔"
    "吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙"
    "叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄"
    "晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养"
    "鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫付邸岳仝代佟覃兰涂仉苑尧檀"
)
_COMPOUND = "欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|端木|南宫"
_GIVEN = frozenset(
    "伟芳娜敏静丽磊洋艳勇杰娟涛霞刚辉鹏玲桂英梅莉燕倩婷雪琴萍蓉岚洁琳璐瑶怡悦欣妍佳颖慧淑珍珠莲翠菊芬芝峰斌彬毅浩宇轩晨昊博睿俊凯旭虎鑫淼焱"
    "垚晶莹宏鸿豪坤恒恺婉晴雯霖震振哲勋蕴泽瀚翰瑞祥喜娇娅媛嫣妮姗娴嘉萱菲薇茜茹蕾芸荷莎黛琪琦瑾瑜璇珊玮玥钰铭锋锐钧锦晓晗昕暄曦彤诗涵涛潇"
    "烨炜煜灿炎焕熙梓楠桐柠桢栋樱栩彦彪宸寅岩峻崇嵩帅庚廷弘奕奎尧勤亮仁伦佑侠俐倩儒冰凡凌卓哲啸坚垣墨壮妙姝媚嫒"
)
"""Characters that are common in given names and rare in the words of a report."""
_NEVER = frozenset(
    "的是了在和与及或等各全年月日时间期度性化率级班队组部处科室馆站所院校学园区县市省镇乡村街路区场会课赛营书奖项目工作人员生师长"
    "教育培训活动展览实验科技术知识普及讲解服务管理项资金经费支出收入数量质成果效益第一二三四五六七八九十百千万个名位次件中小大上下前后内外"
    "为以对向从被把将让由到于不未已可能应需要进行开发计划制度方案情况问题措施能力水平语文语数体音美政史地化物生艺"
) - frozenset("文一小")
_H = "\u4e00-\u9fff"
_NAME = rf"(?:(?:{_COMPOUND})[{_H}]{{1,2}}?|[{_SURNAMES}][{_H}]{{2}})"
_ROLE = (
    "讲解员|辅导员|教师|老师|同学|学生|学员|选手|志愿者|患者|贫困户|低保户|脱贫户|村民|居民|职工|员工|家长|演员|教练|护士|队员|获奖者|受助人|孤儿"
    "|残疾人|小记者|小朋友|留守儿童|保安|保洁员"
)
_TITLE = "老师|同学|小朋友"
_MORE = rf"(?:[、和与及]{_NAME})*"
_DOES = "荣?获|参加|入选|患|因|负责|主讲|授课|讲授|主持|带队|带领|担任|指导|陪同|全程"
_END = rf"(?=[、，。；：（）和与及等]|老师|同学|小朋友|同志|{_DOES}|$)"
_AFTER_ROLE = re.compile(rf"(?P<role>{_ROLE})(?:为|是|[:：])?(?P<names>{_NAME}{_MORE}){_END}")
_BEFORE_TITLE = re.compile(
    rf"(?:(?<=[、，。；：和与及由请向])|(?<=邀请|聘请))(?P<names>{_NAME}{_MORE})(?=(?P<role>{_TITLE}))"
)
_LISTED = re.compile(
    rf"(?:(?<=[的、，。；：由请有])|^)(?P<names>{_NAME}{_MORE})等(?:\d+|[一二三四五六七八九十]+)余?[名位](?:[^，。；\d]{{0,8}}?)(?P<role>{_ROLE})"
)
_SPLIT = re.compile("[、和与及]")
_MODEL = re.compile(r"(?:老师|同志|同学)?(?:等人?)?的?(?:先进|事迹|精神|学习)")
"""Whom everybody knows: 向张桂梅老师学习."""


@dataclass(frozen=True, slots=True)
class Named:
    """Names at the characters `start` to `end`, and the word beside them."""

    start: int
    end: int
    role: str
    names: tuple[str, ...]


def named_persons(text: str) -> Iterator[Named]:
    """Persons that are named in the text beside what they are, in order."""
    if not _ANY_ROLE.search(text):
        return
    spans: list[tuple[int, int]] = []
    for pattern in (_AFTER_ROLE, _BEFORE_TITLE, _LISTED):
        for match in pattern.finditer(text):
            start, end = match.span("names")
            names = tuple(_SPLIT.split(match["names"]))
            known = any(first < end and start < last for first, last in spans) or _MODEL.match(text, end)
            between = match.re is _AFTER_ROLE and bool(_SAID_AGAIN.match(text, end))
            if any(is_name(name, between) for name in names) and not known:
                spans.append((start, end))
                yield Named(start, end, match["role"], names)


_ANY_ROLE = re.compile(_ROLE)


_SAID_AGAIN = re.compile(_TITLE)


def is_name(words: str, between: bool = False) -> bool:
    """Whether three or four characters can hardly be anything but a name; `between` 教师 and 老师 most are one."""
    given = words[2:] if re.match(_COMPOUND, words) else words[1:]
    if not 1 <= len(given) <= 2 or any(char in _NEVER for char in given):
        return False
    twin = len(given) == 2 and given[0] == given[1]
    return twin or (between and len(given) == 2) or any(char in _GIVEN for char in given)


def masked(name: str) -> str:
    """何建英 → 何某: not 何××, which looks like something left to fill in (STR008)."""
    return (name[:2] if re.match(_COMPOUND, name) else name[0]) + "某"
