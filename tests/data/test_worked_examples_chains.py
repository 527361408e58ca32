"""Who answers to whom: five worked examples each of `up`, `down` and `between`."""

import pytest

from graph.model import Strength
from graph.queries.options import Options
from graph.store import Store
from tests.data import test_worked_examples as worked
from tests.data.test_worked_examples import (
    COUNCILS,
    DAY_OF_PLAN,
    DEVOLUTION_BOARD,
    GLA,
    HEDG,
    HEG,
    LHB,
    LHCP,
    LRB,
    MAYOR,
    MD3326,
    PLAN,
    Example,
)

london = worked.london

SUB_GROUP = "addressing-structural-inequalities-sub-group"
MISSIONS = (
    "building-strong-communities-mission",
    "digital-access-for-all-mission",
    "green-new-deal-mission",
    "healthy-weight-mission",
    "helping-londoners-into-good-work-mission",
    "high-streets-for-all-mission",
    "mental-health-and-wellbeing-mission",
    "new-deal-for-young-people-mission",
    "robust-safety-net-mission",
)
ROUTES = ("route",)

UP = [
    # Plan of 2021, ch. 1, Health Equity Group: the Board set it up, and it reports to the Board; nobody is named above.
    Example(
        "the equity group reports to the health board",
        "up",
        HEG,
        options=Options(at=DAY_OF_PLAN),
        verdict="yes",
        tells={f"route {HEG} > {LHB}"},
        closed=ROUTES,
    ),
    # Agreement of 2015, Context: a programme board is still to be set up, and will account to the London Health Board.
    Example(
        "the devolution board is only planned to account to the health board",
        "up",
        DEVOLUTION_BOARD,
        verdict="qualified",
        tells={f"route {DEVOLUTION_BOARD} > {LHB}", f"step {DEVOLUTION_BOARD} > {LHB} (planned)"},
        closed=ROUTES,
    ),
    # Plan of 2021, ch. 5.5: the group is the Recovery Board's sub-group. Ch. 3: Kim Wright chairs it, and the Mayor is
    # one of the Board's two chairs. The Executive summary and ch. 3 do not agree on the other one.
    Example(
        "the inequalities sub-group is in line to the recovery board and led by its chairs",
        "up",
        SUB_GROUP,
        options=Options(lens=Strength.LEADERSHIP),
        verdict="yes",
        tells={
            f"route {SUB_GROUP} > {LRB}",
            f"route {SUB_GROUP} > kim-wright",
            f"route {SUB_GROUP} > {LRB} > {MAYOR}",
            f"step {LRB} > {COUNCILS} (disputed)",
            f"step {LRB} > chair-of-london-councils (disputed)",
        },
        closed=("step",),
    ),
    # Plan of 2021, ch. 6, directors of children's services: the safeguarding board oversees how Your Choice is done.
    Example(
        "your choice is overseen and in nobody's line",
        "up",
        "your-choice",
        options=Options(lens=Strength.OVERSIGHT),
        verdict="qualified",
        tells={"route your-choice > london-adolescent-safeguarding-oversight-board"},
    ),
    # Agreement of 2015, Context: that board is to begin in January 2016, so in December 2015 there is none.
    Example(
        "the devolution board answers to nobody in the month before it is to begin",
        "up",
        DEVOLUTION_BOARD,
        options=Options(at="2015-12"),
        verdict="no",
        closed=ROUTES,
    ),
]
DOWN = [
    # Plan of 2021, ch. 1: the equity group reports to the Board, the delivery group is its sub-group. The Introduction
    # has progress reported to the Board as well, but by nobody who is named.
    Example(
        "two groups are in line to the health board",
        "down",
        LHB,
        options=Options(sources=PLAN),
        verdict="yes",
        tells={f"route {HEG} > {LHB}", f"route {HEDG} > {HEG} > {LHB}"},
        closed=ROUTES,
    ),
    # Plan of 2021, ch. 5.5: one sub-group. The anchors group of ch. 3 was created by the Board, which is no line.
    Example(
        "one sub-group is in line to the recovery board",
        "down",
        LRB,
        options=Options(at=DAY_OF_PLAN),
        verdict="yes",
        tells={f"route {SUB_GROUP} > {LRB}"},
        closed=ROUTES,
    ),
    # Plan of 2021, Executive summary: the Board oversees action by nine missions; ch. 3 names them, all parts of
    # the one list.
    Example(
        "the recovery board oversees nine missions",
        "down",
        LRB,
        options=Options(lens=Strength.OVERSIGHT, entities=frozenset({"mission"}), at=DAY_OF_PLAN),
        verdict="qualified",
        tells={f"route {mission} > london-recovery-missions > {LRB}" for mission in MISSIONS},
        closed=ROUTES,
    ),
    # Plan of 2021, ch. 1 and Executive summary: the Mayor chairs the Health Board, and the Recovery Board with another.
    # Ch. 5.4: the campaign he will lead, its steering group he will co-chair; neither is firm.
    Example(
        "the mayor firmly chairs two boards and no steering group yet",
        "down",
        MAYOR,
        options=Options(lens=Strength.LEADERSHIP, entities=frozenset({"body"}), at=DAY_OF_PLAN, steps=1, soft=False),
        verdict="qualified",
        tells={f"route {LHB} > {MAYOR}", f"route {LRB} > {MAYOR}"},
        closed=ROUTES,
    ),
    # Agreement of 2015, section c: providers stay under the regulation of CQC.
    Example(
        "providers are regulated by the commission",
        "down",
        "CQC",
        options=Options(lens=Strength.OVERSIGHT, kinds=frozenset({"regulates"}), at="2015-12"),
        verdict="qualified",
        tells={"route health-and-care-providers > care-quality-commission"},
        closed=ROUTES,
    ),
]
BETWEEN = [
    # Plan of 2021, ch. 1: it is the group that reports to the Board.
    Example(
        "the health board does not answer to the equity group: it is the other way round",
        "between",
        LHB,
        HEG,
        verdict="not stated",
        tells={f"tie {HEG} > {LHB} (reports_to)"},
        closed=ROUTES,
    ),
    # Plan of 2021, ch. 1: a sub-group of the equity group, which reports to the Board.
    Example(
        "the delivery group answers to the health board through the equity group",
        "between",
        HEDG,
        LHB,
        options=Options(lens=Strength.LINE, at=DAY_OF_PLAN, soft=False),
        verdict="yes",
        tells={f"route {HEDG} > {HEG} > {LHB}"},
        closed=ROUTES,
    ),
    # MD3326, para 1.1: the London Health Board oversees the Partnership; who chairs that Board this paper does not say.
    Example(
        "by the decision alone the partnership does not answer to the mayor",
        "between",
        LHCP,
        MAYOR,
        options=Options(sources=MD3326),
        verdict="not stated",
        closed=ROUTES,
    ),
    # Plan of 2021, ch. 1: the group was formed in 2020.
    Example(
        "the equity group could not answer to anybody in 2019",
        "between",
        HEG,
        LHB,
        options=Options(at="2019"),
        verdict="no",
        closed=ROUTES,
    ),
    # MD3326, Decision and para 1.5: it is paid for its work; no paragraph has it answer to the Authority.
    Example(
        "to be paid by the authority is not to answer to it",
        "between",
        "race-equality-foundation",
        GLA,
        verdict="not stated",
        tells={f"tie race-equality-foundation > {GLA} (funds)"},
        closed=ROUTES,
    ),
]
EXAMPLES = [*UP, *DOWN, *BETWEEN]


@pytest.mark.parametrize("example", worked.as_parameters(EXAMPLES))
def test_the_answer_is_what_the_documents_say(london: Store, example: Example) -> None:
    example.holds_in(london)
