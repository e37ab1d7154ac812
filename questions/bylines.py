"""What somebody nobody has to know is called beside the name: 'the climatologist Anna Berg'."""

from collections.abc import Iterator, Sequence

from questions import lexicon
from questions.annotate import joined
from questions.circles import circles
from questions.persons import Person
from questions.proofs import HONORIFICS
from questions.story import Story
from questions.tree import Token

LONGEST = 3
# What a role says only together with whose it is.
PARTIAL = frozenset(
    "son daughter father mother brother sister wife husband friend head pupil student assistant "
    "colleague partner successor predecessor member rival deputy owner founder director manager "
    "executive employee worker neighbour neighbor".split()
)
# What somebody is only beside another.
SHARED = frozenset(("fellow",))

# Titles of rank, which have a capital before a name: 'the sultan Barghash' is Sultan Barghash.
RANKS = frozenset(
    "sultan emir shah king queen prince princess emperor empress pope president mayor governor "
    "senator sheriff general colonel captain major bishop archbishop".split()
)


def bylines(story: Story) -> dict[str, str]:
    """For each person's name the few words by which the article introduces them."""
    strangers = (p for p in story.names.people if not known(story, p))
    found = ((p.name, byline(story, p)) for p in strangers)
    return {name: words for name, words in found if words}


def known(story: Story, person: Person) -> bool:
    """Whether the headline names a person, the article is their life, or the name has a title."""
    first = person.name.split()[0].lower().rstrip(".")
    if first in HONORIFICS | {"coun"}:
        return True
    return person == story.names.hero or person.surname.lower() in story.headline_words


def byline(story: Story, person: Person) -> str:
    """The shortest calling that any mention gives; '' where none is short."""
    ends = story.mentions.get(person.name, ())
    words = (
        w for end in ends for w in (titled(story, end), *beside(story, story.reading.doc[end]))
    )
    return next((w for w in words if 0 < len(w.split()) <= LONGEST), "")


def titled(story: Story, end: int) -> str:
    """'Finance Minister', 'bicycle dealer': the title before a mention."""
    doc, name = story.reading.doc, story.names.person_at[end].name
    words = [doc[i] for i in range(story.names.starts[end], end + 1)]
    if not joined(story.reading, words).endswith(name):
        return ""
    title = joined(story.reading, words).removesuffix(name).split()
    named = words[0].ent_type_ in ("GPE", "NORP", "ORG") or words[0].text in story.capital_words
    opens = words[0].is_sent_start is True and not named
    return plain(title, opens=opens)


def plain(title: Sequence[str], *, opens: bool) -> str:
    """A title without 'Dr', in lower case where only the sentence gives it a capital."""
    words = [w for w in title if w.lower().rstrip(".") not in HONORIFICS]
    if not words or any(w.endswith(("'s", "’s")) or w in ("of", "and", "-") for w in words):
        return ""
    if len(words) == 1 and words[0] in RANKS:
        return words[0].capitalize()
    common = opens and len(words) > 1 and words[-1].islower()
    return " ".join([words[0].lower() if common else words[0], *words[1:]])


def beside(story: Story, name: Token) -> Iterator[str]:
    """'plant biologist', from the noun in apposition to a name."""
    near = [name.head] if name.dep_ == "appos" else []
    near += [c for c in name.children if c.dep_ == "appos"]
    for noun in filter(is_calling, near):
        words = [*(t for t in noun.lefts if t.dep_ == "compound" or tells(t)), noun]
        owned = any(t.dep_ == "poss" for t in noun.lefts)
        whole = words[-1].i - words[0].i == len(words) - 1
        if whole and not owned and all(t.text.isalpha() for t in words):
            yield joined(story.reading, words)


def tells(adjective: Token) -> bool:
    """'political', 'German', 'former': an adjective of a calling that praises nobody."""
    field = adjective.lower_.endswith(("al", "ic")) or adjective.lower_ in ("former", "retired")
    return adjective.dep_ == "amod" and (field or adjective.ent_type_ == "NORP")


def is_calling(noun: Token) -> bool:
    """A common noun for what somebody does."""
    lemma = noun.lemma_.lower()
    calling = lemma in lexicon.ROLES or bool(circles([lemma])) or lemma.endswith("ist")
    return (
        noun.pos_ == "NOUN"
        and noun.tag_ == "NN"
        and calling
        and lemma not in PARTIAL | lexicon.KIN | lexicon.YOUNG
        and not any(c.lower_ in SHARED for c in noun.lefts)
    )
