"""Whether a question has a word by which a reader who knows the headline finds what is meant."""

import re
from collections.abc import Iterable

from questions import lexicon
from questions.candidates import Key
from questions.circles import is_human
from questions.facts import Clause
from questions.story import Story
from questions.text import meaning
from questions.tree import Token

# Endings in which a word of the headline and one of the question may differ.
ENDINGS = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|ers?|ly)$")

# Words of a title that says what an article is about, not what happened.
NAMING = 3


def adrift(story: Story, clause: Clause, key: Key, text: str) -> bool:
    """'How many excavators did an army convoy carry?': something new, and nothing known beside."""
    if not story.headline_words or about_a_place(story):
        return False
    done = clause.body if key.asks == "Who" else ()
    held = (t for t in done if t.head.dep_ == "dobj" and t.head.head == clause.verb)
    asked = held if key.is_subject else clause.subject_words
    novel = any(new(t, key) for t in asked) or (not key.is_subject and some(clause))
    return novel and not anchored(story, text)


def some(clause: Clause) -> bool:
    """'records', 'data': several of a kind and no word more; 'rescuers' are those of the event."""
    lemma = clause.subject.lemma_.lower()
    people = is_human(lemma) or lemma in lexicon.ROLES | {"police"}
    return clause.subject.tag_ == "NNS" and len(clause.subject_words) == 1 and not people


def about_a_place(story: Story) -> bool:
    """Whether the title is a bare name that is no person's, so that everything is told of it."""
    return story.names.hero is None and len(story.reading.article.title.split()) <= NAMING


def new(token: Token, key: Key) -> bool:
    """The article or number of a thing that is merely one of its kind, without a complement."""
    if token.i in key.tokens or any(c.dep_ == "prep" for c in token.head.children):
        return False
    return token.lower_ in ("a", "an") or (token.dep_ == "nummod" and token.head.tag_ == "NNS")


def anchored(story: Story, text: str) -> bool:
    """Whether a text has a figure, a name or a word of the headline."""
    named = any(w[0].isdigit() or w[0].isupper() for w in re.findall(r"\w+", text)[1:])
    return named or not stems(meaning(text)).isdisjoint(story.once(headlines))


def headlines(story: Story) -> frozenset[str]:
    """The headline's words without their endings, and what its event may be called as well."""
    words = meaning(story.reading.article.title)
    events = (w for f in lexicon.SAME_EVENT if f & words for w in f)
    return stems(words) | stems(events)


def stems(words: Iterable[str]) -> frozenset[str]:
    """Words without their endings."""
    return frozenset(ENDINGS.sub("", word) for word in words)
