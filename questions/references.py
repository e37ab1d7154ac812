"""What pronouns and descriptions refer to, only where it is certain or most likely."""

from bisect import bisect_left
from collections.abc import Sequence

from questions.antecedents import Antecedent
from questions.coreference import Likely, likeliest
from questions.descriptions import Referent, named
from questions.lexicon import REPORTING
from questions.phrases import Word
from questions.pronouns import take_up
from questions.story import Story
from questions.text import possessive
from questions.tree import Token

THINGS = frozenset("it its they their them".split())
# How likely a person has to be meant, and from where on it is certain.
LEAST, CERTAIN = 0.93, 0.97
# How likely something that grammar finds has to be, and what it does not find.
CONFIRMED, ALONE = 0.45, 0.9


def refer(story: Story, pronoun: Token) -> Referent | None:
    """Whom or what a pronoun stands for, only where it is certain or most likely."""
    likely = story.once(likeliest).get(pronoun.i)
    if likely is None:
        return None
    if pronoun.lower_ not in THINGS:
        return somebody(story, pronoun, likely)
    found = take_up(story, pronoun)
    if found is None:
        return something(story, pronoun, likely)
    sure = likely.probability >= CONFIRMED and tells(found, likely.antecedent)
    return found if sure else None


def somebody(story: Story, pronoun: Token, likely: Likely) -> Referent | None:
    """The person a pronoun most likely stands for; the headline names a hero by itself."""
    number = story.names.numbers.get(likely.antecedent.name)
    if likely.antecedent.kind != "person" or number is None or likely.probability < LEAST:
        return None
    person = story.names.people[number]
    ends = story.mentions.get(person.name, [])
    before = bisect_left(ends, pronoun.i)
    if before and aside(story, pronoun, ends[before - 1]):
        return None
    told = story.reading.numbers[ends[before - 1]] if before else None
    sentence = story.sentence(pronoun) if person == story.names.hero else told
    if sentence is None:
        return None
    return Referent(person.name, sentence, person, certain=likely.probability >= CERTAIN)


def aside(story: Story, pronoun: Token, name: int) -> bool:
    """Whether 'he said' behind a statement about somebody may be said by another.

    'The chairman, Lind, had left the room, he said.'
    """
    verb = pronoun.head
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    inside = said is not None and story.reading.doc[name] in said.subtree
    return inside and pronoun.dep_ == "nsubj" and pronoun.i > name and verb.lemma_ in REPORTING


def something(story: Story, pronoun: Token, likely: Likely) -> Referent | None:
    """The name of what a pronoun most likely stands for."""
    if likely.probability < ALONE:
        return None
    if likely.antecedent.kind == "headword":
        return Referent(likely.antecedent.name, story.sentence(pronoun), certain=False)
    told = [i for i in likely.at if i in story.names.entity_at]
    if likely.antecedent.kind != "entity" or not told:
        return None
    name = story.reading.doc[told[-1]]
    return Referent(named(story, name), story.sentence(name), certain=False)


def tells(found: Referent, likely: Antecedent) -> bool:
    """Whether a referent found by grammar is what is most likely."""
    said, meant = words(found.text), words(likely.name)
    if likely.kind == "noun":
        return any(word.removesuffix("s") == likely.name.removesuffix("s") for word in said)
    return said <= meant or meant <= said


def words(text: str) -> set[str]:
    """The words of a name, in lower case and without article and apostrophe."""
    return {w.removesuffix("’s") for w in text.lower().replace("'", "’").split()} - {"the"}


def renewed(modifiers: Sequence[Token], noun: Token, meant: Referent) -> Word | None:
    """'the present Old Bridge' for 'the present bridge'; a person is named without that."""
    if not modifiers:
        return None
    told = " ".join(t.lower_ for t in modifiers)
    name = meant.text.removeprefix("the ")
    text = meant.text if meant.person is not None else f"the {told} {name}"
    return Word(text, meant.sentence, frozenset(t.i for t in (*modifiers, noun)))


def in_place(noun: Token, meant: Referent) -> Word:
    """The name for a noun; 'Spitsbergen’s' for the islands' behind which an apostrophe stands."""
    mark = next((c for c in noun.children if c.tag_ == "POS" and c.text in "'’"), None)
    if mark is None:
        return Word(meant.text, meant.sentence, frozenset((noun.i,)))
    return Word(possessive(meant.text), meant.sentence, frozenset((noun.i, mark.i)))
