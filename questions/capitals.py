"""How a word of the article is written within a sentence."""

from lemminflect import getAllLemmas

from questions.descriptions import is_body
from questions.grammar import foreign
from questions.story import Story
from questions.tree import Token

OPENING = frozenset(("NUM", "ADP", "DET", "CCONJ", "SCONJ"))

RANKS = frozenset(
    "president king queen prince princess emperor empress pope chancellor prime premier minister "
    "secretary senator governor mayor judge justice bishop archbishop general colonel captain "
    "major admiral professor sultan tsar".split()
)


def cased(story: Story, token: Token) -> str:
    """The token's text; the first word of a sentence in lower case unless it is a name."""
    text = story.reading.text(token)
    if text.isupper() and text.isalpha() and token.pos_ in OPENING and loud(token):
        return text.lower()  # 'TWO brothers', 'IN A town', as some papers open
    opening = token.is_sent_start or (token.i and token.nbor(-1).text in ('"', ":", "("))
    name = token.pos_ == "PROPN" or token.ent_type_ in ("GPE", "NORP", "PERSON", "ORG", "LOC")
    name = name or token.text in story.capital_words or foreign(token)
    if (
        not opening
        or titled(token)
        or begins_name(token)
        or ranks(token)
        or (is_body(story, token) and not folk(story, token))
        or (name and text.lower() not in story.lower_words and not common(story, token))
        or (len(text) > 1 and text.isupper())
    ):
        return text
    return text[0].lower() + text[1:]


def loud(token: Token) -> bool:
    """Whether a word stands in capitals that are no letter's or name's own."""
    before = token.nbor(-1) if token.i else token
    return len(token.text) > 1 or (before.text.isupper() and len(before.text) > 1)


def titled(token: Token) -> bool:
    """The first word of a title: 'Young Girls', 'Story Teller'; not 'Former' before a name."""
    if token.ent_type_ == "WORK_OF_ART":
        return True
    if token.i + 1 < len(token.doc) and token.is_sent_start and token.pos_ in ("ADJ", "PROPN"):
        return bool(token.nbor(1).tag_ in ("NNS", "NNPS") and token.nbor(1).text.istitle())
    quoted = token.i > 0 and token.nbor(-1).text in ('"', "“", "‘", "'")
    return bool(quoted) and token.i + 1 < len(token.doc) and token.nbor(1).text.istitle()


def begins_name(token: Token) -> bool:
    """The 'New' of 'New Zealand'."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    part = token.dep_ == "compound" and behind == token.head and behind.ent_iob_ == "I"
    return part and token.ent_type_ in ("GPE", "LOC", "ORG")


def ranks(token: Token) -> bool:
    """'President Washington', 'Prime Minister Lind': part of the name; not 'Director Lind'."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.lower_ in RANKS and token.dep_ == "compound" and behind.pos_ == "PROPN"


def common(story: Story, token: Token) -> bool:
    """A common noun that the tagger takes for a name because it opens a sentence."""
    if token.text in story.capital_words:
        return False
    if token.is_sent_start is not True:
        return False
    # "Turnout was 61%": taken for a person, whom the rest of the article does not know.
    alone = token.ent_type_ == "PERSON" and token.ent_iob_ == "B"
    alone = alone and token.nbor(1).ent_iob_ != "I" and token.i not in story.names.person_at
    lemmas = getAllLemmas(token.lower_)
    if token.ent_type_ == "":
        return bool(lemmas)
    return folk(story, token) or (alone and "NOUN" in lemmas)


def folk(story: Story, token: Token) -> bool:
    """'Seismologists', 'Farmers': people of a trade, taken for a nation or a body."""
    plural = token.tag_ == "NNS" and token.ent_type_ in ("NORP", "ORG")
    opens = token.is_sent_start is True and token.text not in story.capital_words
    return plural and opens and "NOUN" in getAllLemmas(token.lower_)
