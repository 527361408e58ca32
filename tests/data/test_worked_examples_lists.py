"""What is open, what existed and all that is said: five worked examples each of `gaps`, `list` and `profile`."""

import pytest

from graph.queries.options import Options
from graph.store import Store
from tests.data import test_worked_examples as worked
from tests.data.test_worked_examples import (
    AGREEMENT,
    ALL,
    COUNCILS,
    DAY_OF_PLAN,
    DEVOLUTION_BOARD,
    DEVOLUTION_PAGE,
    HEG,
    LHB,
    LHCP,
    LRB,
    MAYOR,
    MD3326,
    Example,
)

london = worked.london

CCGS, THE_PLAN = "london-ccgs", "his-implementation-plan-2021-24"
PARTNERSHIPS_BUDGET, STRATEGY_BUDGET = "health-partnerships-programme-budget", "his-and-implementation-programme-budget"
BOARD, GROUP = frozenset({"board"}), frozenset({"group"})

GAPS = [
    # Plan of 2021, Executive summary against ch. 1: which post the second co-chair has. Its line is stated in ch. 1.
    Example(
        "the second co-chair of the equity group is disputed and its line is not",
        "gaps",
        HEG,
        options=Options(at=DAY_OF_PLAN),
        tells={f"disputed: chief-executive-of-london-councils-health-and-social-care-lead, {HEG}"},
        closed=("no line", "soft line", "disputed: kevin-fenton", "loop"),
    ),
    # Agreement of 2015, Context: the board that is to account to it is planned. No document has the Board report.
    Example(
        "the health board has no line upwards and a planned one below it",
        "gaps",
        LHB,
        tells={f"no line: {LHB}", f"planned: {DEVOLUTION_BOARD}, {LHB}"},
        closed=("soft line", "loop"),
    ),
    # Agreement of 2015, Context: will be established, accounting to the Board.
    Example(
        "the devolution board has a planned line alone",
        "gaps",
        DEVOLUTION_BOARD,
        tells={f"soft line: {DEVOLUTION_BOARD}", f"planned: {DEVOLUTION_BOARD}, {LHB}"},
        closed=("no line", "soft line"),
    ),
    # Nine boards are named in the five documents; agreement of 2015, Context: one is to account to another. The eight
    # others oversee, advise or bring together, and report to nobody.
    Example(
        "eight of nine boards have no line upwards",
        "gaps",
        options=Options(entities=BOARD),
        tells={
            f"no line: {LHB}",
            f"no line: {LRB}",
            "no line: london-partnership-board",
            "no line: london-prevention-board",
            "no line: london-estates-board",
            "no line: london-adolescent-safeguarding-oversight-board",
            "no line: nhs-england-board",
            "no line: london-health-and-care-devolution-programme-board",
            f"soft line: {DEVOLUTION_BOARD}",
        },
        closed=("no line", "soft line", "unattached"),
    ),
    # Plan of 2021, Executive summary against ch. 3: the Recovery Board's second chair. The other disputes in the five
    # documents are about a group, a post and an agreement.
    Example(
        "asked about boards only the disputes about a board are told",
        "gaps",
        options=Options(entities=BOARD),
        tells={f"disputed: {COUNCILS}, {LRB}", f"disputed: chair-of-london-councils, {LRB}"},
        closed=("disputed",),
    ),
    # Plan of 2021, Executive summary: London Councils chairs beside the Mayor. Ch. 3: its Chair does.
    Example(
        "the second chair of the recovery board is disputed and the mayor is not",
        "gaps",
        LRB,
        options=Options(at=DAY_OF_PLAN),
        tells={f"no line: {LRB}", f"disputed: {COUNCILS}, {LRB}", f"disputed: chair-of-london-councils, {LRB}"},
        closed=(f"disputed: {MAYOR}",),
    ),
]
LIST = [
    # Agreement of 2015, Context, Overarching principles and section f: three boards; that of the devolution programme
    # is to come a month later.
    Example(
        "three boards of the agreement existed in december 2015",
        "list",
        options=Options(entities=BOARD, sources=AGREEMENT, at="2015-12"),
        tells={LHB, "london-prevention-board", "nhs-england-board"},
        closed=ALL,
    ),
    # MD3326, Key information; web page on devolution, para 1; plan of 2021, ch. 1 (two) and ch. 3 (two).
    Example(
        "six people are named",
        "list",
        options=Options(kinds=frozenset({"person"})),
        tells={"sadiq-khan", "marc-rowland", "kevin-fenton", "will-tuckley", "david-sloman", "kim-wright"},
        closed=ALL,
    ),
    # Plan of 2021, ch. 1: the equity group was formed in 2020. Ch. 3: the sub-group in 2021. The other groups are first
    # spoken of later, or planned.
    Example(
        "of the groups the equity group alone surely existed in 2020",
        "list",
        options=Options(entities=GROUP, at="2020", soft=False),
        tells={HEG},
        closed=ALL,
    ),
    # Web page on devolution, the list of pilots that are under way.
    Example(
        "the page on devolution names five pilots",
        "list",
        options=Options(entities=frozenset({"pilot"}), sources=DEVOLUTION_PAGE),
        tells={
            "haringey-pilot",
            "barking-and-dagenham-havering-and-redbridge-pilot",
            "north-central-london-estates-pilot",
            "lewisham-pilot",
            "hackney-pilot",
        },
        closed=ALL,
    ),
    # MD3326, para 1.4: three earlier decisions. Para 1.5: a fourth. And itself.
    Example(
        "the decision names four others",
        "list",
        options=Options(entities=frozenset({"decision"}), sources=MD3326),
        tells={"md3326", "md2704", "md2799", "md3012", "add2692"},
        closed=ALL,
    ),
]
PROFILE = [
    # Web page on devolution, para 1, the only place that names him: Chair of the council, so he chairs it and holds the
    # post; he signed for the groups, which are party through him. Agreement of 2015, note 4: the same agreement is of
    # December 2015, not 2016.
    Example(
        "marc rowland chaired a council and signed an agreement for others",
        "profile",
        "Dr Marc Rowland",
        tells={
            "chairs marc-rowland, london-clinical-commissioning-council @ devolution-page, para 1",
            "holds_post marc-rowland, chair-of-the-london-clinical-commissioning-council @ devolution-page, para 1",
            f"represents marc-rowland, {CCGS} @ devolution-page, para 1",
            "signed marc-rowland, london-health-and-care-collaboration-agreement @ devolution-page, para 1 (disputed)",
            f"party_to {CCGS}, london-health-and-care-collaboration-agreement @ devolution-page, para 1",
        },
        closed=ALL,
    ),
    # MD3326, Decision: the Mayor approves. Paras 5.2 and 5.3: two budgets.
    Example(
        "the mayor approves the decision and two budgets pay for it",
        "profile",
        "MD3326",
        options=Options(kinds=frozenset({"approves", "budgeted_from"})),
        tells={
            f"approves {MAYOR}, md3326 @ md3326-paper, Decision",
            f"budgeted_from md3326, {PARTNERSHIPS_BUDGET} @ md3326-paper, para 5.2",
            f"budgeted_from md3326, {STRATEGY_BUDGET} @ md3326-paper, para 5.3",
        },
        closed=("budgeted_from md3326",),
    ),
    # MD3326, para 1.1: made up of, so a whole list. Web page of the Partnership, Who we are: includes, so an open one.
    Example(
        "two documents list who is in the partnership",
        "profile",
        LHCP,
        options=Options(kinds=frozenset({"listed"})),
        tells={f"listed {LHCP} @ md3326-paper, para 1.1", f"listed {LHCP} @ lhcp-page, Who we are"},
        closed=("listed london",),
    ),
    # Agreement of 2015, Parties: all 32.
    Example(
        "the agreement counts the commissioning groups among the london partners",
        "profile",
        CCGS,
        options=Options(kinds=frozenset({"counted"})),
        tells={f"counted {CCGS} @ agreement-2015, Parties"},
        closed=("counted london",),
    ),
    # Plan of 2021, Title: 2021 to 2024, and below it the next two years. Ch. 1: the plan of 2022 to 2024.
    Example(
        "the plan disagrees with itself about its own term",
        "profile",
        THE_PLAN,
        options=Options(kinds=frozenset({"described"})),
        tells={
            f"described {THE_PLAN} @ his-plan-2021, Title (disputed)",
            f"described {THE_PLAN} @ his-plan-2021, ch. 1 (disputed)",
        },
    ),
]
EXAMPLES = [*GAPS, *LIST, *PROFILE]


@pytest.mark.parametrize("example", worked.as_parameters(EXAMPLES))
def test_the_answer_is_what_the_documents_say(london: Store, example: Example) -> None:
    example.holds_in(london)
