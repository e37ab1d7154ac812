"""Items as they can be written: what nobody sees is left out, what would not read back refused."""

from dataclasses import replace

from questions.documents import clean
from questions.errors import FormatError
from questions.items import Item

LEVELS = {"easy": (0.0, 0.55), "medium": (0.55, 0.68), "hard": (0.68, 1.01)}
"""Difficulties from the first up to, but without, the second, so cut that about as many estimates
lie in each; where a format has tags, an item gets one of these."""

USUAL = {"easy": 0.45, "medium": 0.6, "hard": 0.75}
"""Difficulty of an item of which no more is known than its level."""


def visible(item: Item) -> Item:
    """The item with its texts cleaned; raises FormatError where one is then empty or twice."""
    stem, options = clean(item.stem), tuple(map(clean, item.options))
    place = f"item {item.id}"
    if not stem:
        raise FormatError(place, "has an empty stem")
    if not all(options):
        raise FormatError(place, "has an empty option")
    if len(set(options)) < len(options):
        raise FormatError(place, "has two options that look alike")
    evidence = replace(item.evidence, text=clean(item.evidence.text))
    explanation = clean(item.explanation)
    return replace(item, stem=stem, options=options, evidence=evidence, explanation=explanation)


def in_line(text: str) -> str:
    """All in one line, for a place that holds no more."""
    return " ".join(clean(text).split())


def level(difficulty: float) -> str:
    """Which of `LEVELS` a difficulty is."""
    return next(name for name, (_, end) in LEVELS.items() if difficulty < end)


def difficulty(tag: str) -> float | None:
    """What is usual for a level, or None for another tag."""
    return USUAL.get(tag)


def tags(item: Item) -> tuple[str, str]:
    """What an item is tagged with where a format has tags: the kind of its key, and a level."""
    return item.answer_type.value, level(item.difficulty)


def category(title: str) -> str:
    """An article as a category of Moodle's; a slash in a name is doubled."""
    return f"$course$/top/{in_line(title).replace('/', '//')}"
