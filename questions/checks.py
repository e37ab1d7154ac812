"""Item-writing flaws that a program can see; an item with one is dropped.

The rules follow Haladyna, Downing and Rodriguez (2002), and Moore and others (2023).
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import groupby

from questions.headlines import in_headline
from questions.items import AnswerType, Article, Item
from questions.lexicon import ARTICLES, TIME_UNITS
from questions.ordering import sort_value
from questions.quantities import MAGNITUDES, parse
from questions.scars import well_formed
from questions.specific import LED, specific
from questions.text import content, tokens

STEM_WORDS = range(4, 29)
# The fewest words of a stem by its first; of one that asks which of a kind.
FEWEST = {
    "What kind of company ": 6, "What ": 9, "Why ": 6, "Who is the ": 6, "Who ": 7, "Where ": 7,
    "Of what did ": 6, "Of which disease did ": 7,
}  # fmt: skip
WHICH = 8
ABSOLUTE = frozenset("always never none all every completely absolutely totally entirely".split())
VAGUE = frozenset("frequently occasionally rarely sometimes usually generally often partly".split())
LOADED = ABSOLUTE | VAGUE
LISTED = re.compile(r"\b\d{4}(?:, \d{4})*,? and \d{4}\b")
REPEATABLE = TIME_UNITS.union(MAGNITUDES, "years side percent around".split())
# 'a 13-hour debate', 'a 120-page ruling'
HYPHENATED = TIME_UNITS | frozenset(
    "euro dollar pound page hectare acre point goal vote seat run game".split()
)
DANGLING = frozenset("he she it they him this these those we i you us".split())
SCAR = re.compile(r"…|\.\.|[a-z]{4}\.\?$")
# What opens a key without being a part of it: 'her thigh' is told by 'her right thigh'.
OPENING = ARTICLES | {"his", "her", "its", "their"}
LETTERS = ("LATIN ", "GREEK ", "MICRO ", "MODIFIER ", "FEMININE ", "MASCULINE ")
ABOVE = re.compile(r"\b(?:none|all|both|neither) of (?:the above|these|them)\b", re.IGNORECASE)


def flaws(item: Item, article: Article) -> list[str]:
    """The names of the rules that an item breaks."""
    return [name for name, broken in RULES.items() if broken(item, article)]


def unquoted(stem: str) -> str:
    """The stem without what it quotes."""
    return re.sub(r"“[^”]*”", "“”", stem) if "“" in stem else stem


def badly_formed(item: Item, article: Article) -> bool:
    """Scars of cutting, or no question mark."""
    stem = unquoted(item.stem).replace("“”", "Q")
    return not well_formed(stem) or bool(SCAR.search(stem)) or not item.stem.endswith("?")


def unsaid(item: Item, article: Article) -> bool:
    """A verb of saying without what is said: 'In which city did Anna Berg say?'."""
    return bool(re.search(r"\bd(?:o|oes|id) .*\b(?:say|add|tell)\?$", unquoted(item.stem)))


def unreadable(item: Item, article: Article) -> bool:
    """Emoji, control characters, or letters that English is not written in."""
    return any(map(strange, f"{item.stem}{''.join(item.options)}"))


@cache
def strange(character: str) -> bool:
    """Whether a character has no place in an English sentence; Greek letters have."""
    if character.isalpha():
        return not unicodedata.name(character, "").startswith(LETTERS)
    category = unicodedata.category(character)
    return category[0] in "CM" or (category == "So" and character not in "°©®")


def wrong_length(item: Item, article: Article) -> bool:
    """Too short to be clear or too long to read."""
    return len(item.stem.split()) not in STEM_WORDS


def dangling(item: Item, article: Article) -> bool:
    """A pronoun without its noun."""
    plain = re.sub(r"\b(?:does|did) it take\b(?=.* to )", "", unquoted(item.stem))
    return bool(DANGLING & set(tokens(plain)))


def unspecific(item: Item, article: Article) -> bool:
    """Nothing that tells what is meant."""
    return not specific(item.stem, article.title)


def too_little(item: Item, article: Article) -> bool:
    """So few words that nobody can tell what is meant, or that only one option makes sense."""
    words = item.stem.split()
    quoted = "“" in item.stem or item.stem.startswith("What position")
    born = words[-1:] == ["born?"] and len(words) > 1 and words[-2] in article.title
    born = born and "…" not in article.title
    if quoted or born or LED.fullmatch(item.stem) or item.answer_type.in_sequence:
        return False
    openings = (n for opening, n in FEWEST.items() if item.stem.startswith(opening))
    return len(words) < next(openings, WHICH)


def repeated_name(item: Item, article: Article) -> bool:
    """A name of two words or more said twice: 'Anna Berg opened Anna Berg's shop'."""
    words = unquoted(item.stem).partition(" ")[2].split()
    runs = (list(run) for capital, run in groupby(words, opens_name) if capital)
    names = [" ".join(re.sub(r"['’]s?$", "", w.strip(",?")) for w in r) for r in runs if len(r) > 1]
    return len(set(names)) < len(names)


def opens_name(word: str) -> bool:
    """A capital, or the sign between two."""
    return word[0].isupper() or word == "&"


def repeated_word(item: Item, article: Article) -> bool:
    """A word said twice: 'By what vote did the council vote', 'how many of the rover's has it'."""
    words = re.findall(r"\b[a-z]{4,}", unquoted(item.stem))
    telling = [w for w in words if w not in REPEATABLE and content(w)]
    return len(set(telling)) < len(telling)


def ungrounded(item: Item, article: Article) -> bool:
    """Evidence that is not in the text at its offsets."""
    evidence = item.evidence
    return article.text[evidence.start : evidence.end] != evidence.text


def leaking(item: Item, article: Article) -> bool:
    """A word of the key in the stem that no distractor shares."""
    stem = set(content(item.stem))
    others = {t for n, o in enumerate(item.options) for t in tokens(o) if n != item.key}
    return any(t in stem and t not in others for t in content(item.options[item.key]))


def counted(item: Item, article: Article) -> bool:
    """'How many missions in 1997, 1999, and 2002 …?': as many as the stem lists."""
    key, listed = parse(item.options[item.key]), LISTED.search(item.stem)
    if key is None or listed is None or not item.stem.startswith("How many"):
        return False
    return key.value == len(re.findall(r"\d{4}", listed[0]))


def repeated_option(item: Item, article: Article) -> bool:
    """Two options of the same words."""
    return len({tokens(o) for o in item.options}) < len(item.options)


def longest_key(item: Item, article: Article) -> bool:
    """A key that stands out by its length."""
    key = item.options[item.key]
    others = [o for n, o in enumerate(item.options) if n != item.key]
    return len(key.split()) >= 3 and all(len(o) < 0.75 * len(key) for o in others)


def uneven(item: Item, article: Article) -> bool:
    """An option much longer or shorter than the key."""
    key = item.options[item.key]
    return any(
        abs(len(o.split()) - len(key.split())) > max(2, (len(key.split()) + 1) // 2)
        or (abs(len(o) - len(key)) > 12 and not 0.5 <= len(o) / len(key) <= 2)
        for o in item.options
    )


def loaded(item: Item, article: Article) -> bool:
    """Absolute or vague words, or 'all of the above'."""
    # 'Every 10 minutes' is exact.
    plain = [re.sub(r"^Every (?=\S+ \w+s$)", "", o) for o in item.options]
    words = [set(tokens(o)) for o in plain]
    return any(ABOVE.search(o) for o in item.options) or any(w & LOADED for w in words)


def unordered(item: Item, article: Article) -> bool:
    """Numbers or days that do not ascend."""
    if any(parse(o) is None for o in item.options):
        return False
    values = [sort_value(o) for o in item.options]
    return values != sorted(values)


def negative(item: Item, article: Article) -> bool:
    """A question for what is not so."""
    return bool(re.search(r"\b(?:not|n[’']t|except|never)\b", unquoted(item.stem)))


def supported(item: Item, article: Article) -> bool:
    """Whether the key, or for a person the surname, stands in the evidence."""
    told = [t for t in tokens(unhyphened(item.evidence.text)) if t not in OPENING]
    key = tokens(item.options[item.key])
    named = item.answer_type == AnswerType.PERSON and not OPENING.issuperset(key[:1])
    words = key[-1:] if named else [t for t in key if t not in OPENING]
    return f" {' '.join(words)} " in f" {' '.join(told)} "


def unhyphened(text: str) -> str:
    """'A 13-hour debate' as it would be with the number behind: 'a 13 hours debate'."""
    return re.sub(
        rf"(?<=\w)-({'|'.join(sorted(HYPHENATED))})\b",
        r" \1s",
        text,
    )


def torn(item: Item, article: Article) -> bool:
    """Evidence that begins or ends within a sentence."""
    start, end = item.evidence.start, item.evidence.end
    before, behind = article.text[max(0, start - 2) : start], article.text[end - 1 : end + 2]
    return bool(re.search(r"[\w,] ?$", before) or re.match(r"[\w,] ?\w", behind))


def unsupported(item: Item, article: Article) -> bool:
    """A key that its evidence does not hold."""
    return not supported(item, article)


Rule = Callable[[Item, Article], bool]
RULES: dict[str, Rule] = {
    "badly formed stem": badly_formed,
    "stem too short or too long": wrong_length,
    "nothing is said": unsaid,
    "signs that are no English": unreadable,
    "pronoun without its noun": dangling,
    "nothing specific in the stem": unspecific,
    "too little is said": too_little,
    "a name said twice": repeated_name,
    "a word said twice": repeated_word,
    "evidence is not in the text": ungrounded,
    "evidence is a part of a sentence": torn,
    "key is not in the evidence": unsupported,
    "key's word in the stem": leaking,
    "as many as the stem lists": counted,
    "the headline gives the key": in_headline,
    "two options alike": repeated_option,
    "key is the longest option": longest_key,
    "options of uneven length": uneven,
    "absolute or vague words": loaded,
    "numbers out of order": unordered,
    "negative stem": negative,
}
