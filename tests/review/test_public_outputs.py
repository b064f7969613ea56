"""What is masked stands in no part of any output: titles, seals, charts, properties, and the list beside them."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from tests.support.letters import letter_of

from reportgen.cli.masked import list_of_masked
from reportgen.model.edition import Edition
from reportgen.pdf.pages import properties_of
from reportgen.pipeline.build import Built, build_file
from reportgen.pipeline.check import check_text
from reportgen.pipeline.finished import check_finished
from reportgen.pipeline.public.edition import published

SCHOOL = letter_of(
    "某市第二中学",
    "报送食堂改造项目绩效自评材料  # 不公开",
    "某市教育局  # 不公开：尚未报送",
    "现将{{ 事由 }}函告{{ 主送机关 }}。\n特此函告。",
)
HOSPITAL = letter_of(
    "示例县人民医院",
    "报送2024年度病案室门诊信息化项目与示例器械公司合作支出绩效自评情况",
    "示例县财政局",
    "# 示例器械公司的供货\n示例器械公司按时交货，联系人手机13800138000。\n特此函告。",
    "# 不公开：「示例器械公司」\n",
)
COURT = letter_of(
    "示例县人民法院",
    "报送诉讼服务中心建设项目绩效自评材料",
    "示例县财政局",
    "诉讼服务中心已经建成。\n特此报告。",
    "# 不公开：「赵明」「杨军」\n签发人: 杨军、李四光\n签名章: 院长 赵明\n印章图片: 签名.png\n",
).replace("公文种类: 函", "公文种类: 报告")
TOWN = letter_of(
    "样板镇人民政府",
    "报送村道维修项目绩效自评材料",
    "示例县财政局",
    "村道维修投入{{ 投入 }}，另有1687000元由各村自筹。\n特此函告。",
    "标题: 关于报送投入{{ 投入 | 元 }}的村道维修项目绩效自评材料的函\n数据:\n  投入: 68.70万元  # 不公开\n",
)
CASES = [
    ("学校", SCHOOL, ("食堂改造", "某市教育局")),
    ("医院", HOSPITAL, ("示例器械公司", "13800138000")),
    ("法院", COURT, ("赵明", "杨军")),
    ("镇里", TOWN, ("入687000", "68.70")),
]


def said(content: bytes) -> Iterator[str]:
    """The parts of a file, as they are and without what parts words: markup and white space."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as package:
            for name in package.namelist():
                yield name
                yield from said(package.read(name))
    else:
        text = content.decode(errors="ignore")
        yield text
        yield "".join(re.sub("<[^>]*>", "", text).split())


def _built(folder: Path, name: str, text: str) -> Built:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    (folder / "签名.png").write_bytes(Path("docs/images/gallery/official-letter.png").read_bytes())
    return build_file(path, (), ("docx", "html", "txt", "pdf"), edition=Edition.PUBLIC)


@pytest.mark.parametrize(("name", "text", "secrets"), CASES, ids=[case[0] for case in CASES])
def test_what_is_masked_stands_in_no_part_of_any_output(
    name: str, text: str, secrets: tuple[str, ...], tmp_path: Path
) -> None:
    made = _built(tmp_path, name, text)
    assert made.published
    assert not made.report.fatal
    pdf = made.outputs.pop("pdf")
    (tmp_path / "公开.pdf").write_bytes(pdf)
    read = check_finished(tmp_path / "公开.pdf").source.lines
    texts = {kind: [*said(content)] for kind, content in made.outputs.items()}
    texts |= {"list": [*said(list_of_masked(made.published))], "pdf": [*properties_of(pdf).values(), "".join(read)]}
    assert [
        (kind, secret) for kind, parts in texts.items() for secret in secrets if any(secret in part for part in parts)
    ] == []


def test_a_seal_is_listed_among_the_pictures_that_a_person_must_look_at(tmp_path: Path) -> None:
    made = _built(tmp_path, "法院", COURT)
    assert made.published
    assert [each.label for each in made.published.pictures] == ["（略）签名章"]


DRAWN = [
    ("渠道投入: {东渠: 68700.00万元, 西渠: 31200.00万元}", "亿元", "6.87"),
    ("病区设备: {内科: 6.87万元, 外科: 3.12万元}", "元", "68700"),
    ("教学楼维修: {东楼: 68700元, 西楼: 31200元}", "万元", "6.87"),
]


@pytest.mark.parametrize(("figures", "unit", "shown"), DRAWN)
def test_a_chart_in_another_unit_tells_no_figure_that_is_kept_for_the_office(
    figures: str, unit: str, shown: str, tmp_path: Path
) -> None:
    name = figures.partition(":")[0]
    example = Path("templates/dept-evaluation/example.yaml").read_text(encoding="utf-8")
    chart = f"图表:\n  - {{名称: {name}, 类型: 柱形图, 数据: {name}, 单位: {unit}}}\n数据:\n  {figures}\n"
    drawn = example.replace("数据:\n", chart, 1).replace("收支情况: |\n", f"收支情况: |\n  {{{{ 图表.{name} }}}}\n")
    for text, is_drawn in ((drawn, True), (drawn.replace(figures, f"{figures}  # 不公开"), False)):
        outputs = _built(tmp_path, "报告", text).outputs
        assert (f"：{shown}" in outputs["txt"].decode()) is is_drawn
        assert any(part.startswith("word/charts/") for part in said(outputs["docx"])) is is_drawn


NAMES = [("示例器械公司整改", HOSPITAL), ("13800138000", SCHOOL), ("赵明述职", COURT)]


@pytest.mark.parametrize(("name", "text"), NAMES)
def test_a_file_that_is_named_so_has_no_public_edition(name: str, text: str) -> None:
    """The public edition would be named after it."""
    made = published(check_text(text, f"{name}.yaml"))
    (found,) = (found for found in made.checked.report if found.code == "CON040")
    assert found.label.startswith("文件名里有")
    assert name not in found.label


@pytest.mark.parametrize("figure", ["7", "12", "687000"])
def test_a_figure_that_is_kept_for_the_office_is_not_masked_within_another_one(figure: str, tmp_path: Path) -> None:
    """The title prints it without its place, so it is looked for as a word; behind the mark of a list, too."""
    figures = f"即9,{figure}5元与1{figure}元,{figure}元"
    text = TOWN.replace("68.70万元", figure).replace(" | 元", "").replace("另有1687000元", figures)
    made = _built(tmp_path, "镇里", text).outputs["txt"].decode()
    assert f"即9,{figure}5元与1{figure}元,（略）元" in made
    assert f"投入{figure}" not in made
