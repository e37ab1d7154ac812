"""Closed word lists of English that the rules share."""

REPORTING = frozenset(
    "say report confirm state announce add tell estimate note explain claim write warn declare "
    "reveal disclose argue".split()
)
DOUBTING = frozenset("deny reject dispute doubt refute question dismiss".split())
QUOTING = frozenset(
    "say tell write add declare announce argue state explain warn claim note".split()
)

ROLES = frozenset(
    "president chancellor minister premier mayor secretary spokesman spokeswoman spokesperson "
    "chairman chairwoman chair chief head director executive officer commissioner governor senator "
    "ambassador envoy leader king queen prince princess emperor pope bishop archbishop judge "
    "justice general admiral colonel captain commander coach manager analyst professor economist "
    "scientist ecologist climatologist biologist physicist chemist historian engineer architect "
    "author writer novelist poet composer singer actor actress artist painter founder co-founder "
    "owner lawyer attorney prosecutor doctor physician surgeon astronaut researcher curator editor "
    "journalist reporter politician lawmaker deputy congressman congresswoman representative "
    "striker midfielder defender goalkeeper forward driver champion administrator treasurer "
    "inspector superintendent sheriff sergeant lieutenant rector dean principal geologist "
    "seismologist meteorologist astronomer botanist virologist epidemiologist psychologist "
    "sociologist archaeologist mathematician philosopher inventor explorer conductor".split()
)

# Seats of governments, which stand for their countries.
SEATS = {"Kremlin": "RU", "Pentagon": "US", "Downing": "GB"}

# Nouns that can stand for the same event or thing in one text.
SAME_EVENT = tuple(
    frozenset(words.split())
    for words in (
        "attack assault strike barrage offensive raid bombardment bombing airstrike",
        "deal agreement acquisition purchase takeover transaction merger",
        "law bill legislation reform act measure",
        "study paper research survey experiment",
        "vote election ballot referendum",
        "earthquake quake tremor",
        "storm hurricane typhoon cyclone tornado",
        "fire blaze wildfire",
        "crash accident collision derailment",
        "match game final fixture",
        "conference summit meeting talks forum",
        "festival exhibition show fair",
        "mission flight launch voyage",
        "eruption flood landslide avalanche drought",
    )
)
GATHERINGS = frozenset(
    "conference summit meeting forum festival exhibition ceremony tournament championship congress "
    "trial hearing concert fair gala convention symposium rally".split()
)
UNIQUE = frozenset(
    "world sun moon earth sky sea ocean internet public media environment universe equator past "
    "future night morning evening afternoon weekend".split()
)
ORGANIZATION_KINDS = {
    "university": "university", "college": "college", "institute": "institute", "bank": "bank",
    "party": "party", "court": "court", "ministry": "ministry", "agency": "agency",
    "council": "council", "museum": "museum", "union": "union", "club": "club",
    "company": "company",
    "firm": "company", "corporation": "company", "inc.": "company", "inc": "company",
    "ltd": "company", "ltd.": "company", "corp.": "company", "corp": "company", "co.": "company",
    "airline": "airline", "airlines": "airline", "airways": "airline", "group": "group",
    "foundation": "foundation", "hospital": "hospital", "newspaper": "newspaper", "team": "team",
    "maker": "company", "manufacturer": "company", "association": "association",
    "commission": "commission", "committee": "committee", "centre": "centre", "center": "center",
    "school": "school", "charity": "charity", "magazine": "magazine", "journal": "journal",
}  # fmt: skip

TIME_UNITS = frozenset("second minute hour day week month year decade century".split())
# Nouns for a place, with the kind of place that the gazetteer knows.
PLACE_NOUNS = {
    "city": "city", "town": "city", "capital": "city", "country": "country", "nation": "country",
}  # fmt: skip
# Adjectives and nouns that a measure belongs to: 'How wide …', 'What population …'.
DIMENSIONS = frozenset("wide long tall high deep old thick far heavy".split())
MEASURES = frozenset(
    "population area length height depth width budget capacity circumference diameter elevation "
    "altitude".split()
)
CURRENCIES = frozenset("euro dollar pound cent yen yuan rupee franc krona krone peso".split())
WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
MONTHS = (
    "January February March April May June July August September October November December"
).split()
# Verbs that say too little without the complement that a relative clause leaves out.
INCOMPLETE = frozenset("contribute add lend donate amount belong".split())
CHANGES = frozenset("rise fall increase decrease grow climb drop decline jump shrink surge".split())
PRONOUNS = frozenset(
    "he she it they him her them his hers its their theirs himself herself itself themselves we us "
    "our you your i me my this that these those".split()
)
# Words that stand for a noun said before, where they have none of their own.
ANAPHORIC = frozenset(
    "one ones some others both each either neither most many few all none first second "
    "third".split()
)
# Words by which one speaker is said to share another's view.
AGREEING = frozenset("echo agree similar same also likewise too join second support".split())
# Adjectives that point at something said before.
COMPARING = frozenset("similar such same other another latter former respective different".split())
RELATIVE_TIMES = frozenset(
    "yesterday today tomorrow tonight ago earlier later last next previous following now currently "
    "recently already still yet soon then so too also again here there".split()
)
