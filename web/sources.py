"""The documents, and each of their claims at an address of its own."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.errors import UnknownSource
from graph.model import Source
from graph.wording import span_words
from web import params
from web.claims import claims_of
from web.current import current_store
from web.figures import age_of
from web.overview import current_overview
from web.paging import MOST_PAGES, page_number, page_of

bp = Blueprint("sources", __name__)


@bp.get("/sources")
def sources_page() -> str:
    """Every document, the newest first, undated ones last."""
    sources = sorted(current_store().sources(), key=age_of, reverse=True)
    shown = page_of(sources, params.whole(request.args, "page", 1, MOST_PAGES))
    return render_template("sources.html", page=shown, spoken={source.id: spoken_words(source) for source in sources})


@bp.get("/source/<path:source>")
def source_page(source: str) -> str:
    """All that one document claims, each claim with its own anchor.

    :raises UnknownSource: when there is none of that id.
    """
    part = current_store().said_by(source)
    if source not in part.sources:
        raise UnknownSource(f"There is no document with the id {params.shown(source)}.")
    number = params.whole(request.args, "page", 1, MOST_PAGES)
    ids = [claim.id for claim in part.claims.values() if claim.source == source]
    shown = page_of(ids, number)
    return render_template(
        "source.html",
        source=part.sources[source],
        spoken=spoken_words(part.sources[source]),
        page=shown,
        claims=claims_of(part, shown.items),
    )


@bp.get("/claim/<path:claim>")
def claim_page(claim: str) -> Response:
    """The way to a claim: its document's page, at its anchor.

    :raises UnknownSource: when no document makes a claim of that id.
    """
    source = current_overview().source_of.get(claim)
    if source is None:
        raise UnknownSource(f"No document makes a claim with the id {params.shown(claim)}.")
    ids = [other.id for other in current_store().said_by(source).claims.values() if other.source == source]
    number = page_number(ids.index(claim)) if claim in ids else 1
    page = number if number > 1 else None
    return redirect(url_for("sources.source_page", source=source, page=page, _anchor=claim))


def spoken_words(source: Source) -> str:
    """When a document spoke, in words, with what is not printed said to be so."""
    if source.date:
        return source.date
    span = source.span()
    return f"{span_words(span)} (not printed, inferred from the text)" if span else "undated"
