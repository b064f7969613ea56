"""Something is told that must not be published."""

from benchmarks.accuracy.edits import added, both, put
from benchmarks.accuracy.planted import Kind

_BASES = ("nanyang-2020", "linze-2023", "dept-evaluation", "nanyang-2020.txt", "linze-2023.txt", "shili-2024.txt")

KINDS = (
    Kind("身份证号", ("DIS001",), _BASES, added("受助学生身份证号11010519491231002X。")),
    Kind("手机号", ("DIS002",), _BASES, both(added("联系人手机13800138000。"), added("请拨打138 0013 8000报名。"))),
    Kind("银行卡号", ("DIS003",), _BASES, added("补助已汇入银行卡6222021234567890128。")),
    Kind(
        "普通人的姓名", ("DIS004",), _BASES, both(added("由讲解员王小丽负责。"), added("退休教师李建国老师参加辅导。"))
    ),
    Kind("密级字样", ("DIS005",), _BASES, both(put(r"\A(?=[^#])", "内部资料 注意保存\n"), added("（此件不公开）"))),
    Kind(
        "内部路径",
        ("DIS006",),
        _BASES,
        both(added("详见D:\\绩效\\自评表.xlsx。"), added("数据取自http://192.168.1.20/oa。")),
    ),
    Kind("电子邮箱", ("DIS007",), _BASES, added("意见请发至zhangwei1988@163.com。")),
)
