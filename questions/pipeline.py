"""The whole way from an article's text to its items."""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language

from questions import article as articles
from questions import checks, distractors, ranker, ranking
from questions.annotate import annotate
from questions.candidates import Candidate, Key
from questions.explanations import explanation
from questions.facts import Clause, clauses
from questions.items import AnswerType, Article, Dropped, Evidence, Generated, Item
from questions.keys import keys
from questions.patterns import patterns
from questions.periods import dated
from questions.phrases import Unclear
from questions.stems import stem
from questions.story import Story, understand
from questions.text import tokens
from questions.traits import traits
from questions.verbs import NoStem

OPTIONS = 4
UNFAIR = "no three fair distractors"


def generate(  # noqa: PLR0913 - all but the text are keywords with defaults
    text: str,
    *,
    title: str | None = None,
    source: str = "",
    published: str | None = None,
    limit: int | None = None,
    seed: int = 0,
    nlp: Language | None = None,
) -> Generated:
    """Items derived from the facts of `text`, best first; the same arguments give the same items.

    `limit` is for these, not for the drafts beside them.
    The title defaults to a first line that looks like a headline. `published` is an ISO date.
    `nlp` is another spaCy pipeline to parse with.
    Raises InputError where the text cannot be read as an English article.
    """
    article = articles.read(text, title=title, source=source, published=published)
    story = understand(annotate(article, nlp=nlp))
    made = [item_or_reason(story, candidate, seed) for candidate in candidates(story)]
    ranked = ranking.rank(article, [m for m in made if isinstance(m, Item)])
    return Generated(
        article,
        tuple(explained(story, item) for item in ranked.printed[:limit]),
        (*(m for m in made if isinstance(m, Dropped)), *ranked.dropped),
        tuple(explained(story, draft) for draft in ranked.drafts),
    )


def candidates(story: Story) -> Iterator[Candidate | Dropped]:
    """Every question the article's clauses and patterns give, in the article's order."""
    for clause in clauses(story):
        for key in keys(story, clause):
            try:
                yield candidate(story, clause, key)
            except (Unclear, NoStem) as reason:
                yield Dropped(f"{key.asks} {clause.verb.text} … ({key.text})", str(reason))
    yield from patterns(story)


def candidate(story: Story, clause: Clause, key: Key) -> Candidate:
    """A key and its stem with the evidence that proves them; raises Unclear or NoStem."""
    asked = stem(story, clause, key)
    return Candidate(
        asked.text,
        key.text,
        key.answer_type,
        key.kind,
        asked.first,
        asked.last,
        key.weight,
        quantity=key.quantity,
        deed=clause.verb.lemma_ if key.is_subject else "",
        doubts=asked.doubts,
        traits=traits(story, clause, key),
    )


def item_or_reason(story: Story, candidate: Candidate | Dropped, seed: int) -> Item | Dropped:
    """The candidate as an item, or why it is none."""
    if isinstance(candidate, Dropped):
        return candidate
    if candidate.last - candidate.first > 2:
        return Dropped(candidate.stem, "evidence of too many sentences")
    if len(candidate.doubts) > 2:
        return Dropped(candidate.stem, "; ".join(candidate.doubts))
    return completed(story, dated(story, candidate), seed)


def completed(story: Story, candidate: Candidate, seed: int) -> Item | Dropped:
    """The candidate with distractors, its likelihood to be printed as score, or why it is none."""
    article = story.reading.article
    evidence = story.reading.evidence(candidate.first, candidate.last)
    identity = item_id(article, evidence, candidate)
    rng = random.Random(f"{seed}:{identity}")  # noqa: S311 - reproducible, not secret
    found = distractors.options(story, candidate, rng.randrange(OPTIONS), rng)
    if found is None:
        return Dropped(candidate.stem, UNFAIR)
    options, key = found
    item = Item(
        id=identity,
        stem=candidate.stem,
        options=options,
        key=key,
        answer_type=candidate.answer_type,
        evidence=evidence,
        explanation="",
        difficulty=difficulty(candidate),
        score=ranker.probability(ranker.features(story, candidate, options, evidence)),
    )
    broken = checks.flaws(item, article)
    return Dropped(candidate.stem, "; ".join(broken)) if broken else item


def explained(story: Story, item: Item) -> Item:
    """The item with its explanation, which only those need that are printed or kept as drafts."""
    return replace(item, explanation=explanation(story, item.evidence, item.options, item.key))


def item_id(article: Article, evidence: Evidence, candidate: Candidate) -> str:
    """From article, evidence and key, not from the wording: an edited stem keeps its history."""
    words = tokens(candidate.key)
    parts = (article.id, str(evidence.start), str(evidence.end), candidate.answer_type, *words)
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def difficulty(candidate: Candidate) -> float:
    """An estimate, 0 easy … 1 hard: exact numbers and dates are harder to recall than names."""
    named = candidate.answer_type in (AnswerType.PERSON, AnswerType.PLACE, AnswerType.ORGANIZATION)
    return round(min(1.0, (0.35 if named else 0.55) + len(candidate.stem.split()) / 100), 2)
