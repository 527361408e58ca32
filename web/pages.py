"""The first page and the page that says how to read the answers."""

from flask import Blueprint, render_template

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
    """How to read the answers, and the accessibility statement."""
    return render_template("about.html")
