"""Data in which every text wants to run: names, titles, notes, places, roles, limits, ids and addresses.

Each payload runs `window.pwned = 1` or opens a dialog, or makes the browser ask for /pwned, once it is more than text.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from graph.derive import derive
from graph.model import Claim, Entity, Source
from graph.subgraph import Subgraph
from tests.worlds import say, world

RUN = "window.pwned=1;alert(1)"
IMAGE = f'<img src=/pwned onerror="{RUN}">'
PAYLOADS: Mapping[str, str] = {
    "a label": IMAGE,
    "a tooltip with a link": f'see href="https://example.org" {IMAGE}',
    "the link alone": f'<a href="javascript:{RUN}">href</a>',
    "a choice of a menu": f'"></option></select><script>{RUN}</script>',
    "a heading": f"</h1><script>{RUN}</script>",
    "a colour": f"red; }} </style><script>{RUN}</script>",
    "an option": f'{{"a": "</script><script>{RUN}</script>"}}',
    "a broken quote": f'"];{RUN};//',
    "a broken apostrophe": f"'];{RUN};//",
    "an attribute": f'" onmouseover="{RUN}" onfocus="{RUN}" autofocus x="',
    "text in bold": f"<b onclick={RUN}>*bold* _href_</b>",
    "a picture of another host": '<image href="https://evil.example/pwned.png"/>',
    "an address of another host": "https://evil.example/pwned.png",
    "a picture that loads": f'<svg onload="{RUN}"><animate onbegin="{RUN}" attributeName=x /></svg>',
    "a field": f"</textarea></title></noscript><script>{RUN}</script>",
    "a template": "{{7*7}}${7*7}<%= 7*7 %>",
    "a comment": "<!--<script>",
    "a coded sign": f"&lt;script&gt;{RUN}&lt;/script&gt;\\u003cimg src=/pwned\\u003e&#x3c;img src=/pwned&#x3e;",
    "an address that runs": f"javascript:{RUN}",
}
"""By where it was seen to run elsewhere, or where it might."""
WORST = "href " + "".join(PAYLOADS[name] for name in ("a field", "a colour", "an attribute", "a label", "a template"))
"""What breaks out of most places at once."""


def hostile(graph: Subgraph) -> Subgraph:
    """The same graph, every text of which is hostile; ids and dates stay, and the names stay among the other names."""
    return derive(
        [
            replace(
                source,
                title=f"{WORST} {source.title}",
                publisher=WORST,
                kind=WORST,
                note=WORST,
                address=PAYLOADS["an address that runs"],
                extra={WORST: WORST},
            )
            for source in graph.sources.values()
        ],
        [
            replace(
                entity,
                name=f"{WORST} {entity.name}",
                short_name=f"{PAYLOADS['a label']}{entity.short_name}",
                aliases=(*entity.names, *PAYLOADS.values()),
                identifiers=(WORST, PAYLOADS["an address that runs"]),
                note=WORST,
                extra={WORST: WORST},
            )
            for entity in graph.entities.values()
        ],
        [_hostile(claim) for claim in graph.claims.values()],
    )


def _hostile(claim: Claim) -> Claim:
    return replace(claim, role=WORST, scope=WORST, locator=WORST, says=WORST, note=WORST, extra={WORST: WORST})


def hostile_ids() -> Subgraph:
    """One body for each payload, its id and its name: each reports to the next, in a document of such an id."""
    ids = list(PAYLOADS.values())
    claims = [
        say(lower, "reports_to", upper, source=upper, id=f"claim {upper}", says=upper, locator=lower)
        for lower, upper in pairwise(ids)
    ]
    claims += [say(member, "member_of", ids[0], source=ids[1], id=f"seat {member}", role=member) for member in ids[1:]]
    claims.append(say(ids[0], "reports_to", ids[1], source=ids[0], id=ids[0], stance="contradicts"))
    return world(
        claims,
        entities=[Entity(text, "board", text, text, (text,), (text,), text) for text in ids],
        sources=[Source(text, text, text, address=text, note=text, date="2021") for text in ids],
    )
