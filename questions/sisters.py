"""Kinds of a thing that the article tells apart: 'Toxoid vaccines use …, vector vaccines …'."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lemminflect import getInflection

from questions import lexicon
from questions.annotate import joined
from questions.candidates import Candidate, Key
from questions.facts import Clause, clause_of
from questions.items import AnswerType, Dropped
from questions.phrases import Unclear
from questions.stems import Stem, stem
from questions.story import Story
from questions.text import content, sentence_case, tokens
from questions.traits import traits
from questions.tree import Token
from questions.verbs import NoStem

RIVALS = 3
# Adjectives that tell no kind: the same thing may be 'new' and 'large'.
PLAIN = lexicon.COMPARING | frozenset(
    "first second third last next new old young early late large small big long short high low "
    "main major minor key many few several various certain single whole entire full common "
    "general special particular important famous well-known modern ancient traditional good bad "
    "strong weak different numerous main own current former additional more most less local "
    "national international normal typical simple total early-stage overall social human "
    "original final recent infected healthy american british european".split()
)
DIVIDING = frozenset("divide subdivide include consist comprise split classify group".split())


@dataclass(frozen=True, slots=True)
class Sister:
    """One kind of a thing: the words before its noun, and where it stands."""

    words: str
    noun: Token


def sisters(story: Story) -> Iterator[Candidate | Dropped]:
    """'Which vaccines …?', where the article tells of three other kinds of them."""
    for lemma, nouns in story.nouns.items():
        family = [s for noun in nouns if (s := sister(story, noun)) is not None]
        if len({s.words.lower() for s in family}) <= RIVALS or lemma in lexicon.TIME_UNITS:
            continue
        for found in family:
            if found.noun.dep_ in ("nsubj", "nsubjpass"):
                yield from asked(story, found, family)


def sister(story: Story, noun: Token) -> Sister | None:
    """The kind that a noun names by words of its own; None where they only describe it."""
    before = [t for t in noun.lefts if t.dep_ in ("compound", "amod", "nmod")]
    others = {t.dep_ for t in noun.lefts} - {"compound", "amod", "nmod", "det", "punct"}
    if not before or others or any(c.dep_ in ("prep", "relcl", "acl") for c in noun.rights):
        return None
    words = list(noun.doc[before[0].left_edge.i : noun.i])
    plain = any(t.lower_ in PLAIN or t.tag_ in ("JJR", "JJS", "RBS", "CD", "VBG") for t in words)
    heading = {t.lower_ for t in words} <= story.headline_words
    if (
        plain
        or heading
        or any(t.text in ",;()" or t.dep_ == "cc" or t.ent_type_ in ("NORP", "GPE") for t in words)
    ):
        return None
    return Sister(joined(story.reading, words), noun)


def asked(story: Story, found: Sister, family: Sequence[Sister]) -> Iterator[Candidate | Dropped]:
    """The question for the kind that is the subject of a clause."""
    noun = found.noun
    rivals = others(story, found, family)
    clause = clause_of(noun.head) if noun.head.pos_ in ("VERB", "AUX") else None
    if clause is None or clause.subject != noun or len(rivals) < RIVALS or not lasting(clause):
        return
    key = key_of(found, clause)
    try:
        question = stem(story, clause, key)
    except (NoStem, Unclear) as reason:
        yield Dropped(f"{key.asks} {clause.verb.text} … ({key.text})", str(reason))
        return
    fair = [r for r in rivals if not shared(story, r, question, noun)]
    yield Candidate(
        question.text,
        key.text,
        AnswerType.THING,
        "sister",
        question.first,
        question.last,
        0.6,
        doubts=question.doubts,
        traits=(*traits(story, clause, key), "sister"),
        rivals=tuple(f"{words} {inflected(noun)}" for words in fair),
    )


def key_of(found: Sister, clause: Clause) -> Key:
    """The kind as the subject of its clause; 'Which kind of' where it is stuff."""
    noun, words = found.noun, frozenset(t.i for t in clause.subject_words)
    many = noun.tag_ == "NNS"
    mass = not many and not any(c.dep_ == "det" for c in noun.children)
    text = sentence_case(f"{found.words} {noun.text}")
    asks = f"Which kind of {noun.text}" if mass else f"Which {noun.text}"
    return Key(AnswerType.THING, text, asks, words, True, "sister", weight=0.6, plural=many)


def shared(story: Story, rival: str, question: Stem, noun: Token) -> bool:
    """Whether another sentence says of a rival half of what is asked."""
    asked = set(content(question.text)) - {noun.lower_}
    name, here = tokens(rival), range(question.first, question.last + 1)
    where = story.where.get(name[0], ()) if name else range(len(story.words))
    others = (story.words[n] for n in where if n not in here)
    return any(w.issuperset(name) and len(asked & w) >= 0.5 * len(asked) for w in others)


def lasting(clause: Clause) -> bool:
    """Whether a clause tells what a kind is or does, not what happened or what somebody says."""
    tensed = (*clause.auxiliaries, clause.verb)[0]
    told = clause.verb.lemma_ in lexicon.REPORTING or list(clause.subject.conjuncts)
    return not told and tensed.tag_ in ("VBZ", "VBP", "MD")


def inflected(noun: Token) -> str:
    """The noun in the number of the key."""
    found = getInflection(noun.lemma_.lower(), "NNS" if noun.tag_ == "NNS" else "NN")
    return found[0] if found else noun.text


def others(story: Story, key: Sister, family: Sequence[Sister]) -> list[str]:
    """The other kinds, those named nearby first; none that the key is a kind of."""
    near = sorted(family, key=lambda s: abs(s.noun.i - key.noun.i))
    names = dict.fromkeys(sentence_case(s.words) for s in near)
    mine = key.words.lower()
    return [n for n in names if apart(mine, n.lower()) and not nested(story, mine, n.lower())]


def apart(one: str, other: str) -> bool:
    """Whether neither name holds the other."""
    return not (set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split()))


def nested(story: Story, one: str, other: str) -> bool:
    """Whether a sentence divides the one into the other."""
    return any(one in text and other in text for text in story.once(divisions))


def divisions(story: Story) -> tuple[str, ...]:
    """The sentences that divide something, in lower case."""
    sentences = story.reading.sentences
    return tuple(s.text.lower() for s in sentences if any(t.lemma_ in DIVIDING for t in s))
