"""What pronouns and descriptions refer to, only where it is certain."""

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from questions import lexicon
from questions.gazetteer import country_of, find
from questions.people import is_woman
from questions.persons import Person
from questions.story import Story, is_plural, named_by, subject_of

LOOK_BACK = 8
"""Sentences back to which 'the company' may point."""

SAME_PRONOUNS = {"his": ("he",), "her": ("she",), "its": ("it",), "their": ("they",)}


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun or description stands for, and the sentence that says so."""

    text: str
    sentence: int
    person: Person | None = None
    certain: bool = True


def refer(story: Story, pronoun: Token, depth: int = 3) -> Referent | None:
    """Whom or what a pronoun stands for, only where it is certain or most likely."""
    match pronoun.lower_:
        case "he" | "she":
            found = refer_person(story, pronoun, depth)
            if found is not None and found.person and not fits(found.person, pronoun):
                return None
            # The headline names the hero: no other sentence is needed.
            known = found is not None and found.person == story.names.hero
            return replace(found, sentence=story.sentence(pronoun)) if found and known else found
        case "it":
            return refer_thing(story, pronoun, depth)
        case "they":
            return refer_thing(story, pronoun, depth)
        case "his" | "her" | "its" | "their" if pronoun.tag_ == "PRP$":
            return owner(story, pronoun, depth)
        case _:
            return None


def owner(story: Story, possessive: Token, depth: int) -> Referent | None:
    """Whose something is: of the name it is coordinated with, or of its clause's subject."""
    noun = possessive.head
    partner = noun.head if noun.dep_ == "conj" else None
    if partner is not None and (person := story.person(partner)):
        return Referent(person.name, story.sentence(possessive), person)
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.dep_ == "ROOT" and depth:
        return previous_owner(story, possessive, depth)
    verb = next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")), None)
    subject = own_subject(verb) if verb is not None else None
    if subject is None or subject.i > possessive.i:
        return None
    if subject.lower_ in lexicon.PRONOUNS:
        same = subject.lower_ in SAME_PRONOUNS[possessive.lower_]
        return refer(story, subject, depth - 1) if same and depth else None
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
    if subject.pos_ != "PROPN":
        return None
    found = subject_referent(story, subject, possessive)
    return replace(found, certain=False) if found is not None else None


def same_paragraph(story: Story, sentence: Span, token: Token) -> bool:
    """Whether a sentence stands in the token's paragraph."""
    return story.reading.paragraphs[sentence.start] == story.reading.paragraphs[token.i]


def own_subject(verb: Token) -> Token | None:
    """The verb's subject, or that of the verb it is coordinated with or complements."""
    while (found := subject_of(verb)) is None:
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head
    return found


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
    known = subject.lemma_.lower() in story.headline_words | story.topics
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
    sentence = story.reading.sentences[number]
    subject = subject_of(sentence.root)
    if subject is not None and unknown(story, subject):
        return None
    person = story.person(named_by(story, subject)) if subject is not None else None
    if person is not None and fits(person, pronoun):
        return Referent(person.name, number, person)
    if subject is not None and subject.lower_ in SAME_PRONOUNS.get(
        pronoun.lower_, (pronoun.lower_,)
    ):
        return refer_person(story, subject, depth - 1)
    if subject is not None and subject.lower_ in ("he", "she"):
        return None
    hero = story.names.hero
    there = unquoted_people(story, sentence.start, sentence.end)
    alone = not any(fits(p, pronoun) for p in there if p != hero)
    return Referent(hero.name, number, hero) if hero and alone else None


def fits(person: Person, pronoun: Token) -> bool:
    """Whether a first name does not speak against 'he' or 'she'."""
    woman = is_woman(person.name)
    return woman is None or woman == (pronoun.lower_ in ("she", "her"))


def subjects(story: Story, sentence: Span, before: Token) -> list[Person]:
    """People who are the subject of a verb in a sentence, before a token."""
    tokens = (t for t in sentence if t.i < before.i and t.dep_ in ("nsubj", "nsubjpass"))
    found = (story.person(named_by(story, t)) for t in tokens)
    return [person for person in found if person is not None]


def same_passage(story: Story, token: Token, number: int) -> bool:
    """Whether a sentence is in the token's paragraph or the one before."""
    start = story.reading.sentences[number].start
    return story.reading.paragraphs[token.i] - story.reading.paragraphs[start] <= 1


def unquoted_people(story: Story, first: int, last: int) -> list[Person]:
    """People mentioned outside quotation marks between two tokens."""
    outside = (i for i in range(first, last) if i not in story.reading.quoted)
    found = (story.names.person_at[i] for i in outside if i in story.names.person_at)
    return list(dict.fromkeys(found))


def refer_thing(story: Story, pronoun: Token, depth: int) -> Referent | None:
    """The subject of the reporting verb above, or of the sentence before, in the same paragraph."""
    if pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    above = own_subject(pronoun.head.head) if pronoun.head.dep_ == "ccomp" else None
    if above is not None and above.i < pronoun.i:
        return followed(story, above, pronoun, depth)
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
    meant = any(t.lower_ in ("it", "its") and t.dep_ not in ("nsubj", "nsubjpass") for t in before)
    rival = any(is_body(story, t) for t in pronoun.sent if t.i < pronoun.i)
    return before if same_paragraph(story, before, pronoun) and not meant and not rival else None


def followed(story: Story, subject: Token, pronoun: Token, depth: int) -> Referent | None:
    """What a subject before a pronoun stands for, itself a pronoun perhaps."""
    if subject.lower_ == pronoun.lower_:
        return refer_thing(story, subject, depth - 1) if depth else None
    return subject_referent(story, subject, pronoun)


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
