"""The words of the item bank."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from questions import Item
from quizapp.assessment.bank import Band, Finding, Flag, Shown, Sort, Status, band
from quizapp.assessment.concerns import Concern
from quizapp.assessment.reporting import Reason

STATUSES = {
    Status.NEW: "New",
    Status.APPROVED: "Approved",
    Status.RETIRED: "Retired",
    Status.DRAFT: "Draft",
    Status.DISCARDED: "Discarded",
}
STATUS_HINTS = {
    Status.NEW: "Nobody has judged it yet; quizzes ask it.",
    Status.APPROVED: "You have found it good; quizzes ask it.",
    Status.RETIRED: "Quizzes do not ask it any more.",
    Status.DRAFT: "It may need a small change; nothing asks it until you approve it.",
    Status.DISCARDED: "You have not wanted this draft; nothing asks it.",
}
DECIDED = {
    Status.NEW: "{} new again.",
    Status.APPROVED: "{} approved.",
    Status.RETIRED: "{} retired. Quizzes do not ask them from now on.",
    Status.DRAFT: "{} kept as drafts.",
    Status.DISCARDED: "{} discarded.",
}
SHOWN = {
    Shown.IN_USE: "In use",
    Shown.NEW: "New",
    Shown.APPROVED: "Approved",
    Shown.RETIRED: "Retired",
    Shown.ALL: "All but drafts",
    Shown.DRAFT: "Drafts",
    Shown.DISCARDED: "Discarded drafts",
}
FLAGS = {
    Flag.REPORTED: "Reported",
    Flag.PROPOSED: "New wording waits",
    Flag.EDITED: "Edited by hand",
}
BANDS = {
    Band.EASY: "Easy",
    Band.MEDIUM: "Medium",
    Band.HARD: "Hard",
}
CONCERNS = {
    Concern.OUTDONE: (
        "check the key",
        "A distractor was the first choice of more people than the key.",
    ),
    Concern.NEGATIVE: (
        "misleads",
        "People who do well in the quiz do worse here: is the key right?",
    ),
    Concern.HARD: (
        "very hard",
        "Fewer than 30 % got it right at the first try, hardly more than by guessing.",
    ),
    Concern.EASY: (
        "very easy",
        "More than 90 % got it right at the first try, so that it tells nobody apart.",
    ),
    Concern.WEAK: ("tells little", "Those who know more do hardly better at it than the others."),
    Concern.IDLE: (
        "idle distractors",
        "Two of its distractors or more were each the first choice of fewer than 5 %.",
    ),
}
FINDINGS: dict[Finding | Concern, str] = {
    Finding.UNTRIED: "Not answered yet",
    Finding.FEW: "Fewer than ten answers",
    Finding.GOOD: "Works well",
    Finding.DOUBTFUL: "Have a look at it",
    **{concern: short.capitalize() for concern, (short, _) in CONCERNS.items()},
}
SORTS = {
    Sort.NEWEST: "Newest first",
    Sort.EASIEST: "Easiest first",
    Sort.HARDEST: "Hardest first",
}
REASONS = {
    Reason.KEY_WRONG: "The answer given as right is wrong",
    Reason.TWO_RIGHT: "Another option is right as well",
    Reason.UNCLEAR: "It is not clear what is asked",
    Reason.LANGUAGE: "Grammar or spelling",
    Reason.OTHER: "Something else",
}
FLAWS = {
    "badly formed stem": "The question has no question mark, or looks cut off.",
    "stem too short or too long": "Good questions have 4 to 28 words.",
    "nothing is said": "The question asks what somebody said without saying what about.",
    "signs that are no English": "There are signs that English text does not have.",
    "pronoun without its noun": "A pronoun (he, it, this …) leaves open whom or what it means.",
    "nothing specific in the stem": "Nothing in the question tells which event or thing is meant.",
    "too little is said": "The question says so little that it could mean several things.",
    "a name said twice": "A name is said twice in the question.",
    "a word said twice": "A word is said twice in the question.",
    "evidence is not in the text": "The evidence is not in the article.",
    "evidence is a part of a sentence": "The evidence begins or ends within a sentence.",
    "key is not in the evidence": "The right answer does not stand in the evidence.",
    "key's word in the stem": "The question shares a word with the right answer alone.",
    "as many as the stem lists": "The answer is how many years the question lists.",
    "the headline gives the key": "The title of the article gives the answer away.",
    "two options alike": "Two options are alike.",
    "key is the longest option": "The right answer is by far the longest option.",
    "options of uneven length": "The options differ much in length, which gives a hint.",
    "absolute or vague words": "Words such as always, never or usually, or “all of the above”, "
    "tell test-wise readers what to choose.",
    "numbers out of order": "The numbers are not in ascending order.",
    "negative stem": "The question asks what is not so, which is easily overread.",
}


def flaw(name: str) -> str:
    """What is wrong, said to whoever wrote it."""
    return FLAWS[name]


def bands(items: Iterable[Item]) -> list[str]:
    """How many items lie in each band, the easy ones first: `4 easy`, `6 medium`."""
    found = Counter(band(item.difficulty) for item in items)
    return [f"{found[each]} {BANDS[each].lower()}" for each in Band if found[each]]


def band_name(difficulty: float) -> str:
    """Word for a difficulty."""
    return BANDS[band(difficulty)]


FILTERS: dict[str, Callable[..., Any]] = {
    "flaw": flaw,
    "band_name": band_name,
    "bands": bands,
    "concern": CONCERNS.__getitem__,
    "status_name": STATUSES.__getitem__,
    "status_hint": STATUS_HINTS.__getitem__,
    "reason": REASONS.__getitem__,
}
