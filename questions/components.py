"""The parts and stuffs that an explanation speaks of: what may be taken for one another."""

from dataclasses import dataclass

from spacy.tokens import Token

from questions import lexicon
from questions.annotate import joined
from questions.circles import is_human
from questions.story import Story
from questions.terms import introductions
from questions.text import sentence_case, tokens

# What is no thing of its own.
ABSTRACT = frozenset(
    "side part number amount difference range stage step process result reason kind type sort way "
    "method system thing example case idea question answer problem principle rule order first "
    "second third last name word term form effect cause change increase decrease rise fall loss "
    "gain point place area end top bottom front back middle half rest majority group pair set "
    "series cycle phase period time day night year hour minute second moment work job task role "
    "purpose aim use need fact theory law policy plan trick secret key advantage disadvantage "
    "benefit cost price money sum size length width height depth weight speed rate level degree "
    "temperature distance direction position shape colour color state condition property quality "
    "one two three people person man woman human anyone world life story history future past "
    "building object site unit element material substance tip edge surface underside inside "
    "outside rear flow light air water fuel dose amount piece share bit".split()
)
# Verbs of sentences that say what something is.
EQUATING = frozenset("be call know name term mean".split())
ENDINGS = ("tion", "sion", "ness", "ity", "ment", "ance", "ence", "ism", "ship", "ing")
DROPPED = frozenset(("det", "poss", "predet", "nummod"))
PLAIN_ADJECTIVES = frozenset(
    "small large big tiny little huge long short high low new old simple single separate other "
    "same own different main first second third next last many few several much more most certain "
    "such whole entire modern good cold hot warm cool wet dry soft hard heavy light thin thick "
    "massive great common typical ordinary sheer mere extra very".split()
)


@dataclass(frozen=True, slots=True)
class Component:
    """A thing by its own words, with the noun that names it."""

    name: str
    noun: Token
    plural: bool


def components(story: Story) -> tuple[Component, ...]:
    """The terms that the article introduces, and everything that does something in it."""
    heads = [term.head for term in introductions(story)]
    nouns = [t for t in story.reading.doc if active(t)]
    found = (component(story, t) for t in (*heads, *nouns))
    return tuple(f for f in found if f is not None and f.noun.lemma_ not in story.headline_words)


def active(noun: Token) -> bool:
    """Whether a noun does something, or is what something is done by."""
    subject = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ == "VERB"
    return subject or noun.head.dep_ == "agent"


def component(story: Story, noun: Token) -> Component | None:
    """The thing a noun names; None for people, measures, times and what is merely thought."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or noun.ent_type_ or is_human(lemma) or lemma in ABSTRACT:
        return None
    if lemma.endswith(ENDINGS) or lemma in lexicon.TIME_UNITS or not lemma.isalpha():
        return None
    if noun.lower_ in lexicon.ROLES or lemma in lexicon.ORGANIZATION_KINDS:
        return None
    before = [t for t in noun.lefts if t.dep_ in ("compound", "amod", "nmod")]
    if any(t.tag_ in ("JJR", "JJS") for t in before):
        return None
    kept = [t for t in before if t.lower_ not in PLAIN_ADJECTIVES and t.tag_ not in ("VBG", "VBN")]
    start = kept[0].left_edge.i if kept else noun.i
    words = list(noun.doc[start : noun.i + 1])
    if len(words) > 5 or any(t.text in ",;()" or t.dep_ in DROPPED for t in words):
        return None
    return Component(sentence_case(joined(story.reading, words)), noun, noun.tag_ == "NNS")


def fits(story: Story, thing: Component, key: Component) -> bool:
    """Whether both are one, several, or stuff."""
    stuff = story.once(stuffs)
    alike = (thing.noun.lemma_.lower() in stuff) == (key.noun.lemma_.lower() in stuff)
    return thing.plural == key.plural and (alike or thing.plural)


def stuffs(story: Story) -> frozenset[str]:
    """Nouns that stand in the singular without an article: 'moisture freezes'."""
    bare = (
        t
        for t in story.reading.doc
        if t.tag_ == "NN" and t.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
        if not any(c.dep_ in ("det", "poss", "nummod", "compound") for c in t.children)
    )
    return frozenset(t.lemma_.lower() for t in bare)


def weight(story: Story, thing: Component) -> float:
    """More for what the article speaks of again."""
    return 0.1 * min(4, len(story.nouns.get(thing.noun.lemma_.lower(), ())))


def similarity(one: Token, other: Token) -> float:
    """How alike two nouns are used."""
    first, second = (t.vocab[t.lemma_.lower()] for t in (one, other))
    return first.similarity(second) if first.has_vector and second.has_vector else 0.0


def linked(story: Story, one: Token, other: Token) -> bool:
    """Whether a sentence may say that the one is the other, or a kind or a part of it."""
    both = {one.lemma_.lower(), other.lemma_.lower()}
    sentences = (s for s in story.reading.sentences if both <= {t.lemma_.lower() for t in s})
    return any(t.lemma_ in EQUATING or t.dep_ == "appos" for s in sentences for t in s)


def beside(
    story: Story, key: Component, asked: set[str], here: range, also: frozenset[str] = frozenset()
) -> list[str]:
    """Components that a key may be taken for, the likeliest first.

    `asked` are the stem's words of meaning, `here` the numbers of the sentences that prove it;
    `also` are words of which none may be in a rival.
    """
    near = {w for n in here for w in story.words[n]} | set(tokens(key.name)) | also
    found: dict[str, float] = {}
    for other in story.once(components):
        name = set(tokens(other.name))
        same = name & near or linked(story, key.noun, other.noun)
        if not same and fits(story, other, key) and not shared(story, name, asked, here):
            found[other.name] = similarity(key.noun, other.noun) + weight(story, other)
    return sorted(found, key=lambda name: -found[name])


def shared(story: Story, name: set[str], asked: set[str], here: range) -> bool:
    """Whether another sentence says of something half of what is asked."""
    others = (words for n, words in enumerate(story.words) if n not in here)
    return any(name <= words and len(asked & words) >= 0.5 * len(asked) for words in others)
