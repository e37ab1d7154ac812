"""Phrases made short: which parts can go without making the rest untrue or unclear."""

from collections.abc import Callable
from functools import wraps
from operator import attrgetter

from questions import lexicon
from questions.tree import Token

BARE_MONTHS = [[month] for month in lexicon.MONTHS]
DAYTIMES = frozenset(
    "morning afternoon evening night midnight noon dawn dusk hour day week weekend lunchtime "
    "midday sunset sunrise daybreak nightfall month".split()
)
LOOSE = frozenset(
    ("as", "while", "after", "before", "when", "although", "though", "because", "since")
)
OFFSETS = frozenset((",", "–", "—", "-", "(", "--", ":"))
# The second of two objects, or of two adjectives: 'hypothermia, broken bones'.
SECOND = frozenset(("dobj", "attr", "dep", "oprd", "amod"))
COMMENTS = frozenset(("relcl", "appos", "acl", "nmod", "npadvmod", "prep"))
INSERTED = frozenset(("relcl", "appos", "acl", "nummod", "npadvmod", "advmod"))
PLACE = attrgetter("i")
FILLERS = frozenset(
    "also meanwhile however recently already still too now then instead therefore "
    "moreover furthermore thus currently previously publicly just once again nevertheless "
    "nonetheless".split()
)


def noun_phrase(head: Token) -> list[Token]:
    """A noun phrase without its loose parts, its coordination kept."""
    return trim_punctuation(kept(head))


def remembered[T](rule: Callable[[Token], T]) -> Callable[[Token], T]:
    """A rule whose answers are kept with the parse: it is asked of a word again and again."""

    @wraps(rule)
    def asked(token: Token) -> T:
        answers: dict[int, T] = token.doc.answers[rule]
        if token.i not in answers:
            answers[token.i] = rule(token)
        return answers[token.i]

    return asked


def kept(head: Token) -> list[Token]:
    """The tokens under a head without its loose parts, in order."""
    return list(fixed(head))


@remembered
def fixed(head: Token) -> tuple[Token, ...]:
    """The same tokens, found once."""
    found, waiting = [], [head]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting += [child for child in token.children if not loose(child)]
    return tuple(sorted(found, key=PLACE))


@remembered
def loose(token: Token) -> bool:
    """A part that can go: a comment set off by a comma, a filler, a weekday, a second clause."""
    match token.dep_:
        case "cc" | "conj" | "parataxis":
            found = separate(token)
        case "ccomp" if absolute(token):
            found = True
        case dep if dep in SECOND:
            found = token.i > token.head.i and set_off(token)
        case "advcl":
            found = set_off(token) or not limits(token)
        case "advmod" | "intj" | "meta":
            found = remark(token)
        case "acomp":
            # What costs came to, 'equal to 8% of revenue', is told without that.
            found = token.head.lemma_ != "be" and token.i > token.head.i and set_off(token)
        case "nsubj" | "nsubjpass":
            found = parted(token)
        case dep if dep in COMMENTS:
            comment = set_off(token) and token.lower_ != "according"
            found = comment or weekday_phrase(token) or accompanying(token) or emptied(token)
        case _:
            found = False
    return found or continues(token) or gapped(token) or appended(token)


def absolute(verb: Token) -> bool:
    """'…, Ada thereby becoming a countess': told beside the deed, with a subject of its own."""
    own = any(c.dep_ == "nsubj" for c in verb.children)
    helped = any(c.dep_.startswith("aux") for c in verb.children)
    apart = first_of(verb).text == "," or set_off(verb)
    return verb.tag_ == "VBG" and own and not helped and verb.i > verb.head.i and apart


def limits(clause: Token) -> bool:
    """An infinitive of purpose or a clause within a complement; others only accompany a verb."""
    purpose = any(c.tag_ == "TO" for c in clause.children)
    return purpose or clause.head.dep_ in ("ccomp", "xcomp")


def remark(adverb: Token) -> bool:
    """An adverb that is set off, 'once more', a filler; not the one of 'as recently as May'."""
    limiting = adverb.head.pos_ == "NUM" and adverb.i < adverb.head.i
    again = adverb.lower_ == "more" and [c.lower_ for c in adverb.children] == ["once"]
    bare = filler(adverb) and not list(adverb.children)
    return (set_off(adverb) and not limiting) or again or bare


def gapped(number: Token) -> bool:
    """The 'two for 100' of 'five voted for 150 points and two for 100', whose verb goes unsaid."""
    if number.dep_ == "conj":  # 'expected a rise and two no change at all'
        counts = [c.i for c in number.children if c.dep_ == "nummod"]
        return any(c.lower_ == "no" and c.i - 1 in counts for c in number.children)
    counted = number.tag_ == "CD" and number.head.pos_ == "VERB" and number.i > number.head.i
    joined = counted and number.nbor(-1).dep_ == "cc"
    return joined and any(c.dep_ == "prep" and c.i > number.i for c in number.children)


def appended(token: Token) -> bool:
    """', at the time the highest price paid', said of what is told before it."""
    if token.lower_ == "at" and token.dep_ == "prep":
        return any(c.i > token.i and appended(c) for c in token.head.children if c.dep_ == "dep")
    first = first_of(token)
    before = [t.lower_ for t in token.doc[max(0, first.i - 3) : first.i]]
    most = any(c.tag_ == "JJS" for c in token.children)
    return token.dep_ == "dep" and most and before == ["at", "the", "time"]


def parted(noun: Token) -> bool:
    """The 'many of them children' of '40 people, many of them children, fled'."""
    first = first_of(noun)
    words = noun.doc[first.i + 1 : first.i + 3]
    of = [t.lower_ for t in words] in (["of", "them"], ["of", "whom"])
    return of and first != noun and set_off(noun)


def filler(token: Token) -> bool:
    """A word that says little; 'too' before a quality says much."""
    degree = token.lower_ == "too" and token.head.pos_ in ("ADJ", "ADV") and token.i < token.head.i
    # 'in what is now Morocco'
    since = token.lower_ == "now" and any(c.lower_ == "what" for c in token.head.children)
    return token.lower_ in FILLERS and not degree and not since


def continues(token: Token) -> bool:
    """'85 witnesses will be called, among them the trader …': the rest of a loose part."""
    first = first_of(token)
    if token.i < token.head.i or token.is_punct or first.i == 0 or first.nbor(-1).is_punct:
        return False
    before = first.nbor(-1)
    chain = (before, *before.ancestors)
    part = next((t for t in chain if t.head == token.head and t != token), token)
    return part.i > token.head.i and part != token and set_off(part) and loose(part)


def separate(token: Token) -> bool:
    """A clause of its own beside a verb, and the conjunction before it.

    'a driver struck and killed a man' is one; in 'either open or under repair' nothing is apart.
    """
    verb = token.head
    if verb.pos_ not in ("VERB", "AUX") or (verb.dep_ in ("acomp", "amod") and token.i > verb.i):
        return False
    partners = [c for c in verb.children if c.dep_ == "conj"]
    if token.dep_ == "cc" and not partners:
        return token.i < verb.i or first_of_next(token) is None
    return not (token.dep_ != "parataxis" and shares_object(verb, partners))


def first_of_next(token: Token) -> Token | None:
    """The phrase behind a conjunction, where it hangs on the same verb: 'to school or to work'."""
    later = (c for c in token.head.children if c.i > token.i and not c.is_punct)
    found = next(later, None)
    return found if found is not None and found.dep_ in ("prep", "npadvmod") else None


def shares_object(verb: Token, partners: list[Token]) -> bool:
    """Whether a verb stands side by side with the one that has its object."""
    if len(partners) != 1 or partners[0].i != verb.i + 2:
        return False
    own = any(c.dep_ in ("dobj", "prep", "xcomp", "ccomp", "acomp") for c in verb.children)
    return not own and any(c.dep_ == "dobj" for c in partners[0].children)


def accompanying(token: Token) -> bool:
    """'before closing up 5.4%'."""
    clause = any(c.dep_ == "pcomp" and c.pos_ in ("VERB", "AUX") for c in token.children)
    return token.dep_ == "prep" and token.lower_ in LOOSE and clause


def emptied(token: Token) -> bool:
    """'reached on Wednesday' behind 'a compromise': nothing is left but the participle."""
    children = [c for c in token.children if not c.is_punct]
    bare = token.dep_ == "acl" and token.tag_ == "VBN" and bool(children)
    return bare and all(loose(c) for c in children)


def set_off(token: Token) -> bool:
    """Whether a comma, dash or bracket opens the phrase."""
    first = first_of(token)
    if first.i == 0 or within_word(first.nbor(-1)):
        return False
    return first.nbor(-1).text in OFFSETS and not closing(token, first)


def within_word(mark: Token) -> bool:
    """The hyphens of 'like-for-like' and 'non-stop', no dashes."""
    return (
        mark.text in "-–—" and mark.i > 0 and not mark.whitespace_ and not mark.nbor(-1).whitespace_
    )


def closing(token: Token, first: Token) -> bool:
    """Whether the comma before a phrase ends a comment: 'a ship, the Emma, in his honour'."""
    comma = first.nbor(-1)
    phrase = token.dep_ == "prep" or (token.dep_ == "advmod" and token.lower_ == "ahead")
    # 'with the governor telling reporters' is a remark of its own.
    remark = token.lower_ == "with" and any(c.dep_ == "pcomp" for c in token.children)
    behind_verb = phrase and token.head.pos_ in ("VERB", "AUX") and not remark
    if not behind_verb or comma.text != "," or comma.i == token.sent.start:
        return False
    before = comma.nbor(-1)
    for comment in (before, *before.ancestors):
        if comment == token.head or comment.is_ancestor(token):
            return False
        opened = first_of(comment)
        if comment.dep_ in INSERTED and opened.i and opened.nbor(-1).text == ",":
            return True
    return False


def first_of(token: Token) -> Token:
    """The leftmost word of a phrase; `subtree` is out of order where branches cross."""
    return token.left_edge


def weekday_phrase(token: Token) -> bool:
    """'on Thursday', 'in the early hours of Friday', 'starting Monday'; 'in May' without a year."""
    if token.dep_ not in ("prep", "npadvmod"):
        return False
    phrase = list(token.subtree)
    words = [t.lower_ for t in phrase]
    if token.dep_ == "npadvmod" and len(words) == 2 and words[0] in ("last", "this"):
        return words[1] in ("month", "week", "summer", "winter")
    others = [t for t in phrase if t != token]
    named = any(t.text in lexicon.WEEKDAYS for t in phrase)
    if any(t.pos_ == "NOUN" and t.lemma_ not in DAYTIMES for t in phrase):
        return False  # 'packed the hall Sunday night': the parser makes one phrase of it.
    if not named and not (token.lower_ == "in" and [t.text for t in others] in BARE_MONTHS):
        return False
    pointing = any(t.lower_ in ("that", "this", "same", "following") for t in others)
    return not pointing and not any(t.tag_ == "CD" or t.pos_ == "VERB" for t in others)


def stray(mark: Token) -> bool:
    """A mark that closes nothing."""
    return mark.is_punct and mark.text not in "\"”'%"


def trim_punctuation(tokens: list[Token]) -> list[Token]:
    """Without punctuation that has lost a neighbour, or an 'and' at the end."""
    between = any(t.lower_ == "between" for t in tokens)
    while tokens and (stray(tokens[-1]) or (tokens[-1].dep_ == "cc" and not between)):
        tokens = tokens[:-1]
    while tokens and tokens[0].is_punct and tokens[0].text not in '"“':
        tokens = tokens[1:]
    present = {t.i for t in tokens}
    return [
        t for t in tokens if not t.is_punct or {t.i - 1, t.i + 1} <= present or t.text in "$€£%"
    ]
