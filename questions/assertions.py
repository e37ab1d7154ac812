"""Whether the article asserts a clause, and on whose word."""

from questions import lexicon
from questions.grammar import subject_of
from questions.participles import described, lender, stranded
from questions.subjects import inserted, subject_and_auxiliaries
from questions.text import is_year
from questions.tree import Token
from questions.trimming import first_of, set_off

MODALS = frozenset("would could may might should must can will shall".split())
CONDITIONS = frozenset(("if", "unless", "whether", "provided", "lest"))
DOUBT = frozenset(
    "not n't never hardly yet nearly almost reportedly allegedly probably possibly perhaps maybe "
    "apparently supposedly".split()
)
# Said of several at once, it is not true of each.
JOINTLY = frozenset(("together", "jointly", "combined", "collectively", "respectively", "either"))
UNDOING = DOUBT | CONDITIONS | JOINTLY
# What a 'which' that stands for a whole clause does.
RESULTS = frozenset("take mean make bring leave come cause allow help let".split())
# What reports only with a clause behind it: 'ruled out' and 'held a meeting' do not.
HOLDING = frozenset("rule hold point allege reply complain contend boast".split())
# Not having them until a year, somebody may have got them before.
STATES = frozenset("be have know own live belong exist want need".split())
ANY = frozenset("any anything anybody anyone anywhere ever either never no longer even".split())
NONE = frozenset(("no", "neither", "few", "little", "nobody", "nothing"))
ARGUMENTS = frozenset(("dobj", "nsubj", "nsubjpass", "attr"))
# Conjunctions whose clause is told as having happened.
FACTIVE = frozenset("when after before since while as because although though until".split())


def asserted(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Not negated, not modal, not under a condition, not a question."""
    modal = any(a.lower_ in MODALS for a in auxiliaries)
    unreal = modal and any(a.lower_ == "have" for a in auxiliaries)
    asked = verb.sent[-1].text == "?"
    return (
        not unreal
        and not asked
        and not supposed(verb, auxiliaries)
        and not any(undoes(child) for child in verb.children)
    )


def supposed(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """'Should the court refuse, Berg will pay': the parser may take the condition for the news."""
    first = verb.sent[0]
    return first.lower_ in ("should", "had", "were") and first in auxiliaries


def undoes(child: Token) -> bool:
    """Whether a part of the clause takes back what it says: 'not', 'if …', 'no progress'."""
    if child.dep_ in ARGUMENTS:
        return any(t.lower_ in NONE for t in (child, *child.children))
    if child.dep_ in ("advcl", "ccomp") and inverts(child):
        return True
    if child.dep_ == "advcl":
        return any(t.lower_ in CONDITIONS for t in child.children)
    if any(t.dep_ == "neg" for t in child.children) and child.dep_ == "advmod":
        return True  # 'no longer'
    if child.dep_ == "conj" and child.pos_ == "VERB" and child.head.pos_ == "VERB":
        return alternative(child)
    harmless = linking(child) or (child.dep_ == "neg" and delayed(child.head) is not None)
    return child.lower_ in UNDOING and not harmless


def delayed(verb: Token) -> Token | None:
    """The 'until' of 'was not paved until 1994', by which it was paved in 1994."""
    until = next((c for c in verb.children if c.lower_ == "until" and c.i > verb.i), None)
    if until is None or verb.lemma_ in STATES or not any(c.dep_ == "neg" for c in verb.children):
        return None
    words = [t for t in until.subtree if t != until and not t.is_punct]
    year = len(words) == 1 and is_year(words[0].text)
    unsure = any(t.lower_ in ANY or t.lower_ in MODALS for t in verb.subtree)
    return until if year and not unsure else None


def linking(word: Token) -> bool:
    """'Yet the war went on', ', yet it went on': set against what was said before, no doubt."""
    first = word.i == word.sent.start or word.nbor(-1).text in (",", ";", "and")
    return word.lower_ == "yet" and first and word.i < word.head.i


def holder(verb: Token) -> tuple[bool, Token | None]:
    """Whether the clause holds, and who says so: climbs from a complement to its reporting verb."""
    above, main = verb.head, lender(verb)
    if main is not None:
        _, auxiliaries = subject_and_auxiliaries(main)
        sure = asserted(main, auxiliaries) and not any(a.tag_ == "MD" for a in auxiliaries)
        return holder(main) if sure else (False, None)
    match verb.dep_:
        case _ if stranded(verb):
            found: tuple[bool, Token | None] = (True, None)
        case "ROOT":
            found = (True, None)
        case "conj" if above.pos_ in ("VERB", "AUX"):
            found = (False, None) if alternative(verb) else holder(inserted(above))
        case "relcl":
            found = hung(above, apart=set_off(verb) and not summing_up(verb))
        case "acl" if described(verb):
            found = hung(above, apart=set_off(verb))
        case "ccomp":
            found = reported(verb)
        case "advcl" if told(verb) and not wandering(verb):
            found = holder(above)
        case _:
            found = (False, None)
    return found


def alternative(verb: Token) -> bool:
    """'were destroyed or badly damaged': neither of all of them."""
    between = verb.doc[verb.head.i + 1 : verb.i]
    return any(t.lower_ in ("or", "nor") and t.head == verb.head for t in between)


def inverts(child: Token) -> bool:
    """'Had the list been right', 'Should it fail': a condition without 'if'."""
    subject = subject_of(child)
    first = first_of(child)
    return subject is not None and first.head == child and first.dep_ in ("aux", "auxpass")


def told(verb: Token) -> bool:
    """A clause of time or reason with a subject of its own, told as a fact."""
    marks = [c for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i]
    factive = any(c.lower_ in FACTIVE for c in marks)
    past = verb.tag_ == "VBD" or any(c.tag_ in ("VBD", "VBZ", "VBP") for c in verb.children)
    return factive and past and subject_of(verb) is not None


def wandering(verb: Token) -> bool:
    """', while another firm warned …' behind a report, which may not be a part of it."""
    marked = any(c.dep_ == "mark" and c.lower_ in ("while", "as") for c in verb.children)
    return verb.head.dep_ == "ccomp" and verb.i > verb.head.i and marked and set_off(verb)


def reported(verb: Token) -> tuple[bool, Token | None]:
    """A complement holds under an affirmed reporting verb with a speaker."""
    above = verb.head
    subject, auxiliaries = subject_and_auxiliaries(above)
    said = reports(above) and asserted(above, auxiliaries)
    held, _ = holder(above) if above.dep_ != "ccomp" else (False, None)
    clear = not any(c.dep_ == "mark" and c.lower_ != "that" for c in verb.children)
    clear = clear and not any(a.dep_ == "auxpass" for a in auxiliaries)  # 'were told that'
    clear = clear and (subject is None or subject.tag_ != "CD")
    return (said and held and clear and subject is not None), subject


def reports(verb: Token) -> bool:
    """Whether what is behind a verb is somebody's word: 'says', 'ruled that', 'points out'."""
    return verb.lemma_ in lexicon.REPORTING or verb.lemma_ in HOLDING


def summing_up(verb: Token) -> bool:
    """'a break to close the roof, which took 11 minutes': the break, or the closing."""
    which = any(c.lower_ == "which" for c in verb.children)
    return which and verb.lemma_ in RESULTS and verb.head.pos_ != "PROPN"


def hung(noun: Token, *, apart: bool) -> tuple[bool, Token | None]:
    """Whether a clause holds that hangs on a noun, and who says so: as what the noun stands in.

    `apart` from that by a comma, it holds even where the rest is only wished for or supposed.
    """
    for token in noun.ancestors:
        if not apart and (
            token.lemma_ in lexicon.DOUBTING or token.dep_ in ("acl", "pcomp", "csubj")
        ):
            return False, None
        if token.dep_ == "advcl" and not (apart or told(token)):
            return False, None
        if token.dep_ == "ccomp":
            return reported(token)
    return True, None
