"""Who sits where: five worked examples each of `members`, `seats` and `shared`."""

import pytest

from graph.queries.options import Options
from graph.store import Store
from tests.data import test_worked_examples as worked
from tests.data.test_worked_examples import (
    ALL,
    COUNCILS,
    DAY_OF_PLAN,
    GLA,
    HEDG,
    HEG,
    ICSS,
    LHB,
    LHCP,
    LRB,
    MAYOR,
    MD3326,
    OHID,
    PAGE,
    PLAN,
    Example,
)

london = worked.london

CO_CHAIR = frozenset({"co-chair"})

MEMBERS = [
    # Plan of 2021, ch. 1: Kevin Fenton and Will Tuckley co-chair, each with posts. The Executive summary names two
    # posts instead: Fenton's, which is his row, and one in garbled words, which no person is said to hold.
    Example(
        "two people and a post in garbled words co-chair the equity group",
        "members",
        HEG,
        options=Options(roles=CO_CHAIR),
        tells={
            "leadership kevin-fenton",
            "kevin-fenton holds regional-director-of-public-health",
            "kevin-fenton holds statutory-mayoral-health-adviser",
            "leadership will-tuckley",
            "will-tuckley holds health-and-care-lead",
            "will-tuckley holds chief-executive-of-tower-hamlets",
            "will-tuckley holds lead-health-advisor-london-councils",
            "leadership chief-executive-of-london-councils-health-and-social-care-lead (disputed)",
        },
        closed=ALL,
    ),
    # MD3326, para 1.1: made up of six, as the whole of it.
    Example(
        "six make up the partnership by the decision",
        "members",
        LHCP,
        options=Options(sources=MD3326),
        tells={
            f"members {GLA}",
            "members nhs",
            f"members {COUNCILS}",
            f"members {ICSS}",
            f"members {OHID}",
            "members uk-health-security-agency",
        },
        closed=("members",),
    ),
    # Web page of the Partnership, Who we are: four are included, NHS England among them and no Security Agency.
    Example(
        "four are in the partnership by its web page",
        "members",
        LHCP,
        options=Options(sources=PAGE),
        tells={f"members {GLA}", f"members {COUNCILS}", "members nhs-england", f"members {OHID}"},
        closed=("members",),
    ),
    # Plan of 2021, ch. 1, London Health Board: the Mayor in the chair, council leaders, NHS London, the care systems as
    # a whole and OHID. No single care system and no single borough is named.
    Example(
        "the health board seats the care systems together and none of them by itself",
        "members",
        LHB,
        options=Options(at=DAY_OF_PLAN),
        tells={
            f"leadership {MAYOR}",
            "members local-council-leaders",
            "members nhs-london",
            f"members {ICSS}",
            f"members {OHID}",
        },
        closed=("leadership", "members"),
    ),
    # Agreement of 2015, Parties: three departments. That of Work and Pensions helps to run a unit and is no party.
    Example(
        "three departments are party to the agreement",
        "members",
        "devolution-agreement",
        options=Options(entities=frozenset({"department"})),
        tells={
            "parties hm-treasury",
            "parties department-of-health",
            "parties department-for-communities-and-local-government",
        },
        closed=ALL,
    ),
    # Plan of 2021, ch. 6, Businesses: five business groups are named, and together they are called the Business Board.
    Example(
        "the business board is what five business groups are called together",
        "members",
        "London Business Board",
        tells={
            "parts confederation-of-british-industry (implied only)",
            "parts london-chamber-of-commerce (implied only)",
            "parts federation-of-small-businesses (implied only)",
            "parts london-economic-action-partnership (implied only)",
            "parts london-first (implied only)",
        },
        closed=ALL,
    ),
]
SEATS = [
    # Plan of 2021, ch. 3: co-chairs the Recovery Board. Ch. 5.4: will co-chair the steering group.
    Example(
        "the mayor co-chairs one board and is to co-chair a steering group",
        "seats",
        MAYOR,
        options=Options(roles=CO_CHAIR, at=DAY_OF_PLAN),
        tells={f"leadership {LRB}", "leadership living-wage-city-steering-group (planned)"},
        closed=ALL,
    ),
    # Plan of 2021, ch. 1: co-chairs the equity group. Ch. 2: led the Big Conversation throughout 2021.
    Example(
        "kevin fenton leads a group and a series of events",
        "seats",
        "Kevin Fenton",
        options=Options(at="2021"),
        tells={f"leadership {HEG}", "leadership big-conversation-events"},
        closed=ALL,
    ),
    # Plan of 2021, ch. 1: on the Health Board and the delivery group, and not in the equity group's list. MD3326, para
    # 1.1, and the Partnership's web page, Who we are: in the Partnership.
    Example(
        "the office for health improvement sits on three bodies",
        "seats",
        OHID,
        tells={f"members {LHB}", f"members {HEDG}", f"members {LHCP}"},
        closed=(f"members {HEG}", "leadership", "contributors"),
    ),
    # Plan of 2021, ch. 3, anchor institutions: chairs the task and finish group. He is named nowhere else.
    Example(
        "david sloman chairs the anchors group and sits nowhere else",
        "seats",
        "Sir David Sloman",
        tells={"leadership london-anchors-task-and-finish-group"},
        closed=ALL,
    ),
    # Plan of 2021, ch. 6, voluntary organisations: contributes through the equity group, which is not to be a member.
    Example(
        "london plus contributes through the equity group",
        "seats",
        "London Plus",
        tells={f"contributors {HEG}"},
        closed=ALL,
    ),
]
SHARED = [
    # Plan of 2021, ch. 1: both lists have London Councils and the GLA. The care systems are on the first, their leaders
    # on the second.
    Example(
        "two sit on both health equity groups",
        "shared",
        HEG,
        HEDG,
        options=Options(at=DAY_OF_PLAN),
        tells={
            f"both {COUNCILS}",
            f"both {GLA}",
            f"first {ICSS}",
            "first faith-voluntary-and-community-sector",
            "second london-ics-leadership",
            "second nhs-london-region",
            "second adph-london",
            "second borough-adult-services",
            "second borough-children-services",
            f"second {OHID}",
        },
        closed=("both", "second"),
    ),
    # Plan of 2021, ch. 1: he chairs the Health Board. Executive summary and ch. 3: and, with another, the Recovery
    # Board; no other name is on both lists.
    Example(
        "the mayor alone sits on the health board and the recovery board",
        "shared",
        LHB,
        LRB,
        tells={f"both {MAYOR}"},
        closed=("both",),
    ),
    # MD3326, para 1.1, and plan of 2021, ch. 1: the NHS is in the Partnership, NHS London on the Board.
    Example(
        "the partnership and the health board share the care systems and the office for health improvement",
        "shared",
        LHCP,
        LHB,
        tells={f"both {ICSS}", f"both {OHID}", "first nhs", "second nhs-london"},
        closed=("both",),
    ),
    # Plan of 2021, ch. 6, Businesses: the CBI sits on both, two other associations on the Recovery Board. Ch. 1: the
    # equity group has London Councils, ADPH and ADASS.
    Example(
        "of the associations the cbi alone is a member of both",
        "shared",
        LRB,
        HEG,
        options=Options(kinds=frozenset({"member_of"}), entities=frozenset({"association"})),
        tells={
            "both confederation-of-british-industry",
            "first london-chamber-of-commerce",
            "first federation-of-small-businesses",
            f"second {COUNCILS}",
            "second adph",
            "second adass",
        },
        closed=("both", "first", "second"),
    ),
    # Plan of 2021, ch. 1: the lists of the equity group and of the Health Board. Executive summary: London Councils is
    # in the chair of the Recovery Board.
    Example(
        "the delivery group shares somebody with three bodies",
        "shared",
        HEDG,
        options=Options(sources=PLAN, at=DAY_OF_PLAN),
        tells={f"with {HEG}: {GLA}, {COUNCILS}", f"with {LHB}: {OHID}", f"with {LRB}: {COUNCILS}"},
        closed=ALL,
    ),
]
EXAMPLES = [*MEMBERS, *SEATS, *SHARED]


@pytest.mark.parametrize("example", worked.as_parameters(EXAMPLES))
def test_the_answer_is_what_the_documents_say(london: Store, example: Example) -> None:
    example.holds_in(london)
