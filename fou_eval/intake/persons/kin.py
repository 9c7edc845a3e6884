"""Words beside which a name stands: of kin, of professions, of address; and words that open a sentence."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


KIN = _set("""
mamma mamman pappa pappan mor modern far fadern mormor mormodern morfar morfadern farmor farmodern farfar
farfadern bror brodern lillebror lillebrodern storebror storebrodern syster systern lillasyster lillasystern
storasyster storasystern son sonen dotter dottern styvfar styvfadern styvmor styvmodern styvpappa styvpappan
styvmamma styvmamman styvson styvdotter bonuspappa bonuspappan bonusmamma bonusmamman bonusson bonusdotter
plastpappa plastmamma kusin kusinen moster mostern faster fastern morbror morbrodern farbror farbrodern
syskonet tvillingen tvillingbrodern tvillingsystern make maken maka makan sambo sambon särbo särbon pojkvän
pojkvännen flickvän flickvännen fästman fästmö exmake exman exmannen exfru exsambo storasyskon lillasyskon
svärmor svärfar svåger svägerska gudmor gudfar barnbarnet sonson dotterson sondotter dotterdotter flickan
pojken killen tjejen bebisen spädbarnet tonåringen ynglingen grabben kompis kompisen vän vännen väninna
väninnan klasskamrat klasskamraten kamraten grannen granne familjen familj fam herr herrn fru frun fröken
tant lilla lille handläggare handläggaren läkare läkaren överläkare lärare läraren klasslärare klassläraren
förskollärare rektor rektorn biträdande kurator kuratorn skolkurator socialsekreterare socialsekreteraren
soc.sekr psykolog psykologen skolpsykolog kontaktperson kontaktpersonen mentor mentorn magistern
vårdnadshavaren kontaktfamiljen familjehemmet jourhemmet familjehemsmamman ombud ombudet god advokat
advokaten assistent assistenten elevassistent resurspedagog specialpedagog specialpedagogen speciallärare
pedagog pedagogen fritidspedagog sjuksköterska sjuksköterskan skolsköterska skolsköterskan logoped logopeden
arbetsterapeut chef chefen enhetschef verksamhetschef barnmorska barnmorskan bvc-sköterska polis åklagare
domare tolk tolken coach tränare tränaren behandlare behandlaren familjebehandlare terapeut terapeuten
familjelots familjelotsen lotsen doktor doktorn dr barnet eleven klienten brukaren patienten ungdomen kallas
kallad heter hette döpt döptes namn namnet signatur signerat undertecknat hälsningar mvh mother father mom
dad teacher sister brother daughter mr mrs ms miss
""")
"""Words after which a capitalised word is a name."""

SINGLE_LETTER_KIN = _set("""
mamma mamman pappa pappan mor far mormor morfar farmor farfar bror brodern lillebror storebror syster
systern son sonen dotter dottern flickan pojken kusinen fru herr
""")
"""Words after which a single capital letter stands for a name; child A and family B are labels."""

SHORTENED = _set("fam dr sekr bitr prof mr mrs st")
"""Words that are written with a point and go on."""

LABELS = _set("""
alternativ barn barnet bilaga blad block del dag delmål familj familjen fas fall figur fråga förälder
föräldern grupp gruppen hepatit hus insats klass kolumn kvot linje modul mål moment nivå nummer omgång
person personen plan program rad rum sal scenario sektion serie skola spår steg syskon tabell team terminal
test typ version vitamin våg våning vecka år årskurs åk område paket pojke flicka ungdom elev klient
deltagare handläggare svar punkt avsnitt kapitel ort kommun förskola lag enkät kurs kod skala form influensa
""")
"""Words after which a single capital letter is a label."""

OPENERS = _set("""
alla allt alltid anmälan annars att av avslut barn barnen barnet besök beslut bra bara både båda de dem den
denna deras det detta dialog dock då där därefter därför dagens efter eftersom elev en endast enligt ett
familj familjen fortfarande fortsatt från fru fram före förra först förut för föräldrar föräldrarna genom
gick hade han hans har hej hela hembesök henne hennes herr hon honom hos hur i ibland idag igen igår imorgon
in ingen ingenting innan insats inte jag kanske kom kontakt kontakten kunde lilla man med mellan men mest
min mina mot mycket möte mötet måste nej nu nya nytt när nästa någon något några nära och också om ordinarie
pga planering pratade på ringde ringt samtal samt samtalet sedan ses sin sina sist skolan som svar så sådan
tack telefonsamtal telefon tills till tillsammans träff träffade träffat trots två tre under upp uppföljning
ut utan vad var varje varför vem vi vid vidare vill vilken vissa våra väl vår åter även är önskar över
kollega kollegan tidigare senare fick får ska skall kan började flera många
""")
"""Words that open a sentence, so that the capital says nothing."""
