"""Terms that the article itself introduces: 'The study of birds is called ornithology'."""

from collections.abc import Iterator
from dataclasses import dataclass

from lemminflect import getInflection

from questions import lexicon
from questions.annotate import joined
from questions.grammar import subject_of
from questions.story import Story
from questions.text import sentence_case
from questions.tree import Token
from questions.trimming import first_of, set_off

NAMING = frozenset(("call", "term", "name", "know"))
RESTRICTING = frozenset("of for between in around by from with within on under".split())
# Nouns that define nothing: 'a way of …', 'one of …'.
EMPTY = frozenset(
    "one way thing matter reason result kind sort type form example case part problem question "
    "name word term place lot number issue idea sign member son daughter winner source method "
    "policy move decision step practice work story history view change increase decrease "
    "combination success failure symbol".split()
)
UNTOLD = EMPTY | lexicon.ROLES
HEDGES = frozenset("probably perhaps possibly arguably maybe reportedly".split())
WORDS = 3


@dataclass(frozen=True, slots=True)
class Term:
    """A common noun that the article introduces, and the noun that tells what it means.

    `form` is how: 'named' by a passive, 'said' of a noun ('a wave called a bore'), or 'explained';
    `verb` is the verb of naming.
    """

    head: Token
    text: str
    meaning: Token
    form: str
    verb: Token | None = None

    @property
    def plural(self) -> bool:
        """Whether the term is plural."""
        return self.head.tag_ == "NNS"

    def written(self, *, plural: bool) -> str | None:
        """The term in one number; None where it may have no other than its own."""
        if plural == self.plural:
            return self.text
        counted = self.plural or any(c.lower_ in ("a", "an") for c in self.head.lefts)
        form = getInflection(self.head.lemma_.lower(), "NNS" if plural else "NN")
        before, _, last = self.text.rpartition(" ")
        noun = form[0] if last.islower() else sentence_case(form[0]) if form else ""
        return f"{before} {noun}".strip() if counted and form else None


def introductions(story: Story) -> Iterator[Term]:
    """Every term with the way it is introduced, in the article's order."""
    for token in story.reading.doc:
        if token.i in story.reading.quoted:
            continue
        if token.pos_ == "VERB" and token.tag_ == "VBN" and token.lemma_ in NAMING:
            yield from named(story, token)
        elif token.dep_ == "appos" and token.pos_ == "NOUN":
            yield from explained(story, token)
        elif token.dep_ == "attr" and token.pos_ == "NOUN":
            yield from defined(story, token)


def named(story: Story, verb: Token) -> Iterator[Term]:
    """'The gap is called the spread', 'a fluid known as a refrigerant'."""
    noun = next((t for t in name_given(verb) if t.i > verb.i), None)
    if noun is None:
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if subject is not None and subject.pos_ == "NOUN":
        yield from introduced(story, noun, subject, "named", verb)
    elif verb.dep_ == "acl" and verb.head.pos_ == "NOUN" and verb.i > verb.head.i:
        yield from introduced(story, noun, verb.head, "said", verb)


def name_given(verb: Token) -> Iterator[Token]:
    """What something is called, behind 'as' where the verb is 'known'."""
    for child in verb.children:
        if child.dep_ in ("oprd", "attr", "dobj") and verb.lemma_ != "know":
            yield child
        if child.lower_ == "as":
            yield from (c for c in child.children if c.dep_ == "pobj")


def explained(story: Story, noun: Token) -> Iterator[Term]:
    """'the xylem, a tissue of narrow tubes'."""
    first = first_of(noun)
    if not set_off(noun) or first.i < 2 or not restricted(noun):
        return
    # The parser may hang it on a noun further back; what is explained stands before the comma.
    term = first.nbor(-2)
    if term.pos_ == "NOUN" and not any(t.lower_ in HEDGES for t in noun.subtree):
        yield from introduced(story, term, noun, "explained", None)


def defined(story: Story, noun: Token) -> Iterator[Term]:
    """'A bond is a loan to a company', 'a bond, which is …'."""
    subject = subject_of(noun.head)
    if noun.head.lower_ not in ("is", "are") or subject is None or not restricted(noun):
        return
    if subject.tag_ == "WDT" and noun.head.dep_ == "relcl" and set_off(noun.head):
        subject = noun.head.head  # 'a dividend, which is a part of the profit'
    if subject.i < noun.i and subject.pos_ == "NOUN" and not subject.ent_type_:
        yield from introduced(story, subject, noun, "explained", None)


def restricted(noun: Token) -> bool:
    """Whether a description says enough to be a definition."""
    listed = any(c.lower_ == "and" for c in noun.children)
    if noun.lemma_.lower() in UNTOLD or listed or noun.dep_ == "conj":
        return False
    determiner = {c.lower_ for c in noun.children if c.dep_ in ("det", "poss", "nummod")}
    own = determiner <= {"a", "an", "the"} and (determiner or noun.tag_ == "NNS")
    behind = (c for c in noun.children if c.i > noun.i and not set_off(c))
    return bool(own) and any(
        c.dep_ in ("relcl", "acl") or (c.dep_ == "prep" and c.lower_ in RESTRICTING) for c in behind
    )


def introduced(
    story: Story, noun: Token, meaning: Token, form: str, verb: Token | None
) -> Iterator[Term]:
    """The term that a noun is, where it is a common noun of a few words and not the headline's."""
    words = [t for t in noun.lefts if t.dep_ in ("compound", "amod", "punct", "nmod")] + [noun]
    words = words if not any(t.is_punct and t.text != "-" for t in words) else [noun]
    others = [c for c in noun.lefts if c not in words and c.dep_ != "det"]
    text = joined(story.reading, words)
    plain = all(t.text[0].islower() or t.is_sent_start or t.is_punct for t in words)
    headline = {t.lemma_.lower() for t in words} <= story.headline_words
    owned = any(c.dep_ in ("prep", "relcl", "acl") and not set_off(c) for c in noun.rights)
    loose = form == "explained" and any(t.dep_ == "amod" for t in words)
    if loose and story.lowered.times(text.lower()) < 2:
        return
    if others or not plain or headline or owned or len(text.split()) > WORDS:
        return
    if noun.lower_ in lexicon.PRONOUNS or noun.lemma_.lower() in UNTOLD:
        return
    yield Term(noun, sentence_case(text), meaning, form, verb)
