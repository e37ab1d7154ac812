"""A clause and a key to a stem: wh-phrase first, inversion, do-support."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from questions import eras, lexicon
from questions.anchors import adrift
from questions.candidates import Key
from questions.clarity import Doubt
from questions.facts import Clause
from questions.grammar import subject_of
from questions.items import AnswerType
from questions.objections import objections
from questions.occasions import hours
from questions.openings import before_speaker, opening_place, with_opening
from questions.phrases import Phrase, Unclear, together
from questions.relatives import described_noun
from questions.speakers import according
from questions.story import Story
from questions.text import sentence_case, tidy
from questions.tree import Token
from questions.trimming import kept, trim_punctuation
from questions.verbs import NoStem, active_group, inside, inverted, told
from questions.wording import phrase


@dataclass(frozen=True, slots=True)
class Stem:
    """A question and the sentences, by number, that prove its key."""

    text: str
    first: int
    last: int
    doubts: tuple[Doubt, ...] = ()


CLAIMS = lexicon.REPORTING - {"tell"}
VERBAL = frozenset(("VERB", "AUX"))
LIMITING = frozenset(("when", "before", "until", "where"))
# 'How much will it pay a share?'
EACH = re.compile(
    r"\ba(?= (?:share|dose|barrel|ton|tonne|bushel|ounce|litre|liter|gallon|acre|hectare|head)\b"
    r"(?:[?,]| (?:according|for|in|to|from)\b))"
)
# 'At what figure did police put the loss?'
PUT = re.compile(r"^At ((?:about )?what) figure ((?:did|does|do) [^,]+?) put ")
NAMING = frozenset(("oprd", "attr", "dobj"))
NEARING = frozenset("late early later earlier".split())


def stem(story: Story, clause: Clause, key: Key) -> Stem:
    """The question for a key. Raises Unclear or NoStem where no clean one exists."""
    rest = remaining(clause, key)
    for reason in objections(story, clause, key, rest):
        raise NoStem(reason)
    bound = None if key.is_subject or key.agent else clause.subject
    asked = asked_noun(story, key, bound)
    rate = rated(key, rest)
    rest = [t for t in rest if t not in rate]
    wh = " ".join([key.asks, *(p.text for p in asked), *each(rate)])
    asking = subject_question if key.is_subject else other_question
    question = active_question if key.agent else asking
    said = question(story, clause, wh, key, rest)
    added = [*circumstances(story, clause, key), *place(story, clause, key)]
    text = before_speaker(said.text, " ".join(p.text for p in added)) if added else said.text
    front = opening(story, clause, key)
    for led in front:
        lowered = f"{text[0].lower()}{text[1:]}"
        text = with_opening(lowered, led.text, opening_place(clause, wh, rest))
    if key.answer_type == AnswerType.DATE and (
        re.search(r"\b(1\d|20)\d\d\b", text) or eras.ERA.search(text)
    ):
        raise NoStem("another year is in the stem")
    text = idiomatic(key, text)
    if adrift(story, clause, key, text):
        raise NoStem("something new, and nothing that tells where it belongs")
    return proven(story, clause, key, text, [said, *asked, *added, *front])


def idiomatic(key: Key, text: str) -> str:
    """A question with its ending, 'per share' for 'a share', 'give' for 'put at' a figure."""
    text = f"{text} {key.ending}" if key.ending else text
    text = sentence_case(PUT.sub(r"\1 figure \2 give for ", text))
    return EACH.sub("per", text) if key.answer_type == AnswerType.MONEY else text


def nearing(clause: Clause, key: Key) -> set[int]:
    """The 'late' of 'was concluded late in the summer of 1689', which goes with the date."""
    before = clause.verb.doc[min(key.tokens) - 1]
    near = before.lower_ in NEARING and not any(c.dep_ == "npadvmod" for c in before.children)
    return {before.i} if key.answer_type == AnswerType.DATE and near else set()


def asked_noun(story: Story, key: Key, bound: Token | None) -> list[Phrase]:
    """The noun behind the question word, if any: of 'some 22 hours' only the hours."""
    counted = [t for t in key.noun if t.lower_ != "some"]
    return [phrase(story, trim_punctuation(counted), bound=bound)] if counted else []


def rated(key: Key, rest: Sequence[Token]) -> list[Token]:
    """The 'a ride' directly behind a sum of money: for what it is paid each time."""
    at = max(key.tokens) + 1
    behind = [t for t in rest if t.i in (at, at + 1)]
    if key.answer_type != AnswerType.MONEY or key.is_subject or len(behind) < len(("a", "ride")):
        return []
    article, unit = behind
    return behind if article.lower_ in ("a", "an") and article.head == unit else []


def each(rate: Sequence[Token]) -> list[str]:
    """'a year', but 'per ride'."""
    if not rate:
        return []
    article, unit = rate
    return [article.lower_ if unit.lemma_ in lexicon.TIME_UNITS else "per", unit.lower_]


def remaining(clause: Clause, key: Key) -> list[Token]:
    """What of the predicate is neither the verb nor asked for."""
    said = {clause.verb.i} | {t.i for t in inside(clause.verb)} | maiden_name(clause.verb)
    gone = said | key.tokens | nearing(clause, key) | hours(clause, key)
    rest = [t for t in clause.body if t.i not in gone and t.text not in ('"', "''", "``")]
    return trim_punctuation(rest)


def maiden_name(verb: Token) -> set[int]:
    """The 'Anna Lind' of 'Anna Berg was born Anna Lind', which a question about Berg leaves out."""
    behind = (c for c in verb.children if c.dep_ in NAMING and c.pos_ == "PROPN" and c.i > verb.i)
    name = next(behind, None) if verb.lemma_ == "bear" else None
    return {t.i for t in name.subtree if t.pos_ == "PROPN"} if name is not None else set()


def proven(story: Story, clause: Clause, key: Key, text: str, parts: Sequence[Phrase]) -> Stem:
    """The question with who says so, and the sentences that its parts need."""
    speaker = according(story, clause, text)
    here = story.sentence(clause.verb)
    naming = here if key.sentence is None else key.sentence
    whole = together(sentence_case(tidy(text + speaker.text)) + "?", (*parts, speaker))
    first, last = min(here, naming, whole.first), max(here, naming, whole.last)
    return Stem(whole.text, first, last, whole.doubts)


def circumstances(story: Story, clause: Clause, key: Key) -> list[Phrase]:
    """The clause's time or place; unclear, it may go, unless it limits what is said."""
    there = key.tokens | {t.i for t in clause.body}
    if not clause.circumstance or there & {t.i for t in clause.circumstance}:
        return []
    try:
        return [phrase(story, clause.circumstance, bound=clause.subject)]
    except Unclear:
        if clause.circumstance[0].lower_ in LIMITING:
            raise
        return []


def opening(story: Story, clause: Clause, key: Key) -> list[Phrase]:
    """What stands before the subject, where that is not asked for."""
    if not clause.front or key.tokens & {t.i for t in clause.front}:
        return []
    return [phrase(story, trim_punctuation(list(clause.front)))]


def place(story: Story, clause: Clause, key: Key) -> list[Phrase]:
    """'in the town', for a clause that hangs on it by 'where'."""
    if clause.place is None:
        return []
    before, noun = clause.place
    if not before and any(t.dep_ == "prep" and t.i not in key.tokens for t in clause.body):
        raise NoStem("the object would come last")
    found = phrase(story, described_noun(clause.verb))
    year = re.fullmatch(r"(1\d|20)\d\d", noun.text)
    return [replace(found, text=f"{'in' if year else before} {found.text}")]


def subject_question(
    story: Story, clause: Clause, wh: str, key: Key, rest: Sequence[Token]
) -> Phrase:
    """'Who confirmed …?', 'How many districts were affected …?'."""
    verbs = told(clause)
    content = said_before(story, clause)
    if content:
        said = phrase(story, content)
        return replace(said, text=f"{wh} {' '.join(verbs)} that {said.text}")
    counted = key.quantity is not None and (bool(rest) or clause.passive)
    if not counted and not complete(clause, rest) and not clause.circumstance:
        raise NoStem(f"nothing is left to ask behind “{clause.verb.text}”")
    if wh == "Who" and verbs[0] in ("have", "are", "were"):
        raise NoStem("a plural subject")
    asked = f"{wh} {' '.join(verbs)}"
    if not rest:
        here = story.sentence(clause.verb)
        return Phrase(asked, here, here)
    behind = phrase(story, rest, bound=clause.subject)
    return replace(behind, text=f"{asked} {insert_that(clause, rest, behind.text)}")


def active_question(story: Story, clause: Clause, wh: str, _: Key, rest: Sequence[Token]) -> Phrase:
    """'Who directed the film?' for 'the film was directed by …'."""
    verbs = active_group(clause, plural=wh.lower().startswith("how many") or " how many" in wh)
    done = subject_phrase(story, clause)
    near, behind = parted(clause, rest)
    parts = [done, phrase(story, behind, bound=clause.subject)] if behind else [done]
    text = " ".join([wh, *verbs, *(t.lower_ for t in near), *(p.text for p in parts)])
    return together(text, parts)


def subject_phrase(story: Story, clause: Clause) -> Phrase:
    """The subject, with the comma that closes 'the premier, Anna Berg,' at its end."""
    found, last = phrase(story, clause.subject_words), clause.subject_words[-1]
    beside = [t for t in clause.subject_words if t.dep_ == "appos" and t in (last, *last.ancestors)]
    between = (
        t for noun in beside if noun != clause.subject for t in last.doc[noun.head.i : noun.i]
    )
    commas = [t for t in clause.subject_words if t.text == ","]
    # 'A fair, Rørosmartnan, which …', where the parser sees no apposition.
    opened = len(commas) == 1 and last.doc[last.i + 1 : last.i + 2].text == ","
    closed = opened or any(t.text == "," for t in between)
    return replace(found, text=f"{found.text},") if closed else found


def parted(clause: Clause, rest: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """The 'after' of 'was looked after', which stays with the verb, and what follows."""
    beside = bool(rest) and rest[0].i == clause.verb.i + 1
    bare = beside and rest[0].dep_ in ("prep", "prt") and not list(rest[0].children)
    return (rest[:1], rest[1:]) if bare else ((), rest)


def said_before(story: Story, clause: Clause) -> list[Token]:
    """What is reported before its verb: 'The fund is empty, said Ms Hall'."""
    content = next((c for c in clause.verb.children if c.dep_ == "ccomp"), None)
    if content is None or content.i > clause.verb.i or clause.verb.lemma_ not in CLAIMS:
        return []
    words = trim_punctuation(kept(content))
    quoted = any(t.i in story.reading.quoted for t in words)
    return [] if quoted or not subject_of(content) else words


def insert_that(clause: Clause, rest: Sequence[Token], text: str) -> str:
    """'said that the barrage …': the conjunction, where the article leaves it out."""
    content = next(
        (c for c in clause.verb.children if c.dep_ == "ccomp" and c.i > clause.verb.i), None
    )
    if content is None or clause.verb.lemma_ not in lexicon.REPORTING:
        return text
    marked = any(c.dep_ == "mark" for c in content.children) or content.pos_ not in VERBAL
    first = rest[0] == content or content.is_ancestor(rest[0])
    return f"that {text}" if first and not marked and rest[0].lower_ != "that" else text


def other_question(story: Story, clause: Clause, wh: str, _: Key, rest: Sequence[Token]) -> Phrase:
    """'In which country is Rubio expected to meet …?', 'When did Putin begin …?'."""
    subject = subject_phrase(story, clause)
    first, *others = inverted(clause)
    behind = phrase(story, rest, bound=clause.subject) if rest else None
    used = [subject] if behind is None else [subject, behind]
    words = [wh, first, subject.text, *others, *(p.text for p in used[1:])]
    return together(" ".join(words), used)


def complete(clause: Clause, rest: Sequence[Token]) -> bool:
    """Whether enough is left to ask of: an object, a complement or a place, not a bare verb."""
    behind = [t for t in rest if t.i > clause.verb.i and t.pos_ in ("NOUN", "PROPN", "NUM")]
    direct = {"dobj", "ccomp", "attr", "xcomp", "prep", "agent", "acomp", "oprd", "dative"}
    left = {t.dep_ for t in rest if t.head == clause.verb}
    if clause.verb.lemma_ in lexicon.REPORTING | lexicon.DOUBTING:
        return bool(left & {"dobj", "ccomp"}) and bool(behind)
    attribute = next((t for t in rest if t.dep_ == "attr"), None)
    if attribute is not None and attribute.lower_ in lexicon.ROLES:
        return any(c.lower_ == "of" for c in attribute.children)
    return bool(left & direct) and bool(behind)
