"""What the desk says, by the names that its template and its script use. Braces are filled in by the script."""

from reportgen.language import _


def words() -> dict[str, str]:
    """Every word of the desk in the chosen language."""
    return _frame() | _ties() | _findings() | _remarks() | _keys()


def _frame() -> dict[str, str]:
    return {
        "name": _("核对页"),
        "pages": _("页面"),
        "page": _("第 {page} 页"),
        "of-pages": _("共 {count} 页"),
        "go-to": _("到第几页"),
        "before": _("上一页"),
        "after": _("下一页"),
        "whole": _("整页"),
        "wide": _("页宽"),
        "side": _("清单"),
        "skip": _("跳到清单"),
        "findings": _("问题"),
        "figures": _("数字"),
        "facts": _("数据"),
        "remarks": _("批注"),
        "all": _("全部"),
        "search": _("在清单里找"),
        "this-page": _("只看这一页"),
        "by-weight": _("重的在前"),
        "none": _("没有符合条件的"),
        "nothing-open": _("点清单里的一条，或点页面上画线的字"),
        "detail": _("详细"),
        "made": _("{date} 生成"),
        "export": _("导出意见"),
        "import": _("读入意见…"),
        "author": _("姓名"),
        "who": _("您的姓名"),
        "saved": _("已存在这台电脑的浏览器里，交出去请「导出意见」"),
        "unsaved": _("浏览器没有让存，关掉页面就没有了，请先「导出意见」"),
        "help": _("全部按键"),
        "close": _("关闭"),
        "source": _("{file} 第 {line} 行"),
        "script": _("这个浏览器没有运行页面里的脚本，只能看下面的清单。"),
    }


def _ties() -> dict[str, str]:
    return {
        "tie": _("来历"),
        "bound": _("引用"),
        "derived": _("推算"),
        "matched": _("相符"),
        "contradicted": _("矛盾"),
        "untied": _("未挂钩"),
        "why-contradicted": _("对不上"),
        "working": _("算法"),
        "fact": _("数据"),
        "written": _("写在"),
        "printed": _("印在"),
        "in-print": _("印出来的"),
        "elsewhere": _("别处"),
        "only-here": _("只印在这一处"),
        "unprinted": _("没有印出来"),
        "printed-times": _("印了 {count} 处"),
        "untied-hint": _("手写的数，和别的数都没有关系：别处改了，它不会跟着改"),
    }


def _findings() -> dict[str, str]:
    return {
        "no-findings": _("没有发现问题"),
        "severity": _("级别"),
        "where": _("位置"),
        "what": _("问题"),
        "basis": _("依据"),
        "fix": _("改法"),
        "done": _("处理"),
        "fatal": _("致命"),
        "error": _("错误"),
        "warning": _("警告"),
        "doubt": _("疑似"),
        "hint": _("提示"),
        "accepted": _("已确认"),
        "accepted-for": _("确认的原因"),
        "completed": _("已改"),
        "rejected": _("不改"),
        "undecided": _("没有处理"),
        "decide": _("怎么处理"),
        "reason": _("不改的原因"),
        "decided": _("已改 {completed} 处，不改 {rejected} 处，没有处理 {open} 处"),
    }


def _remarks() -> dict[str, str]:
    return {
        "remark": _("写批注"),
        "remark-on": _("写批注：{words}"),
        "note": _("批注"),
        "replacement": _("改成"),
        "strike": _("删去"),
        "kind": _("写什么"),
        "marked": _("标的字"),
        "say": _("要说的话"),
        "instead": _("改成什么"),
        "keep": _("存下批注"),
        "drop": _("不写了"),
        "edit": _("改这条批注"),
        "remove": _("删掉这条批注"),
        "select-first": _("先在页面上选中要说的字，再写批注"),
        "say-something": _("还没有写要说的话"),
        "first-paragraph": _("一条批注只标一段里的字，后面几段没有标"),
        "no-remarks": _("还没有批注。在页面上选中字，按 m 或点「写批注」"),
        "taken": _("读入 {remarks} 条批注、{findings} 处处理"),
        "not-ours": _("这不是核对页导出的意见，没有读入"),
        "other-version": _("这份意见是另一稿上的（{file}）：只读入了还对得上的"),
        "exported": _("已导出 {file}"),
        "unplaced": _("这一稿里找不到标的字"),
    }


def _keys() -> dict[str, str]:
    return {
        "key-next": _("下一处"),
        "key-previous": _("上一处"),
        "key-row": _("在清单里上下"),
        "key-completed": _("已改"),
        "key-rejected": _("不改，写原因"),
        "key-undecided": _("取消处理"),
        "key-remark": _("给选中的字写批注"),
        "key-tabs": _("问题、数字、数据、批注"),
        "key-search": _("在清单里找"),
        "key-export": _("导出意见"),
        "key-close": _("关掉、放下"),
        "key-help": _("全部按键"),
    }
