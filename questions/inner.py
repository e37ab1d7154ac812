"""Numbers deep inside a noun phrase, asked for in their place: 'a register of how many guides'."""

from collections.abc import Iterator

from spacy.tokens import Token

from questions import lexicon
from questions.amounts import (
    FRACTIONS,
    asking,
    count_of,
    number_of,
    number_text,
    percentage,
)
from questions.beside import PERCENT
from questions.candidates import Key
from questions.facts import Clause
from questions.figures import figured
from questions.items import AnswerType
from questions.quantities import Quantity, parse
from questions.story import Story
from questions.sums import sum_of
from questions.trimming import kept, trim_punctuation

# What may follow the key without taking the point off the question.
TAIL = 12
LEAST = 20
UNITS = lexicon.CURRENCIES | FRACTIONS | PERCENT | {"side", "time"}


def inner(story: Story, clause: Clause, taken: frozenset[int]) -> Iterator[Key]:
    """Numbers behind the 'of' of a noun, near the end; none that is asked for already."""
    if not figured(story, story.sentence(clause.verb)):
        return
    last = clause.body[-1].i
    for token in clause.body:
        hangs = token.dep_ == "pobj" and token.head.lower_ == "of" and token.i > clause.verb.i
        if (
            not hangs
            or token.head.head.pos_ != "NOUN"
            or known(token.head.head)
            or token.i in taken
            or last - token.i > TAIL
            or not within(clause, token)
        ):
            continue
        yield from measured(story, token)


def known(whole: Token) -> bool:
    """'in the archipelago of 7,000 islands': in passing; 'the largest share of 10 million'."""
    definite = any(c.lower_ == "the" for c in whole.children)
    graded = any(c.tag_ == "JJS" for c in whole.children)
    return definite and (graded or whole.dep_ == "pobj")


def within(clause: Clause, token: Token) -> bool:
    """Whether a word belongs to the clause's verb, by nouns, prepositions and open complements."""
    body = {t.i for t in clause.body}
    for above in token.ancestors:
        if above == clause.verb:
            return True
        if above.i not in body or above.dep_ in ("relcl", "acl", "advcl", "ccomp", "conj", "pcomp"):
            return False
    return False


def measured(story: Story, token: Token) -> Iterator[Key]:
    """A count, a share or a sum of money."""
    share, money = percentage(story, token), sum_of(story, token)
    if share is not None and not share.bound:
        yield key(token, AnswerType.PERCENT, share, "what percentage")
    elif money is not None and not money.bound:
        yield key(token, AnswerType.MONEY, money, "how much")
    elif token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() not in UNITS:
        quantity = count_of(story, token)
        if quantity is not None and not quantity.bound:
            yield key(token, AnswerType.NUMBER, quantity, "how many", counted=True)
    elif token.tag_ == "CD" and not list(token.children):
        quantity = parse(number_text(story, token)[0])
        if quantity is not None and quantity.value >= LEAST and not is_year(token):
            yield key(token, AnswerType.NUMBER, quantity, "how many")


def key(
    token: Token,
    answer_type: AnswerType,
    quantity: Quantity,
    asks: str,
    *,
    counted: bool = False,
) -> Key:
    """A key that is asked for in its place."""
    number = number_of(token)
    figure = {t.i for t in number.subtree} if number is not None else set()
    kind = token.lemma_.lower() if counted else "%" if share(answer_type) else quantity.prefix
    words = [t for t in kept(token) if t.i not in figure and t.dep_ != "det"] if counted else []
    phrase = frozenset(t.i for t in (kept(token) if counted else token.subtree))
    return Key(
        answer_type,
        quantity.write(quantity.value),
        asking(asks, quantity).lower(),
        phrase,
        False,
        kind,
        quantity,
        weight=0.6,
        noun=tuple(trim_punctuation(words)),
        stays=True,
    )


def is_year(token: Token) -> bool:
    """Four digits without a comma."""
    return token.text.isdigit() and len(token.text) == 4


def share(answer_type: AnswerType) -> bool:
    """Whether a key is a percentage."""
    return answer_type == AnswerType.PERCENT
