"""Lists as other pens write them: posts and vacancies, rests, first few, ways to divide, numbers of what is named."""

import pytest
from tests.support.ledgers import said

PAIRS = {
    "posts that nobody holds": (
        "水文站编制9名，在岗8人，空{}名。",
        "1",
        "5",
    ),
    "posts without a word for those who hold them": (
        "职业学校编制62名，年底60人，空着{}个，理由是去年退了2个。",
        "2",
        "4",
    ),
    "others that wait": ("采购推床36台，验收合格34台，另{}台待返修。", "2", "6"),
    "only so many, and others": ("全市9个县区只有6个建了库房，还有{}个在建。", "3", "5"),
    "what is not usable": ("发出问卷200份，收回180份，收回率90%，有效{}份，无效4份。", "176", "175"),
    "what is told of one grade": (
        "不满意的28份中，排队久{}份，态度差9份，其他5份。",
        "14",
        "15",
    ),
    "a list that a semicolon ends": (
        "采购支出327.50万元，其中工程{}万元、货物88.60万元、服务36.60万元；授予小微企业214.00万元。",
        "202.30",
        "207.30",
    ),
    "the first two of a list": (
        "优秀56人，良好84人，合格31人，不合格3人，前两档{}人，优良率80.46%。",
        "140",
        "104",
    ),
    "the first two of the sentence before": (
        "A级62家，B级118家，C级24家。前两类合计{}家，占88.24%。",
        "180",
        "190",
    ),
    "what 共 closes, divided again": (
        "巡查出动，一季度36次、二季度{}次、三季度52次、四季度40次，共176次；按路段分，国道92次、省道84次。",
        "48",
        "43",
    ),
    "people make attendances": ("讲座三场，分别到场126人、{}人和110人，共334人次。", "98", "89"),
    "by what it is divided": (
        "实际供水412.6万吨，比上年增长3.20%。按用途：居民186.4万吨，工业{}万吨，商业98.0万吨。",
        "128.2",
        "182.2",
    ),
    "people by place": (
        "年末在职107人，空编11名。在职人员分布为局机关{}人、气象台34人、服务中心18人、天气中心14人。",
        "41",
        "46",
    ),
    "people by age": (
        "编制46名，年末在岗41人，缺编5人。在岗人员30岁及以下{}人，31至40岁14人，41至50岁12人，51岁以上8人。",
        "7",
        "17",
    ),
    "people by age, and some of them": (
        "年末在岗41人。在岗人员30岁及以下7人，31至40岁14人，41至50岁12人，51岁以上{}人，其中持有证书的26人。",
        "8",
        "9",
    ),
    "who make up a team": ("检查组由8人组成，其中高级会计师2人、造价工程师{}人、联络员3人。", "3", "5"),
    "parts that are counted": (
        "资金总额116.17万元，由六部分组成：设备{}万元，补助48.00万元，接送8.64万元，午餐6.96万元，进修7.56万元，培训4.14万元。",
        "40.87",
        "40.77",
    ),
    "amounts whose unit is told once": (
        "全院收入486.2万元，门诊212.6，住院{}，其他22.2。",
        "251.4",
        "215.4",
    ),
    "amounts in a bracket": ("三项经费合计31.8万元（培训12.4，差旅{}，会议8.5）。", "10.9", "11.9"),
    "things of which each is told": (
        "八项指标中，正常5项，有偏差但能完成{}项，未达标1项。",
        "2",
        "3",
    ),
    "grades of what is usable": (
        "发放116份，有效115份，其中满意68份、基本满意38份、不满意{}份。",
        "9",
        "10",
    ),
    "how many parts": (
        "全年经费320.50万元，分为{}：设备购置210.00万元，软件开发68.50万元，人员培训22.00万元，其他20.00万元。",
        "四块",
        "三块",
    ),
    "how many were added": (
        "设计费92,000元、监理费68,500元、审计费21,000元（{}181,500元，占总投资7.13%），超出合同。",
        "三项",
        "四项",
    ),
    "how many are left": ("七项指标中资产管理得满分，其余{}均有扣分。", "六项", "七项"),
    "how many are left, of those told before": (
        "六个指标合计94.0分，等级优。财务管理和立项没扣分，其他{}共扣6.0分。",
        "四个",
        "三个",
    ),
    "two names": ("急诊楼改造和食堂维修{}项目跨年实施。", "两个", "三个"),
    "two names with amounts": (
        "调减的18.60万元来自专题展览（4.00万元）和档案抢救（14.60万元）{}，其余项目未作调减。",
        "两项",
        "三项",
    ),
}

RIGHT = [
    "年末在岗41人。在岗人员30岁及以下7人，31至40岁14人，41至50岁12人，51岁以上8人，其中持有证书的26人，占63.41%。",
    "现有护士132人。护士中主任级4人、副主任级18人、主管级46人、护师及以下64人，副主任级以上22人。",
    "教师80人，高级12人、中级30人、初级38人，其中持有资格证的42人。",
    "分析组由5人组成，其中高级工程师2人、注册会计师1人，外聘照明、电力专家3人参与论证。",
    "评价发现，专项资金在管理和使用中存在三方面问题：一是台账不全；二是验收不严；三是结算滞后。",
    "监控总分92.10分。五个指标中，教师培训得18.00分，一体机到货得15.50分，其他合计得58.60分。",
    "养护和清扫三个班组轮流值守。",
    "得分92.5，预算100万元，执行98.6万元。",
    "五个项目中，甲库、乙库已完工，丙库在建，其余两个未开工。",
    "受理21件，办结15件，另2件待审。",
    "100万元分两批下达到3个乡镇，其中工程60万元、设备40万元。",
]


@pytest.mark.parametrize("sentence", [told.format(right) for told, right, _wrong in PAIRS.values()], ids=PAIRS)
def test_nothing_is_said_of_what_is_right(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize("sentence", [told.format(wrong) for told, _right, wrong in PAIRS.values()], ids=PAIRS)
def test_a_wrong_figure_is_found(sentence: str) -> None:
    assert said(sentence)


@pytest.mark.parametrize("sentence", RIGHT)
def test_what_only_looks_alike_is_left_alone(sentence: str) -> None:
    assert said(sentence) == []
