"""GIFT, Moodle's format for questions that are typed: choices, true or false, short answers.

Read and written as Moodle's own importer and exporter do, with ids and tags in comments.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from questions.documents import unified
from questions.formats import drafts, hypertext
from questions.formats.drafts import Draft, Section
from questions.formats.hypertext import Passage
from questions.formats.json import MOST_OPTIONS
from questions.formats.reading import Problem, Reading, beginning, decoded, quoted, title_of
from questions.formats.writing import category, in_line, tags, visible
from questions.items import Generated, Item

_ESCAPED = str.maketrans({each: f"\\{each}" for each in "\\~=#{}:"} | {"\n": "\\n"})

# While a text is taken apart, what was escaped is kept as control characters, which no text has.
_KEPT = {f"\\{each}": chr(i) for i, each in enumerate("\\~=#{}:n", 1)}
_RESTORED = str.maketrans(
    {code: "\n" if pair[1] == "n" else pair[1] for pair, code in _KEPT.items()}
)
_ESCAPE = re.compile(r"\\[\\~=#{}:n]")

_CATEGORY = re.compile(r"\$CATEGORY:\s*(.+)")
_SOURCE = re.compile(r"//\s*source:\s*(\S.*)", re.I)
_BRACKETED = re.compile(r"\[(id|tag):((?:\\\]|[^\[\]])+)\]")
_OWN_ID = re.compile(r"[\w.:-]{1,64}", re.A)
_TITLE = re.compile(r"::.*?::", re.S)
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]")
_OPTION = re.compile(r"([=~])\s*(?:%(-?[\d.]{1,12})%)?([^=~]*)")
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?:#|$)", re.I)
_NUMBER = re.compile(r"#\s*(?:=\s*)?(-?\d+(?:\.\d+)?)(?::\d+(?:\.\d+)?)?$")
_AMISS = re.compile(r"[<&]|^\[|^//")
_SIGN = re.compile(
    r"^\$CATEGORY:|^::|(?<!\\)\{\s*(?:[=~#}]|(?:T|F|TRUE|FALSE)\s*[}#])", re.M | re.I
)
_GAP = "_____"
_MANY = 50
"""Options, or right answers in words, that are looked at."""


def dumps(found: Sequence[Generated]) -> str:
    """All items; each article is a category. Raises FormatError for an item that is not whole."""
    return "\n".join(block for generated in found for block in _blocks(generated))


def read(data: bytes, name: str) -> Reading:
    """Items of a file, and what in it is none; raises FormatError where it has neither."""
    return drafts.reading(_parts(unified(decoded(data))), title_of(name))


def detect(data: bytes) -> bool:
    """Whether a file has a category, a title or a block of answers as GIFT writes them."""
    return bool(_SIGN.search(beginning(data)))


def _blocks(generated: Generated) -> Iterator[str]:
    article = generated.article
    yield f"$CATEGORY: {category(article.title)}\n"
    if source := in_line(article.source):
        yield f"// source: {source}\n"
    yield from map(_written, map(visible, generated.items))


def _written(item: Item) -> str:
    marks = (f"[tag:{tag}]" for tag in tags(item))
    own_id = (f"[id:{item.id}]",) if _OWN_ID.fullmatch(item.id) else ()
    proof = hypertext.proof(item.explanation, item.evidence.text)
    lines = (
        " ".join(("//", *own_id, *marks)),
        f"{_marked(item.stem)} {{",
        *(_option(option, item, right=i == item.key) for i, option in enumerate(item.options)),
        *([f"\t####[html]{proof.translate(_ESCAPED)}"] if proof else []),
        "}\n",
    )
    return "\n".join(lines)


def _option(option: str, item: Item, *, right: bool) -> str:
    """A weight keeps a first % from being one; a lone '->' would make a matching question."""
    weight = ("%100%" if right else "%0%") if option.startswith("%") else ""
    if len(item.options) == 1 and "->" in option:
        text = f"[html]{hypertext.escaped(option).translate(_ESCAPED)}"
    else:
        text = _marked(option)
    return f"\t{'=' if right else '~'}{weight}{text}"


def _marked(text: str) -> str:
    """Escaped, and marked as plain where it would be taken for markup otherwise."""
    return ("[plain]" if _AMISS.search(text) else "") + text.translate(_ESCAPED)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines without a blank one between them: comments, and the text of a question."""

    line: int
    comments: tuple[str, ...]
    text: str
    section: Section

    @property
    def place(self) -> str:
        return f"line {self.line}"

    def tags(self, kind: str) -> list[str]:
        found = (match for comment in self.comments for match in _BRACKETED.finditer(comment))
        return [match[2].replace("\\]", "]").strip() for match in found if match[1] == kind]


def _parts(text: str) -> Iterator[Draft | Problem]:
    for block in _read_blocks(text):
        found = _question(block)
        yield found if isinstance(found, Draft) else Problem(_asked(block), found.reason)


def _asked(block: _Block) -> str:
    """Place of a block, and how its question begins."""
    return quoted(block.place, _kept(block.text).partition("{")[0].translate(_RESTORED))


def _read_blocks(text: str) -> Iterator[_Block]:
    """Blocks that have a question; categories and their sources on the way are their section."""
    section = Section()
    for lines in _paragraphs(text):
        comments = tuple(line for _, line in lines if line.startswith("//"))
        for line in map(str.strip, (line for _, line in lines)):
            section = _entered(line, section)
        rest = [(n, each) for n, each in lines if not each.startswith(("//", "$CATEGORY:"))]
        if rest:
            yield _Block(rest[0][0], comments, "\n".join(each for _, each in rest), section)


def _paragraphs(text: str) -> Iterator[list[tuple[int, str]]]:
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            lines.append((number, line.strip()))
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _entered(line: str, section: Section) -> Section:
    if category := _CATEGORY.match(line):
        return Section(drafts.category_title(category[1]))
    source = _SOURCE.match(line)
    return replace(section, source=source[1]) if source and not section.source else section


def _question(block: _Block) -> Draft | Problem:
    before, opened, rest = _kept(block.text).partition("{")
    inside, closed, after = rest.partition("}")
    if not opened:
        return Problem(block.place, "has no answers in braces")
    if not closed:
        return Problem(block.place, "has “{” without “}”; no line in between may be empty")
    if "{" in after:
        problem = "has two blocks of answers; leave an empty line between questions"
        return Problem(block.place, problem)
    gap = f" {_GAP}{after}" if after.strip() and not after.strip().startswith("//") else ""
    usual, _ = _format(before, "moodle")
    stem = _shown(before.rstrip() + gap, usual)
    if stem.media:
        return Problem(block.place, "shows a picture or plays something, which is not taken over")
    own_id = next(iter(block.tags("id")), "")
    draft = Draft(block.place, hypertext.joined(stem), (), (), id=own_id, section=block.section)
    return _answered(drafts.tagged(draft, block.tags("tag")), inside.strip(), usual)


def _answered(draft: Draft, inside: str, usual: str) -> Draft | Problem:
    body, _, general = inside.partition("####")
    told = _shown(general, usual)
    draft = replace(draft, explanation=told.text, evidence=told.quoted)
    body = body.strip()
    if not body:
        return Problem(draft.place, "is an essay question, which has no right answer")
    if truth := _TRUTH.match(body):
        return _true_or_false(draft, body, usual, true=truth[1].upper().startswith("T"))
    if number := _NUMBER.match(body):
        return replace(draft, options=(number[1],), right=(0,))
    if body.startswith("#"):
        return Problem(draft.place, "is a question for a range of numbers, which is not taken over")
    if "~" not in body and "->" in body:
        return Problem(draft.place, "is a matching question, which is not taken over")
    return _choice(draft, body, usual)


def _true_or_false(draft: Draft, body: str, usual: str, *, true: bool) -> Draft:
    """What the wrong answer is told comes first, then what the right one is."""
    said = [_shown(each, usual).text for each in body.split("#")[1:3]]
    wrong, right = [*said, "", ""][:2]
    answered = replace(draft, options=("True", "False"), right=(0 if true else 1,))
    feedback = (right, wrong) if true else (wrong, right)
    return replace(answered, explanation=drafts.explained(draft.explanation, feedback, answered))


def _choice(draft: Draft, body: str, usual: str) -> Draft | Problem:
    options = _OPTION.finditer(body if body[0] in "=~" else f"={body}")
    found = list(islice(options, _MANY + 1))
    if len(found) > _MANY:
        problem = f"has more than {_MANY} options; at most {MOST_OPTIONS} can be taken"
        return Problem(draft.place, problem)
    told = [each[3].partition("#")[::2] for each in found]
    shown = [_shown(text, usual) for text, _ in told]
    if any(each.media for each in shown):
        return Problem(draft.place, "has a picture as an option, which is not taken over")
    answers = tuple(map(hypertext.joined, shown))
    right = tuple(i for i, each in enumerate(found) if _weight(each) > 0)
    if all(each[1] == "=" for each in found):
        return drafts.short_answer(draft, answers)
    answered = replace(draft, options=answers, right=right)
    feedback = [_shown(said, usual).text for _, said in told]
    return replace(answered, explanation=drafts.explained(draft.explanation, feedback, answered))


def _weight(option: re.Match[str]) -> float:
    try:
        return float(option[2])
    except (TypeError, ValueError):
        return 100.0 if option[1] == "=" else 0.0


def _kept(text: str) -> str:
    """Text of a question without its title, ready to be taken apart."""
    return _ESCAPE.sub(lambda pair: _KEPT[pair[0]], _without_title(text))


def _without_title(text: str) -> str:
    titled = _TITLE.match(text)
    return text[titled.end() :] if titled else text


def _format(text: str, usual: str) -> tuple[str, str]:
    """The format that a text names, or the usual one, and what follows."""
    marked = _FORMAT.match(text)
    return (marked[1], text[marked.end() :]) if marked else (usual, text)


def _shown(text: str, usual: str) -> Passage:
    """What readers see of a text, which names its format or has that of the stem."""
    kind, rest = _format(text, usual)
    restored = rest.translate(_RESTORED).strip()
    if kind == "html" or (kind == "moodle" and hypertext.has_markup(restored)):
        return hypertext.passage(restored)
    return Passage(restored, "", media=False)
