"""Where things are."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
QUIZAPP = Path(sys.executable).with_name("quizapp")
SAMPLE = ROOT / "quizapp" / "samples" / "notre-dame.md"
