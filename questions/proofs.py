"""Proof that a name is a person's."""

from collections.abc import Iterator

from questions import catalog, circles, lexicon, people
from questions.tree import Span, Token

HONORIFICS = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady cllr coun sgt det capt lt col gen rev fr "
    "hon rep sen gov pc insp supt maj cmdr adm brig maître madame monsieur herr frau don doña "
    "madam mzee ustaz datuk seri alhaji alhaja hajia".split()
)
SPEECH = lexicon.REPORTING | {"ask", "call", "bear"}
# What only people do, and what is only done to people.
DEEDS = frozenset(
    "marry teach recall remember joke smile laugh weep graduate limp bat bowl sprint ride retire "
    "jail convict arrest sentence hospitalise hospitalize acquit bear imprison divorce cycle sing "
    "study live wake".split()
)
AGES = range(5, 111)
NAMING = frozenset(("after", "named", "called", "like"))


def acts(token: Token) -> bool:
    """A who-clause, a calling beside the name, speech, birth, or a deed."""
    if token.pos_ != "PROPN":
        return False
    agent = token.dep_ == "pobj" and token.head.dep_ == "agent" and token.ent_type_ == "PERSON"
    called = token.dep_ == "appos" and is_calling(token.head) and not several(token)
    verb = token.head.lemma_
    speaks = token.dep_ == "nsubj" and (verb in SPEECH or verb in DEEDS)
    suffers = token.dep_ == "nsubjpass" and verb in DEEDS
    told = any(tells_person(c) for c in token.children)
    known = agent or called or speaks or suffers or told
    return known or is_somebody(token) or aged(token) or any(owning(token))


def called_which(span: Span) -> bool:
    """'Norte Alimentos, which employs 40 people': no person, where no first name speaks for one."""
    doc, end = span.doc, span.end
    if people.is_given(span[0].text) or end + 1 >= len(doc):
        return False
    which = doc[end + 1]
    follows = doc[end].text == "," and which.lower_ == "which" and which.dep_ == "nsubj"
    return follows and which.head.dep_ == "relcl" and which.head.head.i in range(span.start, end)


def several(name: Token) -> bool:
    """'The accountants Holm Berg': a firm, for the calling is of several and the name of one."""
    return name.head.tag_ == "NNS" and not list(name.conjuncts)


def is_calling(noun: Token) -> bool:
    """A common noun that means a person."""
    word = noun.lemma_.lower()
    return word in lexicon.ROLES or (noun.pos_ == "NOUN" and circles.is_human(word))


def tells_person(child: Token) -> bool:
    """A clause with 'who', or a calling in apposition."""
    if child.dep_ == "relcl":
        return any(t.lower_ in ("who", "whose", "whom") for t in child.subtree)
    return child.dep_ == "appos" and is_calling(child)


def is_somebody(name: Token) -> bool:
    """'Karl Holm was a farmer'."""
    if name.dep_ != "nsubj" or name.head.lemma_ != "be":
        return False
    return any(c.dep_ == "attr" and is_calling(c) for c in name.head.children)


def owning(name: Token) -> Iterator[str]:
    """'Karl Holm sold his boat': 'his' or 'her' behind a subject, beside what the verb holds."""
    if name.dep_ not in ("nsubj", "nsubjpass"):
        return
    nouns = [c for c in name.head.children if c.i > name.i and c.dep_ in ("dobj", "prep", "advcl")]
    nouns += [g for c in nouns if c.dep_ == "prep" for g in c.children]
    words = (g.lower_ for c in nouns for g in c.children)
    yield from (word for word in words if word in ("his", "her"))


def aged(name: Token) -> bool:
    """'Karl Holm, 43, …'."""
    after = name.doc[name.i + 1 : name.i + 4]
    if len(after) < 3 or after[0].text != "," or not after[1].text.isdigit():
        return False
    return int(after[1].text) in AGES and after[2].text in (",", ".")


def introduced(span: Span) -> bool:
    """'Mr Karl Holm', 'baker Karl Holm', 'Karl Holm and the baker Per Lund'."""
    before = span.doc[span.start - 1] if span.start > span.sent.start else None
    if before is None:
        return False
    polite = before.lower_.rstrip(".") in HONORIFICS
    beside = before.pos_ == "NOUN" and circles.is_human(before.lower_)
    return polite or (beside and (span[-1].head == before or before.head == span[-1]))


def christened(span: Span) -> bool:
    """A known first name, where the name stands for somebody: not beside the noun of a thing."""
    name = span[-1]
    known = people.is_given(span[0].text) or span[0].text in catalog.first_names()
    if not known or name.dep_ in ("compound", "nmod", "oprd", "ROOT"):
        return False
    thing = name.dep_ == "appos" and name.head.pos_ == "NOUN" and not is_calling(name.head)
    named = name.head.lower_ in NAMING or name.head.head.lower_ in lexicon.NAME_KINDS
    called = any(
        c.dep_ == "appos" and c.pos_ == "NOUN" and not is_calling(c) for c in name.children
    )
    return not (thing or named or called)
