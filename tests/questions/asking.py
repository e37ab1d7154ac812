"""Which questions a text gives before they have distractors."""

from questions.facts import clauses
from questions.keys import keys
from questions.phrases import Unclear
from questions.stems import stem
from questions.verbs import NoStem
from tests.questions.conftest import Tell


def asked(tell: Tell, text: str, **told: str) -> dict[str, str]:
    """Stems and keys of a text."""
    story, found = tell(text, **told), {}
    for clause in clauses(story):
        for key in keys(story, clause):
            try:
                found[stem(story, clause, key).text] = key.text
            except (NoStem, Unclear):
                continue
    return found
