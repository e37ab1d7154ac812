"""The article understood so far: its parse and its names, and what a mention refers to."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import cast

from questions.annotate import Reading
from questions.concordance import Concordance
from questions.entities import Named, table
from questions.gazetteer import country_of, find
from questions.names import Names, find_names
from questions.persons import Person
from questions.text import tokens
from questions.topics import topic_nouns
from questions.tree import Token

YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
AHEAD = frozenset(
    "plan expect intend due schedule aim forecast predict target next hope propose deadline "
    "project until by goal future set want".split()
)
MAIN = 8
NEAR = 60
"""Sentences on either side of the evidence in which rivals of the key are looked for."""


@dataclass(frozen=True)
class Story:
    """A Reading with its names."""

    reading: Reading
    names: Names

    @cached_property
    def _made(self) -> dict[Callable[["Story"], object], object]:
        return {}

    def once[T](self, make: Callable[["Story"], T]) -> T:
        """What a function makes of the whole story, made only once."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    @cached_property
    def headline_words(self) -> frozenset[str]:
        """Lemmas of the title's words, in lower case; none where the title is only an opening."""
        title = self.reading.article.title
        if title.endswith("…"):
            return frozenset()
        known = {t.lower_: t.lemma_.lower() for t in self.reading.doc}
        words = {w.strip("'’\"“”,.:;!?()").lower() for w in title.split()}
        return frozenset(words | {known[w] for w in words if w in known})

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Words that the article writes in lower case somewhere."""
        return frozenset(t.text for t in self.reading.doc if t.text.islower())

    @cached_property
    def capital_words(self) -> frozenset[str]:
        """Words that the article writes with a capital within a sentence, or its headline does."""
        inside = (t.text for t in self.reading.doc if not t.is_sent_start)
        headline = self.reading.article.title.split()[1:]
        return frozenset(w for w in (*inside, *headline) if w[:1].isupper())

    @cached_property
    def topics(self) -> frozenset[str]:
        """Nouns that the article takes up again and again with 'the' as its one such thing."""
        return frozenset(topic_nouns(self.reading))

    @cached_property
    def familiar(self) -> frozenset[str]:
        """Nouns of the headline, and those that are taken up again and again."""
        return self.headline_words | self.topics

    @cached_property
    def nouns(self) -> dict[str, list[Token]]:
        """Where each common noun, by its lemma, stands."""
        found: dict[str, list[Token]] = {}
        for token in self.reading.doc:
            if token.pos_ == "NOUN":
                found.setdefault(token.lemma_.lower(), []).append(token)
        return found

    @cached_property
    def written(self) -> Concordance:
        """Where the words of the article's text stand."""
        return Concordance(self.reading.article.text)

    @cached_property
    def lowered(self) -> Concordance:
        """Where the words of the text in lower case stand."""
        return Concordance(self.reading.article.text.lower())

    @cached_property
    def says(self) -> Callable[[str], bool]:
        """Whether the article's text has a string; looked for once."""
        return cache(self.written.has)

    @cached_property
    def says_lower(self) -> Callable[[str], bool]:
        """Whether the text in lower case has a string; looked for once."""
        return cache(self.lowered.has)

    @cached_property
    def has_word(self) -> Callable[[str], bool]:
        """Whether the text in lower case has a whole word or several; looked for once."""
        text = Concordance(apart(self.lowered.text))
        return cache(lambda words: text.has(apart(words)))

    @cached_property
    def times(self) -> Callable[[str], int]:
        """How often the article's text has a string; counted once."""
        return cache(self.written.times)

    @cached_property
    def kinds(self) -> dict[str, tuple[Named, ...]]:
        """For each noun of a kind the names of such things."""
        return table(self.reading, self.names)

    @cached_property
    def size(self) -> int:
        """How many words the article has."""
        return len(self.reading.article.text.split())

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The headline's words, as readers would compare them."""
        return frozenset(tokens(self.reading.article.title))

    @cached_property
    def main_words(self) -> frozenset[str]:
        """The nouns that the article speaks of most often."""
        counted = {lemma: len(found) for lemma, found in self.nouns.items() if len(found) > 1}
        ranked = sorted(counted, key=lambda lemma: (-counted[lemma], lemma))[:MAIN]
        return frozenset(w for lemma in ranked for t in self.nouns[lemma] for w in tokens(t.text))

    @cached_property
    def figures(self) -> dict[int, list[tuple[str, str]]]:
        """For each sentence its numbers that are no years, with the lemma of what each counts."""
        found: dict[int, list[tuple[str, str]]] = {}
        for token in self.reading.doc:
            if token.like_num and not YEAR.fullmatch(token.text):
                number = (token.text, token.head.lemma_.lower())
                found.setdefault(self.reading.numbers[token.i], []).append(number)
        return found

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """Codes of the countries that the article names or has cities of, most often first."""
        places = (e.text for e in self.reading.doc.ents if e.label_ in ("GPE", "NORP"))
        found = (country_of(name) or find(name) for name in places)
        counted = Counter(place.country for place in found if place is not None)
        return tuple(code for code, _ in counted.most_common())

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of each sentence."""
        return tuple(s.text for s in self.reading.sentences)

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The words of each sentence, as readers would compare them."""
        return tuple(frozenset(tokens(text)) for text in self.texts)

    @cached_property
    def where(self) -> dict[str, list[int]]:
        """For each word the numbers of the sentences that have it."""
        found: dict[str, list[int]] = {}
        for number, words in enumerate(self.words):
            for word in words:
                found.setdefault(word, []).append(number)
        return found

    @cached_property
    def mentions(self) -> dict[str, list[int]]:
        """For each person's name the tokens where a mention of them ends."""
        found: dict[str, list[int]] = {}
        for end, person in self.names.person_at.items():
            found.setdefault(person.name, []).append(end)
        return found

    def people_near(self, first: int, last: int) -> list[Person]:
        """Whom the sentences around a passage name, in the order of the list of people."""
        around = self.reading.sentences[max(0, first - NEAR) : last + NEAR + 1]
        named = {p.name for p in self.names.mentioned(around[0].start, around[-1].end)}
        return [self.names.people[n] for n in sorted(map(self.names.numbers.__getitem__, named))]

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Every year that the article names."""
        return tuple(sorted({y for years in self.years_of_paragraph.values() for y in years}))

    @cached_property
    def years_of_paragraph(self) -> dict[int, list[int]]:
        """The years that each paragraph names."""
        found: dict[int, list[int]] = {}
        for token in self.reading.doc:
            if token.like_num and YEAR.fullmatch(token.text):
                found.setdefault(self.reading.paragraphs[token.i], []).append(int(token.text))
        return found

    def years_beside(self, index: int) -> list[int]:
        """The years named in a token's paragraph."""
        return self.years_of_paragraph.get(self.reading.paragraphs[index], [])

    @cached_property
    def past_years(self) -> tuple[int, ...]:
        """Years of what the article tells as having happened, not of what will or may be."""
        return tuple(int(y) for text in self.told_texts for y in YEAR.findall(text))

    @cached_property
    def told_texts(self) -> tuple[str, ...]:
        """The sentences that tell of what has happened, not of what will or may be."""
        told = (s for s in self.reading.sentences if not any(looks_ahead(t) for t in s))
        return tuple(s.text for s in told)

    def sentence(self, token: Token) -> int:
        """The number of the token's sentence."""
        return self.reading.numbers[token.i]

    def person(self, token: Token) -> Person | None:
        """Whom the token, as the last of a mention, names."""
        return self.names.person_at.get(token.i)


def looks_ahead(token: Token) -> bool:
    """Whether a word makes its sentence speak of what is to come."""
    if token.dep_ == "agent":
        return False  # 'carried by 52 votes in 2019'
    return token.tag_ == "MD" or token.lemma_.lower() in AHEAD


def apart(text: str) -> str:
    """Words and signs between spaces, so that one is found only where it is a whole word."""
    return f" {' '.join(re.findall(r'\w+|[^\w\s]', text))} "


def understand(reading: Reading) -> Story:
    """Find the names in a reading."""
    return Story(reading, find_names(reading))


def named_by(story: Story, subject: Token) -> Token:
    """The name in apposition to a subject ('Germany's chancellor, Friedrich Merz'), or itself."""
    body = subject.pos_ == "PROPN" and any(c.lower_ == "the" for c in subject.children)
    # 'Lund was represented by a minister, Karl Holm': he is not the subject, but behind its verb.
    near = [c for c in subject.children if not subject.i < subject.head.i < c.i]
    names = (c for c in near if c.dep_ == "appos" and story.person(c))
    return subject if body else next(names, subject)
