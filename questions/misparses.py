"""Signs within the parse that the parser has mistaken a clause."""

from collections.abc import Iterator
from itertools import takewhile

from lemminflect import getAllLemmas, getInflection

from questions import lexicon
from questions.grammar import FINITE, PLURAL, SINGULAR, is_plural, subject_of, verb_above
from questions.orphans import orphaned
from questions.story import Story
from questions.tree import Token
from questions.trimming import first_of, parted, set_off

OBJECTS = frozenset("dobj ccomp xcomp dative attr prt npadvmod nsubjpass auxpass acomp".split())
SUBORDINATORS = frozenset("after before when since until as while once".split())
ENDS = frozenset("death birth wedding marriage retirement resignation funeral defeat".split())
GAINING = frozenset("receive win get accept earn publish write build sell buy open own".split())
LINKED = frozenset((",", ";", ":", "–", "—", "-"))


def mistaken(verb: Token, subject: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Whether the parse of a clause contradicts itself."""
    found = (
        verbless(verb),
        pointed(verb, subject),
        disagree(verb, subject, auxiliaries),
        impossible(verb, auxiliaries),
        lacks_object(verb, auxiliaries),
        any(swallowed(child) for child in verb.children),
        strayed(verb),
        verb.dep_ == "conj" and swallowed(verb),
        any(unfinished(child) for child in verb.children),
        attributive(verb, subject),
        doubled(subject.head),
        dumb(verb, subject),
        lifeless(verb, subject),
        any(lifeless(c, s) for c in verb.children if (s := subject_of(c)) is not None),
        unmatched(verb, subject),
        likened(verb, subject),
        forked(verb),
        remote(verb),
        resumed(verb),
        orphaned(verb, subject),
    )
    return any(found)


def remote(verb: Token) -> bool:
    """'Hale, the publisher of The Mill, which has …': the house may be meant, not the book.

    So too 'an amendment, proposed by the Democrats, which was carried'.
    """
    noun = verb.head
    if verb.dep_ != "relcl" or not any(
        t.text == "," for t in noun.doc[noun.i + 1 : first_of(verb).i + 1]
    ):
        return False
    beside = noun.dep_ == "pobj" and noun.head.head.dep_ == "appos"
    return beside or any(t.dep_ == "acl" and t.tag_ == "VBN" and set_off(t) for t in within(noun))


def within(noun: Token) -> Iterator[Token]:
    """What a noun stands in, up to the verb of its clause."""
    return takewhile(lambda t: t.dep_ not in ("ROOT", "ccomp", "conj", "advcl"), noun.ancestors)


def resumed(verb: Token) -> bool:
    """'has sold a battery which can be charged in minutes, will last for years': the battery will.

    Before a verb of its own without “and” stands a clause with “which” whose verb is alike.
    """
    if verb.dep_ != "conj" or subject_of(verb) is not None:
        return False
    if resumed(verb.head):
        return True
    before = verb.doc[verb.head.i + 1 : verb.i]
    inside = (t for t in before if t.dep_ == "relcl" and relative_word(t) and modal(t))
    listed = not any(t.dep_ == "cc" and t.head == verb.head for t in before)
    return modal(verb) and not modal(verb.head) and listed and any(inside)


def modal(verb: Token) -> bool:
    """'will last', 'can be charged'."""
    return any(c.tag_ == "MD" for c in verb.children)


def pointed(verb: Token, subject: Token) -> bool:
    """'For years that cabin was his home': which cabin, and no conjunction."""
    marks = (c for c in verb.children if c.dep_ == "mark" and c.lower_ == "that")
    return verb.dep_ == "ROOT" and any(c.i + 1 == subject.left_edge.i for c in marks)


def likened(verb: Token, subject: Token) -> bool:
    """', as was a street in 1994', 'and in 1975 was the first woman': the subject is before it.

    In 'and so, in 1852, was fluorescence' it is behind.
    """
    if verb.lemma_ == "be" and any(c.lower_ in ("so", "nor") for c in verb.children):
        return subject.i < verb.i and verb.dep_ == "conj"
    shared = verb.nbor(-1).lower_ == "as" or verb.dep_ == "conj" if verb.i else False
    return verb.lemma_ in ("be", "do") and subject.i > verb.i and shared


def verbless(verb: Token) -> bool:
    """'Chemists at the museum, who tested it, matched traces': the sentence's verb is in here."""
    if verb.sent.root.pos_ in ("VERB", "AUX"):
        return False
    # 'In 1962 the company Philco bought …': nothing else is told of the company.
    if verb.dep_ == "relcl" and verb.head.dep_ == "ROOT" and not relative_word(verb):
        return True
    later = (t for t in verb.subtree if t.i > verb.i and t.tag_ in ("VBN", "VBD"))
    return any(t.nbor(-1).text == "," for t in later)


def relative_word(verb: Token) -> bool:
    """Whether 'who', 'which' or 'that' opens a clause."""
    return any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in verb.subtree if t.i < verb.i)


def forked(verb: Token) -> bool:
    """'arrived from the north beginning in May': a preposition with two objects."""
    prepositions = (c for c in verb.children if c.dep_ == "prep")
    return any(sum(t.dep_ == "pobj" for t in p.children) > 1 for p in prepositions)


def disagree(verb: Token, subject: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """'soldiers were dying and was going home': the subject is not that of the verb."""
    first = auxiliaries[0] if auxiliaries else verb
    if subject.tag_ not in ("NN", "NNS") or any(
        c.dep_ in ("prep", "nummod") for c in children(subject)
    ):
        return False
    if is_plural(subject):
        named = subject.text[0].isupper() and not getAllLemmas(subject.lower_)
        alike = named or subject.lower_ == subject.lemma_.lower()
        return (first.lower_ in SINGULAR or first.tag_ == "VBZ") and not alike
    collective = subject.lemma_.lower() in lexicon.COLLECTIVE
    plural = first.lower_ in PLURAL or (first.tag_ == "VBP" and first.lower_ not in past(first))
    return plural and not collective and not first.lower_.startswith("'")


def children(noun: Token) -> Iterator[Token]:
    """The parts of a noun phrase and of what it is coordinated with."""
    yield from noun.children
    yield from (c for other in noun.conjuncts for c in other.children)


def past(verb: Token) -> tuple[str, ...]:
    """The past tense, which may look like the present: 'put', 'cost'."""
    return tuple(getInflection(verb.lemma_, "VBD"))


def impossible(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """'an airliner strayed', 'was risen': a passive of a verb that has none."""
    participle = verb.dep_ == "acl" and verb.tag_ == "VBN"
    passive = participle or any(a.dep_ == "auxpass" for a in auxiliaries)
    # 'a loss of 3.4 billion won'.
    if verb.lower_ == "won" and verb.i and verb.nbor(-1).tag_ == "CD":
        return True
    # 'governed … in Rio Grande do Sul'.
    if verb.text == "do" and verb.i and verb.nbor(-1).pos_ == "PROPN":
        return True
    return passive and verb.lemma_ in lexicon.INTRANSITIVE


def lacks_object(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """'called frankly a bit silly': an active verb without the object that it needs."""
    participle = verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl")
    if verb.lemma_ not in lexicon.TRANSITIVE or participle:
        return False
    calling = any(c.dep_ == "prep" for c in verb.children) and verb.lemma_ == "call"
    parts = (*verb.children, *auxiliaries)
    return not calling and not any(c.dep_ in OBJECTS or estimated(c) for c in parts)


def estimated(child: Token) -> bool:
    """The 'around 400' of 'affects around 400'."""
    about = child.dep_ == "prep" and child.lower_ in ("around", "about", "over")
    return about and any(t.tag_ == "CD" for t in child.subtree)


def swallowed(child: Token) -> bool:
    """A finite verb whose subject the clause above it has taken for its own.

    'Girls came out for the team and the school board discussed it', 'Figures tabled in May show …'.
    """
    if subject_of(child) is not None or any(c.dep_ in ("mark", "expl") for c in child.children):
        return False
    bare = child.tag_ in FINITE and not any(
        c.dep_ == "advmod" and c.tag_ == "WRB" for c in child.children
    )
    if child.dep_ == "advcl":
        return bare and child.i > child.head.i
    if child.dep_ == "ccomp":
        auxiliaries = any(c.dep_.startswith("aux") for c in child.children)
        before = child.nbor(-1) if child.i else child
        above = verb_above(before)
        astray = child.tag_ == "VBN" and above != child.head and child.i > child.head.i + 1
        return (child.tag_ in FINITE or astray) and not auxiliaries
    between = child.doc[child.head.i + 1 : child.i]
    joined = any(t.dep_ == "cc" and t.head == child.head for t in between)
    linked = any(t.dep_ == "cc" or t.text in LINKED for t in between)
    parted = linked and (joined or not any(headless(t) for t in between))
    return child.dep_ in ("conj", "dep") and bare and not parted


def headless(word: Token) -> bool:
    """The 'as' of 'sank 9% as better rainfall in Ghana, which grows cocoa, lifted hopes'."""
    return (
        word.dep_ == "prep"
        and word.lower_ in SUBORDINATORS
        and any(t.dep_ == "relcl" for t in word.subtree)
    )


def attributive(verb: Token, subject: Token) -> bool:
    """'31 wounded people had been admitted': nobody wounded them here."""
    beside = subject.tag_ == "CD" and verb.i == subject.i + 1
    return beside and any(
        c.dep_ == "ccomp" and first_of(c).i == verb.i + 1 and first_of(c).dep_ != "mark"
        for c in verb.children
    )


def doubled(verb: Token) -> bool:
    """'a proposal to observe it was rejected': two subjects; not '4,000 people, most of them …'."""
    nouns = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and not parted(c)]
    whole = [c for c in nouns if c.tag_ in ("NN", "NNS", "NNP", "NNPS", "PRP")]
    return len(whole) > 1


def unmatched(verb: Token, subject: Token) -> bool:
    """'the strongest earthquake ever recorded struck': it recorded nothing."""
    return any(c.lower_ == "ever" for c in verb.children) and any(
        c.tag_ == "JJS" for c in subject.children
    )


def dumb(verb: Token, subject: Token) -> bool:
    """'reckons that €85 million is achievable, and notes that …': a sum notes nothing."""
    number = subject.tag_ in ("CD", "$") or any(c.tag_ == "$" for c in subject.children)
    told = any(c.dep_ == "ccomp" for c in verb.children)
    return number and told and verb.lemma_ in lexicon.REPORTING


def lifeless(verb: Token, subject: Token) -> bool:
    """'the office set up after his death received a prize': no death receives one."""
    gained = any(c.dep_ == "dobj" for c in verb.children) and verb.lemma_ in GAINING
    return gained and subject.lemma_.lower() in ENDS


def unfinished(child: Token) -> bool:
    """'after a train struck derailed wagons': a clause that ends where its object begins."""
    last = max(t.i for t in child.subtree) if child.dep_ == "advcl" else child.i
    if child.dep_ != "advcl" or last + 1 >= len(child.doc) or child.doc[last].tag_ not in FINITE:
        return False
    return bool(child.doc[last + 1].pos_ == "VERB")


def strayed(verb: Token) -> bool:
    """A verb behind 'after an airliner strayed', which the parser takes for a participle."""
    if verb.dep_ == "conj":
        between = (t for t in verb.doc[verb.head.i + 1 : verb.i] if t.dep_ == "acl")
        return subject_of(verb) is None and any(strayed(t) for t in between)
    above = verb.head.head
    hidden = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "pobj"
    agent = any(c.dep_ == "agent" for c in verb.children)
    return hidden and above.lower_ in SUBORDINATORS and not agent


def misled(story: Story, verb: Token) -> bool:
    """'guilty of the murder of a ranger, Themba Ngwenya, who was shot': told of somebody else.

    A 'who' behind a name and a comma means its bearer, whatever the parser hangs the clause on.
    """
    who = next((c for c in verb.children if c.lower_ == "who"), None)
    if verb.dep_ != "relcl" or who is None or who.i < 2 or who.nbor(-1).text != ",":
        return False
    end = who.i - 2
    named = story.names.person_at.get(end)
    return named is not None and story.names.person_at.get(verb.head.i) not in (None, named)
