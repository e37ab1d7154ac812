"""A clause and a key to a stem: wh-phrase first, inversion, do-support."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lemminflect import getInflection, getLemma
from spacy.tokens import Token

from questions import lexicon
from questions.candidates import Key
from questions.facts import Clause
from questions.items import AnswerType
from questions.story import Story, subject_of
from questions.trimming import kept, trim_punctuation
from questions.wording import Phrase, Unclear, phrase, sentence_case, tidy


@dataclass(frozen=True, slots=True)
class Stem:
    """A question and the sentences, by number, that prove its key."""

    text: str
    first: int
    last: int


CLAIMS = lexicon.REPORTING - {"tell"}
LIMITING = frozenset(("when", "before", "until", "where"))
ASIDES = frozenset(("appos", "relcl", "acl"))


class NoStem(Exception):
    """No clean question exists for a key."""


def stem(story: Story, clause: Clause, key: Key) -> Stem:
    """The question for a key. Raises Unclear or NoStem where no clean one exists."""
    rest = [t for t in clause.body if t.i not in key.tokens and t.text not in ('"', "''", "``")]
    rest = trim_punctuation([t for t in rest if t != clause.verb])
    for reason in objections(story, clause, key, rest):
        raise NoStem(reason)
    asked = [phrase(story, key.noun)] if key.noun else []
    wh = " ".join([key.asks, *(p.text for p in asked)])
    question = subject_question if key.is_subject else other_question
    parts = [question(story, clause, wh, rest), *asked, *circumstances(story, clause)]
    here = story.sentence(clause.verb)
    text = " ".join([parts[0].text, *(p.text for p in parts[1 + len(asked) :])])
    if clause.front:
        opening = phrase(story, trim_punctuation(list(clause.front)))
        parts.append(opening)
        text = with_opening(text, opening.text, behind=not key.is_subject and dated(clause.front))
    if key.answer_type == AnswerType.DATE and re.search(r"\b(1\d|20)\d\d\b", text):
        raise NoStem("another year is in the stem")
    said, sentence = according(story, clause)
    naming = here if key.sentence is None else key.sentence
    sentences = [here, sentence, naming, *(n for p in parts for n in (p.first, p.last))]
    return Stem(tidy(text + said) + "?", min(sentences), max(sentences))


def objections(story: Story, clause: Clause, key: Key, rest: Sequence[Token]) -> Iterator[str]:
    """Why what is left of a clause cannot be asked, whatever the words."""
    verb = clause.verb
    if any(t.i < verb.i for t in rest):
        yield "something stands between the subject and its verb"
    if sum(t.i in story.reading.quoted for t in rest) > 4:
        yield "a quotation within the question"
    compared = any(t.tag_ == "JJR" and t.dep_ == "acomp" for t in rest)
    if compared and not any(t.lower_ == "than" for t in rest):
        yield "a comparison without its other side"
    completed = any(t.dep_ == "prep" and t.head == verb for t in rest)
    if lemma(verb) in lexicon.INCOMPLETE and not completed:
        yield f"“{verb.text}” lacks its complement"
    passing = any(a.lower_ == "being" for a in clause.auxiliaries)
    if passing or (key.noun and verb.tag_ == "VBG"):
        yield "a number that holds for a moment only"


def dated(opening: Sequence[Token]) -> bool:
    """'In 1932': a time that reads better at the end of the question."""
    year = any(re.fullmatch(r"(1\d|20)\d\d", t.text) for t in opening)
    return len(opening) <= 3 and (year or any(t.ent_type_ == "DATE" for t in opening))


def with_opening(text: str, opening: str, *, behind: bool) -> str:
    """The question with the phrase that limits it, before or behind."""
    if behind:
        return f"{text} {opening[0].lower()}{opening[1:]}"
    return f"{sentence_case(opening)}, {text[0].lower()}{text[1:]}"


def circumstances(story: Story, clause: Clause) -> list[Phrase]:
    """The clause's time or place; unclear, it may go, unless it limits what is said."""
    if not clause.circumstance:
        return []
    try:
        return [phrase(story, clause.circumstance)]
    except Unclear:
        if clause.circumstance[0].lower_ in LIMITING:
            raise
        return []


def according(story: Story, clause: Clause) -> tuple[str, int]:
    """', according to …' and the sentence it needs; nothing where the article itself says so."""
    here = story.sentence(clause.verb)
    speaker = clause.speaker
    if speaker is None:
        return "", here
    inside = [t for t in speaker.subtree if not any(a.dep_ in ASIDES for a in above(t, speaker))]
    said = phrase(story, trim_punctuation(inside))
    itself = clause.subject.lower_ in ("he", "she", "it") and clause.subject.sent == speaker.sent
    return ("" if itself else f", according to {said.text}"), min(said.first, here)


def above(token: Token, top: Token) -> list[Token]:
    """The token and its ancestors below `top`."""
    chain = []
    while token != top:
        chain.append(token)
        token = token.head
    return chain


def subject_question(story: Story, clause: Clause, wh: str, rest: Sequence[Token]) -> Phrase:
    """'Who confirmed …?', 'How many districts were affected …?'."""
    verbs = verb_group(clause)
    content = said_before(story, clause)
    if content:
        said = phrase(story, content)
        return Phrase(f"{wh} {' '.join(verbs)} that {said.text}", said.first, said.last)
    if not complete(clause, rest) and not clause.circumstance:
        raise NoStem(f"nothing is left to ask behind “{clause.verb.text}”")
    if wh == "Who" and verbs[0] in ("have", "are", "were"):
        raise NoStem("a plural subject")
    asked = f"{wh} {' '.join(verbs)}"
    if not rest:
        here = story.sentence(clause.verb)
        return Phrase(asked, here, here)
    behind = phrase(story, rest)
    return Phrase(f"{asked} {insert_that(clause, behind.text)}", behind.first, behind.last)


def said_before(story: Story, clause: Clause) -> list[Token]:
    """What is reported before its verb: 'The fund is empty, said Ms Hall'."""
    content = next((c for c in clause.verb.children if c.dep_ == "ccomp"), None)
    if content is None or content.i > clause.verb.i or clause.verb.lemma_ not in CLAIMS:
        return []
    words = trim_punctuation(kept(content))
    quoted = any(t.i in story.reading.quoted for t in words)
    return [] if quoted or not subject_of(content) else words


def insert_that(clause: Clause, text: str) -> str:
    """'said that the barrage …': the conjunction, where the article leaves it out."""
    content = next(
        (c for c in clause.verb.children if c.dep_ == "ccomp" and c.i > clause.verb.i), None
    )
    marked = content is None or any(c.dep_ == "mark" for c in content.children)
    return text if marked or clause.verb.lemma_ not in lexicon.REPORTING else f"that {text}"


def other_question(story: Story, clause: Clause, wh: str, rest: Sequence[Token]) -> Phrase:
    """'In which country is Rubio expected to meet …?', 'When did Putin begin …?'."""
    subject = phrase(story, clause.subject_words)
    first, *others = inverted(clause)
    words, used = [wh, first, subject.text, *others], [subject]
    if rest:
        used.append(phrase(story, rest, bound=clause.subject))
        words.append(used[-1].text)
    return Phrase(" ".join(words), min(p.first for p in used), max(p.last for p in used))


def verb_group(clause: Clause) -> list[str]:
    """Auxiliaries and verb; a past perfect under a report becomes a simple past."""
    words = [a.lower_ for a in clause.auxiliaries]
    if clause.verb.dep_ == "acl":
        return ["was", clause.verb.lower_]
    if clause.speaker is not None and words[:1] == ["had"]:
        if words[1:2] == ["been"]:
            return ["were" if is_plural(clause.subject) else "was", *words[2:], clause.verb.lower_]
        past = getInflection(lemma(clause.verb), "VBD")
        return [past[0] if past else clause.verb.lower_]
    return [*words, clause.verb.lower_]


def inverted(clause: Clause) -> list[str]:
    """The finite auxiliary, found or made with 'do', then what follows the subject."""
    group = verb_group(clause)
    if len(group) > 1 or lemma(clause.verb) == "be":
        return group
    tag = "VBD" if clause.speaker is not None and clause.auxiliaries else clause.verb.tag_
    if tag == "VBP" and not is_plural(clause.subject):
        tag = "VBD"  # 'the project cost': the tagger cannot tell the forms apart
    helper = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(tag, "did")
    return [helper, lemma(clause.verb)]


def lemma(verb: Token) -> str:
    """The base form of a verb."""
    found = getLemma(verb.lower_, upos="VERB")
    return verb.lemma_.lower() if verb.lemma_.lower() in found or not found else str(found[0])


def is_plural(noun: Token) -> bool:
    """Whether a subject is plural: by its form or by coordination."""
    return noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)


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


def well_formed(text: str) -> bool:
    """No scars of cutting: doubled or stray punctuation, a dangling 'and', an empty preposition."""
    return not re.search(
        r"[,;:] *[,;:?.]|\b(and|or|but|of|with|than|to the|by|the|a|an) ?\?$"
        r"|[\"“”()\[\]]|--|  |\b(\w+) \2\b",
        text,
        re.IGNORECASE,
    )
