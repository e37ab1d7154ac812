"""Names of people nobody has to know: plausible beside a name of the same culture."""

import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from questions.surnames import fits, gendered

# Surnames that make everybody think of one person.
NOTED = frozenset(
    "Bolsonaro Varoufakis Tusk Macron Merz Habeck Scholz Drogba Adani Tendulkar Putin Zelensky "
    "Erdoğan Netanyahu Orbán Meloni Berlusconi Salvini Starmer Sturgeon Salmond Swinney Modi "
    "Gandhi Tsipras Mitsotakis Sunak Kaczyński Duda Lula Milei Xi Musk Steinmeier Lindner "
    "Osinbajo Akpabio Azikiwe Mugabe Mandela Zuma Ramaphosa Kenyatta Odinga Castro Guevara "
    "Nkrumah Rawlings Kufuor Mahama Obasanjo Tinubu Buhari Soyinka Achebe Adichie Navalny "
    "Lavrov Shoigu Peskov Medvedev Kasparov Tolstoy Nazarbayev Tokayev Havel Babiš "
    "Wałęsa Morawiecki Ruto Kibaki Nyerere Kagame Mobutu Lumumba Biya Kabila Ambani Kejriwal "
    "Gbagbo Gnassingbé Sankara Déby Bokassa Obiang Mbeki Rajapakse Sirisena Dangote Osimhen "
    "Bandaranaike Premadasa Duterte Suharto Sukarno Widodo Bainimarama Rabuka Bhutto Hasina "
    "Šimonytė Grybauskaitė Meilutytė Nausėda Mkapa Bouteflika Katrougalos Stournaras Kariņš "
    "Jakobsdóttir Sabonis Marčiulionis Papandreou Karamanlis Samaras Berbatov Stoichkov Zidane "
    "Mishustin Kvitová Krejčíková Muchová Navrátilová Plíšková Nedvěd Jágr Laxness Guðjohnsen "
    "Mirziyoyev Karimov Peevski Jaishankar Kohli Oshiomhole Shettima El-Rufai Iheanacho "
    "Kaunda Sarkozy Hollande Merkel Antetokounmpo Tsitsipas Ostapenko Porziņģis".split()
) | {"Le Pen"}
# How many of the countries named may tell whose a name is, and how many signs are needed.
NEAR, SIGNS = 3, 2
# How many names are made up for one that nothing speaks against.
TRIES = 24
# Countries where names of every culture are at home, and cultures whose first names went far.
MELTING = frozenset(("US", "GB", "CA", "AU", "NZ"))
WIDE = frozenset(("English", "Irish", "Spanish", "Portuguese", "French", "Arabic", "Hebrew"))


@dataclass(frozen=True, slots=True)
class Culture:
    """Common first names and surnames of a language, the endings of its surnames, its countries."""

    name: str
    men: frozenset[str]
    women: frozenset[str]
    surnames: frozenset[str]
    endings: tuple[str, ...]
    countries: tuple[str, ...]


@cache
def cultures() -> tuple[Culture, ...]:
    """All cultures of the table."""
    with files("questions").joinpath("data/people.tsv").open(encoding="utf-8") as table:
        rows = list(csv.reader(table, delimiter="\t"))
    return tuple(
        Culture(
            name,
            frozenset(men.split("|")),
            frozenset(women.split("|")),
            frozenset(surnames.split("|")),
            tuple(filter(None, endings.split("|"))),
            tuple(filter(None, countries.split("|"))),
        )
        for name, men, women, surnames, endings, countries in rows
    )


def culture_of(name: str, countries: Sequence[str] = ()) -> Culture | None:
    """The culture that the parts of a name and the countries named speak for most."""
    return voted(name, tuple(countries[:NEAR]))


@lru_cache(maxsize=20_000)
def voted(name: str, first: tuple[str, ...]) -> Culture | None:
    """The same for the countries that count; of equals, the one that is at home there."""
    beside = [near(first, c) for c in cultures()]
    votes = [(own + here, here) for own, here in zip(signs(name), beside, strict=True)]
    best = max(votes)
    return cultures()[votes.index(best)] if best[0] >= NEAR - 1 else None


def near(countries: tuple[str, ...], culture: Culture) -> int:
    """How much the countries that the article names most often speak for a culture."""
    return next((NEAR - n for n, code in enumerate(countries) if code in culture.countries), 0)


@lru_cache(maxsize=20_000)
def signs(name: str) -> tuple[int, ...]:
    """How much the parts of a name speak for each culture."""
    return tuple(6 * family(name, c) + 4 * first_of(name, c) for c in cultures())


def family(name: str, culture: Culture) -> bool:
    """Whether a surname, or a half of a double one, is the culture's."""
    last, words = surnames_of(name)
    return not words.isdisjoint(borne(culture)) or last.endswith(culture.endings)


@lru_cache(maxsize=20_000)
def surnames_of(name: str) -> tuple[str, frozenset[str]]:
    """The surname in lower case, and the surname, its words and the halves of the last.

    Of 'Edson Ribeiro Camargos' both surnames tell whose names they are.
    """
    last = name.partition(" ")[2]
    words = last.split(" ")
    return last.lower(), frozenset((last, *words, *words[-1].split("-")))


@cache
def borne(culture: Culture) -> frozenset[str]:
    """The surnames of a culture as men and as women bear them."""
    hers = (gendered(culture.name, surname, woman=True) for surname in culture.surnames)
    return culture.surnames | frozenset(hers)


def first_of(name: str, culture: Culture) -> bool:
    """Whether a first name is the culture's."""
    first = name.partition(" ")[0]
    return first in culture.men or first in culture.women


@lru_cache(maxsize=20_000)
def families(name: str) -> int:
    """How many cultures have a surname."""
    return sum(family(name, culture) for culture in cultures())


def at_home(name: str, countries: Sequence[str]) -> bool:
    """Whether two signs tell a culture, or a name that is of no other one.

    Where no word of the name is, the country that the article names first tells it: of a first
    name that is no culture's one where names of every culture are at home, else of unheard ones.
    """
    culture = culture_of(name, countries)
    if culture is None or name.rpartition(" ")[2] in NOTED:
        return False
    beside = bool(set(countries[:NEAR]) & set(culture.countries) | set(countries[:1]) & MELTING)
    known, given = family(name, culture), first_of(name, culture)
    if known or given:
        alone = firsts if given and not known and culture.name not in WIDE else families
        return alone(name) == 1 or known + given + beside >= SIGNS
    first = set(countries[:1])
    given = is_given(name.partition(" ")[0])
    return bool(first & set(culture.countries)) and given == bool(first & MELTING)


@lru_cache(maxsize=20_000)
def firsts(name: str) -> int:
    """How many cultures have a first name."""
    return sum(first_of(name, culture) for culture in cultures())


def vouched_for(name: str, countries: Sequence[str]) -> bool:
    """Whether both parts of a name tell its culture, so that others can be made like it."""
    culture = culture_of(name, countries)
    known = culture is not None and family(name, culture) and first_of(name, culture)
    return known and at_home(name, countries)


@lru_cache(maxsize=20_000)
def native_to(name: str) -> tuple[str, ...]:
    """The countries of the one culture that has both parts of a name, where it is no melting pot's.

    'Shiranthi Wickramaratne' is at home in Sri Lanka; 'Anna Berg' might be anywhere.
    """
    found = [c for c in cultures() if family(name, c) and first_of(name, c)]
    own = found[0].countries if len(found) == 1 else ()
    return () if MELTING & set(own) else own


def is_english(name: str) -> bool:
    """Whether both parts of a name are English, Scottish or Irish."""
    own = (c for c in cultures() if "GB" in c.countries)
    return any(family(name, c) and first_of(name, c) for c in own)


@cache
def surnames() -> frozenset[str]:
    """The surnames of all cultures."""
    return frozenset().union(*(c.surnames for c in cultures()))


def is_surname(word: str) -> bool:
    """Whether the tables know a word as a surname."""
    return word in surnames()


@cache
def given() -> tuple[frozenset[str], frozenset[str]]:
    """First names of women and of men, those that both bear in both."""
    with files("questions").joinpath("data/given.tsv").open(encoding="utf-8") as table:
        rows = {sex: names.split("|") for sex, names in csv.reader(table, delimiter="\t")}
    women = frozenset(rows["woman"]).union(*(c.women for c in cultures()))
    return women, frozenset(rows["man"]).union(*(c.men for c in cultures()))


def is_given(word: str) -> bool:
    """Whether the tables know a word as a first name."""
    return any(word in names for names in given())


def is_woman(name: str) -> bool | None:
    """Whether a first name is a woman's; None where the tables do not tell."""
    women, men = (name.partition(" ")[0] in names for names in given())
    return women if women != men else None


def invented(
    name: str, rng: random.Random, countries: Sequence[str] = (), *, woman: bool | None = None
) -> Iterator[str]:
    """Names of the same culture and, where it can be told, sex; none shares a word with it.

    `countries` are the codes of those that the article names, the most frequent first. Nothing
    where the culture is not known.
    """
    culture = grown_up_in(name, countries)
    if culture is None:
        return
    words = set(name.split())
    hers = is_hers(name, culture) if woman is None else woman
    firsts, lasts = (
        [n for n in names if words.isdisjoint(n.split())] for names in parts(culture, woman=hers)
    )
    few = min(TRIES, len(lasts), len(firsts))
    for first, last in zip(rng.sample(firsts, few), rng.sample(lasts, few), strict=True):
        if first != last:
            yield f"{first} {gendered(culture.name, last, woman=hers)}"


@cache
def parts(culture: Culture, *, woman: bool) -> tuple[list[str], list[str]]:
    """First names and surnames that somebody of a culture and a sex may have, sorted."""
    lasts = (s for s in culture.surnames - NOTED if fits(culture.name, s, woman=woman))
    return sorted(culture.women if woman else culture.men), sorted(lasts)


def grown_up_in(name: str, countries: Sequence[str]) -> Culture | None:
    """The culture of a name; where many meet, the country's unless the first name tells one."""
    culture = culture_of(name, countries)
    first = name.partition(" ")[0]
    foreign = culture is not None and (first_of(name, culture) or not is_given(first))
    if culture is None or foreign or not set(countries[:1]) & MELTING:
        return culture
    return next((c for c in cultures() if set(countries[:1]) & set(c.countries)), culture)


def is_hers(name: str, culture: Culture) -> bool:
    """Whether a first name is taken for a woman's in a culture."""
    first, known = name.split(maxsplit=1)[0], is_woman(name)
    if known is not None:
        return known
    return first in culture.women or (first not in culture.men and first.endswith("a"))
