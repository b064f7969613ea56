"""How long a paragraph may be."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_MOST = 2
"""Paragraphs named in one document: the longest."""
_SHOWN = 12


@rule("WRD008", "段落过长", Severity.HINT, limit=Decimal(800))
def paragraph_too_long(document: Document, scene: Scene) -> Iterator[Finding]:
    """一个自然段不超过800字；只指出最长的两段。

    为什么: 一整页不分段，审核的人找不到要核对的数。
    错例（成文）:
        某市科技馆2024年度部门整体支出绩效评价报告
        一、基本情况
        一月，举办元旦科普展览，布置展板，组织讲解员定时讲解，观众反映良好。二月，利用寒假开设创意课堂，讲授机械、电路和编程的基础知识，学员带回了自己的作品。三月，赴乡镇学校巡展，带去展品和实验，与当地老师座谈，听取对流动展览的意见。四月，结合世界地球日举办专题讲座，请专家介绍气候变化和垃圾分类。五月，迎接科技活动周，开放实验室，安排志愿者引导，延长了闭馆时间。六月，检修电梯和消防设施，更换老化线路，组织疏散演练，完善应急预案。七月，暑期开放创客空间，增加小班课程，满足了放假学生的需要。八月，更新一楼展区，拆除旧展台，安装互动展品，调试后对外开放。九月，组织全国科普日主会场活动，联合医院、气象台和图书馆设立展位，发放宣传材料。十月，完成政府采购的验收和付款，整理合同，登记固定资产，接受财务检查。十一月，开展满意度调查，回收问卷，分析意见，制定了改进服务的办法。十二月，总结全年工作，核对各项指标，编写绩效评价报告，安排下一年的计划。其间，展览部坚持每天巡查，发现故障当日报修，重要展品由专人看护，设备完好；活动部坚持每周备课，课前试做，课后回访，把学员的建议写进教案；办公室坚持按月公布收支，报销凭证逐笔审核，印章和合同分开保管。为了让不同年龄的观众都有收获，我馆把展厅分成启蒙、探索和前沿三个区，启蒙区以游戏为主，探索区以实验为主，前沿区介绍航天、深海和人工智能的新进展；为了方便残障人士，增设了坡道、扶手和语音导览；为了节约能源，照明改用感应开关，空调按客流调节，用电量比过去明显减少；为了保证安全，入口安装了安检设备，高峰时分批入场，全年没有发生责任事故。全体职工还利用休息时间编写科普读物，录制短视频，回答网友提问，把展厅搬到了线上；馆内的图书角由读者自己管理，旧书捐给了山区学校。对于工作中的不足，我馆也作了认真检查：有的活动宣传不够早，报名的人不多；有的展品说明太专业，孩子看不懂；有的采购启动晚，货到时已近年底。对这些不足，已经逐条列出，明确了责任部门和完成时间，将在下一年度逐项改正，改正的结果会在年中和年末各公布一次，请观众监督。
    正例（成文）:
        某市科技馆2024年度部门整体支出绩效评价报告
        一、基本情况
        展厅全年免费开放。
    依据: 公文用语习惯
    改法: 一件事一段；「一是」「二是」各自成段
    """
    del document
    limit = scene.limits["WRD008"]
    long = [passage for passage in scene.passages if not passage.cell and len(passage.text) > limit]
    for passage in sorted(long, key=lambda each: len(each.text), reverse=True)[:_MOST]:
        label = _("这一段有 {count} 字", count=len(passage.text))
        yield Finding(passage.place(0, _SHOWN), label, section=passage.section)
