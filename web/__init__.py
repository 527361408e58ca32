"""Delivery: pages, JSON and the command line. The only package that sees all the others."""

import os
from typing import TYPE_CHECKING

from web.config import Settings

if TYPE_CHECKING:
    from flask import Flask


def create_app(settings: Settings | None = None) -> "Flask":
    """The Flask application; without settings it takes those of the environment.

    Nothing is opened or read before the first question.

    :raises ValueError: when a variable of the environment cannot be used.
    """
    # Imported here: commands that serve nothing start without a web server.
    from flask import Flask

    from web import api, current, steady
    from web.parts import BLUEPRINTS, SET_UP

    settings = settings or Settings.from_env(os.environ)
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body
    current.init_app(app, settings)
    for part in SET_UP:
        part.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    app.register_blueprint(api.bp, url_prefix="/api/v1")
    steady.init_app(app)
    return app
