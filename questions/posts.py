"""Who holds a post of which there is one: 'Eva Lind, chief executive of Hale' → 'Who is …?'."""

import re
from collections.abc import Iterator, Sequence

from questions.annotate import joined
from questions.candidates import Candidate
from questions.gazetteer import country_name, find
from questions.grammar import complement
from questions.issuers import issuer
from questions.items import AnswerType, Dropped
from questions.locations import located
from questions.offices import HEADS_OF_STATE
from questions.persons import Person
from questions.phrases import Phrase, Unclear
from questions.references import refer
from questions.story import Story
from questions.titles import OFFICES, plain_title
from questions.tree import Token
from questions.trimming import kept, noun_phrase, trim_punctuation
from questions.wording import phrase

# Of which a body has one.
SINGLE = frozenset(
    "executive mayor governor premier minister chairman chairwoman chair director head leader "
    "president chief commissioner rector dean principal editor coach manager captain bishop "
    "archbishop ambassador founder owner administrator superintendent sheriff secretary "
    "conductor treasurer curator".split()
)
# What more than one may be, or nobody any longer.
SEVERAL = frozenset(
    "a an another former late then ex ex- outgoing incoming acting deputy vice assistant associate "
    "managing co senior regional junior honorary one old first last under state shadow retired "
    "battalion project product branch team section race flight press city unit".split()
)
# What tells nothing of the post: 'Hale's own new coach'.
IDLE = frozenset("own new current".split())
# What somebody may be as well: 'president and CEO', 'founder and chief executive'.
OFFICERS = frozenset("ceo executive chair chairman chairwoman president director".split())
OF_FIRMS = frozenset("executive chairman chairwoman chair".split())
OF_TEAMS = frozenset("captain coach manager".split())
CABINET = frozenset(("minister", "secretary"))
# What may stand behind a name that has an article of its own.
FOLLOWING = "is|was|are|were|has|have|had|said|says|will|would|in|of|for|and|to|at|on|by|from|with"
# Kinds of bodies whose names always have one: 'the Rural Party'.
DEFINITE = frozenset(
    "agency alliance association authority board bureau centre center chamber commission committee "
    "confederation council department federation foundation institute ministry office organisation "
    "organization party society trust union unit".split()
)
# Who held a post in years before holds it no longer.
LIVING = 1980
LEAVING = frozenset("resign quit step stand die dismiss sack oust remove suspend retire".split())
BELONGING = frozenset("of at for".split())


def posts(story: Story) -> Iterator[Candidate | Dropped]:
    """The holder of every post that is told beside a name; one for each person."""
    asked: set[str] = set()
    for end, person in story.names.person_at.items():
        if person.name in asked or person == story.names.hero or end in story.reading.quoted:
            continue
        if person.name in story.once(leavers):
            continue
        try:
            post = next((p for p in told(story, story.reading.doc[end], person) if p), None)
        except Unclear as reason:
            yield Dropped(f"Who is … ({person.name})", str(reason))
            continue
        if post is not None:
            asked.add(person.name)
            yield candidate(story, end, person, post)


def leavers(story: Story) -> set[str]:
    """Whoever the article says gives up or loses a post."""
    found = set()
    for end, person in story.names.person_at.items():
        token = story.reading.doc[end]
        subject = token.head if token.dep_ == "appos" else token
        if subject.dep_ in ("nsubj", "nsubjpass") and subject.head.lemma_ in LEAVING:
            found.add(person.name)
    return found


def candidate(story: Story, end: int, person: Person, post: Phrase) -> Candidate:
    """The question for who holds a post that is told where a mention ends."""
    here = story.reading.numbers[end]
    years = story.years_beside(end)
    tense = "was" if years and max(years) < LIVING else "is"
    return Candidate(
        f"Who {tense} the {post.text}?",
        person.name,
        AnswerType.PERSON,
        "person",
        min(here, post.first),
        max(here, post.last),
        0.6,
        doubts=post.doubts,
        traits=("post",),
    )


def told(story: Story, name: Token, person: Person) -> Iterator[Phrase | None]:
    """The post, by each of the ways in which it may stand beside a name."""
    beside = [c for c in name.children if c.dep_ == "appos"]
    beside += [name.head] if name.dep_ == "appos" else []
    yield from (in_apposition(story, role, name) for role in beside if single(role))
    yield before(story, name, person)


def single(role: Token) -> bool:
    """Whether a noun names a post of which there is one, and which somebody still holds."""
    words = {t.lower_ for c in role.lefts if c.dep_ != "poss" for t in c.subtree}
    second = [c for c in role.conjuncts if c.lower_ not in OFFICERS]
    shared = role.i > 0 and role.nbor(-1).text == "-"  # 'co-chair'
    owned = any(c.dep_ == "poss" for c in role.lefts)
    regional = any(c.ent_type_ in ("GPE", "LOC") for c in role.lefts if c.dep_ == "compound")
    if owned and regional:  # 'Hale's Africa director'
        return False
    return role.lower_ in SINGLE and not words & SEVERAL and not second and not shared


def in_apposition(story: Story, role: Token, name: Token) -> Phrase | None:
    """'chief executive of Hale', 'Hale's chief executive', 'the Hale captain'."""
    inside = {t.i for t in name.subtree} if role.is_ancestor(name) else set()
    title = titled(story, role)
    belongs = next((c for c in role.children if c.lower_ in BELONGING and c.i > role.i), None)
    if belongs is not None and (role.lower_ in CABINET or not named(belongs)):
        return None  # 'its head of sustainability'
    if belongs is not None:
        behind = phrase(story, trim_punctuation([t for t in kept(belongs) if t.i not in inside]))
        return Phrase(f"{title} {behind.text}", behind.first, behind.last, behind.doubts)
    owner = next((c for c in role.lefts if c.dep_ == "poss"), None)
    if owner is not None:
        return owned(story, title, owner)
    body, here = body_before(story, role), story.sentence(role)
    return Phrase(f"{title} of {with_article(story, body)}", here, here) if body else None


def body_before(story: Story, role: Token) -> str | None:
    """The organization of 'the Hale chairman'; of 'the Barcelona captain' the team."""
    names = [c for c in role.lefts if c.pos_ == "PROPN" and c.dep_ in ("compound", "nmod")]
    if not names:
        return None
    entity = story.names.entity_at.get(names[-1].i)
    if entity is not None and entity.is_organization:
        return entity.name
    name = joined(story.reading, list(role.doc[names[0].left_edge.i : names[-1].i + 1])).strip()
    return name if role.lower_ in OF_TEAMS else None


def titled(story: Story, role: Token) -> str:
    """'chief executive' of 'Hale's new chief executive', as within a sentence."""
    parts = [c for c in role.lefts if c.dep_ in ("compound", "amod", "nmod")]
    plain = [c for c in parts if c.pos_ != "PROPN" and c.ent_type_ != "NORP"]
    words = [t for c in plain if c.lower_ not in IDLE for t in c.subtree if t.dep_ != "case"]
    words += role.doc[role.i : max(c.i for c in (role, *role.conjuncts)) + 1]
    title = plain_title(joined(story.reading, words).strip())
    return title if title.split()[0].isupper() else title[0].lower() + title[1:]


def named(belongs: Token) -> bool:
    """Whether what a post belongs to has a name."""
    body = complement(belongs)
    return body is not None and any(t.pos_ == "PROPN" for t in body.subtree)


def owned(story: Story, title: str, owner: Token) -> Phrase | None:
    """'chief executive of Hale' for 'Hale's chief executive' or 'its chief executive'."""
    here = story.sentence(owner)
    if owner.tag_ == "PRP$":
        meant = refer(story, owner)
        if meant is None or meant.person is not None or meant.text.islower():
            return None
        body = with_article(story, meant.text)
        return Phrase(f"{title} of {body}", min(here, meant.sentence), here)
    words = [t for t in noun_phrase(owner) if t.dep_ != "case"]
    found = phrase(story, words)
    if found.text.islower() and not any(t.pos_ == "PROPN" for t in words):
        return None
    return Phrase(f"{title} of {found.text}", min(here, found.first), max(here, found.last))


def before(story: Story, name: Token, person: Person) -> Phrase | None:
    """'Hale Chief Executive Eva Lind', 'Lund Mayor Anna Berg', 'Finance Minister Karl Holm'."""
    start, size = story.names.starts[name.i], len(person.name.split())
    words = [t for t in story.reading.doc[start : name.i + 1 - size] if t.lower_ != "the"]
    if not words or words[-1].lower_ not in SINGLE or any(t.lower_ in SEVERAL for t in words[:-1]):
        return None
    here = story.sentence(name)
    for at in range(len(words) - 1, 0, -1):
        body, title = (joined(story.reading, part).strip() for part in (words[:at], words[at:]))
        if all(w in OFFICES for w in title.lower().split()) and heads(story, words[:at], title):
            return Phrase(f"{title.lower()} of {with_article(story, body)}", here, here)
    whose = body_of(story, words, here)
    title = joined(story.reading, words).strip().lower()
    return Phrase(f"{title} of {whose}", here, here) if whose else None


def heads(story: Story, words: Sequence[Token], title: str) -> bool:
    """Whether words before a title name what it is the title of."""
    name = joined(story.reading, list(words)).strip()
    place = find(name)
    if place is not None:
        mayor = place.kind == "city" and title.lower() == "mayor"
        return mayor or (place.kind == "country" and title.lower() not in HEADS_OF_STATE)
    plain = len(words) == 1 and name.lower() in story.lower_words | OFFICES
    known = any(e.name == name and e.is_organization for e in story.names.entities)
    several = len(words) > 1 and {t.ent_type_ for t in words} == {"ORG"}
    return not plain and title.lower() not in CABINET and (known or several)


def body_of(story: Story, title: Sequence[Token], here: int) -> str | None:
    """Whose a bare title is: the company's that reports, or the only country's."""
    if title[-1].lower_ in OF_FIRMS:
        return story.once(issuer) if not others_near(story, here) else None
    only = len(story.countries) == 1 and not story.once(provincial)
    land = country_name(story.countries[0]) if only else None
    minister = title[-1].lower_ == "minister" and len(title) > 1 and title[0].lower_ != "chief"
    return land if minister and land is not None and story.says(land) else None


def provincial(story: Story) -> bool:
    """Whether an article tells of a state or province, which has ministers of its own."""
    places = story.once(located)
    states = [story.times(p.name) for p in places if p.kind == "state"]
    lands = [story.times(p.name) for p in places if p.kind == "country"]
    told = len(story.nouns.get("province", ())) > 1
    return told or max(states, default=0) > max(lands, default=0)


def others_near(story: Story, here: int) -> bool:
    """Whether a sentence or the one before tells of a body that is not the one that reports."""
    own = story.once(issuer) or ""
    bodies = (e for e in story.names.entities if e.is_organization and own not in e.name)
    texts = story.texts[max(0, here - 1) : here + 1]
    return any(body.name in text for body in bodies for text in texts)


def with_article(story: Story, name: str) -> str:
    """'the Civic Union': so by its kind, or where the article has it, not as 'the Hale captain'."""
    if name.startswith("the "):
        return name
    kind = len(name.split()) > 1 and name.rsplit(maxsplit=1)[-1].lower() in DEFINITE
    alone = rf"\b[Tt]he {re.escape(name)}(?:[,.;:’']| (?:{FOLLOWING})\b)"
    said = story.says(f"he {name}") and re.search(alone, story.reading.article.text)
    return f"the {name}" if kind or said else name
