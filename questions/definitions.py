"""Questions for the article's terms: 'What is the study of birds called?'."""

from collections.abc import Iterator, Sequence

from questions.candidates import Candidate
from questions.facts import clause_of
from questions.grammar import subject_of
from questions.items import AnswerType, Dropped
from questions.phrases import Phrase, Unclear, together
from questions.story import Story
from questions.terms import Term, introductions
from questions.tree import Token
from questions.trimming import kept, noun_phrase, trim_punctuation
from questions.verbs import NoStem, verb_group
from questions.wording import phrase

# With fewer terms an article is no explanation.
TERMS, RIVALS = 5, 3


def definitions(story: Story) -> Iterator[Candidate | Dropped]:
    """A question for every term of an article that introduces some more."""
    known = list(introductions(story))
    many = len({term.text for term in known}) >= TERMS
    for term in known if many else ():
        rivals = beside(term, known)
        if len(rivals) < RIVALS:
            continue
        try:
            yield definition(story, term, rivals)
        except (Unclear, NoStem) as reason:
            yield Dropped(f"What is … called? ({term.text})", str(reason))


def beside(term: Term, known: Sequence[Term]) -> list[str]:
    """Other terms in the key's number, those with its noun first, then those introduced nearby."""

    def distance(found: Term) -> tuple[bool, int]:
        return found.head.lemma_ != term.head.lemma_, abs(found.head.i - term.head.i)

    apart = [t for t in known if t.meaning != term.meaning and t.text != term.text]
    written = (t.written(plural=term.plural) for t in sorted(apart, key=distance))
    return list(dict.fromkeys(name for name in written if name is not None))


def definition(story: Story, term: Term, rivals: Sequence[str]) -> Candidate:
    """The question for a term; raises Unclear or NoStem."""
    asked = FORMS[term.form](story, term)
    be = "are" if term.meaning.tag_ == "NNS" else "is"
    here = story.sentence(term.head)
    return Candidate(
        f"What {be} {asked.text}?",
        term.text,
        AnswerType.THING,
        "term",
        min(asked.first, here),
        max(asked.last, here),
        0.6,
        doubts=asked.doubts,
        traits=("term", f"term {term.form}"),
        rivals=tuple(rivals),
    )


def called(story: Story, words: Sequence[Token], ending: str = "") -> Phrase:
    """'the study of birds called', with what comes behind."""
    said = phrase(story, trim_punctuation(list(words)))
    return Phrase(f"{said.text} called{ending}", said.first, said.last, said.doubts)


def by_naming(story: Story, term: Term) -> Phrase:
    """'the procedure called when an entire lump is removed', from the passive."""
    verb, noun = term.verb, term.meaning
    when = [c for c in verb.children if c.dep_ == "advcl"] if verb is not None else []
    timed = [c for c in when if any(t.lower_ == "when" for t in c.children)]
    words = noun_phrase(noun)
    if not timed and len(words) < 3:
        raise NoStem("nothing says what is called so")
    if not timed:
        return called(story, words)
    clause = phrase(story, trim_punctuation(kept(timed[0])))
    said = called(story, words, f" {clause.text[0].lower()}{clause.text[1:]}")
    return together(said.text, (said, clause))


def by_explanation(story: Story, term: Term) -> Phrase:
    """'the pigment that absorbs light called', from an apposition or a definition."""
    return called(story, noun_phrase(term.meaning))


def by_host(story: Story, term: Term) -> Phrase:
    """'the ropes that pass the load to the main cables called', from 'ropes called hangers, …'."""
    noun, verb = term.meaning, term.verb
    inside = {t.i for t in verb.subtree} if verb is not None else set()
    words = [t for t in noun_phrase(noun) if t.i not in inside and t.dep_ != "det"]
    said = phrase(story, trim_punctuation(words))
    tail = gap(story, term)
    text = f"the {said.text} {tail.text} called"
    return together(text, (said, tail))


def gap(story: Story, term: Term) -> Phrase:
    """What the article tells of a noun, as a clause behind it."""
    for noun in (term.meaning, term.head):
        for child in noun.children:
            subject = subject_of(child) if child.dep_ == "relcl" else None
            if subject is not None and subject.lower_ in ("which", "that"):
                told = phrase(story, [t for t in kept(child) if t.i > subject.i])
                return Phrase(f"that {told.text}", told.first, told.last, told.doubts)
    return around(story, term.meaning)


def around(story: Story, noun: Token) -> Phrase:
    """'through which atoms shuttle': the clause around a noun, seen from the noun."""
    prep = noun.head if noun.dep_ == "pobj" else None
    verb = prep.head if prep is not None else noun.head
    clause = clause_of(verb) if verb.pos_ == "VERB" else None
    if clause is None or clause.speaker is not None or clause.place is not None:
        raise NoStem("nothing tells what the term means")
    gone = {t.i for t in (prep or noun).subtree}
    rest = trim_punctuation([t for t in clause.body if t.i not in gone and t != verb])
    behind = [phrase(story, rest, bound=clause.subject)] if rest else []
    verbs = " ".join(verb_group(clause))
    if noun == clause.subject:
        parts, opening = behind, f"that {verbs}"
    else:
        subject = phrase(story, clause.subject_words)
        parts = [subject, *behind]
        opening = f"{prep.lower_} which" if prep is not None else "that"
        opening = f"{opening} {subject.text} {verbs}"
    if not parts:
        raise NoStem("nothing tells what the term means")
    return together(" ".join([opening, *(p.text for p in behind)]), parts)


FORMS = {"named": by_naming, "explained": by_explanation, "said": by_host}
