"""Keys that are percentages: which share of something."""

from collections.abc import Iterator

from questions.amounts import ASKABLE, asking, number_text
from questions.beside import PERCENT, rival
from questions.candidates import Key
from questions.grammar import number_of
from questions.items import AnswerType
from questions.positions import position
from questions.quantities import Quantity, parse
from questions.story import Story
from questions.tree import Token
from questions.trimming import kept

# 'gained 4%': not what was gained, but by how much it rose.
MOVING = frozenset("gain lose add shed drop".split())
# 'took 51%' at an election.
GETTING = frozenset("have take win get receive secure poll garner".split())
VOTES = frozenset("vote voter ballot turnout".split())


def percentage(story: Story, token: Token, *, twice: bool = False) -> Quantity | None:
    """The share that a '%' or 'percent' is the unit of; alone in its clause unless `twice`."""
    number = number_of(token)
    if token.lower_ not in PERCENT or number is None:
        return None
    if rival(token) and not twice:
        return None
    unit = "%" if token.text == "%" else f" {token.lower_}"
    return parse(f"{number_text(story, number)}{unit}")


def shares(story: Story, token: Token) -> Iterator[Key]:
    """'61% of respondents' → What percentage of respondents."""
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    quantity = percentage(story, token)
    if quantity is None:
        return
    at = position(token)
    if not of_something(story, token, of) or at.before not in ASKABLE | {"", "with", "by"}:
        return
    accounting = at.before == "for" and token.head.head.lemma_ == "account"
    yield Key(
        AnswerType.PERCENT,
        quantity.text,
        asking(share_asked(story, token, of), quantity, "" if accounting else at.before),
        frozenset(t.i for t in token.subtree) if accounting else at.tokens,
        at.is_subject or at.agent,
        "%",
        quantity,
        weight=0.8,
        noun=tuple(kept(of)) if of is not None else (),
        agent=at.agent,
    )


def of_something(story: Story, token: Token, of: Token | None) -> bool:
    """Whether it is told of what a share is: of voters, of what one has, of the votes cast."""
    if of is not None:
        # Not '82% of what promises to be a rich harvest'.
        return not any(c.dep_ == "pcomp" for c in of.children)
    verb = token.head.lemma_
    had = token.dep_ == "dobj" and verb not in MOVING and verb != "vote"
    return had and (verb not in GETTING or voted(story))


def share_asked(story: Story, token: Token, of: Token | None) -> str:
    """'What percentage of …', at elections of the vote; a rate that reaches 10% reaches a level."""
    if of is None and token.head.lemma_ in GETTING and voted(story):
        return "what percentage of the vote"
    reached = of is None and token.head.lemma_ in ("reach", "touch", "hit")
    return "what level" if reached else "what percentage"


def voted(story: Story) -> bool:
    """Whether the article tells of an election, in which a bare share is one of the vote."""
    return bool(story.nouns.get("election")) and bool(VOTES & story.nouns.keys())
