"""What “the city” or “the company” stands for, only where it is certain."""

from collections import Counter
from dataclasses import dataclass

from questions import lexicon
from questions.entities import HYPERNYMS, TOWNS, Named, distinct, headline, is_rival
from questions.gazetteer import country_name, country_of, find
from questions.persons import Person
from questions.story import Story
from questions.tree import Span, Token

# How many times as often as any other the article's own company is named.
FOREMOST = 3
# Sentences in which a text tells what its hero is.
OPENING = 3


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun or description stands for, and the sentence that says so."""

    text: str
    sentence: int
    person: Person | None = None
    certain: bool = True


def describe(story: Story, noun: Token) -> Referent | None:
    """The name that 'the city' or 'the company' stands for, where it can be no other."""
    lemma = noun.lemma_.lower()
    hero = story.names.hero
    if hero is not None and (young(noun) or calling(story, noun)):
        return Referent(hero.name, story.sentence(noun), hero)
    if lemma == "capital":
        return None
    titled = home(story, noun) if lemma in TOWNS else None
    if titled is not None:
        return None if elsewhere(noun, titled) else Referent(titled.text, story.sentence(noun))
    kind = lexicon.PLACE_NOUNS.get(lemma)
    found = only_place(story, noun, kind) if kind is not None else None
    return found or sole(story, noun) or nearest(story, noun) or foremost(story, noun)


def young(noun: Token) -> bool:
    """'the girl', as a life may call its hero; not 'the girls'."""
    return noun.lemma_.lower() in lexicon.YOUNG and noun.tag_ == "NN"


def calling(story: Story, noun: Token) -> bool:
    """Whether a role is the hero's: told by the title or before, as the text opens.

    Whose father was an officer who rose to general is no general.
    """
    lemma = noun.lemma_.lower()
    before = (t for t in story.nouns.get(lemma, ()) if t.i < noun.i)
    opening = any(story.sentence(t) < OPENING and not inner(t) for t in before)
    return lemma in lexicon.ROLES and (opening or lemma in story.title_words)


def inner(noun: Token) -> bool:
    """Whether a noun stands in a clause that hangs on another's noun."""
    return noun.dep_ == "pobj" and any(t.dep_ == "relcl" for t in noun.ancestors)


def home(story: Story, noun: Token) -> Named | None:
    """The city or town that the title names and the text is about."""
    title = headline(story.reading).replace("’", "'").partition(":")
    words = {w.strip(",.").removesuffix("'s") for part in title for w in part.split()}
    found = [n for n in candidates(story, noun) if set(n.text.split()) <= words]
    return found[0] if len(found) == 1 else None


def elsewhere(noun: Token, home: Named) -> bool:
    """Whether another place is named before a noun in its sentence, or the last tells of one."""
    start = noun.sent.start
    before = noun.doc[start - 1].sent if start else noun.doc[0:0]
    here = [t for t in before if t.dep_ in ("nsubj", "dobj")] + list(noun.doc[start : noun.i])
    return any(t.ent_type_ == "GPE" and t.text not in home.text.split() for t in here)


def candidates(story: Story, noun: Token) -> tuple[Named, ...]:
    """Everything named that the article tells to be of the noun's kind."""
    lemma = noun.lemma_.lower()
    return story.once(families).get(lemma, story.kinds.get(lemma, ()))


def families(story: Story) -> dict[str, tuple[Named, ...]]:
    """For each noun that can stand for several kinds the names of all of them."""
    named = {
        noun: (n for kind in sorted(family) for n in story.kinds.get(kind, ()))
        for noun, family in HYPERNYMS.items()
    }
    return {noun: distinct(names) for noun, names in named.items()}


def sole(story: Story, noun: Token) -> Referent | None:
    """The only named thing of the noun's kind, where no nameless one comes before."""
    found = candidates(story, noun)
    if len(found) != 1 or rivalled(story, noun, 0) or outspoken(story, noun, found[0]):
        return None
    titled = set(found[0].text.split()) & set(headline(story.reading).split())
    near = any(names(found[0], t) for t in window(story, noun))
    often = sum(names(found[0], t) for t in story.reading.doc[: noun.i]) > 1
    told = found[0].first < noun.i and (near or often)
    return Referent(found[0].text, story.sentence(noun)) if told or titled else None


def outspoken(story: Story, noun: Token, named: Named) -> bool:
    """Whether another organization, of no kind that is told, acts just before a noun."""
    if noun.lemma_.lower() not in lexicon.ORGANIZATION_KINDS:
        return False
    acting = (t for t in window(story, noun) if is_body(story, t) and t.dep_ in ("nsubj", "appos"))
    others = (story.names.entity_at[t.i] for t in acting)
    return any(not o.kind and o.name.split()[0] not in named.text.split() for o in others)


def nearest(story: Story, noun: Token) -> Referent | None:
    """The only one of several that is named just before a noun."""
    if noun.lemma_.lower() == "court":
        return None
    before = window(story, noun)
    found = {n.text: t for n in candidates(story, noun) for t in before if names(n, t)}
    if len(found) != 1 or rivalled(story, noun, before.start):
        return None
    text, last = next(iter(found.items()))
    return Referent(text, story.sentence(last))


def foremost(story: Story, noun: Token) -> Referent | None:
    """The company that the article speaks of far more often than of any other."""
    if noun.lemma_.lower() not in ("company", "firm") or rivalled(story, noun, 0):
        return None
    spoken = Counter(t.text for t in story.reading.doc if t.pos_ == "PROPN")
    found = sorted(
        candidates(story, noun), key=lambda n: -spoken[n.text.removeprefix("the ").split()[0]]
    )
    counts = [spoken[n.text.removeprefix("the ").split()[0]] for n in found]
    if len(found) < 2 or counts[0] < FOREMOST * counts[1]:
        return None
    others = any(names(n, t) for n in found[1:] for t in window(story, noun))
    certain = not others and not outspoken(story, noun, found[0]) and found[0].first < noun.i
    return Referent(found[0].text, story.sentence(noun)) if certain else None


def names(named: Named, token: Token) -> bool:
    """Whether a token is the first word of a name."""
    return token.pos_ == "PROPN" and token.text == named.text.removeprefix("the ").split()[0]


def rivalled(story: Story, noun: Token, start: int) -> bool:
    """Whether a nameless thing of the noun's kind stands before it, from a token on."""
    lemma = noun.lemma_.lower()
    family = HYPERNYMS.get(lemma, frozenset((lemma,)))
    heads = (t for word in sorted(family) for t in story.nouns.get(word, ()))
    return any(start <= t.i < noun.i and is_rival(t) for t in heads)


def window(story: Story, noun: Token) -> Span:
    """What is read just before a noun: its sentence so far and the two before."""
    first = max(0, story.sentence(noun) - 2)
    return story.reading.doc[story.reading.sentences[first].start : noun.i]


def only_place(story: Story, noun: Token, kind: str) -> Referent | None:
    """The one place of a kind named just before a noun, or the article's only country."""
    if kind == "country" and len(story.countries) == 1:
        return Referent(country_name(story.countries[0]), story.sentence(noun))
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


def is_body(story: Story, token: Token) -> bool:
    """Whether the mention of an organization ends here."""
    entity = story.names.entity_at.get(token.i)
    return entity is not None and entity.is_organization


def named(story: Story, noun: Token) -> str:
    """A name, or a noun with 'the', as it stands within a sentence."""
    entity = story.names.entity_at.get(noun.i)
    if entity is not None:
        article = "the " if any(c.lower_ == "the" for c in noun.children) else ""
        return article + entity.name
    words = [t for t in noun.subtree if t.i <= noun.i]
    text = story.reading.said(words)
    first, _, rest = text.partition(" ")
    owned = any(t.dep_ == "case" for t in words) and words[0].pos_ == "PROPN"
    if owned:
        return text
    if first.lower() in ("the", "a", "an"):
        return f"the {rest}"
    if first.islower() or noun.pos_ == "PROPN" or first in story.capital_words:
        return text
    return f"the {text[0].lower()}{text[1:]}" if noun.tag_ == "NN" else text[0].lower() + text[1:]
