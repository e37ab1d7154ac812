"""How a measurement is made."""

import statistics
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter, process_time


@dataclass(frozen=True, slots=True)
class Measure:
    """A value and the most it should be; None where it is only for comparison."""

    name: str
    value: float
    unit: str
    limit: float | None = None


def line(measure: Measure) -> str:
    """A row of the table; too much is marked."""
    limit = f"≤ {measure.limit:g} {measure.unit}" if measure.limit else ""
    mark = "  ← over" if measure.limit and measure.value > measure.limit else ""
    return f"{measure.name:<46}{measure.value:>10.3f} {measure.unit:<4}{limit}{mark}"


def worked(action: Callable[[], object], *, times: int) -> float:
    """Seconds that the processor worked, in the quickest of several runs."""

    def once() -> float:
        start = process_time()
        action()
        return process_time() - start

    return min(once() for _ in range(times))


def run(command: list[object]) -> None:
    """Run to the end, out of sight."""
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


def median(action: Callable[[], object], *, times: int = 5) -> float:
    """Seconds of the middle of several runs."""
    return statistics.median(seconds(action) for _ in range(times))


def seconds(action: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = perf_counter()
    action()
    return perf_counter() - start
