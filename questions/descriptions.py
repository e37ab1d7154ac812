"""What “the city” or “the company” stands for, only where it is certain."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from questions import lexicon
from questions.gazetteer import country_of, find
from questions.persons import Person
from questions.story import Story, is_plural

LOOK_BACK = 8


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun or description stands for, and the sentence that says so."""

    text: str
    sentence: int
    person: Person | None = None
    certain: bool = True


def describe(story: Story, noun: Token) -> Referent | None:
    """The name that 'the city' or 'the company' stands for, where only one was named before."""
    kind = lexicon.PLACE_NOUNS.get(noun.lemma_.lower())
    if kind is not None:
        return only_place(story, noun, kind)
    if noun.lemma_.lower() in lexicon.ORGANIZATION_KINDS:
        return only_organization(story, noun)
    hero = story.names.hero
    if hero is not None and noun.lemma_.lower() in lexicon.ROLES | lexicon.YOUNG:
        return Referent(hero.name, story.sentence(noun), hero)
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


def last_body(story: Story, noun: Token) -> list[Token]:
    """The mentions of organizations in the last sentence that has any, some way up."""
    number = story.sentence(noun)
    for above in range(number - 3, max(-1, number - LOOK_BACK), -1):
        found = [t for t in story.reading.sentences[above] if is_body(story, t)]
        if found:
            return found
    return []


def is_body(story: Story, token: Token) -> bool:
    """Whether the mention of an organization ends here."""
    entity = story.names.entity_at.get(token.i)
    return entity is not None and entity.is_organization


def only_organization(story: Story, noun: Token) -> Referent | None:
    """The one organization named just before a noun, as the subject of its sentence."""
    before = window(story, noun)
    ends = [t for t in before if is_body(story, t)] or last_body(story, noun)
    names = {story.names.entity_at[t.i].name.split()[0] for t in ends}
    if len(names) != 1:
        return None
    kind = next((k for t in ends if (k := story.names.entity_at[t.i].kind)), "")
    if kind and kind != lexicon.ORGANIZATION_KINDS[noun.lemma_.lower()]:
        return None
    subjects = [t for t in ends if t.dep_ in ("nsubj", "nsubjpass")]
    last = (subjects or ends)[-1]
    return Referent(named(story, last), story.sentence(last))


def named(story: Story, noun: Token) -> str:
    """A name, or a noun with 'the', as it stands within a sentence."""
    entity = story.names.entity_at.get(noun.i)
    if entity is not None:
        article = "the " if any(c.lower_ == "the" for c in noun.children) else ""
        return article + entity.name
    words = [t for t in noun.subtree if t.i <= noun.i]
    text = "".join(story.reading.text(t) + t.whitespace_ for t in words).strip()
    first, _, rest = text.partition(" ")
    owned = any(t.dep_ == "case" for t in words) and words[0].pos_ == "PROPN"
    if owned:
        return text
    if first.lower() in ("the", "a", "an"):
        return f"the {rest}"
    if first.islower() or noun.pos_ == "PROPN":
        return text
    return f"the {text[0].lower()}{text[1:]}" if noun.tag_ == "NN" else text[0].lower() + text[1:]


def introduced(story: Story, noun: Token) -> Token | None:
    """The one noun with 'a' or 'an' that 'the NOUN' takes up, where no other comes between.

    An event may be taken up by another noun of its family, a sentence or two later.
    """
    lemma = noun.lemma_.lower()
    family = next((f for f in lexicon.SAME_EVENT if lemma in f), None)
    near = max(0, story.sentence(noun) - (2 if family else len(story.reading.sentences)))
    names = family or {lemma}
    start = story.reading.sentences[near].start
    heads = [
        t
        for lemma in names
        for t in story.nouns.get(lemma, ())
        if start <= t.i < noun.sent.start and t.pos_ == "NOUN"
    ]
    heads.sort(key=lambda t: t.i)
    fresh = [t for t in heads if any(c.lower_ in ("a", "an") for c in t.children)]
    if not family:
        others = any(is_plural(t) for t in heads) or len(fresh) != 1
        return None if others else fresh[0]
    singular = [t for t in fresh if t.tag_ == "NN"]
    return singular[-1] if singular and singular[-1] == heads[-1] else None
