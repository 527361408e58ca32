"""The first page, and those that tell of the data, the answers, the pictures, and who can use them."""

from flask import Blueprint, Response, render_template

from graph.pictures.themes import style_sheet
from graph.wording import spoken
from web import signs
from web.asked import Asked
from web.current import current_settings
from web.overview import current_overview, current_worked

bp = Blueprint("pages", __name__)


@bp.get("/")
def home() -> str:
    """The question, worked questions, a small picture of the top, and what is disputed; how to load where empty."""
    overview = current_overview()
    if not overview.version:
        return render_template("empty.html", folder=current_settings().data)
    return render_template("home.html", overview=overview, worked=current_worked(), asked=Asked())


@bp.get("/about")
def about() -> str:
    """How to read the answers."""
    return render_template("about.html")


@bp.get("/about/pictures")
def about_pictures() -> str:
    """How to read the pictures, shown on made-up bodies."""
    boxes, shapes = signs.shapes()
    return render_template(
        "about_pictures.html", example=signs.example(), boxes=boxes, shapes=shapes, lines=signs.lines()
    )


@bp.get("/about/data")
def about_data() -> str:
    """What the data holds: documents, dates, counts, and what is disputed; how to load where there is none."""
    overview = current_overview()
    if not overview.version:
        return render_template("empty.html", folder=current_settings().data)
    return render_template("about_data.html", overview=overview, figures=overview.figures, spoken=spoken)


@bp.get("/accessibility")
def accessibility() -> str:
    """The accessibility statement."""
    return render_template("accessibility.html")


@bp.get("/pictures.css")
def pictures_css() -> Response:
    """What the colours of the pictures become on a dark page, or where the reader has chosen the colours."""
    return Response(style_sheet(), mimetype="text/css")
