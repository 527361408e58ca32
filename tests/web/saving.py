"""Saving views in tests: an app whose visitors may, and the form as it is sent."""

from flask import Flask
from flask.testing import FlaskClient

from graph.subgraph import Subgraph
from tests.web.conftest import fill
from web import create_app
from web.config import Settings
from web.hosts import LOCAL_ONLY

ASKED = "/ask?q=between&subject=hedg&object=mayor"
"""Of the small graph and of the London data."""


def local_app(settings: Settings, graph: Subgraph | None = None) -> Flask:
    """An app that serves this computer alone, whose visitors may save; with a graph it is loaded first."""
    if graph is not None:
        fill(settings, graph)
    app = create_app(settings)
    app.config[LOCAL_ONLY] = True
    return app


def save(client: FlaskClient, **fields: str) -> str:
    """Save a view as the form does, live because that is quick; its id."""
    response = client.post("/views", data={"address": ASKED, "kind": "live", **fields})
    assert response.status_code == 303, response.text
    return response.headers["Location"].removeprefix("/view/").removesuffix("#saved")
