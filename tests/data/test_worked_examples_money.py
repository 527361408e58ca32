"""What was paid, and what changed: five worked examples each of `money` and `changes`."""

import pytest

from graph.queries.options import Options
from graph.store import Store
from tests.data import test_worked_examples as worked
from tests.data.test_worked_examples import (
    ALL,
    COUNCILS,
    DAY_OF_PLAN,
    DEVOLUTION_BOARD,
    GLA,
    HEDG,
    HEG,
    ICSS,
    LHB,
    LHCP,
    MD3326,
    Example,
)

london = worked.london

FUND, FOUNDATION, VISION = "lhcp-pooled-fund", "race-equality-foundation", "london-health-and-care-vision"
PARTNERSHIPS_BUDGET, STRATEGY_BUDGET = "health-partnerships-programme-budget", "his-and-implementation-programme-budget"

MONEY = [
    # MD3326, Decision and para 5.1: £150,000 in each of two years, £3,200 in the first. Paras 5.2 and 5.3: from which
    # budgets. The £300,000 of the Decision is the sum of two of them.
    Example(
        "the decision pays three sums in two years",
        "money",
        "MD3326",
        tells={
            f"payment {GLA} > {FUND}; 2024-25; £150,000; md3326; {PARTNERSHIPS_BUDGET}",
            f"payment {GLA} > {FUND}; 2025-26; £150,000; md3326; {PARTNERSHIPS_BUDGET}",
            f"payment {GLA} > {FOUNDATION}; 2024-25; £3,200; md3326; {STRATEGY_BUDGET}",
            "sum 2024-25 153200 stated",
            "sum 2025-26 150000 stated",
        },
        closed=("payment", "onward", "sum"),
    ),
    # MD3326, para 1.4: two decisions approved the same level for 2021-22; the amount follows, it is not printed.
    Example(
        "the pooled fund received one implied sum in 2021-22 under two decisions",
        "money",
        FUND,
        options=Options(at="2021-22"),
        tells={
            f"payment {GLA} > {FUND}; 2021-22; £150,000; md2704, md2799",
            "sum received 2021-22 150000 implied",
        },
        closed=("payment", "sum"),
    ),
    # MD3326, para 1.4: NHS London, London Councils and the care systems will pay as well, with no sum. The two national
    # agencies that are partners by para 1.1 are not among them.
    Example(
        "four pay into the pooled fund and three of them only by a plan",
        "money",
        FUND,
        options=Options(sources=MD3326),
        tells={
            f"payer {GLA}",
            f"payment nhs-london > {FUND}; no year; no sum",
            f"payment {COUNCILS} > {FUND}; no year; no sum",
            f"payment {ICSS} > {FUND}; no year; no sum",
            "payer nhs-london",
            f"payer {COUNCILS}",
            f"payer {ICSS}",
            "sum received no year at least",
        },
        closed=("payer",),
    ),
    # MD3326, para 5.1: £3,200 in 2024-25. Para 1.5: ADD2692 had approved £20,000, in no printed year, by nobody named.
    Example(
        "the foundation receives a stated and an implied sum",
        "money",
        FOUNDATION,
        tells={
            f"payment {GLA} > {FOUNDATION}; 2024-25; £3,200; md3326; {STRATEGY_BUDGET}",
            "sum received 2024-25 3200 stated",
            "sum received no year 20000 implied",
        },
        closed=("sum",),
    ),
    # Plan of 2021, ch. 5.4: substantial money of Trust for London, without a sum. The £635m there is pay of Londoners.
    Example(
        "trust for london pays an unknown sum and no pay counts as money",
        "money",
        "living-wage-city-programme",
        tells={
            "payment trust-for-london > living-wage-city-programme; no year; no sum",
            "payer trust-for-london",
            "sum received no year at least",
        },
        closed=ALL,
    ),
]
CHANGES = [
    # Plan of 2021, Executive summary: the Board established the group in 2020. Ch. 1: formed in 2020.
    Example(
        "the equity group began after 2019",
        "changes",
        HEG,
        options=Options(at="2019-12-31", until=DAY_OF_PLAN),
        tells={f"began entity: {HEG}", f"began established: {LHB}, {HEG}"},
        closed=("ended",),
    ),
    # MD3326, para 1.1, and plan of 2021, Introduction: the Partnership published it in 2019.
    Example(
        "the vision was published in 2019",
        "changes",
        VISION,
        options=Options(at="2018-12-31", until="2019-12-31"),
        tells={f"began entity: {VISION}", f"began published: {LHCP}, {VISION}"},
        closed=("ended", "attested entity"),
    ),
    # Agreement of 2015, Context: a board is to be established in January 2016; no document prints another board's start
    # in that half year.
    Example(
        "one board was to begin in january 2016",
        "changes",
        options=Options(at="2015-12-31", until="2016-06-30", entities=frozenset({"board"})),
        tells={f"planned entity: {DEVOLUTION_BOARD}"},
        closed=("planned entity", "began entity", "ended entity"),
    ),
    # MD3326, para 5.1: £150,000 in 2024-25 and £150,000 in 2025-26. The paper was written by March 2025, so that
    # nothing is documented for the first time on 1 April.
    Example(
        "the payment into the pooled fund goes over from one year to the next",
        "changes",
        FUND,
        options=Options(at="2025-03-31", until="2025-04-01", kinds=frozenset({"funds"})),
        tells={f"changed funds: {GLA}, {FUND}"},
        closed=ALL,
    ),
    # Plan of 2021, ch. 1: describes the delivery group and prints no beginning of it.
    Example(
        "the delivery group is first spoken of in the plan and not said to begin",
        "changes",
        HEDG,
        options=Options(at="2019-12-31", until=DAY_OF_PLAN),
        tells={f"attested entity: {HEDG}"},
        closed=("began entity", "ended"),
    ),
]
EXAMPLES = [*MONEY, *CHANGES]


@pytest.mark.parametrize("example", worked.as_parameters(EXAMPLES))
def test_the_answer_is_what_the_documents_say(london: Store, example: Example) -> None:
    example.holds_in(london)
