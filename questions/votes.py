"""Keys that are scores and votes: 'beat Leeds 3-1', 'passed by 52 votes to 41'."""

from collections.abc import Iterator

from questions import lexicon
from questions.annotate import joined
from questions.candidates import Key
from questions.facts import Clause
from questions.items import AnswerType
from questions.quantities import WORDS
from questions.story import Story
from questions.text import sentence_case
from questions.tree import Token


def scores(story: Story, clause: Clause) -> Iterator[Key]:
    """'beat 3-1' → By what score; 'passed by 52 to 41' → By what vote; 'voted 7-4' → margin."""
    verb = clause.verb
    if verb.lemma_ not in lexicon.CONTESTS and verb.lemma_ not in lexicon.VOTING:
        return
    behind = [t for t in clause.body if t.i > verb.i]
    counted = any(t.lower_ == "votes" and t.nbor(-1).tag_ == "CD" for t in behind)
    vote = verb.lemma_ in lexicon.VOTING or (verb.lemma_ == "defeat" and counted)
    found = [tokens for t in behind if (tokens := score_at(t) or (vote and vote_at(t)))]
    if len(found) != 1:
        return
    tokens = found[0]
    before = tokens[0].nbor(-1)
    yield Key(
        AnswerType.NUMBER,
        sentence_case(joined(story.reading, tokens)),
        "By what margin" if verb.lemma_ == "vote" else "By what vote" if vote else "By what score",
        frozenset(t.i for t in ([before, *tokens] if before.dep_ in BY else tokens)),
        False,
        "score",
        weight=0.7,
    )


BY = frozenset(("prep", "agent"))


def score_at(token: Token) -> list[Token]:
    """'3-1', written without spaces."""
    words = list(token.doc[token.i : token.i + 3])
    if len(words) < 3 or not token.text.isdigit() or token.whitespace_:
        return []
    dashed = words[1].text in "-–" and not words[1].whitespace_ and words[2].text.isdigit()
    return words if dashed else []


def vote_at(token: Token) -> list[Token]:
    """'52 votes to 41', '7 to 4', '88 to six votes': each side no more than the one before."""
    words = list(token.doc[token.i : token.i + 4])
    plain = [t for t in words if t.lower_ not in ("vote", "votes")][:3]
    changed = token.i > 0 and token.nbor(-1).lower_ == "from"
    if len(plain) < 3 or plain[1].lower_ != "to" or words[0] != plain[0] or changed:
        return []
    first, second = votes(plain[0]), votes(plain[2])
    if first is None or second is None or first < second:
        return []
    return [t for t in words if t.i <= plain[2].i]


def votes(token: Token) -> int | None:
    """The number of votes that a word is."""
    return int(token.text) if token.text.isdigit() else WORDS.get(token.lower_)
