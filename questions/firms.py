"""What a company does, told beside its name: 'the robot maker Arvo', 'Arvo, a maker of robots'."""

from collections.abc import Iterator
from itertools import takewhile

from questions import kinds
from questions.annotate import joined
from questions.candidates import Candidate
from questions.grammar import complement
from questions.items import AnswerType
from questions.story import Story
from questions.text import a_or_an, tokens
from questions.tree import Token
from questions.trimming import kept

# Nouns for a firm, with the kind of word that stands before them.
HEADS = {
    "company": "trade", "firm": "trade", "group": "trade", "maker": "trade",
    "manufacturer": "trade", "producer": "trade", "retailer": "shop", "chain": "shop",
    "operator": "service",
}  # fmt: skip
OFTEN = 3
MAKERS = frozenset("maker manufacturer producer supplier".split())


def firms(story: Story) -> Iterator[Candidate]:
    """'What kind of company is …?', 'What does … make?'; once for each name."""
    asked: set[str] = set()
    for noun in story.reading.doc:
        name = named(story, noun) if noun.lower_ in HEADS or noun.lower_ in MAKERS else None
        if name is None or name in asked or noun.i in story.reading.quoted or passing(story, name):
            continue
        for made in (by_trade(story, noun, name), by_goods(story, noun, name)):
            if made is not None:
                asked.add(name)
                yield made


def passing(story: Story, name: str) -> bool:
    """Whether an article is not about a firm, and names it no more than once or twice."""
    return not set(tokens(name)) & story.title_words and story.times(name) < OFTEN


def named(story: Story, noun: Token) -> str | None:
    """The organization that a noun describes: right behind it, by apposition, or by 'is'."""
    behind = map(noun.doc.__getitem__, range(noun.i + 1, len(noun.doc)))
    run = list(takewhile(lambda t: t.pos_ == "PROPN", behind))
    if run:
        person = any(t.i in story.names.person_at for t in run)
        return None if person else joined(story.reading, run).strip()
    beside = [c for c in noun.children if c.dep_ == "appos"]
    if noun.dep_ == "appos":
        beside.append(noun.head)
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        beside += [c for c in noun.head.children if c.dep_ == "nsubj"]
    found = (story.names.entity_at.get(t.i) for t in beside if t.pos_ == "PROPN")
    names = (e.name for e in found if e is not None and e.is_organization)
    return next((name for name in names if "(" not in name), None)


def by_trade(story: Story, noun: Token, name: str) -> Candidate | None:
    """'robot maker' → What kind of company."""
    if noun.lower_ not in HEADS or not noun.i:
        return None
    words = [noun.nbor(-n).lower_ for n in (2, 1) if noun.i >= n]
    trades = (" ".join(words), words[-1])
    kind = HEADS[noun.lower_]
    trade = next((t for t in trades if kinds.find(kind, t)[0] == t), None)
    if trade is None or set(trade.split()) & story.headline_words:
        return None
    key = f"{a_or_an(trade).capitalize()} {trade} {noun.lower_}"
    return asked(story, noun, f"What kind of company is {name}?", key, kind)


def by_goods(story: Story, noun: Token, name: str) -> Candidate | None:
    """'maker of robots' → What does it make."""
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    goods = complement(of) if of is not None else None
    if noun.lower_ not in MAKERS or goods is None or list(goods.conjuncts):
        return None
    words = [t.text for t in kept(goods)]
    texts = [" ".join(words[n:]) for n in range(len(words))]
    found = next((t for t in texts if kinds.find("goods", t)[0] == t.lower()), None)
    if found is None or set(found.lower().split()) & story.headline_words:
        return None
    verb = "supply" if noun.lower_ == "supplier" else "make"
    key = f"{found[0].upper()}{found[1:]}"
    return asked(story, noun, f"What does {name} {verb}?", key, "goods")


def asked(story: Story, noun: Token, stem: str, key: str, kind: str) -> Candidate:
    """The question, proved by the noun's sentence."""
    here = story.sentence(noun)
    return Candidate(stem, key, AnswerType.THING, kind, here, here, 0.5, traits=(f"firm {kind}",))


def alike(candidate: Candidate, story: Story) -> list[str]:
    """'A car maker' for 'A robot maker'."""
    *trade, head = candidate.key.split()[1:]
    rivals = kinds.alike(candidate.kind, " ".join(trade), story.has_word)
    return [f"{a_or_an(r.lower()).capitalize()} {r.lower()} {head}" for r in rivals]
