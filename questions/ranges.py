"""Ranges of numbers in the parse: 'between 5 and 7 cents', 'two to three years'."""

from questions.tree import Token


def extent(number: Token) -> list[Token]:
    """The words of a number up to itself, or up to the far end of a range that it opens."""
    words = sorted((t for t in number.subtree if t.i <= number.i), key=lambda t: t.i)
    far = far_end(number)
    return words if far is None else [*words, *number.doc[number.i + 1 : far.i + 1]]


def far_end(number: Token) -> Token | None:
    """The 7 of 'between 5 and 7'."""
    opened = any(c.lower_ == "between" and c.i < number.i for c in number.children)
    ends = [c for c in number.children if c.dep_ == "conj" and c.tag_ == "CD"]
    return ends[0] if opened and len(ends) == 1 and not list(ends[0].conjuncts)[1:] else None


def changed(words: list[Token]) -> bool:
    """Whether the 'to' of '65 to 67' tells a change, for 'from' stands before it."""
    first = words[0]
    return first.i > 0 and first.nbor(-1).lower_ == "from" and any(t.lower_ == "to" for t in words)
