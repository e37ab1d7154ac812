"""Tokens to words that can be understood without the article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from questions import lexicon
from questions.references import describe, introduced, refer
from questions.story import Story
from questions.trimming import noun_phrase

REFLEXIVES = frozenset("himself herself itself themselves".split())
NOMINAL = frozenset(("dobj", "pobj", "nsubj", "nsubjpass", "conj"))
NAMING = frozenset(("ORG", "LOC", "FAC", "EVENT", "GPE", "NORP"))
BOUND = frozenset("his her its their him them".split()) | REFLEXIVES


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words for a stem or an option, and the first and last sentences needed to prove them."""

    text: str
    first: int
    last: int


class Unclear(Exception):
    """Words that cannot be understood without the article; `word` is the one to blame."""

    def __init__(self, word: str) -> None:
        self.word = word
        super().__init__(f"“{word}” cannot be understood without the article")


def phrase(story: Story, tokens: Sequence[Token], *, bound: Token | None = None) -> Phrase:
    """The tokens in words.

    A possessive may refer to `bound`, the head of a subject that stands in the same stem.
    Raises Unclear where something in them cannot be understood alone.
    """
    words: list[str] = []
    sentences = {story.sentence(t) for t in tokens}
    present = {t.i for t in tokens}
    skip: set[int] = set()
    for token in tokens:
        if token.i in skip:
            continue
        text, used, sentence = word(story, token, present, bound)
        skip |= used
        sentences.add(sentence)
        glue = token.whitespace_ if not used else story.reading.doc[max(used)].whitespace_
        last = max(used, default=token.i)
        follows = last + 1 in present
        words.append(text + (glue if follows else " "))
    if not words:
        raise Unclear("")
    return Phrase(tidy("".join(words)), min(sentences), max(sentences))


def word(
    story: Story, token: Token, present: set[int], bound: Token | None
) -> tuple[str, set[int], int]:
    """One word, or a whole mention: its text, the other tokens it covers, the sentence it needs."""
    here = story.sentence(token)
    mention = mention_from(story, token, present)
    if mention is not None:
        end, name = mention
        return name, set(range(token.i + 1, end + 1)), here
    if token.lower_ in lexicon.PRONOUNS and token.pos_ in ("PRON", "DET"):
        return pronoun(story, token, bound)
    if token.lower_ in lexicon.ANAPHORIC and token.dep_ in NOMINAL:
        raise Unclear(token.text)
    if token.lower_ in lexicon.COMPARING and token.dep_ in ("amod", "predet"):
        raise Unclear(token.text)
    if token.text in lexicon.MONTHS and token.pos_ == "PROPN" and not dated(token):
        raise Unclear(token.text)
    ordinal = token.dep_ == "amod" and token.ent_type_ == "ORDINAL"
    if ordinal and any(c.lower_ in ("a", "an") for c in token.head.children):
        raise Unclear(f"a {token.text} {token.head.text}")
    if token.lower_ in lexicon.RELATIVE_TIMES or token.text in lexicon.WEEKDAYS:
        raise Unclear(token.text)
    if token.lower_ == "the" and token.dep_ == "det":
        return definite(story, token, present)
    return cased(story, token), set(), here


def dated(month: Token) -> bool:
    """Whether a day or a year stands beside a month."""
    beside = month.doc[max(0, month.i - 1) : month.i + 2]
    return any(t.text[0].isdigit() for t in beside)


def mention_from(story: Story, token: Token, present: set[int]) -> tuple[int, str] | None:
    """The end and the full name of a person's mention that starts here, its title left out."""
    names = story.names
    for end in range(token.i, min(token.i + 12, len(story.reading.doc))):
        if end in names.person_at and end in present:
            return (end, names.person_at[end].name) if names.starts[end] <= token.i else None
    return None


def pronoun(story: Story, token: Token, bound: Token | None) -> tuple[str, set[int], int]:
    """A relative 'that', a possessive of the stem's own subject, or the name of who is meant."""
    here = story.sentence(token)
    if token.lower_ == "that" and token.tag_ in ("WDT", "IN"):
        return "that", set(), here
    if token.lower_ in BOUND and bound is not None and agree(story, token, bound):
        return token.lower_, set(), here
    referent = refer(story, token)
    if referent is None:
        raise Unclear(token.text)
    return referent.text, set(), referent.sentence


def agree(story: Story, pronoun: Token, subject: Token) -> bool:
    """Whether a pronoun can mean the subject: person, thing or several."""
    plural = subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)
    if pronoun.lower_.startswith(("their", "them")):
        return plural
    if plural or story.sentence(pronoun) != story.sentence(subject):
        return False
    personal = story.person(subject) is not None or subject.lower_ in ("he", "she")
    return personal != pronoun.lower_.startswith("it")


def definite(story: Story, token: Token, present: set[int]) -> tuple[str, set[int], int]:
    """'the' where the noun behind it is clear; an event taken up again gets its first words."""
    noun, here = token.head, story.sentence(token)
    if clear(story, noun, present):
        return "the", set(), here
    bare = not any(c.dep_ in ("amod", "compound") for c in noun.children)
    meant = describe(story, noun) if bare else None
    if meant is not None:
        return meant.text, {noun.i}, meant.sentence
    first = introduced(story, noun)
    if first is None or any(c.dep_ in ("amod", "compound") for c in noun.children):
        raise Unclear(f"the {noun.text}")
    words = [t for t in noun_phrase(first) if t.i <= first.i and t.dep_ != "det"]
    text = "the " + "".join(story.reading.text(t) + t.whitespace_ for t in words).strip()
    return text, {noun.i}, story.sentence(first)


def clear(story: Story, noun: Token, present: set[int]) -> bool:
    """Whether 'the NOUN' says which one: by a name, a complement, a superlative or the headline."""
    if noun.lower_ == "old":
        return False  # 'the 26-year-old'
    named = noun.pos_ == "PROPN" or noun.ent_type_ in NAMING
    known = noun.lemma_.lower() in lexicon.UNIQUE | story.headline_words | story.topics
    return named or known or any(identifies(c) for c in noun.children if c.i in present)


def identifies(child: Token) -> bool:
    """Whether a part of a noun phrase tells which thing is meant."""
    if child.dep_ == "prep":
        return child.lower_ in ("of", "for") or any(t.pos_ == "PROPN" for t in child.subtree)
    named = child.pos_ == "PROPN" or child.ent_type_ in NAMING | {"DATE", "PERSON", "ORDINAL"}
    return named or child.tag_ in ("JJS", "RBS") or child.dep_ in ("relcl", "acl")


def cased(story: Story, token: Token) -> str:
    """The token's text; the first word of a sentence in lower case unless it is a name."""
    text = story.reading.text(token)
    opening = token.is_sent_start or (token.i and token.nbor(-1).text in ('"', ":", "("))
    name = token.pos_ == "PROPN" or token.ent_type_ in ("GPE", "NORP", "PERSON", "ORG", "LOC")
    if (
        not opening
        or (name and text.lower() not in story.lower_words)
        or (len(text) > 1 and text.isupper())
    ):
        return text
    return text[0].lower() + text[1:]


def tidy(text: str) -> str:
    """One space between words, none before punctuation."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r" ([,.;:?!%)]|['’]s\b|n['’]t\b)", r"\1", text)
    return re.sub(r"([($€£]) ", r"\1", text)


def sentence_case(text: str) -> str:
    """With a capital at its start."""
    return text[:1].upper() + text[1:]
