"""The company whose results an article reports, to which its bare figures belong."""

import re

from questions.grammar import subject_of
from questions.story import Story
from questions.tree import Token

# What only a company books: its results, not those of anybody else in the text.
BOOKED = frozenset("income revenue profit earnings turnover sale ebitda".split())
DIVISIONS = frozenset("unit division segment arm business subsidiary brand".split())
PERIODS = frozenset("quarter year half month period".split())
SUBJECTS = ("nsubj", "nsubjpass")
LEADING = 2
"""Sentences at the start of which one has the company for its subject."""
BEFORE = 2
"""Sentences before a figure in which nobody else may act."""


def issuer(story: Story) -> str | None:
    """The organization of the headline that the first sentences say something of, briefly named."""
    for sentence in story.reading.sentences[:LEADING]:
        subject = subject_of(sentence.root)
        body = story.names.entity_at.get(subject.i) if subject is not None else None
        if subject is None or body is None or not body.is_organization:
            continue
        short = body.name.removeprefix("the ").split()[0]
        if short.lower().removesuffix("'s") in story.headline_words:
            return short if alone(story, short) else body.name
    return None


def speaks_of_itself(story: Story) -> bool:
    """Whether a company writes of itself: 'Lakeside, Inc. (the “Company”) today announced'."""
    return re.search(r"the [\"“]Company[\"”]\)", story.reading.doc.text) is not None


def headlined(story: Story) -> bool:
    """Whether the headline names an organization or 'company', as 'the company' may mean."""
    bodies = (e[0] for e in story.reading.doc.ents if e.label_ == "ORG")
    words = {t.lower_ for t in bodies} | {"company", "firm"}
    titled = {re.sub(r"['’]s$", "", w) for w in story.headline_words}
    return bool(words & titled)


def alone(story: Story, short: str) -> bool:
    """Whether the article uses the first word of a name for the whole of it."""
    return any(
        t.text == short and t.pos_ == "PROPN" and t.nbor(1).pos_ != "PROPN"
        for t in story.reading.doc[:-1]
    )


def books(story: Story, noun: Token) -> str | None:
    """'Corvane' for a bare 'net income', where nobody else's can be meant."""
    if not bare(noun) or (name := story.once(issuer)) is None:
        return None
    number = story.sentence(noun)
    if story.once(speaks_of_itself):
        return name
    start = story.reading.sentences[max(0, number - BEFORE)].start
    return None if any(acts(story, t, name) for t in story.reading.doc[start : noun.i]) else name


def opens(token: Token) -> Token | None:
    """The noun whose phrase begins with a token: 'profit' for the 'pre' of 'pre-tax profit'."""
    noun = token
    while noun.dep_ in ("compound", "amod", "advmod", "nmod") and noun.head.i > noun.i:
        noun = noun.head
    return noun if noun.left_edge == token else None


def bare(noun: Token) -> bool:
    """'revenue', 'pre-tax profit' as a subject, of which nothing else is said."""
    if (
        noun.lemma_.lower() not in BOOKED
        or noun.pos_ not in ("NOUN", "PROPN")
        or noun.dep_ not in SUBJECTS
    ):
        return False
    before = [t for t in noun.subtree if t.i < noun.i]
    owned = any(t.dep_ in ("det", "poss", "nummod") or t.pos_ == "PROPN" for t in before)
    behind = (c for c in noun.children if c.dep_ in ("prep", "relcl", "acl"))
    return not owned and all(periodic(c) for c in behind)


def periodic(child: Token) -> bool:
    """The end of 'revenue for the quarter' and 'earnings per share'."""
    nouns = [t for t in child.children if t.dep_ == "pobj"]
    timed = child.lower_ == "for" and all(t.lemma_ in PERIODS for t in nouns)
    return timed or (child.lower_ == "per" and all(t.lower_ == "share" for t in nouns))


def acts(story: Story, token: Token, name: str) -> bool:
    """Whether another organization is a subject or the owner of something here."""
    body = story.names.entity_at.get(token.i)
    acting = token.dep_ in (*SUBJECTS, "poss", "agent")
    other = body is not None and body.is_organization and not body.name.startswith(name)
    division = token.dep_ in SUBJECTS and token.lemma_.lower() in DIVISIONS
    return (acting and other) or division
