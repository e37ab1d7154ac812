"""What speaks for each of the things that a pronoun may stand for, by name, for the model."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from questions import lexicon
from questions.antecedents import FORMS, PERSONAL, RELATIVE, SUBJECTS, Antecedent, woman
from questions.grammar import subject_of, verb_above
from questions.story import Story
from questions.subjects import own_subject
from questions.tree import Token

Features = dict[str, float]
# Verbs whose 'it' may stand for nothing.
EMPTY = frozenset("take seem appear rain snow happen turn".split())
MOST = 4


class Place(NamedTuple):
    """Where a pronoun stands: its case, and the subjects of its own verb and of all above it."""

    pronoun: Token
    case: str
    above: frozenset[int]
    nearest: int | None


def described(
    story: Story, pronoun: Token, choices: dict[Antecedent, list[int]]
) -> Iterator[Features]:
    """The features of 'none of them', then of each candidate in its order."""
    group = "person" if FORMS[pronoun.lower_] in PERSONAL else FORMS[pronoun.lower_]
    latest = sorted(choices, key=lambda what: -max(choices[what], default=-1))
    rows, place = [of_none(pronoun, len(choices))], place_of(pronoun)
    for what, at in choices.items():
        found = {**of_mentions(story, place, what, at), **of_antecedent(story, pronoun, what)}
        if at:
            rank = min(latest.index(what), 3)
            found[f"rank {rank}"] = 1.0
            if "hero" in found:
                found[f"hero's rank {rank}"] = 1.0
        if "hero" in found:
            found |= of_hero(story, pronoun, choices, at)
        rows.append({**found, f"one of {min(len(choices), MOST)}": 1.0})
    yield from ({f"{group} {name}": value for name, value in row.items()} for row in rows)


def of_none(pronoun: Token, many: int) -> Features:
    """What speaks for a pronoun that stands for nothing of these."""
    found = {"none": 1.0, f"none of {min(many, MOST)}": 1.0}
    if FORMS[pronoun.lower_] != "it":
        return found
    behind = {c.dep_ for c in pronoun.head.children if c.i > pronoun.head.i}
    told = {
        "none is": pronoun.head.lemma_ == "be" and bool(behind & {"acomp", "attr"}),
        "none before clause": bool(behind & {"ccomp", "xcomp", "advcl"}),
        f"none {pronoun.head.lemma_}": pronoun.head.lemma_ in EMPTY,
        f"none {role(pronoun)}": True,
    }
    return found | {name: 1.0 for name, there in told.items() if there}


def of_mentions(story: Story, there: Place, what: Antecedent, at: Sequence[int]) -> Features:
    """Where and how a candidate is mentioned before a pronoun."""
    if not at:
        return {"unseen": 1.0}
    present = of_last(story, there, what, at[-1]) | of_all(story, there, at)
    return {"mentions": math.log(1 + len(at)), **{n: 1.0 for n, there in present.items() if there}}


def of_last(story: Story, there: Place, what: Antecedent, at: int) -> dict[str, bool]:
    """What its last mention is, and how far away."""
    pronoun, own = there.pronoun, there.case
    last = story.reading.doc[at]
    far, place = story.sentence(pronoun) - story.sentence(last), role(last)
    again, relative = last.lower_ in FORMS, last.tag_ in RELATIVE
    determiners = {c.lower_ for c in last.children if c.dep_ in ("det", "poss")}
    bare = what.kind == "noun" and not again and not relative
    paragraphs = story.reading.paragraphs
    return {
        f"sentences {far}": True,
        f"{('here', 'before')[far] if far < 2 else 'far'} {place}": True,
        f"{own} {place} {min(far, 2)}": True,
        "joined": bool(last.conjuncts) and not again,
        "pronoun": again,
        f"pronoun {own} {place}": again,
        "relative": relative,
        f"relative {own}": relative,
        "other paragraph": paragraphs[last.i] != paragraphs[pronoun.i],
        f"determiner {kind_of(determiners)}": bare,
        f"noun {place}": bare and FORMS[pronoun.lower_] not in PERSONAL,
    }


def of_all(story: Story, there: Place, at: Sequence[int]) -> dict[str, bool]:
    """What all its mentions do: in the last one's sentence, as subjects, by name."""
    pronoun, own, above, nearest = there
    doc, here = story.reading.doc, story.sentence(pronoun)
    last = doc[at[-1]]
    far, root = here - story.sentence(last), subject_of(last.sent.root)
    acting = [i for i in at if doc[i].dep_ in SUBJECTS]
    told = [i for i in at if doc[i].lower_ not in FORMS and doc[i].tag_ not in RELATIVE]
    return {
        f"subject of sentence {min(far, 2)}": root is not None and root.i in at,
        f"subject {here - story.sentence(doc[acting[-1]]) if acting else 0}": bool(acting),
        f"above {own}": far == 0 and any(i in at for i in above),
        f"own subject {own}": far == 0 and nearest in at,
        f"named {here - story.sentence(doc[told[-1]]) if told else 'nowhere'}": True,
    }


def of_antecedent(story: Story, pronoun: Token, what: Antecedent) -> Features:
    """What a candidate is in the whole text."""
    words = {w.lower() for w in what.name.split()}
    person, hero = what.kind == "person", story.names.hero
    found = {f"kind {what.kind}": 1.0}
    if FORMS[pronoun.lower_] not in PERSONAL:
        named = what.kind == "entity" and bool(words & story.title_words)
        noun = what.kind == "noun"
        present = {
            "name in headline": named,
            "noun in headline": noun and what.name in story.headline_words,
            "topic": noun and what.name in story.topics,
        }
        return found | {name: 1.0 for name, there in present.items() if there}
    known = woman(story, what) is not None
    present = {
        f"sex {'known' if known else 'unknown'}": True,
        "hero": person and hero is not None and hero.name == what.name,
        "not hero": person and hero is not None and hero.name != what.name,
        "in headline": person and what.name.split()[-1].lower() in story.title_words,
        "kin": what.kind == "noun" and what.name in lexicon.KIN,
    }
    share = len(story.mentions.get(what.name, ())) / story.once(size) if person else 0.0
    return found | {"share": share} | {name: 1.0 for name, there in present.items() if there}


def of_hero(
    story: Story, pronoun: Token, choices: dict[Antecedent, list[int]], at: Sequence[int]
) -> Features:
    """What speaks for the person whose life the text tells."""
    others = [w for w in choices if w.kind != "noun"]
    far = story.sentence(pronoun) - story.reading.numbers[at[-1]] if at else 9
    said = story.once(spoken)
    return {
        f"hero of {min(len(others), 3)} named": 1.0,
        f"hero of {min(len(choices), 3)}": 1.0,
        f"hero {min(far, 3)} sentences before": 1.0,
        "hero's share of pronouns": said.get(FORMS[pronoun.lower_], 0) / max(1, sum(said.values())),
        f"hero's {grammatical_case(pronoun)}": 1.0,
    }


def spoken(story: Story) -> Counter[str]:
    """How often the text has each personal pronoun."""
    return Counter(
        form
        for t in story.reading.doc
        if (form := FORMS.get(t.lower_)) in PERSONAL and t.i not in story.reading.quoted
    )


def size(story: Story) -> int:
    """How often people are mentioned, at least once."""
    return max(1, len(story.names.person_at))


def place_of(pronoun: Token) -> Place:
    """Where it stands, found once for all that it may stand for."""
    above = frozenset(s.i for a in pronoun.ancestors if (s := own_subject(a)) is not None)
    verb = verb_above(pronoun)
    nearest = own_subject(verb) if verb is not None else None
    return Place(pronoun, grammatical_case(pronoun), above, nearest.i if nearest else None)


def grammatical_case(pronoun: Token) -> str:
    """Whether a pronoun is a subject, a possessive or an object."""
    if pronoun.dep_ in SUBJECTS:
        return "subject"
    return "possessive" if pronoun.tag_ == "PRP$" else "object"


def role(token: Token) -> str:
    """What a mention is in its clause."""
    match token.dep_:
        case "nsubj" | "nsubjpass":
            return "subject"
        case "dobj" | "dative" | "oprd":
            return "object"
        case "pobj":
            return "agent" if token.head.dep_ == "agent" else "pobj"
        case "conj" | "poss" | "appos" | "attr":
            return token.dep_
    return "other"


def kind_of(determiners: set[str]) -> str:
    """The sort of article or possessive before a noun."""
    if determiners & {"a", "an"}:
        return "a"
    if "the" in determiners:
        return "the"
    return "other" if determiners else "none"
