"""What the page of a reviewer says, by the names that its script uses: its own words over those of the page that goes
round.
"""

from reportgen.language import _
from reportgen.render.desk.words import words as usual


def words() -> dict[str, str]:
    """Every word in the chosen language."""
    return usual() | {
        "true": _("属实"),
        "false": _("误报"),
        "unsure": _("待核"),
        "undecided": _("未看"),
        "decide": _("判断"),
        "reason": _("写给单位的话（可不写），回车进入下一处"),
        "decided": _("属实 {true}　误报 {false}　待核 {unsure}　未看 {open}"),
        "key-true": _("属实"),
        "key-false": _("误报"),
        "key-unsure": _("待核，请单位说明"),
        "key-undecided": _("取消判断"),
        "key-remark": _("写给单位的话；选中了页面上的字，就写自己的意见"),
        "key-tabs": _("问题、数字、自己的意见"),
        "key-export": _("审核意见书"),
        "remarks": _("自己的意见"),
        "remark": _("写自己的意见"),
        "remark-on": _("写意见：{words}"),
        "no-remarks": _("还没有自己的意见。在页面上选中字，按 m 或点「写自己的意见」"),
        "keep": _("存下意见"),
        "edit": _("改这条意见"),
        "remove": _("删掉这条意见"),
        "note": _("意见"),
        "seen": _("已看 {seen} / {total}"),
        "about": _("{file} · {count} 页"),
        "on-page": _("{count} 处"),
        "comma": _("，"),
        "saved": _("意见存在 {list}"),
        "unsaved": _("没有存下：{why}"),
        "gone": _("程序没有回应，判断存不下来。再运行一次 reportgen open。"),
        "another-draft": _("这个文件换了一稿。刷新这一页再看，判断过的还在"),
        "more-between": _("同单位的文件查完了，有互相对不上的"),
        "again": _("刷新这一页"),
        "plain": _("这个文件没有固定的页码，这里把文字照原来的顺序排成了页"),
    }
