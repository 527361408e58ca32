"""For whoever runs the program: whether it lives, and whether it can answer."""

from flask import Blueprint, Response, jsonify

from graph.errors import StoreUnavailable
from web.current import current_store

bp = Blueprint("ops", __name__)


@bp.get("/healthz")
def healthz() -> Response:
    """That the program runs, whatever its store does."""
    return Response("ok\n", mimetype="text/plain")


@bp.get("/readyz")
def readyz() -> tuple[Response, int]:
    """Whether the store answers and holds data: 200, else 503 with the reason."""
    try:
        version = current_store().version()
    except StoreUnavailable as error:
        return jsonify({"ready": False, "why": str(error)}), 503
    if not version:
        return jsonify({"ready": False, "why": "No data is loaded yet."}), 503
    return jsonify({"ready": True, "data_version": version}), 200
