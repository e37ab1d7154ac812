"""Whether quoted words hang on what was said before them."""

import re
from collections.abc import Sequence

from questions.grammar import FINITE
from questions.tree import Token

# Words by which a quotation goes on from what was said before it.
CARRYING_ON = frozenset(
    "so and but or nor yet he she that that's he's she's then which because otherwise instead "
    "therefore neither him her here either also".split()
)
# Words that point back, but whose sentence says enough where it is no short one.
POINTING = frozenset("it they it's this it'll they're they've it'd these those they'd".split())
CONDITIONS = frozenset("if when unless once until".split())
# 'If he raises its profile' without what would follow.
HALVES = CONDITIONS | frozenset("because although though whereas".split())
COUNTING = frozenset("first second third former latter".split())
OBJECTS = frozenset(("dobj", "pobj"))
SHORT, LONG = 6, 12
# 'I know it too', 'If they don't, …': the ends of what only goes on.
ENDS = re.compile(
    r"\b(?:too|either|again|instead|as well|anyway|else)$|;$"
    r"|\b(?:they|we|you|i|he|she|it) (?:do|does|did|can|could|will|would|should|wo|ca)"
    r"(?:n't)?(?:,|$)"
)
# 'Children under seven', 'as simple as that'.
AGES = frozenset("under over below above".split())
PLAIN = frozenset("like as than after before".split())
YEARS = range(1000, 2101)


def leans(text: str, words: Sequence[Token]) -> bool:
    """Whether a sentence is not understood without what was said before it."""
    plain = text.lower().replace("’", "'")
    opening, _, rest = plain.partition(" ")
    size = len(text.split())
    pointing = opening in POINTING and size <= SHORT
    conditional = opening in CONDITIONS and rest.partition(" ")[0] in POINTING and size <= LONG
    if opening.strip("',.") in CARRYING_ON or pointing or conditional or ENDS.search(plain):
        return True
    if opening in HALVES and sum(t.tag_ in FINITE or t.tag_ == "MD" for t in words) == 1:
        return True
    return any(orphan(t) or uncounted(t) or pointed(t, words) or raised(t) for t in words)


def orphan(token: Token) -> bool:
    """'The second was worse', 'padding on that one': a noun left out that only others have said."""
    before = {t.lower_ for t in token.lefts}
    bare = token.dep_ in ("dobj", "pobj", "nsubj")
    if bare and token.lower_ in COUNTING and before & {"the", "my", "our", "his", "her"}:
        return True
    if token.lower_ != "one":
        return False
    described = before & {"a", "an"} or token.dep_ == "attr"
    named = any(t.pos_ == "NOUN" for t in token.sent if t.i < token.i)
    return bool(before & {"that", "this"}) if bare else bool(described) and not named


def uncounted(token: Token) -> bool:
    """'We are at 410 now': a number, no year, of which it is not said what it counts."""
    if token.tag_ != "CD" or token.dep_ not in OBJECTS or token.lower_ == "one":
        return False
    if token.head.lower_ in AGES:
        return False
    year = token.text.isdigit() and int(token.text) in YEARS
    behind = token.doc[token.i + 1 : token.i + 2].text
    return not (year or list(token.children) or behind[:1] in ("%", "o", ":", "a", "p"))


def pointed(token: Token, words: Sequence[Token]) -> bool:
    """'Not everyone can say that', 'I told them so': what is meant was named before."""
    if token.dep_ not in OBJECTS or token.head.lower_ in PLAIN:
        return False
    if token.lower_ in ("that", "this") and token.tag_ == "DT":
        return not list(token.children)
    named = any(t.pos_ in ("NOUN", "PROPN") for t in words if t.i < token.i)
    return token.lower_ in ("it", "them") and len(words) <= LONG and not named


def raised(token: Token) -> bool:
    """'Some are even true': a rise above what was said before."""
    if token.lower_ != "even" or token.i + 1 == len(token.doc):
        return False
    return token.head.pos_ in ("AUX", "ADJ") or token.nbor(1).tag_ == "JJR"
