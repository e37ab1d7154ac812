"""What a pronoun may stand for: the people and the things that are told of before it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from questions import lexicon
from questions.circles import is_human
from questions.gazetteer import country_of, find
from questions.grammar import is_plural, subject_of, verb_above
from questions.headwords import headword, is_headword
from questions.profiles import MEN, WOMEN, profiles
from questions.story import Story
from questions.subjects import own_subject
from questions.tree import Token

FORMS = {
    word: form
    for form, words in {
        "he": "he him his himself",
        "she": "she her hers herself",
        "it": "it its itself",
        "they": "they them their theirs themselves",
    }.items()
    for word in words.split()
}
"""Every pronoun with the one that stands for all of its cases."""
PERSONAL = frozenset(("he", "she"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
RELATIVE = frozenset(("WP", "WDT"))
# Sentences before a pronoun's own, in its paragraph or the one before, that are searched.
WINDOW = 3
LABELS = frozenset("GPE ORG LOC FAC PRODUCT WORK_OF_ART EVENT".split())
SOMEBODY = frozenset(("person", "unknown", "noun"))
# Where a noun stands that tells of no thing by itself.
WITHIN = frozenset("compound nmod npadvmod quantmod".split())
HUMAN = lexicon.ROLES | lexicon.KIN | lexicon.YOUNG | MEN | WOMEN


class Antecedent(NamedTuple):
    """Somebody or something, however it is mentioned.

    `kind` is 'person' for somebody named in full, 'unknown' for a name that the parser takes for a
    person's, 'entity' for another name, 'headword' for what the text defines, 'noun' for what has
    no name; `name` is that name or the noun's lemma.
    """

    kind: str
    name: str


@dataclass(frozen=True)
class Mentions:
    """Which words mention what: `covered` has every word of a name, the others only its head."""

    people: dict[int, Antecedent]
    things: dict[int, Antecedent]
    covered: dict[int, Antecedent]
    pools: dict[str, tuple[list[int], list[Antecedent]]]


class Resolved(NamedTuple):
    """A pronoun that has been read, by its token, and what it stands for, where that is known."""

    token: int
    form: str
    antecedent: Antecedent | None


def mentions(story: Story) -> Mentions:
    """Everything that the text mentions by a name or a noun."""
    found = Mentions({}, {}, {}, {})
    for end, person in story.names.person_at.items():
        words = range(story.names.starts[end], end + 1)
        found.people[end] = Antecedent("person", person.name)
        found.covered.update(dict.fromkeys(words, found.people[end]))
    for at, entity in story.names.entity_at.items():
        if at not in found.covered:
            found.things[at] = found.covered[at] = Antecedent("entity", entity.name)
    add_labelled(story, found)
    for token in story.reading.doc:
        if token.i not in found.covered:
            add_noun(story, found, token)
    plural = {i for i in found.covered if is_plural(story.reading.doc[i])}
    relatives = [t for t in story.reading.doc if t.tag_ in RELATIVE]
    for form in ("he", "it", "they"):
        pool = pooled(story, found, form, plural)
        pool |= {t.i: pool[n] for t in relatives if (n := taken(t).i) in pool and form != "they"}
        pool = dict(sorted(pool.items()))
        found.pools[form] = (list(pool), list(pool.values()))
    found.pools["she"] = found.pools["he"]
    return found


def add_labelled(story: Story, found: Mentions) -> None:
    """What the parser takes for a name and nothing else has told."""
    for span in story.reading.doc.ents:
        person = span.label_ == "PERSON"
        name = span.root.pos_ == "PROPN" and span.label_ in LABELS
        if not (person or name) or any(t.i in found.covered for t in span):
            continue
        words = [t.text for t in span if t.lower_ != "the" and t.dep_ != "case"]
        what = Antecedent("unknown", words[-1]) if person else Antecedent("entity", " ".join(words))
        found.things[span.root.i] = what
        found.covered.update((t.i, what) for t in span)
        if person:
            found.people[span.root.i] = what


def add_noun(story: Story, found: Mentions, token: Token) -> None:
    """What a noun, or a name of one word, mentions."""
    head = story.once(headword)
    if token.pos_ not in ("NOUN", "PROPN"):
        return
    if head is not None and is_headword(head, token):
        found.things[token.i] = found.covered[token.i] = Antecedent("headword", head.text)
        return
    lemma = token.lemma_.lower()
    if token.dep_ in WITHIN or (lemma in lexicon.TIME_UNITS and token.pos_ == "NOUN"):
        return
    human = (lemma in HUMAN or is_human(lemma)) and token.tag_ in ("NN", "NNP")
    what = same(story, found, token, human=human)
    if what is None:
        what = Antecedent("entity" if token.pos_ == "PROPN" and not human else "noun", lemma)
        what = what._replace(name=token.text) if what.kind == "entity" else what
    (found.people if human else found.things)[token.i] = found.covered[token.i] = what


def same(story: Story, found: Mentions, noun: Token, *, human: bool) -> Antecedent | None:
    """The name that a noun is told to be: 'the probe, Tsubame', 'Tsubame is a probe'."""
    for other in beside(noun):
        told = found.covered.get(other.i)
        if told is not None and (told.kind in SOMEBODY) == human:
            return told
    the = any(c.lower_ in ("the", "this") for c in noun.children)
    known = story.kinds.get(noun.lemma_.lower(), ())
    if human or not the or len(known) != 1 or is_plural(noun):
        return None
    return Antecedent("entity", known[0].text.removeprefix("the "))


def beside(noun: Token) -> Iterator[Token]:
    """What a noun is in apposition to, has in apposition, or is said to be."""
    yield from (c for c in noun.children if c.dep_ == "appos")
    if noun.dep_ == "appos":
        yield noun.head
    subject = subject_of(noun.head) if noun.dep_ == "attr" else None
    if subject is not None:
        yield subject


def pooled(story: Story, found: Mentions, form: str, plural: set[int]) -> dict[int, Antecedent]:
    """The mentions that a form may take up; 'she' those of 'he', until sexes are told apart."""
    names = ("person", "entity", "headword")
    match form:
        case "he":
            maybe = {i: a for i, a in found.things.items() if may_be_somebody(story, i, a)}
            pool = {**maybe, **found.people}
        case "it":
            pool = found.things
        case _:
            several = {i: a for i, a in found.people.items() if i in plural}
            things = {**found.things, **several}.items()
            return {i: a for i, a in things if i in plural or a.kind in names}
    return {i: a for i, a in pool.items() if i not in plural or a.kind in names}


def may_be_somebody(story: Story, at: int, name: Antecedent) -> bool:
    """Whether a name of no known kind may be a person's."""
    token, entity = story.reading.doc[at], story.names.entity_at.get(at)
    if name.kind != "entity" or token.pos_ != "PROPN" or (entity is not None and entity.kind):
        return False
    the = any(c.lower_ == "the" for c in token.children)
    return not the and find(name.name) is None and country_of(name.name) is None


def taken(relative: Token) -> Token:
    """The noun on which the clause of 'who' or 'which' hangs; the pronoun itself without one."""
    verb = next((a for a in relative.ancestors if a.dep_ == "relcl"), None)
    return verb.head if verb is not None else relative


def candidates(
    story: Story, pronoun: Token, before: Iterable[Resolved]
) -> dict[Antecedent, list[int]]:
    """What a pronoun may stand for, each with the words that mention it, in the text's order.

    `before` are the pronouns read before this one, the latest first: they mention it too.
    """
    form = FORMS[pronoun.lower_]
    found: dict[Antecedent, list[int]] = defaultdict(list)
    for at, what in (*named(story, pronoun, form), *repeated(story, pronoun, form, before)):
        if story.reading.paragraphs[pronoun.i] - story.reading.paragraphs[at] <= 1:
            found[what].append(at)
    for what in topics(story, form):
        found.setdefault(what, [])
    fitting = {what: sorted(at) for what, at in found.items() if agrees(story, what, form)}
    return {what: kept for what, at in fitting.items() if (kept := free(pronoun, at)) or not at}


def start(story: Story, pronoun: Token) -> int:
    """The first token that is searched."""
    return story.reading.sentences[max(0, story.sentence(pronoun) - WINDOW)].start


def named(story: Story, pronoun: Token, form: str) -> Iterator[tuple[int, Antecedent]]:
    """What is mentioned before a pronoun by a name or a noun, outside quotations."""
    places, what = story.once(mentions).pools[form]
    for n in range(bisect_left(places, start(story, pronoun)), bisect_left(places, pronoun.i)):
        if places[n] not in story.reading.quoted:
            yield places[n], what[n]


def repeated(
    story: Story, pronoun: Token, form: str, before: Iterable[Resolved]
) -> Iterator[tuple[int, Antecedent]]:
    """What pronouns of the same form stand for before this one."""
    first = start(story, pronoun)
    for earlier in before:
        if earlier.token < first:
            return
        if earlier.form == form and earlier.antecedent is not None:
            yield earlier.token, earlier.antecedent


def topics(story: Story, form: str) -> Iterator[Antecedent]:
    """Whom or what the whole text is about, which may be meant from afar."""
    if story.names.hero is not None and form in PERSONAL:
        yield Antecedent("person", story.names.hero.name)
    head = story.once(headword)
    if head is not None and form == ("they" if head.plural else "it"):
        yield Antecedent("headword", head.text)


def agrees(story: Story, what: Antecedent, form: str) -> bool:
    """Whether nothing tells that somebody is of the other sex."""
    return form not in PERSONAL or woman(story, what) in (None, form == "she")


def woman(story: Story, what: Antecedent) -> bool | None:
    """Whether somebody is a woman, as far as the text or the noun tells."""
    if what.kind == "person":
        return story.once(profiles)[what.name].woman
    known = what.kind == "noun" and what.name in MEN | WOMEN
    return what.name in WOMEN if known else None


def free(pronoun: Token, at: list[int]) -> list[int]:
    """The mentions that grammar leaves to a pronoun.

    'Lind met her': not the subject. 'her father': not the father.
    """
    if pronoun.tag_ == "PRP$":
        return [i for i in at if i != pronoun.head.i]
    reflexive = pronoun.lower_.endswith(("self", "selves"))
    verb = None if reflexive or pronoun.dep_ in SUBJECTS else verb_above(pronoun)
    subject = own_subject(verb) if verb is not None else None
    return [] if subject is not None and subject.i in at else at
