import numpy as np
import pytest

from tests.make import make_item
from tests.ranker.train import curve, fit, held_out, judgements, usable


def test_weights_tell_what_decides() -> None:
    x = np.array([[1.0, n % 2, n % 3] for n in range(60)])
    y = np.array([float(n % 2) for n in range(60)])
    weights = fit(x, y, ridge=1.0)
    assert weights[1] > 1
    assert abs(weights[2]) < 0.5


def test_no_text_is_learned_from_and_judged() -> None:
    x = np.array([[1.0, n % 2] for n in range(80)])
    y = np.array([float(n % 2) for n in range(80)])
    found = held_out(x, y, [f"text{n // 4}" for n in range(80)], 1.0)
    assert all((found > 0.5) == (y > 0.5))
    assert next(iter(curve(found, y))).endswith("100% usable, p ≥ " + f"{found.max():.2f}")


@pytest.mark.parametrize(
    ("verdict", "fault", "options", "expected"),
    [
        ("usable", "", ["a", "b", "c", "d"], True),
        ("edit", "stem", ["a", "b", "c", "x"], False),
        ("edit", "options", ["a", "b", "c", "d"], False),
        # Other options are offered by now.
        ("edit", "options", ["a", "b", "c", "x"], None),
    ],
)
def test_a_verdict_on_options_counts_while_they_are_offered(
    verdict: str, fault: str, options: list[str], expected: bool | None
) -> None:
    row: dict[str, object] = {"verdict": verdict, "fault": fault, "options": options}
    assert usable(row, make_item(options=("a", "b", "c", "d"))) is expected


def test_every_judgement_has_its_text_and_a_verdict() -> None:
    for name, rows in judgements().items():
        assert name
        assert {row["verdict"] for row in rows.values()} <= {"usable", "edit", "bad"}
