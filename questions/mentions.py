"""Where a thing that is spoken of again was told more fully."""

from questions import lexicon
from questions.grammar import indefinite, is_plural
from questions.story import Story
from questions.topics import OTHERS
from questions.tree import Token

TELLING = frozenset(("amod", "compound", "nmod"))
# What stands before a noun and picks one of several, or counts.
PICKING = frozenset(("JJR", "JJS", "CD", "RBR", "RBS"))
EVENTS = frozenset(
    "attack assault strike offensive raid bombardment bombing airstrike shooting explosion blast "
    "fire blaze crash accident collision derailment".split()
)
# What a more general noun may take up: after 'a novel', 'the book' is no library book.
COVERED = {
    "book": "novel memoir biography thriller diary".split(),
    "vessel": "ferry ship boat tanker yacht trawler".split(),
    "vehicle": "car lorry truck bus van tractor".split(),
    "building": "house church hotel school factory warehouse".split(),
}
# Sentences at the start in which a text tells what the headline speaks of.
OPENING = 2
# Sentences back to which a reader remembers by what words a thing was told.
REMEMBERED, NEAR = 12, 2


def is_headline_event(story: Story, noun: Token) -> bool:
    """'A landslide' where the text opens with the headline's landslide, the first it tells of.

    A headline made of the text's first words tells nothing before them.
    """
    lemma = noun.lemma_.lower()
    event = lemma in EVENTS | lexicon.DISASTERS and noun.tag_ == "NN"
    headed = event and not story.texts[0].startswith(story.reading.article.title[:-1])
    first = headed and min(t.i for t in story.nouns.get(lemma, (noun,))) == noun.i
    return first and lemma in story.title_words and story.sentence(noun) < OPENING


def told_before(story: Story, noun: Token) -> Token | None:
    """The mention with 'a', or else the only one with words before it, that 'the NOUN' takes up."""
    if noun.tag_ == "NNS":
        return first_of_several(story, noun)
    return introduced(story, noun) or fuller(story, noun)


def first_of_several(story: Story, noun: Token) -> Token | None:
    """'three lumps of tar' for 'the lumps', where no others are spoken of before.

    An adjective may have held only there: 'they sent unusually large files'.
    """
    lemma = noun.lemma_.lower()
    before = [t for t in story.nouns.get(lemma, ()) if t.i < noun.sent.start]
    new = [t for t in before if not any(c.dep_ in ("det", "poss") for c in t.children)]
    others = any(t.tag_ != "NNS" or qualified(t) or not (t in new or one_known(t)) for t in before)
    near = bool(before) and story.sentence(noun) - story.sentence(before[0]) <= REMEMBERED
    return new[0] if near and len(new) == 1 and new == before[:1] and not others else None


def qualified(noun: Token) -> bool:
    """Whether an adjective stands before a noun."""
    return any(c.dep_ == "amod" for c in noun.children)


def fuller(story: Story, noun: Token) -> Token | None:
    """'the neonatal unit' before 'the unit', where every earlier mention may be the same one."""
    start = story.reading.sentences[max(0, story.sentence(noun) - REMEMBERED)].start
    same = story.nouns.get(noun.lemma_.lower(), ())
    before = [t for t in same if t.i < noun.sent.start]
    told = [t for t in before if t.i >= start and before_noun(t)]
    if not told or any(t.tag_ != noun.tag_ for t in same) or not all(map(one_known, before)):
        return None
    words = {before_noun(t) for t in before} - {""}
    # 'The American ship Jeannette' is soon forgotten where the article tells of other ships.
    named = any(c.pos_ == "PROPN" for c in told[0].children if c.i > told[0].i)
    far = story.sentence(noun) - story.sentence(told[0]) > NEAR
    return told[0] if len(words) == 1 and not (named and far) else None


def one_known(noun: Token) -> bool:
    """'the unit', 'the neonatal unit': one thing, neither new nor another nor somebody's."""
    words = [t for t in noun.subtree if t.i < noun.i]
    picking = any(t.tag_ in PICKING or t.lower_ in OTHERS | lexicon.COMPARING for t in words)
    owned = any(c.dep_ == "poss" for c in noun.children)
    the = any(c.lower_ == "the" for c in noun.children)
    return the and not owned and not picking


def before_noun(noun: Token) -> str:
    """The words that tell of what kind a thing is."""
    words = [t.text for c in noun.children if c.dep_ in TELLING and c.i < noun.i for t in c.subtree]
    return " ".join(words)


def introduced(story: Story, noun: Token) -> Token | None:
    """The one noun with 'a' or 'an' that 'the NOUN' takes up, where no other comes between.

    An event may be taken up by another noun of its family, a sentence or two later.
    """
    lemma = noun.lemma_.lower()
    if any(story.nouns.get(kind) for kind in COVERED.get(lemma, ())):
        return None
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
    fresh = [t for t in heads if indefinite(t)]
    if not family:
        others = any(is_plural(t) for t in heads) or len(fresh) != 1
        return None if others else fresh[0]
    singular = [t for t in fresh if t.tag_ == "NN"]
    return singular[-1] if singular and singular[-1] == heads[-1] else None
