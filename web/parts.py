"""The parts of which the application is made."""

from web import (
    asking,
    downloads,
    embedding,
    entities,
    errors,
    exploring,
    headers,
    hosts,
    look,
    making,
    ops,
    overview,
    pages,
    saved_pages,
    sources,
    suggesting,
    typing,
)

SET_UP = (hosts, overview, suggesting, errors, headers, look, making)
"""What has an `init_app`, in the order in which it is called."""
BLUEPRINTS = tuple(
    module.bp
    for module in (
        pages,
        asking,
        typing,
        entities,
        exploring,
        sources,
        suggesting,
        downloads,
        saved_pages,
        embedding,
        ops,
    )
)
"""The pages."""
