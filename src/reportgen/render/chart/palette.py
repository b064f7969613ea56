"""How series are told apart in black and white: greys, hatches, dashes and markers, the same in PDF and Word."""

from reportgen.record import Struct


class Ink(Struct, frozen=True):
    """A fill (grey, and a black hatch on it) and a line (dash and marker), by the names of XlsxWriter."""

    grey: str
    hatch: str
    dash: str
    marker: str


_INKS = (
    Ink("#595959", "", "solid", "circle"),
    Ink("#e6e6e6", "wide_upward_diagonal", "dash", "square"),
    Ink("#a6a6a6", "", "dash_dot", "triangle"),
    Ink("#ffffff", "percent_10", "round_dot", "diamond"),
    Ink("#cccccc", "wide_downward_diagonal", "solid", "x"),
    Ink("#ffffff", "", "dash", "plus"),
    Ink("#808080", "wide_upward_diagonal", "dash_dot", "circle"),
    Ink("#ffffff", "dark_horizontal", "round_dot", "square"),
    Ink("#d9d9d9", "dark_vertical", "solid", "triangle"),
    Ink("#ffffff", "large_grid", "dash", "diamond"),
)


def ink(index: int) -> Ink:
    """The look of the series (in a pie: of the slice) at `index`; from the eleventh on they come again."""
    return _INKS[index % len(_INKS)]
