"""Who says so, where a question asks for what is only said."""

from questions.facts import Clause
from questions.phrases import Phrase
from questions.relatives import relative
from questions.story import Story
from questions.tree import Token
from questions.trimming import trim_punctuation
from questions.verbs import NoStem
from questions.wording import phrase

ASIDES = frozenset(("appos", "relcl", "acl"))


def according(story: Story, clause: Clause, text: str = "") -> Phrase:
    """', according to …' and the sentence it needs; nothing where the article itself says so.

    Whom the question names already is not named again.
    """
    here = story.sentence(clause.verb)
    speaker = clause.speaker
    if speaker is None:
        return Phrase("", here, here)
    if speaker.tag_ in ("WDT", "WP") and (verb := relative(speaker.head)) is not None:
        speaker = verb.head
    if speaker.pos_ not in ("NOUN", "PROPN", "PRON") or speaker.tag_ in ("WDT", "WP"):
        raise NoStem("who says so is not clear")
    inside = [t for t in speaker.subtree if not any(map(aside, above(t, speaker)))]
    said = phrase(story, trim_punctuation(inside))
    person = story.person(speaker)
    itself = clause.subject.lower_ in ("he", "she", "it") and clause.subject.sent == speaker.sent
    named = itself or (person is not None and person.name in text)
    return Phrase(
        "" if named else f", according to {said.text}", min(said.first, here), here, said.doubts
    )


def aside(token: Token) -> bool:
    """What is only added, not the name in 'an analyst of the brokerage Marchmont'."""
    names = (
        token.dep_ == "appos" and token.pos_ == "PROPN" and token.left_edge.i == token.head.i + 1
    )
    return token.dep_ in ASIDES and not names


def above(token: Token, top: Token) -> list[Token]:
    """The token and its ancestors below `top`."""
    chain = []
    while token != top:
        chain.append(token)
        token = token.head
    return chain
