"""Whom 'he' and 'she' mean in the story of a life."""

from questions import lexicon
from questions.circles import is_human
from questions.descriptions import Referent
from questions.grammar import subject_of, verb_above
from questions.persons import Person
from questions.profiles import MEN, WOMEN, profiles
from questions.story import Story, named_by
from questions.subjects import own_subject
from questions.tree import Token

MALE, FEMALE = frozenset(("he", "him", "his")), frozenset(("she", "her", "hers"))
# The forms of a pronoun by which a sentence goes on speaking of the same person.
OF_LIFE = {word: forms for forms in (MALE, FEMALE) for word in forms}


def life(story: Story, pronoun: Token, number: int) -> Referent | None:
    """The hero, where the sentences before speak of nobody else whom a pronoun could mean."""
    hero = story.names.hero
    if hero is None or not hero.may_be(pronoun.lower_):
        return None
    for above in range(number, -1, -1):
        sentence = story.reading.sentences[above]
        subject = subject_of(sentence.root)
        named = story.person(named_by(story, subject)) if subject is not None else None
        if named == hero:
            break
        if named is not None and named.may_be(pronoun.lower_):
            return None
        there = unquoted_people(story, sentence.start, sentence.end)
        young = subject is not None and still_young(subject)
        spoken = young or any(t.lower_ in OF_LIFE[pronoun.lower_] for t in sentence)
        rival = any(p.may_be(pronoun.lower_) for p in there if p != hero)
        other = subject is not None and somebody(subject) and not young
        if other or (rival and not spoken):
            return None
        if not spoken or rival:
            break
    return Referent(hero.name, number, hero)


def somebody(subject: Token) -> bool:
    """'His father', 'an uncle', 'the physicist': a subject that 'he' may mean."""
    human = subject.lemma_.lower() in lexicon.KIN | lexicon.ROLES | lexicon.YOUNG
    return human and subject.pos_ == "NOUN" and subject.i < subject.head.i


def still_young(subject: Token) -> bool:
    """'The boy': the hero as a child."""
    the = any(c.lower_ == "the" for c in subject.children)
    return subject.lower_ in lexicon.YOUNG and the and len(list(subject.children)) == 1


def object_of_life(story: Story, pronoun: Token) -> Referent | None:
    """'him' or 'her' in the story of a life, in a clause whose subject is somebody else."""
    hero = story.names.hero
    verb = verb_above(pronoun)
    subject = own_subject(verb) if verb is not None else None
    if hero is None or subject is None or not hero.may_be(pronoun.lower_):
        return None
    if subject.lower_ in lexicon.PRONOUNS or story.person(named_by(story, subject)) == hero:
        return None
    here = unquoted_people(story, pronoun.sent.start, pronoun.i)
    doer = story.person(named_by(story, subject))
    if any(p.may_be(pronoun.lower_) for p in here if p not in (hero, doer)):
        return None
    number = story.sentence(pronoun)
    named = hero in here or (number and life(story, pronoun, number - 1) is not None)
    return Referent(hero.name, number, hero) if named else None


def only_one(story: Story, pronoun: Token) -> Referent | None:
    """The hero, where nobody else of the pronoun's sex is spoken of in two sentences before it."""
    hero = story.names.hero
    woman = pronoun.lower_ in FEMALE
    if hero is None or story.once(heroine) != woman or reflected(story, pronoun):
        return None
    number = story.sentence(pronoun)
    start = story.reading.sentences[max(0, number - 2)].start
    before = [t for t in story.reading.doc[start : pronoun.i] if t.i not in story.reading.quoted]
    if not any(t.lower_ in OF_LIFE[pronoun.lower_] or is_hero(story, t) for t in before):
        return None
    near = story.reading.sentences[max(0, number - 1)].start
    others = (p for p in unquoted_people(story, start, pronoun.i) if p != hero)
    named = any(story.once(profiles)[p.name].woman in (woman, None) for p in others)
    nouns = (t for t in before if t.i >= near and not is_hero(story, t))
    if named or any(rivals(noun, woman=woman) for noun in nouns):
        return None
    return Referent(hero.name, number, hero)


def heroine(story: Story) -> bool | None:
    """Whether the hero is a woman, as the article shows or by what it calls them most."""
    hero = story.names.hero
    known = story.once(profiles)[hero.name].woman if hero is not None else None
    if known is not None:
        return known
    said = [t.lower_ in FEMALE for t in story.reading.doc if t.lower_ in OF_LIFE]
    women = sum(said)
    men = len(said) - women
    return women > men if max(women, men) > 3 * min(women, men) else None


def is_hero(story: Story, token: Token) -> bool:
    """Whether a token names the hero, or tells what the hero is."""
    noun = token.head if token.dep_ in ("attr", "appos") else token
    noun = next((c for c in noun.children if c.dep_ == "nsubj"), noun)
    return story.names.person_at.get(noun.i) == story.names.hero


def reflected(story: Story, pronoun: Token) -> bool:
    """'Lind met her': an object is never the subject itself."""
    if pronoun.tag_ == "PRP$" or pronoun.dep_ in ("nsubj", "nsubjpass"):
        return False
    verb = verb_above(pronoun)
    subject = own_subject(verb) if verb is not None else None
    return subject is None or subject.lower_ in OF_LIFE or is_hero(story, subject)


def rivals(noun: Token, *, woman: bool) -> bool:
    """'his sister', 'the bishop': somebody without a name whom a pronoun may mean."""
    lemma = noun.lemma_.lower()
    if noun.tag_ not in ("NN", "NNP") or lemma in (MEN if woman else WOMEN):
        return False
    own = lemma in (WOMEN if woman else MEN)
    acting = noun.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "dative")
    return own or (acting and noun.pos_ == "NOUN" and (lemma in lexicon.ROLES or is_human(lemma)))


def unquoted_people(story: Story, first: int, last: int) -> list[Person]:
    """People mentioned outside quotation marks between two tokens."""
    outside = (i for i in range(first, last) if i not in story.reading.quoted)
    found = (story.names.person_at[i] for i in outside if i in story.names.person_at)
    return list(dict.fromkeys(found))
