"""The figures of a file on the screen: one a row, in their groups."""

from reportgen.desk.content.grid import Column, ColumnKind
from reportgen.language import _
from reportgen.packs.fields import Field
from reportgen.record import Struct
from reportgen.resolve.quantities import TOTAL


class FactsView(Struct, frozen=True):
    """What `static/facts.js` draws; `total` is the name of the figure that the others of its group add up to."""

    name: str
    columns: tuple[Column, Column, Column]
    total: str = TOTAL


def facts_view(field: Field) -> FactsView:
    """A field of groups of figures. The names of its columns are the table's own, no keys of the file."""
    group = Column(
        "组", ColumnKind.TEXT.value, _("组"), _("几个数归成一组的，写组的名称，组里再分组用点隔开"), fixed=True
    )
    named = Column(
        "名称", ColumnKind.TEXT.value, _("名称"), _("正文里写 {{ 组.名称 }} 引用"), required=True, fixed=True
    )
    figure = Column("数", ColumnKind.QUANTITY.value, _("数"), _("带单位，如 35人、97.3%"), required=True, fixed=True)
    return FactsView(field.name, (group, named, figure))
