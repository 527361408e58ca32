"""Subgraphs as JSON and back: the only serialisation, used by file stores and for the version of the data."""

import hashlib

import msgspec

from graph.subgraph import Subgraph

_encoder = msgspec.json.Encoder(order="sorted", decimal_format="string")
_decoder = msgspec.json.Decoder(Subgraph)


def encode(graph: Subgraph) -> bytes:
    """The graph as JSON text in UTF-8; the same graph always gives the same bytes."""
    return _encoder.encode(graph)


def decode(text: bytes) -> Subgraph:
    """The graph that `encode` was given.

    :raises ValueError: when the text is not one.
    """
    return _decoder.decode(text)


def version(graph: Subgraph) -> str:
    """Twelve hexadecimal digits made of everything that people typed in; the empty string for an empty graph."""
    if not (graph.sources or graph.entities or graph.claims):
        return ""
    typed_in = [list(table.values()) for table in (graph.sources, graph.entities, graph.claims)]
    return hashlib.sha256(_encoder.encode(typed_in)).hexdigest()[:12]
