"""宁可漏报，不可误报: files of one call that look as if they contradicted each other and do not."""

from pathlib import Path

import pytest
from tests.rules.fragments import PARTED, ROOT, findings, merged

from reportgen.pipeline.between import compared, filed
from reportgen.pipeline.check import check_file

TARGETS = """\
文种: 项目支出绩效目标表（含转移支付项目）
单位: {unit}
年度: {year}
资金使用单位:
  - 单位名称: {unit}
    项目:
      - 项目名称: {project}
        财政拨款: {money}
        绩效目标: 展厅全年免费开放。
        绩效指标:
          - {{一级指标: 产出指标, 三级指标: {indicator}, 指标值: {target}}}
          - {{一级指标: 效益指标, 三级指标: 受益学校, 指标值: 不少于20所}}
          - {{一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: 不低于90%}}
"""
EVALUATED = """\
文种: 项目支出绩效自评表
单位: {unit}
年度: {year}
项目自评:
  - 项目名称: {project}
    主管部门: 某市科学技术协会
    实施单位: {unit}
    资金:
      - {{来源: 其中：当年财政拨款, 年初预算数: {money}, 全年预算数: 78.00, 全年执行数: 76.40}}
      - {{来源: 上年结转资金, 年初预算数: 2.00, 全年预算数: 2.00, 全年执行数: 2.00}}
    预期目标: 展厅全年免费开放。
    完成情况: 展厅全年免费开放。
    绩效指标:
      - {{一级指标: 产出指标, 三级指标: {indicator}, 指标值: {target}, 完成值: 305天, 分值: 50, 得分: 50}}
      - {{一级指标: 效益指标, 三级指标: 受益学校, 指标值: ≥20所, 完成值: 21所, 分值: 30}}
      - {{一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}}
"""
REPORT = """\
文种: 部门整体支出绩效评价报告
单位: {unit}
年度: {year}
成文日期: {date}
预算:
  金额单位: 万元
  批复: 320.00
  支出: 312.40
  分项:
    - {{名称: {project}, 批复: {money}, 到位: 80.00, 支出: {spent}}}
收支情况: {text}
"""
USUAL = {
    "unit": "某市科技馆",
    "year": 2024,
    "project": "展厅运行经费",
    "money": "75.00",
    "indicator": "开放天数",
    "target": "≥300天",
    "date": "2025年3月20日",
    "spent": "78.40",
    "text": "全年支出控制在预算以内。",
}


def form(pattern: str, **changes: object) -> str:
    return pattern.format(**{**USUAL, **changes})


def targets(**changes: object) -> str:
    return form(TARGETS, **changes)


def evaluated(**changes: object) -> str:
    return form(EVALUATED, **changes)


def report(**changes: object) -> str:
    return form(REPORT, **changes)


def facts(values: str, kind: str = "湖南省部门整体支出绩效自评报告", year: int = 2024) -> str:
    return f"文种: {kind}\n年度: {year}\n数据:\n  {values}\n"


REPORTED = report(money="80.00")
FINE = {
    "一套文件": (targets(), evaluated(), report()),
    # ---- amounts ----
    "目标表写合计": (targets(money="77.00"), evaluated()),
    "目标表只写财政拨款": (targets(money="75.00"), evaluated()),
    "报告的支出不含结转": (evaluated(), report(spent="76.40")),
    "报告的批复是财政拨款": (targets(), report(money="75.00")),
    "报告说了追加": (targets(), report(money="80.00", text="年中追加运行经费5万元。")),
    "报告说了压减": (targets(), report(money="70.00", text="按规定压减一般性支出，全年支出控制在预算以内。")),
    "自评表分清了年初和全年": (targets(), evaluated(), report(money="80.00")),
    "元和万元": (evaluated(), report(spent="784000元")),
    "亿元少写几位": (evaluated(), report(spent="0.008亿元")),
    "执行数四舍五入": (evaluated(), report(spent="78.4")),
    # ---- projects and indicators ----
    "一期和二期是两个项目": (
        targets(project="展厅改造一期"),
        report(project="展厅改造二期"),
    ),
    "不同年份的项目": (targets(project="科普活动费（2023）"), report(project="科普活动费（2024）", money="12.00")),
    "全角括号和引号": (
        targets(project="“大篷车”经费(本级)"),
        evaluated(project="“大篷车”经费（本级）"),
        report(project="大篷车经费（本级）"),
    ),
    "名称前面带编码": (targets(), evaluated(project="000000000000000000001-展厅运行经费")),
    "差一个字又是别的金额": (
        targets(project="科普活动经费", money="40.00"),
        report(project="科技活动经费", money="12.00", spent="11.00") + "    - {名称: 展品更新经费, 批复: 9.00}\n",
    ),
    "不少于就是≥": (targets(target="不少于300天"), evaluated()),
    "没有写符号": (targets(target="300天"), evaluated()),
    "300天以上": (targets(target="300天以上"), evaluated()),
    "万人次": (
        targets(indicator="接待观众", target="≥3.5万人次"),
        evaluated(indicator="接待观众人次", target="≥35000人次"),
    ),
    "场次和场": (targets(indicator="活动场次", target="≥20场次"), evaluated(indicator="活动", target="≥20场")),
    "换了计量单位": (targets(target="≥300天"), evaluated(target="≥10个月")),
    "定性指标": (targets(target="全年开放"), evaluated(target="常年开放")),
    "指标名称多两个字": (targets(indicator="展厅开放天数"), evaluated(indicator="展厅全年开放天数")),
    "申报数与批复数不同": (
        "文种: 项目支出绩效目标申报表\n单位: 某市科技馆\n年度: 2024\n",
        targets(project="流动科技馆进校园"),
    ),
    "两个单位的同名项目": (
        targets(unit="某市科技馆", project="免费开放补助")
        + "  - 单位名称: 某市青少年宫\n    项目:\n      - 项目名称: 免费开放补助\n        财政拨款: 33.00\n"
        "        绩效目标: 免费开放。\n        绩效指标: [{一级指标: 产出指标, 三级指标: 开放天数, 指标值: ≥200天}]\n",
        evaluated(project="免费开放补助"),
    ),
    # ---- units, years, versions ----
    "市和县": (evaluated(unit="示例市科协"), report(unit="示例县科协", spent="79.00")),
    "第一和第二": (evaluated(unit="某市第一中学"), report(unit="某市第二中学", spent="79.00")),
    "别的单位的同名项目": (evaluated(unit="示例县科协"), report(unit="某市图书馆", spent="79.00")),
    "名称相近没有相同的金额": (
        evaluated(unit="示例县科协"),
        report(unit="示例县文协", project="创作经费", spent="7.00"),
    ),
    "初稿和定稿": (report(), report(spent="79.00")),
    "隔了一年": (facts("志愿服务: {合计: 33500人次}", year=2022), facts("志愿服务: {上年: 35300人次}")),
    "上一年的报告": (report(year=2023, date="2024年3月20日"), report(spent="79.00")),
    "单独一份上年的自评表": (evaluated(year=2023), report()),
    "报告跨年才写": (report(year=2023, date="2024年12月20日"), evaluated()),
    "同一天": (
        "文种: 部门（单位）整体支出绩效目标批复表\n年度: 2024\n批复日期: 2025年3月20日\n中期期间: 2024年—2026年\n",
        report(money="80.00"),
    ),
    # ---- declared figures ----
    "两个等级名称是一档": ("文种: 部门整体支出绩效自评表\n评价: {等级: 优秀}\n", REPORTED + "评价: {等级: 优}\n"),
    "别的组里的同名数": (facts("展览: {开放天数: 300天}"), REPORTED + "数据: {影院: {开放天数: 260天}}\n"),
    "换了单位的同名数": (facts("活动: {次数: 20场}"), REPORTED + "数据: {活动: {次数: 20.5小时}}\n"),
    "约数": (facts("志愿者: {人数: 约60人}"), REPORTED + "数据: {志愿者: {人数: 58人}}\n"),
    "以上": (facts("讲解器: {完好率: 95%以上}"), REPORTED + "数据: {讲解器: {完好率: 95%}}\n"),
    "编制的几种叫法": (facts("人员: {核定编制: 12人}"), REPORTED + "数据: {人员: {编制: 12名}}\n"),
    "事业编制是其中一部分": (facts("人员: {编制: 12人}"), REPORTED + "数据: {人员: {事业编制: 10人}}\n"),
    # ---- two years ----
    "结转对得上": (facts("结转: {年末: 12.5万元}", year=2023), facts("结转: {年初: 125000元}")),
    "项目的结转和单位的结转": (
        facts("结转: {年末: 12.5万元}", kind="上级专项财政项目绩效自评报告\n单位: 某市科技馆", year=2023),
        facts("结转: {年初: 40万元}"),
    ),
    "结转和结余是两回事": (facts("结余: {年末: 12.5万元}", year=2023), facts("结转: {年初: 10万元}")),
    "支出里的上年结转": (facts("结转: {年末: 12.5万元}", year=2023), facts("按来源: {上年结转: 10万元}")),
    "上年数对得上": (facts("观众: {合计: 33500人次}", year=2023), facts("观众: {本年: 36400人次, 上年: 3.35万人次}")),
    "上年没有这个数": (facts("观众: {合计: 33500人次}", year=2023), facts("讲座: {上年: 12场}")),
    "目标略低于上年实际": (evaluated(year=2023), targets(target="≥295天")),
    "满意度目标一般写九成": (evaluated(year=2023), targets()),
    "编制一直没有变": (facts("人员: {编制: 12人}", year=2023), facts("人员: {编制: 12人}")),
    "编制少了一个": (facts("人员: {编制: 13人}", year=2023), facts("人员: {编制: 12人}")),
    "租金年年一样": (
        facts("租金: {附楼: 1044.94万元, 合计: 1044.94万元}", year=2023),
        facts("租金: {附楼: 1044.94万元, 合计: 1044.94万元}"),
    ),
}


@pytest.mark.parametrize("case", FINE)
def test_nothing_is_said_between_the_files(case: str) -> None:
    content = PARTED.join(merged(fragment) for fragment in FINE[case])
    found = [(each.code, each.label, each.notes) for each in findings(content) if each.code[:3] in ("DOC", "YRS")]
    copied = {"YRS002", "YRS005"}  # the rest of the files is that of one example, in both years
    assert [each for each in found if each[0] not in copied] == []


def paths(pattern: str) -> list[Path]:
    return sorted(ROOT.glob(pattern))


@pytest.mark.parametrize(
    "files",
    [
        paths("content/*.yaml"),
        paths("templates/*/example.yaml"),
        paths("tests/data/*.txt"),
        [*paths("content/*.yaml"), *paths("templates/*/example.yaml"), *paths("tests/data/*.txt")],
    ],
    ids=["published", "examples", "texts", "all"],
)
def test_files_of_different_units_or_of_one_mind_have_nothing_between_them(files: list[Path]) -> None:
    """The published ones are five units in five years; those of 某市科技馆 agree."""
    assert compared([filed(check_file(path)) for path in files]) == {}
