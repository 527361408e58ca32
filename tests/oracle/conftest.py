"""How many small worlds the oracle looks at: a few hundred, the same every time; more with ORACLE_EXAMPLES."""

import os

from hypothesis import HealthCheck, Phase, settings

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
