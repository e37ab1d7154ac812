"""Scores over time, as points of a drawing."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """In the units of the drawing; y grows downwards."""

    x: float
    y: float


def points(shares: Sequence[float], width: float, height: float) -> tuple[Point, ...]:
    """One point per share of 0..1, evenly spaced from the left edge to the right one."""
    step = width / max(len(shares) - 1, 1)
    return tuple(
        Point(round(i * step, 1), round((1 - s) * height, 1)) for i, s in enumerate(shares)
    )
