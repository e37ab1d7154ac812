"""How far a stem tells by itself what it is about."""

import re
from itertools import pairwise

from questions.lexicon import ARTICLES
from questions.quantities import WORDS
from questions.text import content, tokens

# Of which an article tells one, so that nothing more need be said.
LED = re.compile(
    r"Who (?:led|heads|headed|chaired|ran|wrote) the (?:\w+ )?"
    r"(?:study|trial|research|survey|analysis|excavation|expedition|inquiry|investigation|review|"
    r"paper)\?"
)
LONG = 4
"""Letters from which on a word of the headline tells something."""


def specific(stem: str, title: str) -> bool:
    """Whether a stem has a name, a number, a quotation, or words that tell what it is about.

    Those are two words of meaning side by side, or one of the headline without an article.
    """
    words = stem.rstrip("?").split()
    if any(named(w) for w in words[1:]) or any(w[0].isdigit() for w in words):
        return True
    if LED.fullmatch(stem):
        return True
    topic = {w for w in content(title) if len(w) >= LONG}
    meant = set(content(stem))
    pairs = list(pairwise(tokens(stem)))
    beside = any(a in meant and b in meant for a, b in pairs)
    return beside or any(b in topic and a not in ARTICLES for a, b in pairs)


def vague(stem: str, title: str, *, dated: bool) -> bool:
    """No name, quotation or word of the headline, and few words of meaning, numbers aside.

    `dated` says that a date is asked for.
    """
    words = [t for t in content(stem) if not t[0].isdigit()]
    about = not title.endswith("…") and set(words) & set(content(title))
    least = 3 if about or tallies(stem) else 4
    return not any(map(named, stem.split()[1:])) and (len(words) < least or (dated and not about))


def named(word: str) -> bool:
    """A capital or a quotation mark."""
    return word[0].isupper() or word[0] == "“"


def tallies(stem: str) -> bool:
    """'How many stations are to be built?': plain things counted, and nobody else's number."""
    plain = re.match(r"(?:about |at least )?how many (.+)", stem, re.IGNORECASE)
    words = set(re.findall(r"[\w-]+", plain[1].lower())) if plain is not None else {"a"}
    return not words & (WORDS.keys() | {"a", "an"})
