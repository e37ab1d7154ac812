"""Named events and documents with their year: 'the Battle of Lund in 1676', 'the Act of 1559'."""

import re
from collections.abc import Iterator

from questions.annotate import joined
from questions.candidates import Candidate
from questions.dates import YEAR
from questions.figures import figured
from questions.items import AnswerType
from questions.story import Story
from questions.tree import Span

HAPPENINGS = (
    "Battle|Siege|War|Revolution|Rebellion|Revolt|Uprising|Rising|Massacre|Conquest|Mutiny|Riots|"
    "Earthquake|Fire|Flood|Famine|Congress|Council|Conference|Coup|Crisis|Referendum|Crusade"
)
DOCUMENTS = "Treaty|Act|Edict|Constitution|Convention|Protocol|Accords?|Agreement|Bull|Charter"
WORD = r"[A-Z][\w'’-]+"
NAME = (
    rf"((?:{WORD} ){{0,3}}(?:(?P<event>{HAPPENINGS})|{DOCUMENTS})"
    rf"(?: (?:of|on|in|for) (?:the )?{WORD}(?: {WORD})?)?)"
)
BEHIND = re.compile(
    rf"\b[Tt]he {NAME}(?: (?P<by>of|in) |,? \()"
    rf"(?:(?:\d\d? )?(?:[A-Z][a-z]+ )?(?:\d\d?, )?)?(?P<year>{YEAR})(?P<until>[-–—]{YEAR})?\b"
)
BEFORE = re.compile(rf"\b[Tt]he (?P<year>{YEAR}) {NAME}")


def events(story: Story) -> Iterator[Candidate]:
    """The year of every event or document that stands beside its name."""
    done: set[str] = set()
    for number, sentence in enumerate(story.reading.sentences):
        if not figured(story, number):
            continue
        text = joined(story.reading, list(sentence))
        for found in (*BEHIND.finditer(text), *BEFORE.finditer(text)):
            name = found[1] if found.re is BEHIND else found[2]
            bare = name in HAPPENINGS.split("|") or name in DOCUMENTS.split("|")
            if name in done or bare or outside(story, sentence, found):
                continue
            done.add(name)
            yield dated(story, sentence, name, found)


def outside(story: Story, sentence: Span, found: re.Match[str]) -> bool:
    """Whether 'in 1676' may tell of the verb: 'He described the Battle of Lund in 1690'."""
    if found.groupdict().get("by") != "in":
        return False
    offsets = story.reading.offsets
    places = range(offsets[sentence.start] + found.start(), offsets[sentence.start] + found.end())
    inside = [t for t in sentence if offsets[t.i] in places]
    before = next((t for t in reversed(inside) if t.lower_ == "in"), None)
    return before is None or before.head not in inside or before.head.dep_ == "dobj"


def dated(story: Story, sentence: Span, name: str, found: re.Match[str]) -> Candidate:
    """The question for the year of one event or document."""
    number = story.reading.numbers[sentence.start]
    until = found.groupdict().get("until")
    if found["event"] is None:
        stem = f"From which year does the {name} date?"
    elif until:
        stem = f"In which year did the {name} begin?"
    else:
        stem = f"In which year did the {name} take place?"
    return Candidate(
        stem,
        found["year"],
        AnswerType.DATE,
        "year",
        number,
        number,
        0.65,
        traits=("year of a named event",),
    )
