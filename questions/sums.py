"""Keys that are sums of money and changes."""

from collections.abc import Iterable, Iterator

from questions import lexicon
from questions.amounts import asking
from questions.beside import ends, per_time
from questions.candidates import Key
from questions.currencies import is_currency
from questions.grammar import complement, indefinite, subject_of
from questions.issuers import books
from questions.items import AnswerType
from questions.percentages import percentage
from questions.quantities import SHORT, Quantity, parse
from questions.ranges import changed, extent
from questions.story import Story
from questions.text import a_or_an
from questions.tree import Token
from questions.trimming import kept, set_off

INDICES = frozenset("Dow Average Nasdaq DAX FTSE Nikkei CAC Hang Seng Stoxx".split())
PRICED = frozenset(
    "share stock crude oil gold silver copper wheat corn cocoa coffee sugar bitcoin future "
    "contract".split()
)
REACHED = frozenset("reach touch hit".split())
# A firm's figures, which are nothing without the firm; and what is always of something.
BOOKED = frozenset("income revenue profit earnings sale turnover debt loss margin".split())
# 'fetched an average of $2.19'
TAKEN = {"average": "on average", "total": "in total"}
# 'paid $6,000 more'
MORE = frozenset("more less extra".split())
TAKING = frozenset("lose gain add shed".split())
OPEN = frozenset("estimate forecast target figure number total level rate".split())
# What a firm has so much of: 'a loss of $2 million'.
FUNDS = frozenset(
    "debt aid cash funding finance credit equity capital compensation tax rent".split()
)
SUMS = frozenset("loss profit fine grant loan bid offer fee debt surplus deficit fund gap".split())


def sums(story: Story, token: Token) -> Iterator[Key]:
    """Changes and sums of money that a word of the clause is."""
    yield from changes(story, token)
    yield from money(story, token)


def changes(story: Story, token: Token) -> Iterator[Key]:
    """'fell 6%', 'rose by 14%' → By what percentage; '1.8% higher' → How much higher."""
    by = token.head if token.dep_ == "pobj" and token.head.lower_ == "by" else None
    if by is None and token.dep_ != "npadvmod":
        return
    verb = by.head if by is not None else token.head
    compared = token.head if token.head.tag_ in ("JJR", "RBR") else None
    found = by_how_much(story, token, verb)
    if found is not None and (compared is not None or moved(story, verb, by=by is not None)):
        yield change(*found, token if by is None else by, compared)


def by_how_much(story: Story, token: Token, verb: Token) -> tuple[AnswerType, Quantity] | None:
    """The share or sum by which something changes; if slight, only of what the headline names."""
    share = percentage(story, token)
    if share is not None:
        told = share.value >= 1 or discussed(story, verb)
        return (AnswerType.PERCENT, share) if told else None
    quantity = sum_of(story, token)
    if quantity is None or quantity.span or per_time(token):  # 'rose by $2 to $16', '$2 a month'
        return None
    return AnswerType.MONEY, quantity


def change(kind: AnswerType, quantity: Quantity, top: Token, compared: Token | None) -> Key:
    """The key for a change that a phrase with 'by' or a bare measure tells, and all beside it."""
    share = kind == AnswerType.PERCENT
    what = [] if compared is None else grade(compared)
    how = "what percentage" if share and not what else "how much"
    how = " ".join([how, *(t.lower_ for t in what)])
    lost = how == "how much" and top.head.lemma_ in TAKING  # 'lost 88 cents'
    tokens = [*top.subtree, *what]
    above = top.head if compared is None else compared.head
    tokens += [t for end in ends(above) for t in end.subtree]
    return Key(
        kind,
        quantity.text,
        asking(how, quantity, "by" if compared is None and not lost else ""),
        frozenset(t.i for t in tokens),
        False,
        "%" if share else quantity.prefix,
        quantity,
        weight=0.75,
    )


def altered(story: Story, verb: Token) -> bool:
    """Whether somebody changes a thing that is told whose it is: 'raised its dividend by 5%'."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
    changes = lexicon.CHANGING | {"increase", "decrease"}
    return thing is not None and verb.lemma_ in changes and owned(story, thing)


def discussed(story: Story, verb: Token) -> bool:
    """Whether the headline names what moves, so that a small move matters too."""
    subject = subject_of(verb)
    return subject is not None and subject.lemma_.lower() in story.headline_words


def moved(story: Story, verb: Token, *, by: bool) -> bool:
    """Whether something is said to rise or fall, or 'by' so much to be altered."""
    return (by and altered(story, verb)) or (verb.lemma_ in lexicon.CHANGES and moves(story, verb))


def grade(compared: Token) -> list[Token]:
    """'higher'; 'more' with its adjective in '$280 more expensive'."""
    graded = compared.head.pos_ in ("ADJ", "ADV")
    return [compared, compared.head] if graded else [compared]


def moves(story: Story, verb: Token) -> bool:
    """Whether what changes can: a firm does not fall, its shares do.

    Of the stock indices only one that the headline names is worth asking for.
    """
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if any(c.lower_ in ("up", "down") and not set_off(c) for c in verb.children):
        return False  # 'closed up 5%', but 'rose 5%, up from 4%'
    if subject is None or subject.tag_ == "WDT":
        subject = verb.head if verb.dep_ == "relcl" else subject
    if subject is None:
        return True
    booked = subject.lemma_.lower() in BOOKED and not owned(story, subject)
    index = indices(subject)
    if any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in subject.children) and not index:
        return False
    # 'Agriculture', which the tagger takes for a name where it opens a sentence.
    common = subject.is_sent_start and not subject.ent_type_
    firm = subject.pos_ == "PROPN" and not common and books(story, subject) is None
    return not booked and (index <= story.headline_words if index else not firm)


def indices(subject: Token) -> frozenset[str]:
    """The words that name a stock index."""
    return frozenset(t.lower_ for t in subject.subtree if t.text in INDICES)


def owned(story: Story, thing: Token) -> bool:
    """Whether it is said whose figure it is, and of what: by a name, an owner or the headline."""
    of = any(c.lower_ in ("of", "for") and c.dep_ == "prep" for c in thing.children)
    if thing.lemma_.lower() in OPEN and not of:
        return any(c.dep_ in ("compound", "amod") for c in thing.children)
    told = thing.lemma_.lower() in story.headline_words or books(story, thing) is not None
    return told or any(t.pos_ == "PROPN" or t.tag_ == "PRP$" for t in thing.subtree)


def measure(thing: Token, quantity: Quantity) -> str:
    """What a level of a thing is called: its price, a percentage, or a figure."""
    if quantity.suffix.lstrip().startswith(("%", "percent", "per cent")):
        return "percentage"
    return "price" if thing.lemma_.lower() in PRICED and quantity.suffix[1:2] != "b" else "figure"


def sum_of(story: Story, token: Token) -> Quantity | None:
    """The sum of money that a word is the unit or the number of."""
    words = extent(token)
    if changed(words):
        return None
    if not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in SHORT:
        words.append(token.nbor(1))  # 'm' of '€40m', which the parser may take for a verb
    named = token.lower_.removesuffix("s") in lexicon.CURRENCIES
    number = token.tag_ == "CD" or token.lower_ in SHORT
    if not named and not (number and any(map(is_currency, words))):
        return None
    text = story.reading.said(words)
    quantity = parse(text.removeprefix("the ").replace("$ ", "$"))
    return quantity if quantity is not None and (named or quantity.prefix) else None


def money(story: Story, token: Token) -> Iterator[Key]:
    """'receive $1.5 billion' → How much money; 'a loss of $2 million' → How large a loss."""
    quantity = sum_of(story, token)
    way = None if quantity is None or qualified(token) else asked(token, quantity)
    if quantity is None or way is None:
        return
    asks, before, tokens = way
    of, fund = next(((c, f) for c in token.children if (f := funds(c))), (token, []))
    fund_of = of.subtree if fund else ()
    other = [t for c in converted(token) for t in c.subtree]
    yield Key(
        AnswerType.MONEY,
        quantity.text,
        asking(asks.removesuffix(" money") if fund else asks, quantity, before),
        frozenset(t.i for part in (tokens, fund_of, other) for t in part),
        token.dep_ in ("nsubj", "nsubjpass"),
        quantity.prefix,
        quantity,
        weight=0.75,
        noun=tuple(fund),
    )


def asked(token: Token, quantity: Quantity) -> tuple[str, str, Iterable[Token]] | None:
    """The wh-words for a sum, the preposition before them, and what they take the place of."""
    holder = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    if holder is not None and holder.dep_ == "dobj" and holder.lower_ in TAKEN:
        return f"how much {TAKEN[holder.lower_]}", "", holder.subtree
    large = holder is not None and holder.lemma_.lower() in SUMS and holder.dep_ == "dobj"
    if holder is not None and large and indefinite(holder):
        what = described(holder)
        return f"how large {a_or_an(what)} {what}", "", holder.subtree
    if token.dep_ == "pobj" and token.head.lower_ == "for":
        return "how much", "for", token.head.subtree
    asks = plainly(token, quantity) if worth(token) or bare(token) else ""
    more = [
        t for t in token.doc[token.i + 1 : token.i + 2] if t.lower_ in MORE and asks == "how much"
    ]
    asks = " ".join([asks, *(t.lower_ for t in more)])
    return (asks, "", (*extent(token), *more)) if asks else None


def worth(unit: Token) -> bool:
    """'is worth $9,000'; not 'lost stock worth $9,000': nobody loses stock worth how much."""
    said = unit.dep_ == "npadvmod" and unit.head.lower_ == "worth"
    return said and unit.head.head.lemma_ == "be"


def bare(unit: Token) -> bool:
    """A sum as subject, object or complement, which was not told before."""
    speaks = unit.dep_ == "nsubj" and unit.head.lemma_ in lexicon.REPORTING | {"be"}
    # 'trumps the €4 offered by Nordbank'
    before = any(t.lower_ == "the" for t in (*unit.lefts, *extent(unit)))
    # 'settled up $2.87'
    moved = unit.doc[extent(unit)[0].i - 1].lower_ in ("up", "down")
    placed = unit.dep_ in ("dobj", "nsubj", "nsubjpass", "attr")
    return placed and not (speaks or before or moved)


def qualified(unit: Token) -> bool:
    """'$400 first offered to each', '£9m of stock', '£38 million from Lund and £12 million'."""
    behind = [c for c in unit.children if c.i > unit.i and not funds(c)]
    further = any(
        (c.dep_ in ("acl", "relcl") and not set_off(c)) or c.lower_ == "of" for c in behind
    )
    rest = unit.doc[extent(unit)[-1].i + 1 : unit.sent.end]
    other = {t.i for c in converted(unit) for t in c.subtree}
    second = (t for t in rest if t.dep_ == "conj" and t.tag_ == "CD" and t.i not in other)
    return further or any(is_currency(c) for t in second for c in t.children)


def converted(unit: Token) -> tuple[Token, ...]:
    """The 'or $1.37 a share' of '$212 million, or $1.37 a share'; not '€7, or €4 for a child'."""
    second = [c for c in unit.children if c.dep_ == "conj" and not limited(c)]
    link = [c for c in unit.children if c.dep_ == "cc" and c.lower_ == "or" and set_off(c)]
    return (*second, *link) if len(second) == len(link) == 1 else ()


def limited(sum_: Token) -> bool:
    """A sum that holds for some only."""
    return any(c.lower_ in ("for", "if", "in") and c.i > sum_.i for c in sum_.children)


def funds(of: Token) -> list[Token]:
    """The 'net debt' of '$1.3 billion of net debt', which 'how much' may go with."""
    noun = complement(of)
    whole = noun is not None and noun.lower_ in FUNDS and of.lower_ == "of"
    return kept(noun) if whole and noun is not None else []


def plainly(token: Token, quantity: Quantity) -> str:
    """How a sum without a holder is asked for; '' where it is a rate that something reached."""
    if token.head.lemma_ not in REACHED or token.dep_ != "dobj":
        return "how much money" if token.dep_ in ("nsubj", "nsubjpass") else "how much"
    subject = subject_of(token.head)
    if subject is None or token.nbor(1).lower_ in ("a", "an", "per"):
        return ""
    return f"what {measure(subject, quantity)}"


def described(noun: Token) -> str:
    """A noun with the adjectives and nouns before it."""
    parts = [c for c in noun.children if c.dep_ in ("amod", "compound") and c.i < noun.i]
    words = sorted({t.i for part in parts for t in part.subtree} | {noun.i})
    return "".join(t.text + t.whitespace_ for t in map(noun.doc.__getitem__, words)).strip()
