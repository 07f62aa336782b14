"""Generated examples are the same ones everywhere; `make explore` tries others, and many more of them."""

from hypothesis import HealthCheck, settings

settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.register_profile("others", max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("same")
