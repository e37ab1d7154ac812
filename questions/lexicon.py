"""Closed word lists of English that the rules share."""

ARTICLES = frozenset(("a", "an", "the"))
COMPASS = frozenset("north south east west northeast northwest southeast southwest".split())

REPORTING = frozenset(
    "say report confirm state announce add tell estimate note explain claim write warn declare "
    "reveal disclose argue find show suggest conclude discover demonstrate reckon believe think "
    "predict caution repeat insist stress emphasise emphasize acknowledge admit concede observe "
    "recall reiterate calculate determine indicate testify forecast maintain".split()
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
    "sociologist archaeologist mathematician philosopher inventor explorer conductor specialist "
    "lecturer student trader adviser consultant psychiatrist nurse farmer teacher backbencher "
    "councillor palaeontologist neuroscientist astrophysicist hydrologist spokesperson "
    "campaigner pharmacist statistician".split()
)

# What the hero of a biography is called while young.
YOUNG = frozenset("boy girl child youth man woman teenager student".split())

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
# What strikes of itself, so that 'a tornado' says enough.
DISASTERS = frozenset(
    "earthquake quake tremor storm hurricane typhoon cyclone tornado wildfire flood landslide "
    "avalanche drought eruption tsunami".split()
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
    "carmaker": "company", "automaker": "company", "retailer": "company", "chipmaker": "company",
    "drugmaker": "company", "operator": "company", "lender": "bank", "insurer": "company",
    "brewer": "company", "developer": "company", "startup": "company", "supplier": "company",
    "airline": "airline", "airlines": "airline", "airways": "airline", "group": "group",
    "foundation": "foundation", "hospital": "hospital", "newspaper": "newspaper", "team": "team",
    "maker": "company", "manufacturer": "company", "association": "association",
    "commission": "commission", "committee": "committee", "centre": "centre", "center": "center",
    "school": "school", "charity": "charity", "magazine": "magazine", "journal": "journal",
}  # fmt: skip

# Common nouns that end or precede a name and tell its kind.
NAME_KINDS = {
    "river": "river", "lake": "lake", "sea": "sea", "ocean": "ocean", "island": "island",
    "mountains": "mountain range", "desert": "desert", "strait": "strait", "canal": "canal",
    "bay": "bay", "valley": "valley", "peninsula": "peninsula", "volcano": "volcano",
    "province": "province", "district": "district", "county": "county", "region": "region",
    "village": "village", "borough": "borough", "neighbourhood": "neighbourhood",
    "neighborhood": "neighborhood", "prefecture": "prefecture", "suburb": "suburb",
    "bridge": "bridge", "tower": "tower", "palace": "palace", "castle": "castle",
    "cathedral": "cathedral", "church": "church", "abbey": "abbey", "street": "street",
    "square": "square", "avenue": "avenue", "stadium": "stadium", "arena": "arena",
    "airport": "airport", "port": "port", "harbour": "harbour", "station": "station",
    "prison": "prison", "hotel": "hotel", "theatre": "theatre", "dam": "dam", "park": "park",
    "hospital": "hospital", "observatory": "observatory", "laboratory": "laboratory",
    "library": "library", "gallery": "gallery", "academy": "academy", "orchestra": "orchestra",
    "prize": "prize", "award": "award", "medal": "medal", "treaty": "treaty", "act": "law",
    "war": "war", "battle": "battle", "revolution": "revolution", "cup": "tournament",
    "championship": "tournament", "championships": "tournament", "league": "league",
    "telescope": "telescope", "rocket": "rocket", "spacecraft": "spacecraft", "ship": "ship",
    "film": "film", "novel": "novel", "opera": "opera", "symphony": "symphony",
    "virus": "virus", "comet": "comet", "planet": "planet", "mine": "mine", "tunnel": "tunnel",
    "ferry": "ferry", "plant": "plant", "festival": "festival", "programme": "programme",
}  # fmt: skip
PLACE_KINDS = frozenset(
    "river lake sea ocean island desert strait canal bay valley peninsula volcano province "
    "district county region village borough neighbourhood neighborhood prefecture suburb bridge "
    "tower palace castle cathedral church abbey street square avenue stadium arena airport port "
    "harbour station mountain building park dam waterfall prison hotel tunnel mine".split()
) | {"mountain range", "national park"}
# Places that something can be in, rather than at or on.
AREAS = frozenset(
    "sea ocean desert valley province district county region village borough neighbourhood "
    "neighborhood prefecture suburb street square park hotel prison tunnel mine building".split()
) | {"mountain range", "national park"}
EVENT_KINDS = frozenset("war battle revolution tournament festival treaty".split())
WORK_KINDS = frozenset("film novel opera symphony play painting".split()) | {"video game"}

TIME_UNITS = frozenset("second minute hour day week month year decade century".split())
# Nouns for a place, with the kind of place that the gazetteer knows.
PLACE_NOUNS = {
    "city": "city", "town": "city", "capital": "city", "country": "country", "nation": "country",
}  # fmt: skip
# Adjectives and nouns that a measure belongs to: 'How wide …', 'What population …'.
DIMENSIONS = frozenset("wide long tall high deep old thick far heavy".split())
MEASURES = frozenset(
    "population area length height depth width budget capacity circumference diameter elevation "
    "altitude speed cost price temperature weight rate distance magnitude age value salary "
    "turnover thickness span radius wingspan draught".split()
)
RELATIVE = frozenset("relatively relative record high low shallow average".split())
LENGTHS = {
    "km": "kilometres", "kilometre": "kilometres", "kilometer": "kilometers", "mile": "miles",
    "metre": "metres", "meter": "meters", "foot": "feet", "yard": "yards", "m": "metres",
    "inch": "inches", "centimetre": "centimetres", "centimeter": "centimeters", "cm": "centimetres",
    "mi": "miles", "ft": "feet",
}  # fmt: skip
# Verbs whose present participle tells a lasting trait of a noun.
LASTING = frozenset(
    "carry cost contain hold employ serve house weigh measure represent include cover seat own "
    "total run".split()
)
# Verbs of moving or reaching, whose measure is a length.
REACHING = frozenset(
    "flow travel run stretch extend walk swim drive march fly sail cover fall rise reach cycle "
    "ride measure stand move drift carry throw jump climb sink".split()
)
CONTAINERS = frozenset(
    "total team group crew sample crowd convoy fleet series number list set panel staff squad "
    "audience army cell unit delegation committee jury cast garrison workforce flotilla fund "
    "network chain herd flock".split()
)
# What happens to people only, so that a bare number counts them.
HUMAN_FATES = frozenset(
    "die flee attend kill injure hurt wound arrest detain displace evacuate hospitalise "
    "hospitalize rescue sicken infect drown perish".split()
)
VOTING = frozenset("vote approve pass reject back adopt carry endorse".split())
CONTESTS = VOTING | frozenset("beat defeat win lose draw thrash edge overcome tie down".split())
KIN = frozenset(
    "father mother brother sister son daughter husband wife uncle aunt cousin friend partner "
    "grandfather grandmother grandson granddaughter nephew niece widow widower colleague "
    "rival".split()
)
CURRENCIES = frozenset(
    "euro dollar pound cent yen yuan rupee franc krona krone kronor kroner króna krónur peso "
    "shilling pence crown lira lire ringgit rouble ruble real reai rand won forint zloty dirham "
    "riyal naira cedi baht dong rupiah shekel guilder sterling birr taka leva lev lei leu dinar "
    "tögrög kwacha hryvnia peseta escudo florin ducat thaler metical ariary afghani "
    "kip riksdaler réis tenge manat lari dram bolívar lempira quetzal pula dalasi riel".split()
)
WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
MONTHS = (
    "January February March April May June July August September October November December"
).split()
# Verbs that say too little without the complement that a relative clause leaves out.
INCOMPLETE = frozenset("contribute add lend donate amount belong remain stay".split())
CHANGES = frozenset(
    "rise fall increase decrease grow climb drop decline jump shrink surge slip ease slow plunge "
    "soar tumble edge dip advance gain lose firm weaken strengthen widen narrow shorten swell "
    "expand contract exceed outpace cut sink slide rally add settle retreat recover".split()
)
# Verbs whose object is a bound, so that smaller numbers are true as well.
EXCEEDING = frozenset("exceed top surpass outnumber pass".split())
# What somebody does to an amount.
CHANGING = frozenset("raise cut lift reduce lower bring push take trim".split())
PRONOUNS = frozenset(
    "he she it they him her them his hers its their theirs himself herself itself themselves we us "
    "our you your i me my this that these those".split()
)
# Words that stand for a noun said before, where they have none of their own.
ANAPHORIC = frozenset(
    "one ones some another others both each either neither most many few all none first second "
    "third".split()
)
# Words by which one speaker is said to share another's view.
AGREEING = frozenset("echo agree similar same also likewise too join second support".split())
# Adjectives that point at something said before.
COMPARING = frozenset("similar such same other another latter respective different".split())
RELATIVE_TIMES = frozenset(
    "yesterday today tomorrow tonight ago earlier later last next previous following now currently "
    "recently already still yet soon then so too also again here there".split()
)
# Verbs that have no passive: 'strayed' behind a noun is no participle.
INTRANSITIVE = frozenset(
    "arrive rise fall die go come stray decay occur happen appear exist remain stay seem become "
    "belong consist sleep emerge vanish disappear erupt arise lie persist last dwindle depend "
    "tumble soar plunge retire rely suffice coincide".split()
)
# Verbs that hardly ever do without an object in the active.
TRANSITIVE = frozenset(
    "put make bring give name call contain include cause require provide get let own kill injure "
    "wound destroy describe accuse arrest create replace receive blame praise suspend establish "
    "affect attract encourage involve prevent seize send surround award appoint elect dub obtain "
    "damage raise devote inform lack exclude resemble equip spark trigger prompt enable comprise "
    "dismiss charge uncover acquire resist capture visit bar found stage want need "
    "foresee".split()
)
# Nouns of one form that take a plural verb as well.
COLLECTIVE = frozenset(("per cent", *CONTAINERS)).union(
    "police public government council media data majority minority company side duo pair couple "
    "club family board population half rest management leadership band opposition parliament "
    "cattle people youth clergy lot bulk trio generation percent % pc".split()
)
