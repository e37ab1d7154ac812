"""The period that a company's results are of, for figures that do not say it themselves."""

import re
from dataclasses import replace

from questions.candidates import Candidate
from questions.issuers import LEADING, issuer, speaks_of_itself
from questions.items import AnswerType
from questions.openings import before_speaker
from questions.story import Story

PERIOD = re.compile(
    r"\b(first|second|third|fourth|final)[ -]((?:fiscal |financial )?(?:quarter|half))\b",
    re.IGNORECASE,
)
MONTHS = re.compile(
    r"\bthe (?:three|six|nine|twelve|12) months (?:ended|ending|to|through) "
    r"(?:\d\d? [A-Z][a-z]+|[A-Z][a-z]+\.? \d\d?)(?:,? \d{4})?"
)
BOOKED = re.compile(
    r"\b(?:revenues?|sales|turnover|income|earnings|profits?|ebitda)\b", re.IGNORECASE
)
COMPARED = re.compile(r"\b(?:a|the) year (?:ago|earlier|before)\b", re.IGNORECASE)
# What says that a figure is of another time, or of none.
TIMED = re.compile(
    r"\b(?:(?:1[5-9]|20)\d\d|from [$€£]?\d|quarter(?:ly)?|half|years?|annual(?:ly)?|months?|weeks?|"
    r"expects?|forecasts?|guidance|outlook|now|since|sees?|will|would|should|could|may)\b",
    re.IGNORECASE,
)


def dated(story: Story, candidate: Candidate) -> Candidate:
    """The candidate with 'in the third quarter' at its end, where its figure is surely of that."""
    if candidate.answer_type not in (AnswerType.MONEY, AnswerType.PERCENT):
        return candidate
    told = story.reading.evidence(candidate.first, candidate.last).text
    past = re.search(r"\b(?:did|was|were)\b", candidate.stem) is not None
    other = TIMED.search(COMPARED.sub("", f"{candidate.stem} {told}"))
    if not past or other is not None or not BOOKED.search(candidate.stem):
        return candidate
    period = story.once(of_results)
    if period is None:
        return candidate
    asked = before_speaker(candidate.stem.removesuffix("?"), f"in {period}")
    return replace(candidate, stem=f"{asked}?")


def of_results(story: Story) -> str | None:
    """The only quarter, half or months that the headline and the opening name; of a company."""
    if story.once(issuer) is None and not story.once(speaks_of_itself):
        return None
    opening = [s.text for s in story.reading.sentences[:LEADING]]
    text = " ".join([story.reading.article.title, *opening])
    found = {f"the {' '.join(words).lower()}" for words in PERIOD.findall(text)}
    found = found or set(MONTHS.findall(text))
    return found.pop() if len(found) == 1 else None
