"""The article understood so far: its parse and its names, and what a mention refers to."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Span, Token

from questions import lexicon
from questions.annotate import Reading
from questions.gazetteer import country_of, find
from questions.names import Names, find_names
from questions.persons import Person
from questions.text import tokens

YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
KILLING = frozenset(("kill", "murder", "assassinate"))
OTHERS = frozenset("another other second third new next each every any this that".split())


@dataclass(frozen=True)
class Story:
    """A Reading with its names."""

    reading: Reading
    names: Names

    @cached_property
    def headline_words(self) -> frozenset[str]:
        """Lemmas of the title's words, in lower case; none where the title is only an opening."""
        title = self.reading.article.title
        if title.endswith("…"):
            return frozenset()
        known = {t.lower_: t.lemma_.lower() for t in self.reading.doc}
        words = {w.strip("'’\"“”,.:;!?()").lower() for w in title.split()}
        return frozenset(words | {known[w] for w in words if w in known})

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Words that the article writes in lower case somewhere."""
        return frozenset(t.text for t in self.reading.doc if t.text.islower())

    @cached_property
    def topics(self) -> frozenset[str]:
        """Nouns that the article takes up again and again with 'the' as its one such thing."""
        return frozenset(topic_nouns(self.reading))

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The words of each sentence, as readers would compare them."""
        return tuple(frozenset(tokens(s.text)) for s in self.reading.sentences)

    @cached_property
    def where(self) -> dict[str, list[int]]:
        """For each word the numbers of the sentences that have it."""
        found: dict[str, list[int]] = {}
        for number, words in enumerate(self.words):
            for word in words:
                found.setdefault(word, []).append(number)
        return found

    @cached_property
    def mentions(self) -> dict[str, list[int]]:
        """For each person's name the tokens where a mention of them ends."""
        found: dict[str, list[int]] = {}
        for end, person in self.names.person_at.items():
            found.setdefault(person.name, []).append(end)
        return found

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Every year that the article names."""
        return tuple(sorted({y for years in self.years_of_paragraph.values() for y in years}))

    @cached_property
    def years_of_paragraph(self) -> dict[int, list[int]]:
        """The years that each paragraph names."""
        found: dict[int, list[int]] = {}
        for token in self.reading.doc:
            if YEAR.fullmatch(token.text):
                found.setdefault(self.reading.paragraphs[token.i], []).append(int(token.text))
        return found

    def years_beside(self, index: int) -> list[int]:
        """The years named in a token's paragraph."""
        return self.years_of_paragraph.get(self.reading.paragraphs[index], [])

    @cached_property
    def past_years(self) -> tuple[int, ...]:
        """Years of what the article tells as having happened, not of what will or may be."""
        told = (s for s in self.reading.sentences if not any(t.tag_ == "MD" for t in s))
        return tuple(int(y) for s in told for y in YEAR.findall(s.text))

    @cached_property
    def deeds(self) -> dict[str, set[str]]:
        """For each verb the names of its subjects; those said to be killed count as dead."""
        found: dict[str, set[str]] = {}
        for end, person in self.names.person_at.items():
            token = self.reading.doc[end]
            if token.dep_ == "nsubj":
                found.setdefault(token.head.lemma_, set()).add(person.name)
            if token.dep_ == "nsubjpass" and token.head.lemma_ in KILLING:
                found.setdefault("die", set()).add(person.name)
        return found

    def sentence(self, token: Token) -> int:
        """The number of the token's sentence."""
        return self.reading.numbers[token.i]

    def person(self, token: Token) -> Person | None:
        """Whom the token, as the last of a mention, names."""
        return self.names.person_at.get(token.i)


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun or description stands for, and the sentence that says so."""

    text: str
    sentence: int
    person: Person | None = None


def understand(reading: Reading) -> Story:
    """Find the names in a reading."""
    return Story(reading, find_names(reading))


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
    return next((min(f) for f in lexicon.SAME_EVENT if lemma in f), lemma)


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject."""
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def refer(story: Story, pronoun: Token, depth: int = 3) -> Referent | None:
    """Whom 'he' or 'she', or what a subject 'it', stands for, only where it is certain."""
    if pronoun.lower_ in ("he", "she"):
        found = refer_person(story, pronoun, depth)
        # The headline names the hero: no other sentence is needed.
        known = found is not None and found.person == story.names.hero
        return replace(found, sentence=story.sentence(pronoun)) if found and known else found
    return refer_thing(story, pronoun) if pronoun.lower_ == "it" else None


def refer_person(story: Story, pronoun: Token, depth: int) -> Referent | None:
    """The only person before it, a subject, in its sentence; else the subject of the last one.

    In a biography the article's own person, where nobody else is named.
    """
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or not depth:
        return None
    number = story.sentence(pronoun)
    sentence = story.reading.sentences[number]
    here = unquoted_people(story, sentence.start, pronoun.i)
    if here:
        found = (
            here[0] if len(here) == 1 and here[0] in subjects(story, sentence, pronoun) else None
        )
        return Referent(found.name, number, found) if found else None
    earlier = [t for t in sentence if t.i < pronoun.i and t.lower_ in ("he", "she")]
    if earlier:
        return (
            refer_person(story, earlier[0], depth) if earlier[0].lower_ == pronoun.lower_ else None
        )
    return previous_person(story, pronoun, number - 1, depth)


def previous_person(story: Story, pronoun: Token, number: int, depth: int) -> Referent | None:
    """The subject of the sentence before, through its own pronoun if need be."""
    if number < 0 or not same_passage(story, pronoun, number):
        return None
    sentence = story.reading.sentences[number]
    subject = subject_of(sentence.root)
    if subject is not None and (person := story.person(named_by(story, subject))):
        return Referent(person.name, number, person)
    if subject is not None and subject.lower_ == pronoun.lower_:
        return refer_person(story, subject, depth - 1)
    if subject is not None and subject.lower_ in ("he", "she"):
        return None
    hero = story.names.hero
    alone = unquoted_people(story, sentence.start, sentence.end) in ([], [hero])
    return Referent(hero.name, number, hero) if hero and alone else None


def subjects(story: Story, sentence: Span, before: Token) -> list[Person]:
    """People who are the subject of a verb in a sentence, before a token."""
    tokens = (t for t in sentence if t.i < before.i and t.dep_ in ("nsubj", "nsubjpass"))
    found = (story.person(named_by(story, t)) for t in tokens)
    return [person for person in found if person is not None]


def named_by(story: Story, subject: Token) -> Token:
    """The name in apposition to a subject ('Germany's chancellor, Friedrich Merz'), or itself."""
    names = (c for c in subject.children if c.dep_ == "appos" and story.person(c))
    return next(names, subject)


def same_passage(story: Story, token: Token, number: int) -> bool:
    """Whether a sentence is in the token's paragraph or the one before."""
    start = story.reading.sentences[number].start
    return story.reading.paragraphs[token.i] - story.reading.paragraphs[start] <= 1


def unquoted_people(story: Story, first: int, last: int) -> list[Person]:
    """People mentioned outside quotation marks between two tokens."""
    outside = (i for i in range(first, last) if i not in story.reading.quoted)
    found = (story.names.person_at[i] for i in outside if i in story.names.person_at)
    return list(dict.fromkeys(found))


def refer_thing(story: Story, pronoun: Token) -> Referent | None:
    """The name that is the subject of the sentence before, in the same paragraph."""
    number = story.sentence(pronoun)
    above = subject_of(pronoun.head.head) if pronoun.head.dep_ == "ccomp" else None
    if above is not None and above.i in story.names.organization_at:
        return Referent(named(story, above), number)
    if pronoun.dep_ != "nsubj" or number == 0 or pronoun.head.dep_ != "ROOT":
        return None
    if any(t.i in story.names.organization_at for t in pronoun.sent if t.i < pronoun.i):
        return None
    before = story.reading.sentences[number - 1]
    subject = subject_of(before.root)
    same = story.reading.paragraphs[before.start] == story.reading.paragraphs[pronoun.i]
    if not same or subject is None or subject.tag_ != "NNP" or story.person(subject):
        return None
    return Referent(named(story, subject), number - 1)


def describe(story: Story, noun: Token) -> Referent | None:
    """The name that 'the city' or 'the company' stands for, where only one was named before."""
    kind = lexicon.PLACE_NOUNS.get(noun.lemma_.lower())
    if kind is not None:
        return only_place(story, noun, kind)
    if noun.lemma_.lower() in lexicon.ORGANIZATION_KINDS:
        return only_organization(story, noun)
    return None


def window(story: Story, noun: Token) -> Span:
    """What is read just before a noun: its sentence so far and the two before."""
    first = max(0, story.sentence(noun) - 2)
    return story.reading.doc[story.reading.sentences[first].start : noun.i]


def only_place(story: Story, noun: Token, kind: str) -> Referent | None:
    """The one place of a kind named just before a noun; an adjective ('Turkish') is a rival."""
    places: dict[str, tuple[str | None, int]] = {}
    for entity in window(story, noun).ents:
        place = find(entity.text) or country_of(entity.text)
        if place is not None and place.kind == kind and entity.label_ in ("GPE", "NORP"):
            written = entity.text if entity.label_ == "GPE" else None
            places.setdefault(place.name, (written, story.sentence(entity[-1])))
    if len(places) != 1:
        return None
    written, sentence = next(iter(places.values()))
    return Referent(written, sentence) if written else None


def only_organization(story: Story, noun: Token) -> Referent | None:
    """The one organization named just before a noun, as the subject of its sentence."""
    before = window(story, noun)
    ends = [t for t in before if t.i in story.names.organization_at]
    names = {story.names.organization_at[t.i].name.split()[0] for t in ends}
    if len(names) != 1 or not any(t.dep_ == "nsubj" for t in ends):
        return None
    kind = next((k for t in ends if (k := story.names.organization_at[t.i].kind)), "")
    if kind and kind != lexicon.ORGANIZATION_KINDS[noun.lemma_.lower()]:
        return None
    last = next(t for t in reversed(ends) if t.dep_ == "nsubj")
    return Referent(named(story, last), story.sentence(last))


def named(story: Story, noun: Token) -> str:
    """A name with its article, as it stands within a sentence."""
    words = [t for t in noun.subtree if t.dep_ in ("compound", "nmod", "det") or t == noun]
    text = "".join(story.reading.text(t) + t.whitespace_ for t in words).strip()
    return text[0].lower() + text[1:] if text.startswith("The ") else text


def introduced(story: Story, noun: Token) -> Token | None:
    """The noun with 'a' or 'an', a sentence or two before, that an event noun takes up."""
    family = next((f for f in lexicon.SAME_EVENT if noun.lemma_.lower() in f), None)
    number = story.sentence(noun)
    if family is None:
        return None
    start = story.reading.sentences[max(0, number - 2)].start
    stop = story.reading.sentences[number].start
    heads = [
        t for t in story.reading.doc[start:stop] if t.lemma_.lower() in family and t.pos_ == "NOUN"
    ]
    fresh = [
        t for t in heads if any(c.lower_ in ("a", "an") for c in t.children if c.dep_ == "det")
    ]
    singular = [t for t in fresh if t.tag_ == "NN"]
    return singular[-1] if singular and singular[-1] == heads[-1] else None
