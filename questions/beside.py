"""What stands beside a count in its sentence: other counts, other members, what the time is for."""

from questions.grammar import number_of, verb_above
from questions.lexicon import LENGTHS, TIME_UNITS
from questions.tree import Token

ENDS = frozenset(("to", "from", "at"))
# Verbs with which 'by' does not go where the way is told: 'fell 12 metres into a crevasse'.
FALLING = frozenset("fall drop plunge tumble plummet climb jump sink drill dig bore".split())
TOWARDS = frozenset("into from off onto down through over out".split())
POINTING = frozenset("concerned involved affected".split())
# Verbs that leave their object in a state.
MAKING = frozenset("leave keep make find hold render declare".split())
STATES = frozenset("alive dead safe unharmed unhurt missing homeless unaccounted".split())
EVERY = frozenset((("in", "every"), ("of", "every")))
AGAINST = frozenset(("against", "versus", "compared"))
PERCENT = frozenset(("%", "percent", "per cent"))


def rival(member: Token) -> bool:
    """Whether the sentence counts the same things twice: 'up from 4,000 people'."""
    others = (t for t in member.sent if t.lemma_ == member.lemma_ and t != member)
    return any(
        number_of(t) and verb_above(t) == verb_above(member) and not former(t) for t in others
    )


def former(unit: Token) -> bool:
    """The '49%' of 'up from 49% a year ago' or 'compared with 49%', set against what is told."""
    before = next((t for t in (unit.head, unit.head.head) if t.pos_ == "ADP"), unit)
    if before.lower_ in AGAINST or (before.lower_ == "with" and before.head.lower_ == "compared"):
        return True
    moved = before.lower_ == "from" and before.head.lower_ in ("up", "down")
    return unit.lower_ in PERCENT and moved


def versus(noun: Token) -> bool:
    """'41 votes to six' are no 41 votes."""
    after = noun.doc[noun.i + 1 : noun.i + 4]
    plain = len(after) > 1 and after[0].lower_ == "to" and after[1].tag_ == "CD"
    return plain and after[-1].lower_ not in PERCENT


def per_time(noun: Token) -> list[Token]:
    """The 'a day' of '90 ships a day enter the port'."""
    behind = list(noun.doc[noun.i + 1 : noun.i + 3])
    rated = len(behind) == 2 and behind[0].lower_ in ("a", "an", "per")
    return behind if rated and behind[1].lemma_ in TIME_UNITS else []


def ends(verb: Token) -> list[Token]:
    """The 'to $80' of 'fell 6% to $80', a second figure that says little beside the first."""
    behind = [c for c in verb.children if c.lower_ in ENDS and c.dep_ == "prep"]
    return [c for c in behind if any(figure(t) and t.i < c.i + 4 for t in c.subtree)]


def figure(token: Token) -> bool:
    """A number that is no year."""
    return token.tag_ == "CD" and token.ent_type_ != "DATE"


def in_every(noun: Token) -> bool:
    """'nine species in every ten' are a share, and no nine species."""
    behind = noun.doc[noun.i + 1 : noun.i + 4]
    return len(behind) == 3 and (behind[0].lower_, behind[1].lower_) in EVERY and behind[2].like_num


def allowed(time: Token) -> Token | None:
    """'has 21 days to decide'."""
    return next((c for c in (*time.children, *time.head.children) if follows(c, time)), None)


def follows(verb: Token, time: Token) -> bool:
    """Whether 'to decide' stands right behind what somebody has so many days for."""
    has = time.head.lemma_ in ("have", "give", "allow") and time.dep_ == "dobj"
    return has and verb.tag_ == "VB" and verb.left_edge.i == time.i + 1 == to_of(verb)


def to_of(verb: Token) -> int | None:
    """The place of the 'to' of an infinitive."""
    return next((c.i for c in verb.children if c.lower_ == "to"), None)


def falls(length: Token) -> bool:
    """'fell 12 metres into a crevasse': so far, not by so much."""
    ways = (c for c in length.head.children if c.dep_ in ("prep", "prt") and c.i > length.i)
    downward = length.head.lemma_ in FALLING and length.lemma_ in LENGTHS
    return downward and any(c.lower_ in TOWARDS for c in ways)


def held(noun: Token) -> Token | None:
    """What is told of what somebody has: 'has 46 trucks waiting in Lund', 'had 9 men arrested'."""
    has = noun.dep_ == "dobj" and noun.head.lemma_ == "have"
    behind = (c for c in noun.children if c.dep_ == "acl" and c.i == noun.i + 1)
    return next((c for c in behind if c.tag_ in ("VBG", "VBN")), None) if has else None


def idle(participle: Token) -> bool:
    """The 'concerned' of 'the four companies concerned', which points at what was said before."""
    return participle.dep_ == "acl" and participle.lower_ in POINTING and not participle.children


def state(noun: Token) -> list[Token]:
    """What becomes of an object: 'left 26 people dead', 'pulled 12 people alive from the water'."""
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), noun)
    said = (c for c in noun.children if c.dep_ == "amod" and c.i > noun.i)
    return [t for c in said if verb.lemma_ in MAKING or c.lower_ in STATES for t in c.subtree]
