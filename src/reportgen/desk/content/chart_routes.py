"""The addresses of charts: what there is, and each as it is drawn."""

from starlette.responses import FileResponse, Response
from starlette.routing import Route

from reportgen.desk.content.answering import answering
from reportgen.desk.content.charts import chart_svg, charts_view
from reportgen.desk.content.service import Contents
from reportgen.desk.posted import Asked
from reportgen.desk.workspace import Workspace
from reportgen.fonts import FACES
from reportgen.record import as_json
from reportgen.world import fonts_folder

_FIELD = "图表"


def chart_routes(_workspace: Workspace, contents: Contents) -> list[Route]:
    """Those of one content file; `field` is the path of the list of charts, with points between its names."""

    def charts(name: str, asked: Asked) -> Response:
        """What can be drawn, and how each chart stands."""
        checked = contents.whole(contents.document(name))
        return Response(as_json(charts_view(checked, asked.dotted("field", _FIELD))), media_type="application/json")

    def chart(name: str, asked: Asked) -> Response:
        """One chart."""
        checked = contents.whole(contents.document(name))
        drawn = chart_svg(checked, asked.dotted("field", _FIELD), int(asked.number("at")))
        return Response(drawn, media_type="image/svg+xml") if drawn else Response(status_code=404)

    def font(_name: str, asked: Asked) -> Response:
        """A face that charts are set in."""
        known = next((face for face in FACES if face.file == asked["font"]), None)
        if known is None:
            return Response(status_code=404)
        return FileResponse(fonts_folder() / known.file, headers={"Cache-Control": "private, max-age=86400"})

    return [
        Route("/content/font/{font}", answering(font), methods=["GET"]),
        Route("/content/charts", answering(charts), methods=["GET"]),
        Route("/content/chart", answering(chart), methods=["GET"]),
    ]
