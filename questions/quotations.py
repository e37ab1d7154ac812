"""Questions for who spoke: whole sentences quoted, and judgements in quoted words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from questions import lexicon
from questions.annotate import joined
from questions.candidates import Candidate
from questions.dangling import leans
from questions.grammar import subject_of
from questions.items import AnswerType, Dropped
from questions.persons import Person
from questions.phrases import Unclear
from questions.profiles import MINOR, profiles
from questions.references import refer
from questions.story import Story, named_by
from questions.text import content
from questions.tree import Token
from questions.wording import phrase

SAYING = lexicon.QUOTING | frozenset(
    "recall insist admit joke reply respond concede conclude remark comment observe confess quip "
    "shrug sigh complain laugh agree promise".split()
)
SUBORDINATORS = frozenset("if when although though because while as since unless once".split())
VERBAL = frozenset(("VERB", "AUX"))
# What may be left out behind a sentence that is whole without it.
ADDING = frozenset("and but or so because though although which then even".split())
# Fewer words than these are a word quoted, not the rest of a sentence.
LEAST = 3
QUOTE_WORDS = range(5, 24)
EACH = 2
JUDGING = {"describe": "as", "call": "", "dub": "", "label": "", "denounce": "as", "hail": "as",
           "dismiss": "as", "praise": "as", "condemn": "as"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody's words: who speaks, and the sentences that name them and tell that they speak."""

    person: Person
    named: int
    told: int
    wrote: bool


def quotations(story: Story) -> Iterator[Candidate | Dropped]:
    """Quoted words of a certain speaker → Who said, “…”?; the best two of each stretch."""
    speeches: dict[int, Speech | None] = {}
    for run in runs(story):
        speech = spoken(story, run, speeches)
        for token in run:
            speeches[story.sentence(token)] = speech
        if speech is not None:
            whole_ones = (p for p in standing(story, run) if not names(p[1], speech.person))
            pieces = sorted(whole_ones, key=lambda piece: -len(content(piece[1])))
            questions = (asked(speech, *piece) for piece in islice(pieces, EACH))
            known = has_calling(story, speech.person)
            yield from (q if known else Dropped(q.stem, "words of a bystander") for q in questions)


def has_calling(story: Story, person: Person) -> bool:
    """Whether the article tells what somebody is, so that their words are worth knowing by them."""
    return bool(story.once(profiles)[person.name].circles - MINOR)


def names(quote: str, person: Person) -> bool:
    """Whether somebody quoted says their own name, or a short form of it."""
    words = re.findall(r"\b[A-Z]\w{2,}", quote.partition(" ")[2])
    return any(part.startswith(word) for word in words for part in person.name.split())


def asked(speech: Speech, number: int, quote: str) -> Candidate:
    """The question for who said a sentence."""
    stem = f"Who {'wrote' if speech.wrote else 'said'}, “{quote}”?"
    places = (speech.named, speech.told, number)
    return Candidate(
        stem,
        speech.person.name,
        AnswerType.PERSON,
        "person",
        min(places),
        max(places),
        0.85,
        traits=("quotation",),
    )


def runs(story: Story) -> Iterator[list[Token]]:
    """Stretches of quoted words, from one quotation mark to the next."""
    run: list[Token] = []
    for i in sorted(story.reading.quoted):
        token = story.reading.doc[i]
        if run and (i > run[-1].i + 1 or paragraph(story, run[-1]) != paragraph(story, token)):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def paragraph(story: Story, token: Token) -> int:
    """The number of a token's paragraph."""
    return story.reading.paragraphs[token.i]


def spoken(story: Story, run: Sequence[Token], before: dict[int, Speech | None]) -> Speech | None:
    """Who says a stretch of words: told beside it, or in the sentence before where it goes on."""
    first, last = story.sentence(run[0]), story.sentence(run[-1])
    words = [t for n in range(first, last + 1) for t in story.reading.sentences[n]]
    outside = [t for t in words if t.i not in story.reading.quoted and not t.is_punct]
    if outside:
        return told(story, run, [t for t in outside if says(t)])
    if first == 0 or paragraph(story, story.reading.sentences[first - 1][0]) != paragraph(
        story, run[0]
    ):
        return None
    previous = story.reading.sentences[first - 1]
    if first - 1 in before:
        return before[first - 1]
    verbs = [t for t in previous if says(t) or t.lemma_ in lexicon.REPORTING]
    return told(story, run, [previous.root] if previous.root in verbs else [])


def says(token: Token) -> bool:
    """A verb of saying."""
    return token.lemma_ in SAYING and token.pos_ == "VERB"


def told(story: Story, run: Sequence[Token], verbs: Sequence[Token]) -> Speech | None:
    """The speaker by the verb of saying nearest to the words; None where it is not certain."""
    verb = min(verbs, key=lambda v: min(abs(v.i - run[0].i), abs(v.i - run[-1].i)), default=None)
    found = speaker_of(story, verb) if verb is not None else None
    if verb is None or found is None:
        return None
    return Speech(*found, story.sentence(verb), verb.lemma_ == "write")


def speaker_of(story: Story, verb: Token) -> tuple[Person, int] | None:
    """Who speaks, by name or by a pronoun that is certain, and the sentence that names them."""
    subject = subject_of(verb)
    if subject is None and verb.dep_ in ("advcl", "conj"):
        subject = subject_of(verb.head)
    if subject is None or subject.dep_ == "nsubjpass":  # who was told something
        return None
    person = story.person(named_by(story, subject))
    if person is not None:
        return person, story.sentence(verb)
    referent = refer(story, subject)
    return (referent.person, referent.sentence) if referent and referent.person else None


def standing(story: Story, run: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The sentences of a stretch that can be understood by themselves, with their numbers."""
    numbers = dict.fromkeys(story.sentence(t) for t in run)
    for number in numbers:
        words = [t for t in run if story.sentence(t) == number]
        rest = continued(story, words)
        hanging = words[0].lower_ in SUBORDINATORS or (rest and words[-1].text == ",")
        quote = whole(story, [*words, *rest] if hanging else words)
        if quote is None and rest and rest[0].lower_ in ADDING:
            quote = whole(story, words)
        if quote is not None:
            yield number, quote


def continued(story: Story, words: Sequence[Token]) -> list[Token]:
    """The rest of a sentence that the speaker's name interrupts: '“If it rains,” he said, “…”'."""
    behind = [t for t in words[-1].sent if t.i > words[-1].i and t.i in story.reading.quoted]
    rest = [t for n, t in enumerate(behind) if t.i == behind[0].i + n]
    before = rest[0].doc[rest[0].i - 2] if rest else None
    resumed = before is not None and before.text == "," and rest[0].text.islower()
    return rest if resumed and len(rest) >= LEAST else []


def whole(story: Story, words: Sequence[Token]) -> str | None:
    """A quoted sentence as it is asked for; None for fragments and what hangs on words before."""
    cut = next((n + 1 for n, (a, b) in enumerate(pairwise(words)) if b.i - a.i > 1), len(words))
    parts = [part for part in (words[:cut], words[cut:]) if part]
    goes_on = len(parts) > 1 and (parts[1][0].tag_ == "IN" or parts[1][0].pos_ in VERBAL)
    if goes_on and parts[0][-1].text == ",":
        parts[0] = parts[0][:-1]  # which only the speaker's name asks for
    text = " ".join(joined(story.reading, part).strip() for part in parts).rstrip(",")
    complete = text[:1].isupper() and len(text.split()) in QUOTE_WORDS and len(content(text)) > 1
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in words)
    marked = re.search(r"[“”\"…‘]|(?:^|\s)'|\?$", text)
    if not complete or not finite or marked or leans(text, words):
        return None
    return text.rstrip(".")


def judgements(story: Story) -> Iterator[Candidate]:
    """'Lund called the plan “a gift to thieves”' → Who called the plan “a gift to thieves”?."""
    for verb in story.reading.doc:
        if verb.lemma_ not in JUDGING or verb.tag_ != "VBD" or verb.i in story.reading.quoted:
            continue
        thing = next(
            (c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i > verb.i), None
        )
        speaker = speaker_of(story, verb)
        words = fragment(story, verb)
        if thing is None or speaker is None or not words:
            continue
        try:
            yield judgement(story, speaker, verb, words)
        except Unclear:
            continue


def fragment(story: Story, verb: Token) -> list[Token]:
    """The one quoted stretch behind a verb in its sentence."""
    behind = [t for t in verb.sent if t.i > verb.i and t.i in story.reading.quoted]
    return behind if behind and behind[-1].i - behind[0].i == len(behind) - 1 else []


def judgement(
    story: Story, speaker: tuple[Person, int], verb: Token, words: Sequence[Token]
) -> Candidate:
    """The question for who judged so."""
    if len(words) < 2 or any(t.dep_ == "neg" for t in verb.children):
        raise Unclear("a judgement")
    thing = phrase(story, judged(verb, words))
    quote = joined(story.reading, words).strip(" .,")
    preposition = JUDGING[verb.lemma_]
    middle = f" {preposition} " if preposition else " "
    here = story.sentence(verb)
    places = (here, speaker[1], thing.first, thing.last)
    return Candidate(
        f"Who {verb.text} {thing.text}{middle}“{quote}”?",
        speaker[0].name,
        AnswerType.PERSON,
        "person",
        min(places),
        max(places),
        0.8,
        doubts=thing.doubts,
        traits=("quotation", "judgement"),
    )


def judged(verb: Token, words: Sequence[Token]) -> list[Token]:
    """What stands between the verb, with its preposition, and the quotation."""
    between = [t for t in verb.doc[verb.i + 1 : words[0].i] if not t.is_punct]
    preposition = JUDGING[verb.lemma_]
    led = not preposition or [t.lower_ for t in between[-1:]] == [preposition]
    thing = between[:-1] if preposition else between
    if not led or not thing:
        raise Unclear("a judgement")
    return thing
