"""How much a figure is up or down, told beside it: 'revenue was $5m, up 11% from $4.5m'."""

from collections.abc import Iterator, Sequence

from questions.amounts import asking
from questions.candidates import Candidate
from questions.facts import Clause, clause_of
from questions.grammar import object_of, verb_above
from questions.items import AnswerType, Dropped
from questions.percentages import percentage
from questions.phrases import Phrase, Unclear, together
from questions.quantities import Quantity
from questions.speakers import according
from questions.story import Story
from questions.sums import owned
from questions.text import tidy
from questions.tree import Token
from questions.trimming import kept, set_off, trim_punctuation
from questions.verbs import NoStem
from questions.wording import phrase

WAYS = frozenset(("up", "down"))
MOVES = frozenset("increase decrease rise fall drop decline gain jump".split())
TELLING = frozenset("be reach total stand come hit".split())


def comparisons(story: Story) -> Iterator[Candidate | Dropped]:
    """'…, up 11% from $4.5m' → 'By what percentage was revenue up from $4.5m?'."""
    for token in story.reading.doc:
        share = share_of(token)
        quantity = percentage(story, share, twice=True) if share is not None else None
        clause = told_beside(token) if quantity is not None else None
        if share is None or quantity is None or clause is None:
            continue
        if quantity.bound or not owned(story, clause.subject):
            continue
        try:
            yield compared(story, clause, token, share, quantity)
        except (NoStem, Unclear) as reason:
            yield Dropped(f"By what percentage {token.text} …", str(reason))


def share_of(token: Token) -> Token | None:
    """The '11%' of 'up 11%' or 'an increase of 11%'."""
    if token.lower_ in WAYS:
        return next((c for c in token.children if c.dep_ == "npadvmod" and c.i > token.i), None)
    if token.lemma_ not in MOVES or token.pos_ != "NOUN" or token.dep_ == "attr":
        return None
    return object_of(token)


def told_beside(token: Token) -> Clause | None:
    """The statement of a figure behind which a comparison stands, set off by a comma."""
    verb = verb_above(token)
    if verb is None or verb.lemma_ not in TELLING or not set_off(token) or token.i < verb.i:
        return None
    return clause_of(verb)


def compared(
    story: Story, clause: Clause, token: Token, share: Token, quantity: Quantity
) -> Candidate:
    """The question, with what the figure is compared to."""
    subject, here = phrase(story, clause.subject_words), story.sentence(token)
    since = optional(story, origin(token, share), here)
    front = optional(story, clause.front, here)
    said = according(story, clause)
    first, last = deed(clause, token)
    opening = f"{front.text}, by" if front.text else "By"
    asked = asking("what percentage", quantity, opening)
    text = f"{asked} {first} {subject.text} {last} {since.text}{said.text}?"
    question = together(tidy(text), (subject, since, front, said))
    return Candidate(
        question.text,
        quantity.text,
        AnswerType.PERCENT,
        "%",
        min(here, question.first),
        here,
        0.7,
        quantity,
        doubts=question.doubts,
        traits=("comparison",),
    )


def deed(clause: Clause, token: Token) -> tuple[str, str]:
    """'were' and 'up', 'did' and 'rise', between which the subject goes."""
    be = "was" if clause.subject.tag_ in ("NN", "NNP") else "were"
    return (be, token.lower_) if token.lower_ in WAYS else ("did", token.lemma_)


def optional(story: Story, words: Sequence[Token], here: int) -> Phrase:
    """The words as a phrase, or an empty one, which needs no other sentence."""
    told = trim_punctuation(list(words))
    return phrase(story, told) if told else Phrase("", here, here)


def origin(token: Token, share: Token) -> Sequence[Token]:
    """'from $4.5m', 'on the previous year': what a figure is compared to."""
    behind = (c for t in (token, share) for c in t.children if c.dep_ == "prep" and c.i > share.i)
    near = next((c for c in behind if c.lower_ in ("from", "on", "over")), None)
    return kept(near) if near is not None else ()
