"""What an encyclopedia's article is about, and where 'it' means that."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from questions import lexicon
from questions.annotate import joined
from questions.capitals import cased
from questions.circles import is_human
from questions.descriptions import Referent
from questions.grammar import is_plural
from questions.story import Story
from questions.text import tokens
from questions.tree import Token

# The most words of a headline that is a name; what is taken up by 'the species' whatever it is.
SHORT, ALWAYS = 5, frozenset(("species",))
SINGULAR, PLURAL = frozenset(("it", "its")), frozenset(("they", "them", "their"))
# Where a noun stands that a pronoun behind it takes up.
ACTING = frozenset("nsubj nsubjpass dobj".split())
TAKING_UP = ACTING | {"pobj", "poss", "dative"}
ASKING = frozenset("how what why do does is are a an the work works made".split())


@dataclass(frozen=True, slots=True)
class Headword:
    """What is defined, as it is written within a sentence, and the nouns that tell its kind."""

    text: str
    words: frozenset[str]
    kinds: frozenset[str]
    plural: bool


def headword(story: Story) -> Headword | None:
    """The name that the first sentence opens with, where the headline is that name."""
    title = set(tokens(story.reading.article.title.partition(":")[0])) - ASKING
    if not title or len(title) > SHORT or story.names.hero or not story.reading.sentences:
        return None
    first = story.reading.sentences[0]
    article = first[:1] if first[0].lower_ in lexicon.ARTICLES else first[:0]
    name = list(takewhile(lambda t: t.lower_ in title, first[len(article) :]))
    if not name or 2 * len(name) < len(title) or not opens(name[-1]):
        return None
    kinds = frozenset(t.lemma_.lower() for t in first if tells_kind(t, name[-1]))
    if somebody(story, name[-1], kinds):
        return None
    text = joined(story.reading, name)
    if len(name) == 1 or not all(t.text.istitle() for t in name):
        text = cased(story, name[0]) + text[len(name[0].text) :]
    the = bool(article.text) or story.says(f"the {text}")
    words = frozenset(t.lower_ for t in name)
    return Headword(f"the {text}" if the else text, words, kinds | ALWAYS, is_plural(name[-1]))


def tells_kind(noun: Token, name: Token) -> bool:
    """'a city' and 'a port' of 'X is a city and port', 'a river' of 'X, a river of Africa, …'."""
    if noun.dep_ == "conj":
        return noun.head != name and tells_kind(noun.head, name)
    beside = noun.dep_ == "attr" and noun.head.dep_ == "ROOT"
    added = noun.dep_ == "appos" and noun.head == name
    return noun.pos_ == "NOUN" and (beside or added or noun.dep_ == "ROOT")


def opens(last: Token) -> bool:
    """Whether a verb, a comma or a bracket follows a name."""
    following = last.nbor(1) if last.i + 1 < len(last.doc) else last
    return following.text in (",", "(") or following.pos_ in ("VERB", "AUX")


def somebody(story: Story, last: Token, kinds: frozenset[str]) -> bool:
    """Whether a name is a person's, as which the parser takes towns and lakes as well."""
    taken = last.ent_type_ == "PERSON" and (not kinds or any(map(is_human, kinds)))
    return last.i in story.names.person_at or len(last.text) == 1 or taken


def taken_up(story: Story, pronoun: Token, depth: int = 3) -> Referent | None:
    """The headword, where nothing else that a pronoun could mean is told of before it.

    The pronoun before it, if it is one, must mean the headword too.
    """
    found = story.once(headword)
    mine = PLURAL if found is not None and found.plural else SINGULAR
    if found is None or pronoun.lower_ not in mine or not takes_up(pronoun) or not depth:
        return None
    number = story.sentence(pronoun)
    told = [
        taken_up(story, t, depth - 1) is not None if t.lower_ in mine else is_headword(found, t)
        for t in rivals(story, pronoun, number, mine)
    ]
    return Referent(found.text, number, certain=False) if told and all(told) else None


def takes_up(pronoun: Token) -> bool:
    """Whether a pronoun stands for something: not 'it took years to', 'it was there that'."""
    if pronoun.dep_ not in TAKING_UP:
        return False
    behind = [c for c in pronoun.head.children if c.i > pronoun.head.i]
    match pronoun.head.lemma_:
        case "take":
            empty = any(c.dep_ in ("xcomp", "advcl", "ccomp") for c in behind)
        case "be":
            empty = any(t.lower_ == "that" for c in behind for t in c.subtree)
        case _:
            empty = False
    return pronoun.dep_ == "poss" or not empty


def rivals(story: Story, pronoun: Token, number: int, mine: frozenset[str]) -> Iterator[Token]:
    """What a pronoun may mean: in its sentence, and in the one before that speaks of any such."""
    here = [t for t in pronoun.sent if t.i < pronoun.i and stands(story, t, pronoun, mine)]
    yield from here
    if here or number == 0:
        return
    before = story.reading.sentences[number - 1]
    if story.reading.paragraphs[before.start] == story.reading.paragraphs[pronoun.i]:
        yield from (t for t in before if stands(story, t, pronoun, mine))


def stands(story: Story, token: Token, pronoun: Token, mine: frozenset[str]) -> bool:
    """Whether a noun acts or is acted on, is no person, and has the number of a pronoun.

    'Berg placed it': not what does something to it.
    """
    if token.lower_ in mine:
        return token.dep_ in ACTING
    doer = token.head == pronoun.head and pronoun.dep_ == "dobj"
    plain = token.pos_ in ("NOUN", "PROPN") and token.dep_ in ACTING and not doer
    timed = token.lemma_.lower() in lexicon.TIME_UNITS
    either = token.lower_ in ALWAYS
    same = either or is_plural(token) == (mine is PLURAL)
    return plain and same and not timed and token.i not in story.names.person_at


def is_headword(found: Headword, token: Token) -> bool:
    """The headword itself, or 'the city' for it."""
    if token.lower_ in found.words:
        return True
    the = any(c.lower_ in ("the", "this") for c in token.children)
    plain = all(c.dep_ in ("det", "punct") for c in token.children)
    kind = bool({token.lower_, token.lemma_.lower()} & found.kinds)
    return kind and the and plain
