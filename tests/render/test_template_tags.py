"""What Jinja is given of a Word template: our tags, and nothing that computes, loops, includes or looks inside."""

import pytest

from reportgen.errors import UsageProblem
from reportgen.render.docx.environment import Environment

XML = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def filled(tags: str, **names: object) -> str:
    return Environment().from_string(XML.format(tags)).render(**names)


def test_names_names_within_names_and_conditions_are_filled() -> None:
    assert filled("{{ 单位 }}", 单位="示例县人民医院") == XML.format("示例县人民医院")
    assert filled("{{ 预算.批复 }}", 预算={"批复": "320.00万元"}) == XML.format("320.00万元")
    assert filled("{% if 附件 %}附件{% else %}无{% endif %}", 附件="") == XML.format("无")


def test_what_is_filled_in_is_no_template() -> None:
    assert filled("{{ 单位 }}", 单位="{{ 1/0 }}<b>") == XML.format("{{ 1/0 }}&lt;b&gt;")


COMPUTING = {
    "{% for i in range(10**9) %}x{% endfor %}": "{% for i in range(10**9) %}x{% endfor %}",
    "{{ 单位 * 10**9 }}": "{{ 单位 * 10**9 }}",
    "{{ 9**9**9**9 }}": "{{ 9**9**9**9 }}",
    "{{ 单位 ~ 单位 }}": "{{ 单位 ~ 单位 }}",
    "{{ 单位|center(10**9) }}": "{{ 单位|center(10**9) }}",
    "{{ 单位.upper() }}": "{{ 单位.upper() }}",
    "{{ 单位['__class__'] }}": "{{ 单位['__class__'] }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}": "{% macro m() %}",
    "{% include 'pack.yaml' %}": "{% include 'pack.yaml' %}",
    "{% import 'x' as y %}": "{% import 'x' as y %}",
    "{% set x = 单位 %}": "{% set x = 单位 %}",
    "{% if 单位 == '某市水务局' %}x{% endif %}": "{% if 单位 == '某市水务局' %}",
    "{{ 单位": "{{ 单位",
    "{# 单位": "{# 单位",
    "{% if 单位 %}" * 5000 + "{% endif %}" * 5000: "",
}


@pytest.mark.parametrize("tags", COMPUTING)
def test_everything_else_is_refused_before_it_is_compiled(tags: str) -> None:
    """To compile 9**9**9**9 is to work it out."""
    with pytest.raises(UsageProblem) as told:
        Environment().from_string(XML.format(tags))
    assert f"不支持的写法「{COMPUTING[tags]}" in str(told.value)


def test_what_names_lead_to_is_that_of_the_sandbox() -> None:
    """A name within a name can be read; what Python keeps behind its underlines cannot."""
    with pytest.raises(Exception, match="unsafe"):
        filled("{{ 单位.__class__.__mro__ }}", 单位="某市第二中学")
