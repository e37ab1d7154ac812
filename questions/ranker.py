"""How likely an editor is to print an item unchanged: a small model learned from judged items.

Logistic regression over what the item was made of and what can be counted in it. The weights are
`data/ranker.json`; `tests/ranker/train.py` makes them from the judgements beside it.
"""

import json
import math
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from questions.candidates import Candidate
from questions.concordance import SHORT, threes
from questions.items import AnswerType, Evidence
from questions.persons import Person
from questions.senses import senses
from questions.specific import vague
from questions.story import Story
from questions.text import content

Features = dict[str, float]


def features(
    story: Story, candidate: Candidate, options: Sequence[str], evidence: Evidence
) -> Features:
    """The names and values of everything the model looks at; what is absent is nought."""
    wrong = [option for option in options if option != candidate.key]
    known = sum(story.says_lower(option.lower()) for option in wrong)
    named = {
        f"{candidate.answer_type} among {known} of the article": 1.0,
        f"type {candidate.answer_type}": 1.0,
        f"{candidate.answer_type} undated": float(not TIME.search(candidate.stem)),
        f"kind {candidate.kind}": 1.0,
        f"asks {asking(candidate.stem)}": 1.0,
        f"opens {candidate.stem.split()[0].lower()}": 1.0,
        f"hedge {candidate.quantity.hedge if candidate.quantity else ''}": 1.0,
        **dict.fromkeys(candidate.traits, 1.0),
        **{f"doubt {doubt.name.lower()}": 1.0 for doubt in candidate.doubts},
    }
    found = counted(story, candidate, options, evidence)
    doc = story.reading.doc
    people = peopled(story, candidate)
    return named | found | people | quoted(candidate.stem) | senses(doc.vocab, candidate.stem)


def asking(stem: str) -> str:
    """The question word, with the noun or adverb behind it."""
    words = [w.lower().strip(",“”") for w in stem.split()]
    at = next((n for n, w in enumerate(words) if w in WH), 0)
    return " ".join(words[at : at + 2]) if words[at] in ("how", "which", "what") else words[at]


PARTICLES = frozenset("in on at for with over under inside up down off out away to from".split())
COURTESY = frozenset("Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. Sir Dame Lord Lady".split())
TIME = re.compile(
    r"\b((?:1[5-9]|20)\d\d|(?:half-?)?year(?:ly)?|quarter(?:ly)?|month(?:ly)?|week|season|annual|"
    r"(?:first|second) half|January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b"
)
# 'the pledge' with nothing behind it that would tell which.
BARE = re.compile(
    r"\b[Tt]he ([a-z]+)(?=[?,]| (?:is|was|were|are|had|has|have|did|does|do|will|would|could|can|"
    r"to|in|on|at|for|from|by|with|as|and|when|before|after|until|since|[a-z]+ed)\b)"
)
THING = re.compile(r"\b(it|this|that|these|those|there)\b", re.IGNORECASE)
SOMEBODY = re.compile(r"\b(he|him|his|she|her|they|them|their)\b", re.IGNORECASE)
POINTING = re.compile(r"(it|this|that|he|she|they)\b", re.IGNORECASE)
SELF = re.compile(r"\b(i|me|my|we|us|our)\b", re.IGNORECASE)
WH = frozenset("who whom what which when where why how".split())


def counted(
    story: Story, candidate: Candidate, options: Sequence[str], evidence: Evidence
) -> Features:
    """Lengths, places and frequencies, each scaled to about 0..1."""
    article, stem, key = story.reading.article, candidate.stem, candidate.key
    dated = candidate.answer_type == AnswerType.DATE
    return {
        **worded(stem),
        **familiar(story, stem),
        **placed(story, candidate, evidence),
        **offered(story, key, options),
        "vague": float(vague(stem, article.title, dated=dated)),
    }


def worded(stem: str) -> Features:
    """What a stem shows by itself."""
    words = stem.split()
    return {
        "stem length": len(words) / 20,
        "short stem": float(len(words) < 7),
        "long stem": float(len(words) > 20),
        "commas": stem.count(",") / 2,
        "names in stem": sum(w[0].isupper() for w in words[1:]) / 4,
        "digits in stem": float(any(c.isdigit() for c in stem)),
        "quotation in stem": float("“" in stem),
        "ends on a particle": float(words[-1].rstrip("?") in PARTICLES),
        "courtesy title": float(bool(COURTESY & set(words))),
        "question opens": float(words[0].lower() in WH),
        "the": words.count("the") / 4,
        "a": float(bool({"a", "an"} & set(words))),
    }


def familiar(story: Story, stem: str) -> Features:
    """How far the words of a stem are those of the article's headline, or rare in it."""
    title, meant = story.title_words, content(stem)
    frequent = [len(story.where.get(w, ())) for w in meant]
    return {
        "title words": sum(w in title for w in meant) / max(1, len(meant)),
        "rare words": sum(n <= 1 for n in frequent) / max(1, len(frequent)),
        "main nouns": sum(w in story.main_words for w in meant) / 3,
        "bare nouns": min(3, sum(noun not in title for noun in BARE.findall(stem))) / 3,
    }


def placed(story: Story, candidate: Candidate, evidence: Evidence) -> Features:
    """Where in the article the evidence stands, and whose life it is of."""
    article, hero = story.reading.article, story.names.hero
    of_hero = hero is None or hero.surname in candidate.stem or hero.name == candidate.key
    return {
        "place": evidence.start / max(1, len(article.text)),
        "first sentence": float(candidate.first == 0),
        "long evidence": len(evidence.text.split()) / 40,
        "two sentences": float(candidate.first != candidate.last),
        "of another life": float(not of_hero),
        "article length": math.log(max(50, story.size)) / 7,
    }


def offered(story: Story, key: str, options: Sequence[str]) -> Features:
    """How often the article has the key and the others, and how unlike the options look."""
    wrong = [o for o in options if o != key]
    return {
        "key length": len(key.split()) / 5,
        "key again": min(3, story.times(key) - 1) / 3,
        "key's mentions": min(5, story.times(key.rpartition(" ")[2])) / 5,
        "options of the article": sum(story.says_lower(o.lower()) for o in wrong) / 3,
        "uneven options": spread([len(o) for o in options]),
    }


def peopled(story: Story, candidate: Candidate) -> Features:
    """How well readers know whom a stem names, and whether it has a pronoun for the key."""
    stem = candidate.stem.partition("“")[0]
    opened = (p for three in threes(stem) for p in story.once(passing).get(three, ()))
    times = (len(story.mentions.get(p.name, ())) for p in opened if p.name in stem)
    fewest = min(times, default=0)
    asks_who = candidate.answer_type == AnswerType.PERSON
    return {
        "somebody named once": float(fewest == 1),
        "somebody named twice": float(fewest == 2),
        "pronoun of the key": float(asks_who and bool(SOMEBODY.search(stem))),
    }


def passing(story: Story) -> dict[str, list[Person]]:
    """People whom the headline does not name, by the three characters that open their names."""
    found: defaultdict[str, list[Person]] = defaultdict(list)
    for person in story.names.people:
        if person.surname.lower() not in story.title_words:
            found[person.name[:SHORT]].append(person)
    return found


def quoted(stem: str) -> Features:
    """What a quotation in a stem leaves to be guessed; nothing where there is none."""
    found = re.search("“(.+?)”", stem)
    if found is None:
        return {}
    words = found[1].split()
    return {
        "quotation length": len(words) / 15,
        "quotation short": float(len(words) < 8),
        "quotation of a thing": float(bool(THING.search(found[1]))),
        "quotation of somebody": float(bool(SOMEBODY.search(found[1]))),
        "quotation of oneself": float(bool(SELF.search(found[1]))),
        "quotation opens with a pronoun": float(bool(POINTING.match(found[1]))),
    }


def spread(lengths: Sequence[int]) -> float:
    """How unlike lengths are: 0 all equal … 1."""
    return 1 - min(lengths) / max(lengths)


@cache
def model() -> Features:
    """The weights, the bias under ''."""
    with files("questions").joinpath("data/ranker.json").open(encoding="utf-8") as weights:
        found: Features = json.load(weights)
    return found


def probability(found: Features) -> float:
    """That an editor prints the item unchanged, 0..1."""
    weights = model()
    total = weights[""] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))
