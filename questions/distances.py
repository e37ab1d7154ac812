"""How far one named place lies from another: 'Kosta, about 310 kilometres south of Varna'."""

import re
from collections.abc import Iterator

from questions import lexicon
from questions.amounts import asking
from questions.candidates import Candidate
from questions.figures import figured
from questions.items import AnswerType
from questions.quantities import ABOUT, NUMBER, parse
from questions.story import Story

NAME = r"[A-Z][\w’'-]+(?: (?:de |del |la |al-)?[A-Z][\w’'-]+){0,3}"
UNITS = "|".join(sorted((*lexicon.LENGTHS, *lexicon.LENGTHS.values()), key=len, reverse=True))
WAY = r"(?:due )?(?:north|south|east|west)(?:-?(?:north|south)?-?(?:east|west))?"
# 'Kosta, a port about 310 km (190 miles) south of Varna'.
APART = re.compile(
    rf"\b(?P<name>{NAME}), (?:an? (?:[a-z-]+ ){{1,3}})?(?P<hedge>(?:{'|'.join(ABOUT)}) )?"
    rf"(?P<number>{NUMBER})[ -]?(?P<unit>{UNITS})s?(?: \([^)]*\))? "
    rf"(?P<way>{WAY}) of (?P<other>(?:the )?{NAME})"
)
PLACES = ("GPE", "LOC", "FAC")


def distances(story: Story) -> Iterator[Candidate]:
    """'About how many kilometres south of Varna is Kosta?' for each distance told behind a name."""
    for number, text in enumerate(story.texts):
        for found in APART.finditer(text) if figured(story, number) else ():
            candidate = apart(story, number, found)
            if candidate is not None:
                yield candidate


def apart(story: Story, number: int, found: re.Match[str]) -> Candidate | None:
    """The question for one distance; none for what is no place."""
    last = found["name"].split()[-1]
    words = [t for t in story.reading.sentences[number] if t.text == last]
    quantity = parse(f"{found['hedge'] or ''}{found['number']}")
    if quantity is None or quantity.value < 2 or not any(t.ent_type_ in PLACES for t in words):
        return None
    unit = lexicon.LENGTHS.get(found["unit"], found["unit"])
    asked = asking(f"how many {unit} {found['way']} of", quantity)
    return Candidate(
        f"{asked} {found['other']} is {found['name']}?",
        quantity.text,
        AnswerType.NUMBER,
        unit,
        number,
        number,
        0.7,
        quantity,
        traits=("distance",),
    )
