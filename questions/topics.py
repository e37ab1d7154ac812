"""Nouns that stand for the one such thing of an article wherever it takes them up."""

from collections import Counter
from collections.abc import Iterator

from questions import lexicon
from questions.annotate import Reading

FAMILIES = {word: min(words) for words in reversed(lexicon.SAME_EVENT) for word in words}
OTHERS = frozenset("another other second third new next each every any this that".split())


def topic_nouns(reading: Reading) -> Iterator[str]:
    """Lemmas, or families of them, with two or more definite singular mentions and no rival.

    A rival is a second 'a law', 'another law', or 'laws'.
    """
    definite: Counter[str] = Counter()
    rival: Counter[str] = Counter()
    for noun in (t for t in reading.doc if t.pos_ == "NOUN"):
        determiners = {c.lower_ for c in noun.children if c.dep_ in ("det", "amod", "nummod")}
        named = any(c.pos_ == "PROPN" for c in noun.children)
        name = family_name(noun.lemma_.lower())
        if noun.tag_ == "NN" and "the" in determiners and not named:
            definite[name] += 1
        rival[name] += bool(determiners & {"a", "an"}) + 2 * bool(determiners & OTHERS)
        rival[name] += 2 * (noun.tag_ == "NNS")
    topics = {name for name, count in definite.items() if count >= 2 and rival[name] <= 1}
    yield from topics
    yield from (word for f in lexicon.SAME_EVENT if min(f) in topics for word in f)


def family_name(lemma: str) -> str:
    """The lemma, or the first of the nouns that may stand for the same thing."""
    return FAMILIES.get(lemma, lemma)
