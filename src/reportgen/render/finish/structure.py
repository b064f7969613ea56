"""The structure tree of an open PDF, for what is put into it (ISO 32000-1, 14.7)."""

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Page, Pdf

_UNFIT = ("/Figure", "/Formula")
"""What is read aloud as one thing: nothing within is told."""
_DEEPEST = 50
"""Figures within figures; parents that lead back to their children end here, too."""


class Structure:
    """What screen readers go by; of a file without it nothing is told to them, and nothing is begun."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        root = pdf.Root.get("/StructTreeRoot")
        self.root = root if isinstance(root, Dictionary) and "/ParentTree" in root else None
        self.parents = NumberTree(self.root.ParentTree) if self.root is not None else None
        self._free = self._first_free()

    @property
    def top(self) -> Object | None:
        """The element that all others stand in; None in a file without any."""
        if self.root is None:
            return None
        kids = kids_of(self.root)
        return next((kid for kid in kids if isinstance(kid, Dictionary) and kid.get("/S") == Name.Document), self.root)

    def next_key(self) -> int:
        """A number that no page and no annotation has in the tree of parents."""
        key, self._free = self._free, self._free + 1
        if self.root is not None:
            self.root.ParentTreeNextKey = self._free
        return key

    def _first_free(self) -> int:
        """Behind all that the tree has, and all that it says to have."""
        if self.root is None or self.parents is None:
            return 0
        return max([int(self.root.get("/ParentTreeNextKey", 0)), *(key + 1 for key, _parent in self.parents.items())])

    def tell(self, annotation: Object, page: Page, mark: int, spoken: str, kind: Name = Name.Annot) -> None:
        """Let screen readers tell an annotation right behind the marked content that it is about."""
        if self.root is None or self.parents is None:
            return
        parent, place = self._element(page, mark)
        kid = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page.obj)
        element = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=kind, P=parent, Pg=page.obj, Alt=spoken, K=kid)
        )
        kids = Array(kids_of(parent))
        kids.insert(len(kids) if place is None else place, element)
        parent.K = kids
        annotation.StructParent = self.next_key()
        self.parents[int(annotation.StructParent)] = element
        page.obj.Tabs = Name.S

    def _element(self, page: Page, mark: int) -> tuple[Object, int | None]:
        """The element of a marked content, and the place among its kids behind that; else the end of all."""
        found = self._owner(page, mark)
        if found is None:
            assert self.top is not None
            return self.top, None
        at = next((index + 1 for index, kid in enumerate(kids_of(found)) if _marks(kid, page, mark)), None)
        for _level in range(_DEEPEST):
            if str(found.get("/S")) not in _UNFIT or not isinstance(found.get("/P"), Dictionary):
                break
            found, at = found.P, None
        return found, at

    def _owner(self, page: Page, mark: int) -> Object | None:
        key = page.obj.get("/StructParents")
        if mark < 0 or key is None or self.parents is None or int(key) not in self.parents:
            return None
        elements = self.parents[int(key)]
        if not isinstance(elements, Array) or mark >= len(elements):
            return None
        found = elements[mark]
        return found if isinstance(found, Dictionary) and "/S" in found else None


def kids_of(element: Object) -> list[Object]:
    """What stands in an element, in order."""
    kids = element.get("/K")
    return [] if kids is None else list(kids) if isinstance(kids, Array) else [kids]


def _marks(kid: object, page: Page, mark: int) -> bool:
    if isinstance(kid, Dictionary):
        return kid.get("/MCID") == mark and kid.get("/Pg", page.obj).objgen == page.obj.objgen
    return isinstance(kid, int) and kid == mark
