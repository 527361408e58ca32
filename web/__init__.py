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

    from web import (
        api,
        asking,
        current,
        entities,
        errors,
        exploring,
        headers,
        hosts,
        look,
        ops,
        overview,
        pages,
        sources,
        steady,
        suggesting,
        typing,
    )

    settings = settings or Settings.from_env(os.environ)
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body
    current.init_app(app, settings)
    for part in (hosts, overview, suggesting, errors, headers, look):
        part.init_app(app)
    for module in (pages, asking, typing, entities, exploring, sources, suggesting, ops):
        app.register_blueprint(module.bp)
    app.register_blueprint(api.bp, url_prefix="/api/v1")
    steady.init_app(app)
    return app
