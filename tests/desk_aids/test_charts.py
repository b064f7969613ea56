"""Charts on the screen: what can be drawn, each as it is printed, and why one cannot be."""

import pytest
from tests.support.desk_routes import TestClient, asking

CONTENT = """文种: 部门整体支出绩效评价报告
单位: 某市科技馆
年度: 2024
预算:
  金额单位: 万元
  批复: 320.00
  支出: 312.40
  项目资金: {批复: 120.00, 到位: 120.00, 支出: 114.60}
  分项:
    - {名称: 展厅运行经费, 批复: 80.00, 到位: 80.00, 支出: 78.40}
    - {名称: 科普活动经费, 批复: 40.00, 到位: 40.00, 支出: 36.20}
数据:
  接待观众: {常设展厅: 28600人次, 临时展览: 7800人次}
  设备: {投影机: 3台, 展柜: 【待填】}
图表:
  - 预算执行情况
  - {名称: 各展厅观众, 类型: 饼图, 数据: 接待观众, 来源: 售票系统}
  - {名称: 每季度观众, 单位: 人次, 数据: {一季度: 8600, 二季度: 9000}}
  - {名称: 增减, 类型: 饼图, 单位: 人, 数据: {一季度: 8, 二季度: -9}}
  - {名称: 设备数, 数据: 设备}
  - {名称: 门票, 数据: 票务}
  - {名称: 还没写}
收支情况: |
  {{ 图表.每季度观众 }}
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The screen of a folder with one file."""
    folder = tmp_path_factory.mktemp("charts")
    (folder / "科技馆.yaml").write_text(CONTENT, encoding="utf-8")
    return asking(folder)


def asked(client: TestClient) -> dict[str, dict[str, object]]:
    """The charts by their names."""
    told = client.get("/content/charts", params={"file": "科技馆.yaml"}).json()
    return {chart["name"]: chart for chart in told["charts"]}


def test_figures_of_the_file_are_offered_by_the_shortest_name(client: TestClient) -> None:
    told = client.get("/content/charts", params={"file": "科技馆.yaml"}).json()
    names = {source["name"]: source["what"] for source in told["sources"]}
    assert names["接待观众"] == "数据"
    assert names["预算"] == "经费表：各分项"
    assert [ready["name"] for ready in told["ready"]] == ["预算执行情况"]
    assert len(told["kinds"]) == 11


def test_a_chart_is_drawn_as_it_is_printed(client: TestClient) -> None:
    drawn = client.get("/content/chart", params={"file": "科技馆.yaml", "at": 2})
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert "28600" in drawn.text
    assert "78.6%" in drawn.text
    family = "GWFangSong.ttf"
    assert client.get(f"/content/font/{family}").headers["content-type"] == "font/ttf"
    assert client.get("/content/font/__init__.py").status_code == 404


def test_one_that_is_ready_says_so(client: TestClient) -> None:
    chart = asked(client)["预算执行情况"]
    assert (chart["state"], chart["ready"], chart["unit"]) == ("drawn", True, "万元")


def test_it_says_whether_it_stands_in_the_text(client: TestClient) -> None:
    charts = asked(client)
    assert charts["每季度观众"]["placed"]
    assert not charts["各展厅观众"]["placed"]
    assert charts["各展厅观众"]["reference"] == "{{ 图表.各展厅观众 }}"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("增减", "饼图画各部分占多少，数字不能是负数，也不能都是零"),
        ("门票", "没有叫「票务」的经费表、指标或问卷，也没有叫这个名称的一组数据"),
        ("还没写", "还画不出来：这张图的写法要先改好"),
    ],
)
def test_one_that_cannot_be_drawn_says_why(client: TestClient, name: str, why: str) -> None:
    chart = asked(client)[name]
    assert chart["state"] == "wrong"
    assert why in str(chart["why"])
    assert client.get("/content/chart", params={"file": "科技馆.yaml", "at": chart["number"]}).status_code == 404


def test_one_whose_figures_are_still_to_be_filled_in_waits(client: TestClient) -> None:
    assert asked(client)["设备数"]["state"] == "waits"
