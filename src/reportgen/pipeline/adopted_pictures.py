"""The charts and pictures of a report, as its file holds them: figures of charts, bytes of pictures."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from reportgen.adopt.pictures import Source
from reportgen.adopt.spoken_charts import spoken_figures
from reportgen.finished.parts import NativeChart, Picture, Region
from reportgen.model.chart_figures import ChartFigures
from reportgen.record import Struct
from reportgen.word.package import Package
from reportgen.world import read_bytes, shown

_SLACK = 6.0
"""In pt: by so much the place of a figure and that of its words may differ."""


class ShownIn(Struct, frozen=True, dict=True):
    """What the file of a report shows."""

    path: Path

    @cached_property
    def _content(self) -> bytes:
        return read_bytes(self.path)

    @cached_property
    def _package(self) -> Package:
        return Package(shown(self.path), self._content)

    def charts(self, picture: Picture) -> list[list[ChartFigures]]:
        """The ways in which the file tells the figures of each chart: what is read aloud of it, then itself."""
        if picture.region:
            told = [figures for words in self._spoken(picture.region) if (figures := spoken_figures(words))]
            return [told[:1]] if told else []
        return [[*self._ways(chart)] for chart in picture.charts]

    def _ways(self, chart: NativeChart) -> Iterator[ChartFigures]:
        from reportgen.finished.docx.charts import chart_figures  # only reports with charts need it

        root = self._package.part(chart.part)
        told = (spoken_figures(chart.spoken), chart_figures(root) if root is not None else None)
        yield from (figures for figures in told if figures)

    def _spoken(self, region: Region) -> Iterator[str]:
        from reportgen.pdf.figures import spoken_on  # only reports with pictures need it

        for told in spoken_on(self._content, shown(self.path), region.page):
            if region.top - _SLACK < (told.top + told.bottom) / 2 < region.bottom + _SLACK:
                yield told.words

    def bytes_of(self, source: Source) -> bytes:
        """A picture; nothing where the file does not hold it."""
        if isinstance(source, str):
            return self._package.bytes_of(source) or b""
        from reportgen.pdf.figures import picture_at

        box = (source.left, source.top, source.right, source.bottom)
        return picture_at(self._content, shown(self.path), source.page, box)
