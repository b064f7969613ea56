"""Right figures of which nothing may be said: what looks like a relation and is none, by the mechanism that tells."""

import pytest
from tests.support.ledgers import held, said


@pytest.mark.parametrize(
    "text",
    [
        "枯水期取样168份、丰水期取样180份，合格份数分别为161份和174份。",
        "收回问卷286份，其中干部46份、群众240份，表示满意的分别为44份和221份。",
        "小学招生420人、初中招生380人，其中留守儿童分别为86人和72人。",
        "东院区开放床位210张、西院区开放床位160张，占用床位分别是198张和131张。",
    ],
)
def test_a_list_told_of_each_of_several_is_no_part_of_the_last(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "补助标准为特困户每户8,000元、低保户每户6,000元、一般户每户3,000元，共补助86户。",
        "重度失能每人每月400元、中度失能300元、轻度失能200元；考核优秀的每站8万元、良好6万元、合格4万元。",
        "一等奖1名奖励5,000元，二等奖2名各奖励3,000元，三等奖5名各奖励1,000元，共计16,000元。",
        "一级绿地12万平方米，每平方米8.50元；二级绿地20万平方米，每平方米6.00元，养护费合计222万元。",
        "渠道新建36公里、维护128公里，投入219.6万元，新建每公里4.5万元，维护每公里0.45万元。",
    ],
)
def test_several_prices_make_one_total_together(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "全年预算336.00万元，中央补助增加73.46万元，执行409.46万元，执行率100%。",
        "法院年初预算500.00万元，追加60.00万元，支出548.80万元，执行率98.00%。",
        "2024年预算280.00万元，上年预算260.00万元，增幅7.69%，实际支出277.20万元，执行率99.00%。",
        "中学年初预算200.00万元，核减20.00万元，实际支出171.00万元，执行率95.00%。",
    ],
)
def test_a_rate_may_be_of_a_budget_that_was_changed(text: str) -> None:
    assert [each for each in said(text) if each.startswith(("rate", "completion"))] == []


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("市场监管所抽检2,436批次，其中不合格51批次，合格率97.91%。", []),
        ("水务局检测水样860份，其中未达标13份，达标率98.49%。", []),
        ("医院抽查病历480份，不合格12份，合格率97.50%。", []),
        ("医院抽查病历480份，不合格12份，合格率79.50%。", ["rate 79.50% 应为 97.50%"]),
    ],
)
def test_a_rate_of_the_good_by_the_number_of_the_bad(text: str, findings: list[str]) -> None:
    assert said(text) == findings


@pytest.mark.parametrize(
    "text",
    [
        "10月至12月支出314.00万元，全年支出656.18万元，执行率97.65%。",
        "项目结转25.28万元、基本支出结余12.75万元，结转结余率1.87%。",
        "公众意见136条，采纳98条，部分采纳21条，未采纳17条，采纳率87.5%。",
        "收回问卷208份，其中认为“有明显改善”的96份，“有一定改善”的87份，“没有改善”的25份，改善率88.0%。",
        "容量由120台扩至200台，使用率64%，全年检修12次。",
        "项目年初预算96.00万元，实际支出87.30万元，预算执行率90.94%，合同支付率97%。",
    ],
)
def test_figures_before_a_rate_that_it_is_not_of(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "高血压管理率76.4%、糖尿病管理率75.8%，分别比上年提高1.6个和2.1个百分点。",
        "支出进度64.95%，与75%的序时进度相比，低10.05个百分点。",
        "机械化清扫率78.6%，比上年的72.4%提高6.2个百分点，但比邻县低4.1个百分点。",
        "综合报销比例达到84.7%，较救助前的68.2%提高16.5个百分点，其中医疗救助贡献11.3个百分点。",
        "漏损率11.8%，比国家规定的10%高1.8个百分点，比上年下降2.1个百分点。",
        "完成造林任务的105%，森林覆盖率48.62%，较上年提高0.15个百分点。",
    ],
)
def test_points_of_a_rate_whose_base_is_not_stated(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "停运25座，其中管网破损11座、电费欠缴8座、进水量不足6座。",
        "非检测报废率0.89%，优于1.5%的控制目标。",
        "抽查资金占支出总额的36.3%，现场覆盖率高于50%的要求。",
        "学校体育场人均4.2平方米，图书不足3.5万册。",
    ],
)
def test_a_word_of_comparison_that_belongs_to_another_figure(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "超出预算的30.32万元系年中下达的中央补助45.00万元中当年使用部分。",
        "结余12.00万元，其中专项资金预算300.00万元，已支出288.00万元。",
        "新增绿地3.2公顷，其中公园绿地由12.0公顷增加到14.1公顷。",
        "上年结转36.00万元，其中财政收回10.00万元，本年下达500.00万元，支出512.00万元，年末结转14.00万元。",
        "调拨出库1,280件，其中防汛物资960件、抗旱物资320件，补充入库1,500件。",
        "合同价438.60万元（预算460.00万元，招标节约21.40万元）。",
        "讲座152场，参加18,640人次；其中学校114场、社区38场，线上12场，观看6.2万人次。",
    ],
)
def test_what_is_more_and_no_part(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "授予中小企业412.30万元，占采购总额456.56万元的90.31%；货物采购授予中小企业占货物支出的86.55%。",
        "全年接诊6.20万人次，预约诊疗率62.30%，其中网上预约3.10万人次，占80.26%。",
        "职工参保8.42万人，居民参保40.16万人，报销比例分别为85.2%和70.6%。",
        "清产核资的村186个，占应清查190个村的97.9%。",
        "债券18,000.00万元，占66.67%；县财政5,200.00万元，占19.26%；自筹3,800.00万元，占14.07%。资本金比例为33.33%。",
        "2023年、2024年分别补贴3,260万元和3,046万元，2024年三项占比分别为72.5%、10.3%和17.2%。",
    ],
)
def test_shares_of_parts_that_are_not_stated(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "评价组现场核查6个县（市、区）中的4个。",
        "宣讲覆盖14个乡镇（街道），每个不少于2场。",
        "检查学校（园）32所、农场（林场）6个。",
        "重点抓好五件事：建机制、强监管、保供水、降漏损，同时做好队伍建设。",
    ],
)
def test_a_bracket_that_is_part_of_a_name_is_no_list(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("已支付560.00万元，其中2023年度尾款120.00万元、2024年进度款440.00万元，未支付240.00万元。", "sum"),
        ("项目支出472.00万元：培训168.00万元，计划14期，每期50人、12.00万元；运行76.00万元；维护228.00万元。", "sum"),
        (
            "到位22,800.00万元，其中债券18,000.00万元，县级到位3,600.00万元、尚缺1,600.00万元，自筹到位1,200.00万元、尚缺2,600.00万元。",
            "sum",
        ),
        ("发放问卷500份，其中有效480份，满意432份、基本满意36份，满意率97.50%。", "rate"),
    ],
)
def test_lists_that_hold_more_than_their_parts(text: str, relation: str) -> None:
    assert said(text) == []
    assert relation in held(text)


def test_a_total_goes_with_the_list_that_has_its_name() -> None:
    assert said("三栋楼建筑面积分别为6,820平方米、3,460平方米和5,210平方米，外墙保温改造面积共计9,800平方米。") == []
    assert said("新增就业3.41万人，其中毕业生1.98万人，农民工0.86万人；再就业0.97万人，困难人员就业0.38万人。") == []


@pytest.mark.parametrize(
    "text",
    [
        "综合得分90分以上为优，80分（含）至90分为良，60分（含）至80分为中。",
        "按每家服务1.5万人至3万人的标准，32家还缺5家。",
        "单价1.20万元至3.60万元不等，采购86台。",
    ],
)
def test_both_ends_of_a_range_are_bounds(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "交响乐团回收问卷2,150份（发放2,400份，回收率89.6%）。",
        "决策18.5分（20分）、过程16.2分（20分）、产出26.8分（30分）、效益27分（30分），综合88.5分。",
        "法院审结8,236件（受理8,904件），执行完毕1,204件。",
        "疾控中心完成采样860份（任务900份），送检812份（应送860份）。",
    ],
)
def test_a_bracket_that_tells_what_a_figure_is_of(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("口岸每车通关由46分钟压缩到31分钟，比省定目标35分钟还快4分钟。", []),
        ("消防站到场平均用时7分钟，比规定的8分钟快1分钟。", []),
        ("窗口办结平均12天，比承诺的10天慢2天。", []),
        ("窗口办结用时12天，比目标10天快2天。", ["direction 2天 方向写反"]),
    ],
)
def test_who_is_quicker_takes_less_time(text: str, findings: list[str]) -> None:
    assert said(text) == findings


@pytest.mark.parametrize(
    "text",
    [
        "改造后桥梁限载由15吨提高到55吨，绕行里程平均减少27公里。",
        "病区床位由40张增加到60张，平均住院日缩短1.2天。",
        "泵站由3座增至5座，排涝面积扩大2.6平方公里。",
        "（1）影院项目晚开工46天，晚完工31天；（2）河滨项目控制价148万元，中标价118.4万元，下浮20%。",
    ],
)
def test_a_change_of_something_else_behind_what_has_moved(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "数字化分三期推进：一期（2019—2021年）完成900万页，二期（2022—2023年）完成850万页，三期（2024年）完成550万页。",
        "棚改分四批实施：二批（城东）320户、三批（城西）280户、四批（城北）150户。",
        "自评98分：投入10分、过程20分、产出40分均为满分，效益30分扣2分。",
        "考核得分96分，其中业务50分、管理30分、廉政20分，管理项扣4分。",
    ],
)
def test_ordinals_and_points_that_were_lost_are_no_parts(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "监狱呈报减刑一致率99.4%（呈报653人，4人未获准）。",
        "药品抽检合格率98.5%（抽检800批次，12批次不合格）。",
        "招生计划到校率97.5%（录取480人，12人未报到）。",
    ],
)
def test_the_bracket_behind_a_rate_tells_of_the_rest(text: str) -> None:
    assert said(text) == []


def test_chapters_of_a_report_are_not_the_projects_of_which_it_reports() -> None:
    first = "现就生活费和改造经费两个项目的绩效情况报告如下。\n一、生活费\n支出26万元。\n"
    assert said(first + "二、改造\n支出8万元。\n三、安全\n良好。") == []


@pytest.mark.parametrize(
    "text",
    [
        "调解员补贴65万元、设备8万元；调解员42名，专职每人每月1,200元，以案定补每件80元。",
        "培训支出18.4万元，建设个人工作室5个、每个3万元。",
        "购置灭火机200台、每台4,200元，水泵30台、每台1.86万元，合计139.8万元。",
        "改造户外场地2,600平方米、教室1,440平方米，投入185.4万元，均摊下来每平方米459元。",
        "到账1,860万元，自筹还有120万元没有落实，到位率93.9%。",
        "产业收入2,316万元，比上年的2,148万元增收168万元，增幅7.8%，电视广告减少92万元，减幅11.4%。",
    ],
)
def test_figures_that_no_slip_of_the_hand_makes_fit_are_of_other_things(text: str) -> None:
    assert said(text) == []


def test_a_whole_that_is_stated_elsewhere_explains_a_rate() -> None:
    first = "中央下达补助1,850.00万元，省级配套620.00万元，合计2,470.00万元。\n"
    assert said(first + "一年下来，中央下达补助1,850.00万元，实际支出2,431.80万元，执行率98.45%。") == []


def test_two_figures_of_one_name_are_one_only_where_a_slip_parts_them() -> None:
    budget = "运行经费预算745.00万元，其中窗口人员劳务费492.00万元。\n"
    assert said(budget + "支出718.90万元，执行率96.50%。窗口人员劳务费480.60万元。") == []


@pytest.mark.parametrize(
    "text",
    [
        "综合满意度94.7分，其中环境95.8分、展陈94.9分、餐饮86.2分。",
        "平均得分91.2分，其中甲队93.4分、乙队89.0分。",
        "每百万元经费产出论文4.6篇、专利0.9件（专利授权219件）。",
        "登记品种6个，其中“云雾5号”在12个县推广3.6万亩。",
        "建成示范项目4个，其中数字化项目惠及26家企业。",
    ],
)
def test_what_is_no_part_of_the_figure_before(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "编制42名，2024年末在职37人，拟招聘3人，招聘后空编2名。",
        "重点人群签约2.21万人，重点人群签约率81.4%（重点人群2.715万人），签约6.57万人。",
        "全科医生每万人3.2名，离每万人4名尚差0.8名。",
    ],
)
def test_what_stands_behind_explains_the_figures_before(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "初审不符合条件21辆（车龄不足8辆、手续不全9辆、重复申请4辆），符合条件297辆。",
        "不满意的主要是水压不足（25户）和停水通知不及时（17户）。",
        "病区投诉36件（候诊时间超过42件的是门诊）。",
    ],
)
def test_words_of_comparison_in_a_bracket_of_their_own(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "天然草1片、人造草5片，年使用8,620小时，平均每片1,437小时。",
        "抽查15个小区、90个点位，合格84个，点位合格率93.3%。",
        "补助最高的一家150万元（投资612万元，按30%补助）。",
        "新增发电机2台，每台0.70万元。上年折合补助1.32万元。",
    ],
)
def test_several_counts_and_amounts_of_which_one_is_meant(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "举办讲座42场、展览26场、培训38期、阅读推广314场，共420场。",
        "收治门诊120人、住院36例、急诊44人，共200人。",
        "清理河道12处、沟渠8条、池塘20处，共40处。",
    ],
)
def test_parts_of_a_total_may_be_counted_in_different_words(text: str) -> None:
    assert said(text) == []


def test_a_share_that_is_made_to_fit_a_hundred() -> None:
    text = "总成本4,386万元：人工2,418万元（占55.1%）、燃油864万元（占19.7%）、维修478万元（占10.9%）、"
    assert said(text + "折旧396万元（占9.0%）、其他230万元（占5.3%）。") == []
    assert said(text + "折旧396万元（占9.0%）、其他230万元（占2.5%）。") == ["share 2.5% 应为 5.2%"]


@pytest.mark.parametrize(
    "text",
    [
        "压疮发生率0.42%，跌倒发生率1.87%，均低于1%和3%的控制指标。",
        "氨氮浓度1.2毫克，总磷0.3毫克，分别低于5毫克、0.5毫克的标准。",
        "投诉36件，退件18件，都少于40件和20件。",
    ],
)
def test_each_of_several_is_held_against_its_own(text: str) -> None:
    assert said(text) == []


def test_one_of_the_kinds_is_not_held_against_the_plan_of_all() -> None:
    assert said("服务企业653家，比计划600家多53家。知识产权类只完成38家，完成率76%。") == []


@pytest.mark.parametrize(
    "text",
    [
        "单元工程评定312个，合格312个，其中优良283个，优良率90.7%。",
        "考核项目48个，合格46个，其中优秀12个，不合格2个。",
        "抽检样品260份，达标251份，其中优秀96份，达标率96.5%。",
    ],
)
def test_a_grade_within_a_grade(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "参评社会组织22家，获5A级3家、4A级8家、3A级9家，其余2家未达3A，获3A及以上比例90.9%。",
        "数据库少订1个，目标10个，完成率90%。",
        "课时缺3节，计划120节，完成率97.5%。",
    ],
)
def test_a_rate_of_several_parts_or_of_what_is_left(text: str) -> None:
    assert said(text) == []
