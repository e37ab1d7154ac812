"""The phrase that stands before what is said and limits it: 'In 1932', 'and in 1954 were laid'."""

from collections.abc import Sequence

from questions import lexicon
from questions.grammar import indefinite, subject_of
from questions.participles import lender
from questions.text import is_year
from questions.tree import Token
from questions.trimming import FILLERS, kept, set_off, trim_punctuation, weekday_phrase

# Two phrases that open a sentence are kept up to so many words.
OPENING = 8
# What only links a sentence to the one before.
LINKS = frozenset(("yet", "so"))
CONNECTIVES = frozenset((
    "by contrast", "in contrast", "in fact", "in addition", "for example", "for instance",
    "of course", "as a result", "in turn", "by comparison", "on the other hand", "at the same time",
    "in response", "in particular", "as well",
))  # fmt: skip

# What the article has named, and only says more of.
SOME = frozenset(
    "country nation state region city town village place world era age society".split()
)
LINKING = frozenset(
    "reality fact total addition response turn practice theory particular general short brief part "
    "contrast comparison return time place use instance example course principle all".split()
)


def front(verb: Token, subject: Token) -> tuple[Token, ...] | None:
    """The phrase before the subject that limits the statement; None where it cannot stand alone."""
    main = lender(verb)
    if main is not None:
        beside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > main.i
        return time_of(main, subject) if beside else ()
    if verb.dep_ in ("relcl", "acl"):
        return day_before(verb) if verb.dep_ == "relcl" else ()
    before = [c for c in verb.children if c.i < subject.i and opens(c)]
    opening = limits([c for c in before if not (heads(c) or adrift(c))])
    return opening or (opening if opening is None else day_before(verb))


def day_before(verb: Token) -> tuple[Token, ...]:
    """'in 1954' in '… were sent home and in 1954 were laid at Lund', 'who in 1740 was elected'."""
    start = min(c.i for c in (verb, *verb.children) if c == verb or c.dep_.startswith("aux"))
    phrases = (c for c in verb.children if c.dep_ == "prep" and c.i < start and placed(c, verb))
    told = (trim_punctuation(kept(c)) for c in phrases if not adrift(c))
    return next((tuple(p) for p in told if calendar(p)), ())


def placed(phrase: Token, verb: Token) -> bool:
    """Whether a phrase before a verb stands behind its conjunction or relative word, or apart."""
    before = phrase.nbor(-1) if phrase.i else phrase
    after = phrase.doc[phrase.right_edge.i + 1 : phrase.right_edge.i + 2].text
    own = subject_of(verb)
    if verb.dep_ == "relcl" or own is None or own.i > phrase.i:
        return before.text == "," or before.dep_ == "cc" or before.tag_ in ("WP", "WDT", "WRB")
    return before.text == "," and after == ","


def calendar(phrase: Sequence[Token]) -> bool:
    """'in 1932', 'on 5 May': a preposition and a date with a number."""
    dates = len(phrase) > 1 and all(t.ent_type_ == "DATE" for t in phrase[1:])
    return dates and any(t.text[0].isdigit() for t in phrase)


def adrift(phrase: Token) -> bool:
    """Whose time may be another's: 'Reading of a quake that shook Lund, in June 1929, she saw'."""
    told = (c for c in phrase.head.children if c.dep_ == "advcl" and c.i < phrase.i)
    dated = phrase.dep_ == "prep" and any(c.ent_type_ == "DATE" for c in phrase.children)
    return dated and any(t.dep_ == "relcl" for clause in told for t in clause.subtree)


def heads(phrase: Token) -> bool:
    """'About the museum:' before a sentence, which it does not limit."""
    return any(t.text == ":" for t in phrase.subtree)


def limits(children: Sequence[Token]) -> tuple[Token, ...] | None:
    """The words of opening phrases, days of the week left out, and of two only what fits."""
    words: list[Token] = []
    years = elapsed = False
    for child in children:
        if weekday_phrase(child) or passing(child):
            continue
        if any(t.lower_ in lexicon.RELATIVE_TIMES - FILLERS for t in child.subtree):
            if child.dep_ != "advmod" or not child.lower_.startswith(("later", "afterwards")):
                return None
            elapsed = True
        if child.dep_ != "prep" or connective(child):
            continue
        if any(map(some, child.children)):
            return None
        joint, told = bool(words), kept(child)
        if joint and (years or any(is_year(t.text) for t in told)):
            words = words if years else told  # 'In 2023, after months of poor rains, …'
            years = True
            continue
        years = any(is_year(t.text) for t in told)
        words += told
        if (joint and len(words) > OPENING) or words[-1].lower_ in ("time", "moment", "day"):
            return None
    return None if len(words) == 1 or (elapsed and not years) else tuple(words)


def some(noun: Token) -> bool:
    """The 'country' of 'In a country of nine million people', which is known by another name."""
    return noun.dep_ == "pobj" and indefinite(noun) and noun.lemma_ in SOME


def passing(child: Token) -> bool:
    """'Yet the war went on', 'Today the firm employs 300', '…, told last week, …': it can go."""
    if child.dep_ == "advcl":
        return child.tag_ in ("VBN", "VBG") and set_off(child)
    bare = child.dep_ in ("advmod", "npadvmod", "cc") and not child.children
    present = child.head.tag_ in ("VBZ", "VBP") or any(
        c.tag_ in ("VBZ", "VBP") and c.dep_.startswith("aux") for c in child.head.children
    )
    return bare and (child.lower_ in LINKS or (child.lower_ == "today" and present))


def time_of(verb: Token, subject: Token) -> tuple[Token, ...]:
    """'In 1932', 'on 5 May': a time of the main verb that holds for what is told beside it."""
    phrases = [front(verb, subject) or ()]
    phrases += [tuple(kept(c)) for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    return next((p for p in phrases if calendar(p)), ())


def opens(child: Token) -> bool:
    """A phrase of its own, not a part of the verb group or the subject."""
    return child.dep_ in ("prep", "advmod", "advcl", "npadvmod", "ccomp")


def connective(child: Token) -> bool:
    """'By contrast', 'as a result'."""
    words = [t.lower_ for t in child.subtree]
    return " ".join(words) in CONNECTIVES or (len(words) == 2 and words[1] in LINKING)
