"""Which places on the map an article means, and which of the map's others can stand beside them."""

from collections.abc import Sequence

from questions import gazetteer
from questions.gazetteer import Place
from questions.story import Story

# Cities that everybody means by their name alone.
LARGE = 500_000


def located(story: Story) -> dict[Place, str]:
    """The places on the map that the article names, as it first writes them."""
    named = [e.text for e in story.reading.doc.ents if e.label_ == "GPE"]
    found = [(place, name) for name in named if (place := gazetteer.find(name)) is not None]
    once = {place: name.removeprefix("the ") for place, name in reversed(found)}
    return dict(reversed(once.items()))


def told_countries(story: Story) -> dict[str, frozenset[str]]:
    """For each country's code the names by which the article tells it."""
    found: dict[str, set[str]] = {}
    for entity in story.reading.doc.ents:
        if entity.label_ in ("GPE", "NORP"):
            place = gazetteer.country_of(entity.text) or gazetteer.find(entity.text)
            if place is not None:
                found.setdefault(place.country, set()).add(place.name)
    return {code: frozenset(names) for code, names in found.items()}


def placed(story: Story, place: Place) -> bool:
    """Whether the city of that name on the map is the one meant: of a country told otherwise."""
    known = place.kind != "city" or place.population >= LARGE or place.region == "capital"
    if known or story.names.hero is not None:
        return True
    home = gazetteer.country_by_code(place.country)
    named = home is not None and any(story.says(w) for w in (home.name, home.demonym) if w)
    return named or bool(story.once(told_countries).get(place.country, frozenset()) - {place.name})


def similar(key: Place) -> Sequence[Place]:
    """Places like one; abroad only capitals beside a capital, and countries of its continent."""
    alike = gazetteer.alike(key)
    if key.kind == "country":
        return [p for p in alike if gazetteer.near(p, key, far=True)][:14]
    if key.kind != "city" or key.region == "capital":
        return alike[:14]
    return [p for p in alike if p.country == key.country][:14]
