"""What a pronoun takes up by grammar, only where it is certain."""

from dataclasses import replace

from questions import lexicon
from questions.biography import OF_LIFE, life, object_of_life, only_one, unquoted_people
from questions.descriptions import Referent, describe, is_body, named
from questions.grammar import indefinite, is_plural, subject_of, verb_above
from questions.headwords import taken_up
from questions.persons import Person
from questions.story import Story, named_by
from questions.subjects import explained, main_subject, own_subject
from questions.tree import Span, Token

SAME_PRONOUNS = {"his": ("he",), "her": ("she",), "its": ("it",), "their": ("they",)}
SELVES = {"himself": "he", "herself": "she"}


def take_up(story: Story, pronoun: Token, depth: int = 3) -> Referent | None:
    """Whom or what a pronoun stands for by its place, or as the only one of a life."""
    found = by_grammar(story, pronoun, depth)
    alone = found is None and pronoun.lower_ in OF_LIFE
    return only_one(story, pronoun) if alone else found


def by_grammar(story: Story, pronoun: Token, depth: int) -> Referent | None:
    """What a pronoun takes up by its place and that of what stands before it."""
    match pronoun.lower_:
        case "he" | "she":
            found = refer_person(story, pronoun, depth)
            if found is not None and found.person and not found.person.may_be(pronoun.lower_):
                return None
            # The headline names the hero: no other sentence is needed.
            known = found is not None and found.person == story.names.hero
            return replace(found, sentence=story.sentence(pronoun)) if found and known else found
        case "it" | "they":
            return refer_thing(story, pronoun, depth) or taken_up(story, pronoun)
        case "his" | "her" | "its" | "their" if pronoun.tag_ == "PRP$":
            return owner(story, pronoun, depth) or taken_up(story, pronoun)
        case "him" | "her":
            return object_of_life(story, pronoun)
        case _:
            return taken_up(story, pronoun)


def owner(story: Story, possessive: Token, depth: int) -> Referent | None:
    """Whose something is: of the name it is coordinated with, or of its clause's subject."""
    noun = possessive.head
    partner = noun.head if noun.dep_ == "conj" else None
    if partner is not None and (person := story.person(partner)):
        return Referent(person.name, story.sentence(possessive), person)
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.dep_ == "ROOT" and depth:
        return previous_owner(story, possessive, depth)
    verb = verb_above(noun)
    subject = own_subject(verb) if verb is not None else None
    if subject is None or subject.i > possessive.i:
        return None
    return owning(story, subject, possessive, depth)


def owning(story: Story, subject: Token, possessive: Token, depth: int) -> Referent | None:
    """What 'its' stands for behind a subject: that, or one of the sentence before."""
    if subject.lower_ in lexicon.PRONOUNS:
        same = subject.lower_ in SAME_PRONOUNS[possessive.lower_]
        return take_up(story, subject, depth - 1) if same and depth else None
    if subject.is_ancestor(possessive):
        # 'A landslide on its eastern side': of something told before.
        return previous_owner(story, possessive, depth) if depth else None
    if indefinite(subject):
        # 'A flood destroyed two of its arches': new, or named only behind ('a baker, Anna Berg').
        person = story.person(named_by(story, subject))
        return subject_referent(story, subject, possessive) if person is not None else None
    return subject_referent(story, subject, possessive) or previous_owner(story, possessive, depth)


def previous_owner(story: Story, possessive: Token, depth: int) -> Referent | None:
    """The subject of the sentence before, for 'her team' or 'its basin'."""
    number = story.sentence(possessive)
    if possessive.lower_ in ("his", "her"):
        if unquoted_people(story, possessive.sent.start, possessive.i):
            return None
        return previous_person(story, possessive, number - 1, depth)
    before = story.reading.sentences[number - 1] if number else None
    subject = subject_of(before.root) if before is not None else None
    if before is None or subject is None or not same_paragraph(story, before, possessive):
        return None
    if subject.lower_ in SAME_PRONOUNS[possessive.lower_]:
        return refer_thing(story, subject, depth - 1) if depth else None
    found = subject_referent(story, subject, possessive)
    if found is None or subject.pos_ == "PROPN":
        return replace(found, certain=False) if found is not None else None
    return found if definite(subject) and describe(story, subject) is not None else None


def definite(noun: Token) -> bool:
    """'the company', 'the family-controlled company'; no complement, no people's adjective."""
    plain = all(c.dep_ in ("det", "amod", "punct") for c in noun.children)
    foreign = any(c.ent_type_ == "NORP" for c in noun.children)
    return plain and not foreign and any(c.lower_ == "the" for c in noun.children)


def same_paragraph(story: Story, sentence: Span, token: Token) -> bool:
    """Whether a sentence stands in the token's paragraph."""
    return story.reading.paragraphs[sentence.start] == story.reading.paragraphs[token.i]


def subject_referent(story: Story, subject: Token, pronoun: Token) -> Referent | None:
    """A subject as what a pronoun behind it stands for, where person and number agree."""
    number = story.sentence(subject)
    person = story.person(named_by(story, subject))
    if pronoun.lower_ in ("he", "she", "his", "her"):
        # In the story of a life, 'his post' may be the hero's.
        ambiguous = story.names.hero not in (None, person)
        return Referent(person.name, number, person) if person and not ambiguous else None
    plural = pronoun.lower_ in ("they", "their")
    if person is not None or plural != is_plural(subject) or not nameable(story, subject):
        return None
    described = describe(story, subject) if definite(subject) else None
    if described is not None and described.person is None:
        return described
    known = subject.lemma_.lower() in story.familiar
    if pronoun.lower_ == "it" and subject.pos_ != "PROPN" and not known:
        return None
    return Referent(named(story, subject), number, certain=subject.pos_ == "PROPN")


def nameable(story: Story, subject: Token) -> bool:
    """A noun or a name that says by itself what is meant."""
    pointing = lexicon.WEEKDAYS | lexicon.PRONOUNS
    before = [t for c in subject.children for t in c.subtree if c.i < subject.i]
    somebody = subject.ent_type_ == "PERSON" and subject.i not in story.names.entity_at
    return (
        subject.pos_ in ("NOUN", "PROPN")
        and not somebody
        and not any(t.text in pointing for t in before)
    )


def refer_person(story: Story, pronoun: Token, depth: int) -> Referent | None:
    """The only person before it, a subject, in its sentence; else the subject of the last one.

    In a biography the article's own person, where nobody else is named.
    """
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or not depth:
        return None
    number = story.sentence(pronoun)
    sentence = story.reading.sentences[number]
    here = unquoted_people(story, sentence.start, pronoun.i)
    if any(unknown(story, t) for t in sentence if t.i < pronoun.i):
        return None
    here = [person for person in here if person.may_be(pronoun.lower_)]
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


def unknown(story: Story, token: Token) -> bool:
    """A person's name as a subject whose bearer the article does not name in full."""
    subject = token.dep_ in ("nsubj", "nsubjpass") and token.ent_type_ == "PERSON"
    return subject and token.i not in story.names.person_at


def previous_person(story: Story, pronoun: Token, number: int, depth: int) -> Referent | None:
    """The subject of the sentence before, through its own pronoun if need be."""
    if number < 0 or not same_passage(story, pronoun, number):
        return None
    subject = subject_of(story.reading.sentences[number].root)
    if subject is not None and unknown(story, subject):
        return None
    person = story.person(named_by(story, subject)) if subject is not None else None
    hero = story.names.hero
    if person is not None and person.may_be(pronoun.lower_):
        # In the story of a life 'he' may be the hero as well.
        rivals = [hero, *(story.person(c) for c in subject.conjuncts)] if subject else []
        rival = any(r.may_be(pronoun.lower_) for r in rivals if r not in (None, person))
        return None if rival else Referent(person.name, number, person)
    if subject is None or subject.lower_ not in (
        *SAME_PRONOUNS.get(pronoun.lower_, ()),
        "he",
        "she",
    ):
        return life(story, pronoun, number)
    same = subject.lower_ in SAME_PRONOUNS.get(pronoun.lower_, (pronoun.lower_,))
    found = refer_person(story, subject, depth - 1) if same else None
    return found or (life(story, pronoun, number) if same else None)


def subjects(story: Story, sentence: Span, before: Token) -> list[Person]:
    """People who are the subject of a verb in a sentence, before a token."""
    tokens = (t for t in sentence if t.i < before.i and t.dep_ in ("nsubj", "nsubjpass"))
    found = (story.person(named_by(story, t)) for t in tokens)
    return [person for person in found if person is not None]


def same_passage(story: Story, token: Token, number: int) -> bool:
    """Whether a sentence is in the token's paragraph or the one before."""
    start = story.reading.sentences[number].start
    return story.reading.paragraphs[token.i] - story.reading.paragraphs[start] <= 1


def refer_thing(story: Story, pronoun: Token, depth: int) -> Referent | None:
    """The subject of the reporting verb above, or of the sentence before, in the same paragraph."""
    if pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    above = own_subject(pronoun.head.head) if pronoun.head.dep_ == "ccomp" else None
    if above is not None and above.i < pronoun.i:
        return followed(story, above, pronoun, depth)
    if pronoun.lower_ == "it" and (main := main_subject(pronoun) or explained(pronoun)) is not None:
        return followed(story, main, pronoun, depth)
    before = sentence_before(story, pronoun)
    subject = subject_of(before.root) if before is not None else None
    return followed(story, subject, pronoun, depth) if subject is not None else None


def sentence_before(story: Story, pronoun: Token) -> Span | None:
    """The sentence whose subject a pronoun may take up; None where something else may be meant."""
    number = story.sentence(pronoun)
    if number == 0 or pronoun.head.dep_ not in ("ROOT", "ccomp"):
        return None
    before = story.reading.sentences[number - 1]
    # 'The railway linked it with Vienna. It had …': the town.
    meant = any(points_away(t, before.root) for t in before)
    rival = any(is_body(story, t) for t in pronoun.sent if t.i < pronoun.i)
    # 'The firm kept its target. It was reached in 2021.'
    done = pronoun.dep_ == "nsubjpass" and any(c.dep_ == "dobj" for c in before.root.children)
    doer = subject_of(before.root) if done else None
    rival = rival or (doer is not None and (doer.pos_ == "NOUN" or is_body(story, doer)))
    return before if same_paragraph(story, before, pronoun) and not meant and not rival else None


def points_away(token: Token, root: Token) -> bool:
    """An 'it' that may mean something else than the subject of its sentence."""
    if token.lower_ not in ("it", "its") or token.dep_ in ("nsubj", "nsubjpass"):
        return False
    verb = verb_above(token)
    subject = subject_of(root)
    own = token.tag_ == "PRP$" and verb == root and subject is not None and subject.i < token.i
    return not own


def followed(story: Story, subject: Token, pronoun: Token, depth: int) -> Referent | None:
    """What a subject before a pronoun stands for, itself a pronoun perhaps."""
    if subject.lower_ == pronoun.lower_:
        return refer_thing(story, subject, depth - 1) if depth else None
    return subject_referent(story, subject, pronoun)


def agree(story: Story, pronoun: Token, subject: Token) -> bool:
    """Whether a pronoun can mean the subject: person, thing or several."""
    plural = subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)
    if pronoun.lower_.startswith(("their", "them")):
        return plural
    if plural or story.sentence(pronoun) != story.sentence(subject):
        return False
    if subject.lower_ in ("he", "she"):
        return subject.lower_ in SAME_PRONOUNS.get(pronoun.lower_, (SELVES.get(pronoun.lower_),))
    return (story.person(subject) is not None) != pronoun.lower_.startswith("it")
