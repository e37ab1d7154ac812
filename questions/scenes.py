"""What an explanation is about, as the place where its parts are: 'In a refrigerator, …'."""

import re
from itertools import takewhile

from questions.story import Story
from questions.text import content

# Of an explanation so many finite verbs are in the present.
LASTING = 0.6
OPENING = re.compile(
    r"(?:[a-z]+(?: \d+)?: )?"
    r"(?:(?:how|why|what is|what are|inside|understanding)(?: does| do| is| are)?\b)? ?"
    r"(?P<article>an?|the|your)?\b ?(?P<words>[a-z -]+)"
)
LONGEST = 4
"""Words of a title that is nothing but the name of a thing."""


def explains(story: Story) -> bool:
    """Whether the article tells how things are, not what happened."""
    verbs = [t for t in story.reading.doc if t.tag_ in ("VBZ", "VBP", "VBD")]
    now = sum(t.tag_ != "VBD" for t in verbs)
    return bool(verbs) and now / len(verbs) >= LASTING


def scene(story: Story) -> str | None:
    """'a refrigerator', 'the kidneys': what works as the headline says, if it says so."""
    title = story.reading.article.title.lower()
    told = OPENING.match(title)
    if title.endswith("…") or told is None or not story.once(explains):
        return None
    words = list(takewhile(story.once(naming).__contains__, told["words"].split()))
    words = words[:-1] if words[-1:] in (["work"], ["works"]) else words
    bare = told.start("words") == 0
    if not words or (bare and (len(words) > LONGEST or len(words) < len(title.split()))):
        return None
    last = story.once(forms).get(words[-1])
    name = " ".join(words)
    if last is None or not story.has_word(name):
        return None
    article = told["article"] or ""
    if article == "your":
        article = "the" if last == "NNS" else "a"
    return f"{article} {name}".strip()


def naming(story: Story) -> frozenset[str]:
    """The words of which the article's noun phrases are made."""
    said = (t for t in story.reading.doc if t.text.islower() or t.is_sent_start)
    return frozenset(t.lower_ for t in said if t.pos_ in ("NOUN", "ADJ") or t.dep_ == "compound")


def forms(story: Story) -> dict[str, str]:
    """The tags of the article's common nouns."""
    return {t.lower_: t.tag_ for nouns in story.nouns.values() for t in nouns}


def placed(story: Story, question: str) -> str:
    """'In a refrigerator, what seals the door?'; as it is where it names the thing itself."""
    found = story.once(scene)
    if found is None or set(content(found)) & set(content(question)):
        return question
    return f"In {found}, {question[0].lower()}{question[1:]}"
