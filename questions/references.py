"""What pronouns and descriptions refer to, only where it is certain."""

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from questions import lexicon
from questions.gazetteer import country_of, find
from questions.persons import Person
from questions.story import Story, named_by, subject_of


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun or description stands for, and the sentence that says so."""

    text: str
    sentence: int
    person: Person | None = None


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
