"""A scene with words around it that have all that a form prints, and words that would mean something to a program."""

from graph.model import Entity
from graph.pictures.scene import Scene, scene_of
from graph.render.brief import Brief, Document, Place, Section, Sheet, Statement
from tests.worlds import say, world

ODD = (
    "a | b",
    "*bold* and _slanted_",
    "<script>alert(1)</script> &amp; <b>",
    "[link](https://evil.example) ![image](x.png)",
    "two\nlines",
    "`code` ~~gone~~ \\ back",
    "# heading #",
    "1. first",
    "12) twelfth",
    "- dash -- and --- more",
    "+ plus",
    "= even",
    "> said",
    "^callout^",
    "%warning%",
    "@important@",
    "$CTA and $D",
    "s1. step",
    "!!1",
    "[Contact: 1] [embed:link: 2] [AttachmentLink: a.pdf]",
    "{barchart} {::x} {{embed:y}} {button start}",
    "x[outside](https://evil.example)x",
    ":london:London:london:",
    "*[NHS]: service",
    "[^1]: note",
    "https://www.gov.uk/a_b?c=*d*",
    "Ministère – “Ŵyn” £3",
)
"""Words that Markdown or Govspeak would take for something else."""
BRIEF = Brief(
    title="Does A answer to B?",
    as_at="As at 9 December 2021",
    verdict="Yes",
    summary="A reports to B.",
    sections=(
        Section(
            "Route 1 of 1: by line, certain",
            (
                Statement("A reports to B.", "1", "one source", ("1.1",), ("2.1",), ("a.reports_to.b",)),
                Statement("A is overseen by B.", "also", "", ("2",)),
            ),
        ),
        Section("Where it ends", (Statement("B: nobody is named.", under=("Weaker ties lead on:", "to C")),)),
    ),
    sheets=(Sheet("Every tie", ("From", "To", "Sources"), (("A", "B", "1.1"), ("B", "", "2"))),),
    documents=(
        Document(
            "1", "The Plan", "a board, 9 December 2021", "https://example.org/plan_(1)", (Place("1.1", "page 2"),)
        ),
        Document("2", "Minutes.", "", "", (Place("2.1", "item 4"),)),
    ),
    remarks=("Asked: one step.",),
    version="abc123",
    origin="https://govgraph.example/view/k7?a=1&b=_2_",
    kept="Saved view k7, frozen on 26 November 2026",
    note="For the board of 3 December.",
)


def scene() -> Scene:
    """A reports to B, and C to B, which no sentence tells."""
    part = world(
        [say("a", "reports_to", "b"), say("c", "reports_to", "b")], entities=[Entity("a", "board", "Alpha board", "A")]
    )
    return scene_of(part, focus="a", title="A and B")
