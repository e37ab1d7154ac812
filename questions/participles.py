"""Participles that tell what somebody did, without a subject of their own."""

from lemminflect import getInflection

from questions import lexicon
from questions.grammar import subject_of
from questions.tree import Token
from questions.trimming import set_off

# What comes of a deed, and has all of it for its subject: '…, leaving two dead'.
RESULTS = frozenset(
    "allow leave make cause force bring kill injure wound take raise extend hand give push send "
    "prompt trigger mean end put turn lift mark set cut knock throw help create spark follow "
    "include accord consider depend use cite compare regard base keep become move account range "
    "start begin total result lead enable ensure drive draw increase reduce "
    "represent show suggest indicate demonstrate confirm reveal".split()
)
IDLE = frozenset("speak talk refer ask act look seem stand sit wait".split())
AFTER = frozenset("after since upon on".split())
UNDONE = frozenset("die kill retire stop quit end drown collapse".split())


def described(verb: Token) -> bool:
    """A participle behind its noun: 'Lindauer, founded in 1987, …', 'a lorry carrying 22'."""
    noun = verb.head.pos_ in ("NOUN", "PROPN")
    form = verb.tag_ == "VBN" or (verb.tag_ == "VBG" and verb.lemma_ in lexicon.LASTING)
    near = verb.dep_ == "acl" and form and noun and verb.i > verb.head.i
    near = near and verb.head.dep_ != "ROOT"
    return near and subject_of(verb) is None


def stranded(verb: Token) -> bool:
    """The verb of a sentence that has none, to the parser: 'The agency, the IOM, estimated …'."""
    hung = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT"
    if (
        not hung
        or verb.nbor(-1).text != ","
        or verb.lower_ not in getInflection(verb.lemma_, "VBD")
    ):
        return False
    parts = {c.dep_ for c in verb.children}
    return "agent" not in parts and bool(
        parts & {"ccomp", "dobj"} or verb.lemma_ in lexicon.INTRANSITIVE
    )


def lender(verb: Token) -> Token | None:
    """The finite verb whose subject a participle shares: 'Founded in 1987, the firm makes …'."""
    if verb.tag_ not in ("VBG", "VBN") or subject_of(verb) is not None or empty(verb):
        return None
    if any(c.dep_ == "det" for c in verb.children):
        return None  # 'the best known being the first', which has a subject of its own
    if verb.dep_ == "conj":
        return lender(verb.head) if verb.tag_ == verb.head.tag_ and plain(verb) else None
    main = verb.head if verb.dep_ == "advcl" else verb.head.head
    if main.pos_ not in ("VERB", "AUX") or main.dep_ in ("relcl", "acl") or not plain(verb):
        return None
    shares = {"advcl": accompanies, "pcomp": follows}.get(verb.dep_)
    return main if shares is not None and shares(verb, main) else None


def empty(verb: Token) -> bool:
    """A participle that tells no deed, or a report without what is reported."""
    content = any(c.dep_ in ("ccomp", "dobj") for c in verb.children)
    return verb.lemma_ in IDLE or (verb.lemma_ in lexicon.REPORTING and not content)


def plain(verb: Token) -> bool:
    """No auxiliary but 'having' or 'being', and no conjunction."""
    helpers = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    marked = any(c.dep_ in ("mark", "expl", "neg") or c.tag_ == "WRB" for c in verb.children)
    return helpers in ([], ["having"], ["being"]) and not marked


def accompanies(verb: Token, main: Token) -> bool:
    """What the subject did besides: before it, or behind a comma and no mere result."""
    subject = doer_of(main)
    if subject is None:
        return False
    between = verb.doc[verb.i : subject.i]
    fronted = verb.i < subject.i and any(t.text == "," for t in between)
    if passive(verb):
        return fronted
    undergone = any(c.dep_ == "auxpass" for c in main.children)
    behind = verb.i > main.i and set_off(verb) and verb.lemma_ not in RESULTS
    return fronted or (behind and not undergone)


def doer_of(main: Token) -> Token | None:
    """The subject of a verb, or of the one it is coordinated with: 'won and left, taking …'."""
    while subject_of(main) is None and main.dep_ == "conj" and main.head.pos_ == "VERB":
        main = main.head
    return subject_of(main)


def follows(verb: Token, main: Token) -> bool:
    """'after winning two cups', 'before being expelled'."""
    before = verb.head.lower_ == "before" and main.lemma_ not in UNDONE and verb.i > main.i
    return verb.head.lower_ in AFTER or before


def passive(verb: Token) -> bool:
    """'Founded in 1987', 'being expelled'; not 'having missed'."""
    return (
        verb.tag_ == "VBN"
        and not stranded(verb)
        and not any(c.lower_ == "having" for c in verb.children)
    )
