from hypothesis import HealthCheck, settings

# A busy machine is no failure.
settings.register_profile("quick", deadline=None)
settings.register_profile(
    "thorough",
    max_examples=10_000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("quick")
