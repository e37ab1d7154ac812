"""Surnames that tell a woman: 'Novák' and 'Nováková', 'Jónsson' and 'Jónsdóttir'."""

# For each culture the endings of men's surnames and those of women's, the first that fits counts.
FORMS: dict[str, tuple[tuple[str, str], ...]] = {
    "Russian": (("sky", "skaya"), ("oy", "aya"), ("ov", "ova"), ("ev", "eva"), ("yov", "yova"),
                ("in", "ina"), ("yn", "yna")),
    "Bulgarian": (("ski", "ska"), ("ov", "ova"), ("ev", "eva")),
    "Kazakh/Uzbek": (("ov", "ova"), ("ev", "eva")),
    "Polish": (("ski", "ska"), ("cki", "cka"), ("dzki", "dzka"), ("ński", "ńska")),
    "Czech": (("ý", "á"), ("ek", "ková"),
              ("ec", "cová"), ("a", "ová"), ("r", "rová"), ("n", "nová"), ("k", "ková"),
              ("š", "šová"), ("l", "lová"), ("b", "bová"), ("t", "tová"), ("č", "čová")),
    "Latvian": (("iņš", "iņa"), ("ītis", "īte"), ("s", "a")),
    "Greek": (("opoulos", "opoulou"), ("akis", "aki"), ("idis", "idou"), ("iadis", "iadou"),
              ("as", "a"), ("is", "i"), ("os", "ou")),
    "Lithuanian": (("ius", "iūtė"), ("us", "utė"), ("as", "aitė"), ("is", "ytė"), ("a", "aitė")),
    "Icelandic": (("sson", "sdóttir"), ("ason", "adóttir")),
}  # fmt: skip
# Endings that only women's surnames have.
HERS: dict[str, tuple[str, ...]] = {
    "Icelandic": ("dóttir",),
    "Lithuanian": ("ė",),
    "Czech": ("á",),
    "Latvian": ("iņa", "ova"),
    "Bulgarian": ("ova", "eva"),
    "Greek": ("opoulou",),
}


def fits(culture: str, surname: str, *, woman: bool) -> bool:
    """Whether a surname of the table can be made one of that sex."""
    hers = surname.endswith(HERS.get(culture, ()) or ("\0",))
    return not hers or woman


def gendered(culture: str, surname: str, *, woman: bool) -> str:
    """The surname as a man, or a woman, of the culture bears it."""
    if not woman or surname.endswith(HERS.get(culture, ()) or ("\0",)):
        return surname
    for his, hers in FORMS.get(culture, ()):
        if surname.endswith(his):
            return surname.removesuffix(his) + hers
    return surname
