"""How many small worlds the oracle looks at: a few hundred, the same every time; more with ORACLE_EXAMPLES."""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings

# What it asserts is to be shown with its values, as in a test.
pytest.register_assert_rewrite("tests.oracle.program", "tests.oracle.comparisons", "tests.oracle.together")

EXAMPLES = int(os.environ.get("ORACLE_EXAMPLES", "0"))

settings.register_profile(
    "oracle",
    max_examples=EXAMPLES or 250,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("oracle")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the tests have counted, so that a reader sees how much was compared."""
    for report in [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]:
        for name, counted in report.user_properties:
            if name == "compared":
                terminalreporter.write_line(f"{report.nodeid}: {counted}")
