"""People: who is one, and which titles they bear."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lemminflect import getAllLemmas

from questions import catalog, lexicon, people
from questions.annotate import Reading, joined
from questions.circles import is_human
from questions.gazetteer import find as find_place
from questions.heroes import entry, headword, in_full, is_somebody, is_thing
from questions.proofs import HONORIFICS, acts, called_which, christened, introduced
from questions.tree import Span, Token

PARTICLES = frozenset("de da di van von der den del la le bin ibn al el".split())
BETWEEN = PARTICLES | {"-"}
AROUND = HONORIFICS | frozenset("kc qc obe mbe cbe mp jr sr phd md ii iii iv".split())
NATIONALS = frozenset(
    "dane swede finn spaniard scot briton pole turk dutchman frenchman german italian norwegian "
    "american australian belgian swiss czech serb croat russian kenyan ethiopian".split()
)
LINKS = frozenset(("of", "for", "and", "-"))
# 'Victoria Falls', 'Martha Street': what is called after somebody.
PLACED = frozenset(
    "Falls Islands Island Springs Heights Street Avenue Road Lane Square Airport Bay Wash Creek "
    "River Canyon Valley County Lake Park Bridge Beach Shoal Reef Atoll Strait Peninsula "
    "Glacier Mews Terrace Crescent Wharf Quay Row Gardens Boulevard Drive Parade Embankment Palace "
    "Stadium Arena Cathedral Abbey Museum Hospital University Theatre Theater Prison".split()
)
FIRMS = frozenset(
    "brokerage consultancy forecaster carrier airline lender chain consultants analysts body lobby "
    "federation charity think-tank".split()
)
CLANS = frozenset("Ó Ní Mac Mc Uí Ui Nic".split())
CALLING_ENDS = ("man", "woman", "master", "keeper", "seamer", "fielder", "liner", "hooker")
# What names of places open with.
SAINTS = frozenset("Santa San Santo Sankt Saint St. Port Fort Mount".split())


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in full, with the titles the article gives ('Kyiv Mayor')."""

    name: str
    titles: tuple[str, ...] = ()

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.rpartition(" ")[2]

    def may_be(self, pronoun: str) -> bool:
        """Whether the first name does not speak against 'he' or 'she'."""
        woman = people.is_woman(self.name)
        return woman is None or woman == (pronoun in ("she", "her"))


def find(reading: Reading) -> tuple[Person, ...]:
    """Everybody named in full who is proven to be a person, in the article's order."""
    spans = list(full_names(reading))
    titles: dict[str, dict[str, None]] = {}
    for span in spans:
        found = dict.fromkeys(titles_of(reading, span))
        titles.setdefault(joined(reading, list(span)), {}).update(found)
    hero = {name for name in titles if reading.article.title.startswith(name)}
    hero = {name for name in hero if not is_thing(reading, name)}
    sure = hero | proven(reading, spans)
    everybody = [Person(n, tuple(t)) for n, t in titles.items() if n in sure]
    everybody = with_entry(everybody, entry(reading))
    everybody = with_subject(everybody, in_full(reading), reading.article.title)
    ends = set(endings(everybody))
    named = [p for p in everybody if not called_like_a_firm(p.name) and p.name.lower() not in ends]
    firms = {joined(reading, list(span)) for span in spans if called_which(span)}
    named = [p for p in named if p.name not in firms and not known_as_a_firm(reading, p.name)]
    return tuple(shorter(named))


def proven(reading: Reading, spans: Sequence[Span]) -> set[str]:
    """Names with a title or a deed, those beside them, and who alone bears a surname that acts."""
    acting = {token.text for token in reading.doc if acts(token)}
    bearers: dict[str, set[str]] = {}
    for span in spans:
        bearers.setdefault(span[-1].text, set()).add(joined(reading, list(span)))
    names: set[str] = set()
    ends: set[int] = set()
    for span in spans:
        last = span[-1]
        told = list(titles_of(reading, span)) or acts(last) or introduced(span) or christened(span)
        beside = last.dep_ == "conj" and last.head.i in ends
        if told or beside or (len(bearers[last.text]) == 1 and last.text in acting):
            ends.add(last.i)
            names.add(joined(reading, list(span)))
    return names


def with_entry(people: Sequence[Person], name: str | None) -> list[Person]:
    """Everybody, and first whose life stands under the title, by whatever name they were born."""
    if name is None:
        return list(people)
    first = name.partition(" ")[0]
    return [Person(name), *(p for p in people if p.name.partition(" ")[0] != first)]


def with_subject(people: Sequence[Person], words: frozenset[str], title: str) -> list[Person]:
    """Everybody, and first whose life it is, by the title instead of the name in full."""
    if not words:
        return list(people)
    return [Person(title), *(p for p in people if not words.issuperset(p.name.split()))]


def shorter(people: Sequence[Person]) -> Iterator[Person]:
    """Everybody by the shorter of two names."""
    alike: dict[tuple[str, str], list[str]] = {}
    for person in people:
        alike.setdefault(outer(person.name), []).append(person.name)
    yield from (p for p in people if not any(fuller(p.name, n) for n in alike[outer(p.name)]))


def fuller(name: str, other: str) -> bool:
    """'Anna Maria Berg' beside 'Anna Berg': one person with a second first name."""
    words, fewer = name.split(), other.split()
    return outer(name) == outer(other) and len(words) > len(fewer) and set(fewer) < set(words)


def outer(name: str) -> tuple[str, str]:
    """A name's first and last word."""
    words = name.split()
    return words[0], words[-1]


def endings(people: Sequence[Person]) -> Iterator[str]:
    """'van elderen' of 'Wouter van Elderen': a surname of two words is no other person's name."""
    for person in people:
        words = person.name.lower().split(" ")
        yield from (" ".join(words[n:]) for n in range(1, len(words)))


def called_like_a_firm(name: str) -> bool:
    """'Halvorsen Packaging', 'Tahina R.': the last word is a common noun, or an initial."""
    first, last = name.partition(" ")[0], name.rpartition(" ")[2]
    somebody = people.is_surname(last) or people.is_given(first)
    return (
        last in PLACED
        or first in SAINTS
        or len(last.rstrip(".")) < 2
        or (bool(getAllLemmas(last.lower())) and not somebody)
    )


def known_as_a_firm(reading: Reading, name: str) -> bool:
    """'Norte Alimentos' that the article calls 'Norte': people go by their last name."""
    first, last = name.split(" ", maxsplit=1)[0], name.rsplit(" ", maxsplit=1)[-1]
    if people.is_given(first) or people.is_surname(last):
        return False
    alone = [
        t for t in reading.written[first] if not reading.doc[t.i + 1 : t.i + 2].text[:1].isupper()
    ]
    return len(alone) > 1 and sum(t.ent_type_ == "ORG" for t in alone) * 2 > len(alone)


def full_names(reading: Reading) -> Iterator[Span]:
    """Entities of two or more capitalised words that the model calls a person.

    First whom the title names, where the first sentence tells a calling.
    """
    opening = headword(reading)
    if opening is not None and is_somebody(opening):
        yield opening.span
    for entity in reading.doc.ents:
        words = words_of_name(entity) if entity.label_ == "PERSON" else []
        capital = all(t.text[0].isupper() or t.text in BETWEEN for t in words)
        if not several(words) or not capital or eponym(words[-1]):
            continue
        if rest_of_name(reading, words) or of_firm(words[0]):
            continue
        if " " in joined(reading, words):
            left_out = first_left_out(words[0]) or titled(reading, words)
            yield reading.doc[words[0].i - left_out : words[-1].i + 1]


def words_of_name(entity: Span) -> list[Token]:
    """Without courtesy titles, and where somebody is from or what they do; an office has none."""
    # 'Kent North's Luc Savoie'
    owned = max((t.i for t in entity[:-1] if t.text in ("'s", "’s")), default=-1)
    named = [t for t in entity if t.i > owned and t.text not in ("'s", "’s")]
    words = [t for t in named if t.lower_.rstrip(".") not in AROUND]
    if words and words[0].lower_ in ("pro", "acting", "vice", "deputy"):
        return []
    if len(words) > 2 and (words[0].lower_ in NATIONALS or calls(words[0])):
        return words[1:]
    return words


def several(words: Sequence[Token]) -> bool:
    """A first name and a surname; 'Ó Buachalla' is only the latter."""
    return len(words) > 1 and not (len(words) == len(("Ó", "Buachalla")) and words[0].text in CLANS)


def calls(word: Token) -> bool:
    """'Defenceman', 'Skipper': what somebody is, with the capital of a sentence's first word."""
    by_ending = word.lower_.endswith(CALLING_ENDS) and not people.is_given(word.text)
    return is_human(word.lower_) or (word.is_sent_start is True and by_ending)


def of_firm(first: Token) -> bool:
    """'a meteorologist at forecaster Agroclima', 'the brokerage Harcourt Dunne': no person."""
    before = first.nbor(-1) if first.i > 1 else first
    firm = before.lower_ in FIRMS or lexicon.ORGANIZATION_KINDS.get(before.lower_) == "company"
    return before.pos_ == "NOUN" and (firm or before.nbor(-1).lower_ == "at")


def rest_of_name(reading: Reading, words: Sequence[Token]) -> bool:
    """Whether a name is only the end of a known one: 'Sans Frontières' of the doctors."""
    before = words[0].i - 1
    if before < 0 or not reading.doc[before].text[0].isupper():
        return False
    if torn(reading.doc[before], words):
        return True
    return catalog.find(joined(reading, [reading.doc[before], *words])) is not None


def torn(before: Token, words: Sequence[Token]) -> bool:
    """'Secours' before 'Sans Abri': a name of which the model has seen the end, and nobody's."""
    beside = before.pos_ == "PROPN" and before.whitespace_ and not before.is_sent_start
    title = {before.lower_, before.lower_.rstrip(".")} & (lexicon.ROLES | HONORIFICS)
    known = people.is_given(words[0].text) or people.is_surname(words[-1].text)
    human = bool(title) or is_human(before.lower_) or before.ent_type_ in ("NORP", "GPE")
    return bool(beside) and not known and not human and before.ent_type_ == ""


def first_left_out(token: Token) -> bool:
    """Whether the model has left out a first name: 'the doctor Ignaz Philipp Semmelweis'."""
    if token.i == 0 or token.nbor(-1).head != token.head:
        return False
    return token.nbor(-1).pos_ == "PROPN" and people.is_given(token.nbor(-1).text)


def titled(reading: Reading, words: Sequence[Token]) -> bool:
    """Whether the title has a first name too that the model takes for an unheard-of place."""
    before = reading.doc[words[0].i - 1] if words[0].i else None
    if before is None or before.ent_type_ != "GPE" or find_place(before.text) is not None:
        return False
    return joined(reading, [before, *words]) in reading.article.title


def eponym(token: Token) -> bool:
    """Whether a name only names a thing: 'the Webb telescope', 'Heathrow Airport'."""
    head = token.head
    return token.dep_ in ("compound", "nmod") and head.i > token.i and head.ent_type_ != "PERSON"


def titles_of(reading: Reading, span: Span) -> Iterator[str]:
    """The title before a name and the role in apposition to it ('Germany's chancellor, …')."""
    start = title_start(span)
    if start < span.start:
        yield joined(reading, list(span.doc[start : span.start]))
    name = span[-1]
    beside = [name.head] if name.dep_ == "appos" else []
    beside += [c for c in name.children if c.dep_ == "appos"]
    yield from (reading.text(t) for t in beside if t.lower_ in lexicon.ROLES)


def title_start(span: Span) -> int:
    """The first token of the title before a name; the name's own start where there is none."""
    doc, left = span.doc, span.start
    while left > span.sent.start and in_title(doc[left - 1]):
        left -= 1
    for i in range(left, span.start):
        # 'the coalition of Prime Minister': only a role may have a complement.
        if doc[i].text in LINKS - {"-"} and doc[i - 1].lower_ not in lexicon.ROLES:
            left = i + 1
    left += doc[left].text == "'s"
    if doc[left].text == "-":
        return span.start  # 'three-time champion' begins before what can stand in a title.
    roles = any(is_role(doc[i].lower_) for i in range(left, span.start))
    return left if roles and belongs(doc[span.start - 1], span) else span.start


def is_role(word: str) -> bool:
    """Whether a word of a title says what somebody is."""
    return word in lexicon.ROLES or is_human(word)


def in_title(token: Token) -> bool:
    """Whether a word can stand in a title."""
    return token.pos_ in ("PROPN", "NOUN", "ADJ") or token.text in LINKS | {"'s"}


def belongs(token: Token, span: Span) -> bool:
    """Whether the word before a name is its modifier, or the object of one."""
    chain = [token, *token.ancestors]
    return next((span.start <= t.i < span.end for t in chain if t.i >= span.start), False)
