"""Tokens to words that can be understood without the article."""

from collections.abc import Iterator, Sequence

from questions import lexicon
from questions.bylines import bylines
from questions.capitals import cased
from questions.clarity import (
    CONTENTS,
    HOLLOW,
    MODIFIERS,
    NOMINAL,
    UNNAMED,
    Doubt,
    clear,
    completes,
    doubt,
    faceless,
    first_named,
    judged,
    nameless,
    pointing,
    relatives,
    topical,
)
from questions.descriptions import describe
from questions.issuers import books, headlined, issuer, opens, speaks_of_itself
from questions.mentions import is_headline_event, told_before
from questions.phrases import Phrase, Unclear, Word
from questions.pronouns import agree
from questions.proofs import HONORIFICS
from questions.references import in_place, refer, renewed
from questions.relatives import antecedent
from questions.story import Story
from questions.subjects import own_subject
from questions.text import possessive, tidy
from questions.tree import Token
from questions.trimming import kept, noun_phrase, trim_punctuation

REFLEXIVES = frozenset("himself herself itself themselves".split())
COURTESY = frozenset(("mr", "mrs", "ms", "miss"))
OF_NOW = frozenset("present current latest".split())
# Sentences back to where a thing was introduced, which the evidence may hold as well.
NEAR = 1
DESCRIBING = frozenset("amod compound prep relcl acl".split())


def phrase(story: Story, tokens: Sequence[Token], *, bound: Token | None = None) -> Phrase:
    """The tokens in words.

    A possessive may refer to `bound`, the head of a subject that stands in the same stem.
    Raises Unclear where something in them cannot be understood alone.
    """
    words = list(written(story, tokens, bound))
    if not words:
        raise Unclear("")
    sentences = {story.sentence(t) for t in tokens} | {w.sentence for _, w in words}
    present = {t.i for t in tokens}
    parts = [w.text + glue(token, w, present) for token, w in words]
    doubts = tuple(dict.fromkeys(w.doubt for _, w in words if w.doubt is not None))
    return Phrase(tidy("".join(parts)), min(sentences), max(sentences), doubts)


def written(
    story: Story, tokens: Sequence[Token], bound: Token | None
) -> Iterator[tuple[Token, Word]]:
    """What is written for each token that no earlier one covers."""
    present = {t.i for t in tokens}
    covered: set[int] = set()
    for token in tokens:
        if token.i not in covered:
            found = word(story, token, present, bound)
            covered |= found.covers
            yield token, found


def glue(token: Token, word: Word, present: set[int]) -> str:
    """The space behind a word; the article's own where the next token is written too."""
    last = max(word.covers, default=token.i)
    return token.doc[last].whitespace_ if last + 1 in present else " "


def word(story: Story, token: Token, present: set[int], bound: Token | None) -> Word:
    """One word, or a whole mention."""
    here = story.sentence(token)
    mention = mention_from(story, token, present)
    if mention is not None:
        end, name = mention
        covers = frozenset(range(token.i + 1, end + 1))
        return Word(introduced_person(story, end, name, present), here, covers)
    if token.lower_.rstrip(".") in COURTESY and before_full_name(story, token, present):
        return Word("", here)
    if token.tag_ == "WP$":
        return owner(story, token, present)
    if token.lower_ in ("which", "who", "whom") and loses_noun(token, present):
        raise Unclear(token.text)
    if token.lower_ in lexicon.PRONOUNS and token.pos_ in ("PRON", "DET"):
        return pronoun(story, token, bound)
    if (year := year_of_publication(story, token)) is not None:
        return year
    if token.dep_ != "expl" and pointing(token):
        raise Unclear(token.text)
    return determiner(story, token, present) if token.dep_ == "det" else plain(story, token)


def before_full_name(story: Story, title: Token, present: set[int]) -> bool:
    """'Mr', where a surname behind it is written out: nobody is called 'Mr Anna Berg'."""
    last = title.i + 1 == len(title.doc)
    found = None if last else mention_from(story, title.nbor(1), present)
    return found is not None and " " in found[1]


def year_of_publication(story: Story, token: Token) -> Word | None:
    """'last year' or 'this season', as a year where the day of publication is known."""
    noun, here = token.head, story.sentence(token)
    if noun.dep_ != "npadvmod" or noun.lower_ not in ("year", "season") or noun.i != token.i + 1:
        return None
    if token.lower_ not in ("last", "this") or len(list(noun.subtree)) > 2:
        return None
    day = story.reading.article.published
    if noun.lower_ == "season" or day is None:
        return Word(token.lower_, here)
    year = int(day[:4]) - (token.lower_ == "last")
    return Word(f"in {year}", here, frozenset((noun.i,)))


def plain(story: Story, token: Token) -> Word:
    """A word as it is, with the name it is short for or the company whose figure it is."""
    here = story.sentence(token)
    doubt = Doubt.NAME if token.dep_ in NOMINAL and nameless(story, token) else None
    if doubt is not None and token.text in story.once(relatives):
        raise Unclear(token.text)
    person = first_named(story, token) if token.dep_ in NOMINAL else None
    if person is not None:
        return Word(person.name, here)
    text = token.lower_ if token.dep_ == "expl" else cased(story, token)
    figure = opens(token)
    issuer = books(story, figure) if figure is not None else None
    return Word(f"{possessive(issuer)} {text}" if issuer else text, here, doubt=doubt)


def introduced_person(story: Story, end: int, name: str, present: set[int]) -> str:
    """The name with the calling the article gives, unless a word beside it tells one."""
    token = story.reading.doc[end]
    callings = story.once(bylines)
    near = [token.head] if token.dep_ in ("appos", "compound", "nmod", "conj") else []
    near += [c for c in token.children if c.dep_ in ("appos", "conj")]
    before = story.reading.doc[max(0, story.names.starts[end] - 1)]
    titled = before.i in present and before.lower_.rstrip(".") in HONORIFICS
    said = titled or any(t.i in present for t in near) or name not in callings
    return name if said else f"{callings[name]} {name}"


def determiner(story: Story, token: Token, present: set[int]) -> Word:
    """An article: gone before a person's name, kept in a title, 'the' where it is clear."""
    here, noun = story.sentence(token), token.head
    last = token.i + 1 == len(story.reading.doc)
    named = not last and mention_from(story, token.nbor(1), present) is not None
    if named or (noun.i in story.names.person_at and noun.i in present):
        return Word("", here)
    ordinal = any(c.dep_ == "amod" and c.ent_type_ == "ORDINAL" for c in noun.children)
    if ordinal and token.lower_ in ("a", "an"):
        raise Unclear(f"{token.text} {noun.text}")
    if token.lower_ in ("a", "an") and (is_headline_event(story, noun) or told_of(noun, present)):
        return Word("the", here)
    if token.lower_ != "the" or (token.text == "The" and not token.is_sent_start):
        return Word(cased(story, token), here)
    return definite(story, token, present)


def told_of(subject: Token, present: set[int]) -> bool:
    """Whether a subject is the one of its kind that did something, known by what is said of it.

    'A joint team led by Ms Lund cleared …': How much did the joint team clear?
    """
    finite = next((c for c in subject.head.children if c.dep_ in ("aux", "auxpass")), subject.head)
    past = finite.tag_ == "VBD" or (finite.lemma_ == "have" and subject.head.tag_ == "VBN")
    said = any(c.dep_ in DESCRIBING and c.i in present for c in subject.children)
    one = subject.tag_ == "NN" and subject.lemma_.lower() not in lexicon.DISASTERS
    return subject.dep_ in ("nsubj", "nsubjpass") and one and past and said


def mention_from(story: Story, token: Token, present: set[int]) -> tuple[int, str] | None:
    """The end and the full name of a person's mention that starts here, its title left out."""
    names = story.names
    for end in range(token.i, min(token.i + 12, len(story.reading.doc))):
        if end in names.person_at and end in present:
            return (end, names.person_at[end].name) if names.starts[end] <= token.i else None
    return None


# Never one's own.
ANOTHERS = tuple(f"in {whose} {place}" for whose in ("his", "her") for place in ("place", "stead"))


def pronoun(story: Story, token: Token, bound: Token | None) -> Word:
    """A relative 'that', a possessive of the stem's own subject, or the name of who is meant."""
    here = story.sentence(token)
    if token.lower_ == "that" and token.tag_ in ("WDT", "IN"):
        return Word("that", here)
    if token.tag_ == "PRP$" and token.head.lower_ == "own" and acted(token):
        return Word(token.lower_, here)
    if token.doc[max(0, token.i - 1) : token.i + 2].text.lower().endswith(ANOTHERS):
        raise Unclear(token.text)
    possessive_or_self = token.tag_ == "PRP$" or token.lower_ in REFLEXIVES
    if possessive_or_self and bound is not None and agree(story, token, bound):
        return Word(token.lower_, here)
    partner = token.head.head if token.head.dep_ == "conj" else None
    if token.tag_ == "PRP$" and partner is not None and partner.pos_ == "PROPN":
        return Word(token.lower_, here)
    referent = refer(story, token)
    if referent is None:
        raise Unclear(token.text)
    text = possessive(referent.text) if token.tag_ == "PRP$" else referent.text
    return Word(text, referent.sentence, doubt=None if referent.certain else Doubt.PRONOUN)


def acted(possessive: Token) -> bool:
    """Whether a verb before 'on its own' has a subject, whose own it is."""
    verb = next((t for t in possessive.ancestors if t.pos_ == "VERB"), None)
    subject = own_subject(verb) if verb is not None else None
    return subject is not None and subject.i < possessive.i


def owner(story: Story, whose: Token, present: set[int]) -> Word:
    """'Berg’s' for the 'whose' of a clause that hangs on Berg, where Berg is not there too."""
    verb = next((a for a in whose.ancestors if a.dep_ == "relcl"), None)
    if verb is None or verb.head.i in present:
        return Word(whose.lower_, story.sentence(whose))
    noun = antecedent(verb)
    person = story.person(noun)
    inside = {t.i for t in verb.subtree}
    words = trim_punctuation([t for t in noun_phrase(noun) if t.i not in inside])
    if person is None and (len(words) > 3 or words[0].lower_ in ("a", "an")):
        raise Unclear(whose.text)
    meant = None if person is not None else phrase(story, words)
    text = person.name if person is not None else meant.text if meant is not None else ""
    return Word(possessive(text), story.sentence(noun))


def loses_noun(relative: Token, present: set[int]) -> bool:
    """'of which a fifth was spent', without what it was a fifth of."""
    verb = next((a for a in relative.ancestors if a.dep_ == "relcl"), None)
    return verb is not None and verb.head.i not in present


def definite(story: Story, token: Token, present: set[int]) -> Word:
    """'the' where the noun behind it is clear; a thing taken up again gets its first words."""
    noun, here = token.head, story.sentence(token)
    if noun.text == "Company" and story.once(speaks_of_itself) and (own := story.once(issuer)):
        return Word(own, here, frozenset((noun.i,)))
    hidden = faceless(noun, present)
    known = clear(story, noun, present)
    if known and not hidden and not topical(story, noun):
        return Word("the", here)
    modifiers = [c for c in noun.children if c.dep_ in MODIFIERS]
    bare = all(c.lower_ in OF_NOW for c in modifiers)
    meant = describe(story, noun) if bare and (hidden or not known) else None
    if meant is not None:
        return renewed(modifiers, noun, meant) or in_place(noun, meant)
    if hidden and not story.once(headlined):
        raise Unclear(f"the {noun.text}")
    common = noun.tag_ in ("NN", "NNS") and noun.lemma_.lower() not in lexicon.TIME_UNITS
    first = told_before(story, noun) if common and not modifiers else None
    told = introduction(story, first) if first is not None else ""
    if first is not None and told != noun.lower_:
        # What is named by its first words needs no proof from far away.
        near = story.sentence(first) if here - story.sentence(first) <= NEAR else here
        return Word(f"the {told}", near, frozenset((noun.i,)))
    return Word("the", here) if known else doubtful(story, noun, bare=bare)


def doubtful(story: Story, noun: Token, *, bare: bool) -> Word:
    """'the' before a noun of which the article may have told no more."""
    hollow = noun.lower_ in HOLLOW or (noun.lemma_ in CONTENTS and not judged(noun))
    if noun.lower_ in UNNAMED or (bare and hollow):
        raise Unclear(f"the {noun.text}")
    return Word("the", story.sentence(noun), doubt=doubt(story, noun))


def introduction(story: Story, noun: Token) -> str:
    """The words by which a thing is introduced: what stands before the noun, or of what it is."""
    words = [t for t in noun_phrase(noun) if t.i <= noun.i and t.dep_ not in ("det", "nummod")]
    if words[-1].i - words[0].i >= len(words):
        return noun.lower_
    first = cased(story, words[0]) + words[0].whitespace_
    text = "".join([first, *(story.reading.text(t) + t.whitespace_ for t in words[1:])]).strip()
    behind = next((c for c in noun.children if c.i > noun.i and completes(c)), None)
    # Of 'workers on the day shift' some are meant, and later on 'the workers' may be all.
    some = noun.tag_ == "NNS" and behind is not None and behind.lower_ not in ("of", "for")
    if len(words) > 1 or behind is None or some:
        return text
    try:
        return f"{text} {phrase(story, trim_punctuation(kept(behind))).text}"
    except Unclear:
        return text
