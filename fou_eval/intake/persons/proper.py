"""Words that are written with a capital inside a sentence and are no person: places, authorities, methods, feasts."""

import re

_PLACES = """
afghanistan afrika albanien algeriet alingsås amerika angered arboga argentina arvidsjaur arvika asien
askersund australien avesta bagdad balkan bangladesh belgien bergsjön berlin biskopsgården blekinge boden
bollnäs borgholm borlänge borås bosnien botkyrka brasilien bulgarien burundi båstad chile colombia dalarna
damaskus danderyd danmark degerfors egypten eksjö enköping eritrea eskilstuna eslöv estland etiopien europa
fagersta falkenberg falköping falun filipstad filippinerna finland flen frankrike frölunda gambia gaza
georgien ghana gotland grekland grästorp gävle göteborg götaland habo hagfors halland halmstad hammarby
haninge haparanda hedemora helsingborg helsingfors hisingen hjo hofors holland huddinge hudiksvall hultsfred
hälsingland härjedalen härnösand hässleholm höganäs indien indonesien irak iran irland island israel
istanbul italien japan jemen jokkmokk jordanien jämtland järfälla järva jönköping kabul kalix kalmar kanada
karlshamn karlskoga karlskrona karlstad katrineholm kenya kina kiruna klippan kongo kosovo kramfors
kristianstad kristinehamn kroatien kuba kumla kungsbacka kungälv kurdistan köping köpenhamn laholm
landskrona lappland lerum lettland libanon libyen lidingö lidköping lindesberg linköping litauen ljungby
ljusdal london ludvika luleå lund lycksele lysekil madrid makedonien malmö mariefred mariestad marocko
mexiko mjölby mogadishu moldavien montenegro mora motala mölndal mönsterås nacka nederländerna nigeria nora
norden norge norrbotten norrköping norrland norrtälje norrtull nybro nyköping nynäshamn nässjö olofström
orust osby oskarshamn oslo oxelösund pajala pakistan palestina paris peru piteå polen portugal rinkeby rom
ronneby rosengård rumänien rwanda ryssland råneå saltsjöbaden sandviken schweiz serbien sigtuna simrishamn
skandinavien skara skellefteå skottland skåne skövde slovakien slovenien smedjebacken småland sollefteå
solna somalia spanien staffanstorp stenungsund stockholm storbritannien strängnäs strömstad strömsund sudan
sundbyberg sundsvall sunne sverige svedala sydafrika syrien säffle säter sävsjö söderhamn söderköping
södertälje södermanland sölvesborg tensta thailand tibro tidaholm tierp timrå tjeckien torsby torshälla
tranås trelleborg trollhättan trosa tunisien turkiet tyresö tyskland uddevalla uganda ukraina ulricehamn
umeå ungern uppland uppsala usa vadstena vansbro varberg vaxholm vellinge venezuela vetlanda vietnam
vilhelmina vimmerby visby vänersborg vännäs värmdö värmland värnamo västerbotten västergötland
västernorrland västervik västerås västmanland växjö ystad åland åmål åre åtvidaberg älmhult älvkarleby
älvsbyn ängelholm öckerö öland örebro öregrund örnsköldsvik österrike östergötland östersund östhammar
österåker öresund málaga kraków wrocław łódź gdańsk poznań bogotá reykjavík córdoba cádiz são norra södra
västra östra gamla nya stora lilla övre nedre mellersta centrala
"""
_OTHERS = """
sharepoint onenote onedrive linkedin paypal duolingo spsm rusta jysk biltema elgiganten kappahl dressmann lindex
netto citygross tempo pressbyrån elmia liseberg gekås bauhaus hornbach plantagen mio jula byggmax clas ohlson ahlens
åhléns stadium intersport apotea bokus adlibris blocket hemnet vinted sellpy foodora wolt klarna avanza nordea
swedbank handelsbanken lansförsäkringar folksam trygghansa telia telenor tele2 tre comviq halebop vattenfall fortum
bris friskis svettis rfsl rfsu fub attention nsph unizon roks erikshjälpen majblomman plan unhcr amnesty greenpeace
café cafe kafé pizzeria frisör salong krog taxi bageri livs gym förlag
arkiv info unicode stata spss word powerpoint ica coop willys lidl hemköp mcdonalds max burger king
systembolaget apoteket volvo saab lego barbie fifa pokémon pokemon nintendo switch sims chromebook ipad
android infomentor edlevo tempus quiculum dexter classroom geogebra kahoot bingel repulse theraplay bamse
bolibompa expressen aftonbladet sveriges västtrafik skånetrafiken mind attention friends suicide zero
frälsningsarmén maskrosbarn samhall hyresgästföreningen lifecare combine treserva viva magna cura prator
cosmic take care melior fou ivo bbic ibic sip asi dur cos circle security signs safety triple family check
up incredible years funktionell multisystemisk dialektisk nätverk kognitiv motiverande herr fru barn
förälder mamma pappa mormor farmor morfar farfar syskon moder fader familjen skola hem insats mål behov
resurs risk skydd ja nej vet ej okej ok advent allhelgona alla arbetsförmedling bankid barnahus
barnombudsmannen begripsam beck bris bup bvc connect cope cosmos csn diakoni diabetes discord disney euro
excel facebook facetime filadelfia flashback fortnite försäkringskassan försäkringskassa gmail google hbo
humana ikea instagram internet iphone jul julafton juldagen jobbcoach jobbtorg kivra klarna komet
kontaktfamilj koranen kriminalvården krami kyrkan luftballongen lucia marte meo messenger microsoft
midsommar midsommarafton migrationsverket minecraft mindfulness moderna netflix novus nyår nyårsafton olweus
oneflow outlook pascal pippi playstation pingst poddar polisen påsk påskafton påsklov roblox region rädda
röda safari samsung saol signal skatteverket skype snapchat spotify steam svenska kommunals svt swish teams
telegram tiktok trappan trygghetsjouren twitter unicef urkund valborg verdandi viber vårdguiden whatsapp
windows wilma unikum vklass schoolsoft xbox youtube zoom allah gud jesus bibeln ramadan eid id-kort
aspergers asperger tourette tourettes down downs rett angelman turner crohns alzheimers parkinsons williams
noonan concerta ritalin elvanse medikinet strattera alvedon ipren melatonin sertralin fluoxetin circadin
intuniv zoloft theralen atarax lergigan abilify risperdal korset åren otroliga barnen kronofogden
stadsmissionen procapita skolan kr kronor sek mån tis ons tors fre lör sön jan feb mar apr maj jun aug sep
okt nov dec januari februari mars april juni juli augusti september oktober november december måndag tisdag
onsdag torsdag fredag lördag söndag monday tuesday wednesday thursday friday saturday sunday january
february march june july august october english swedish sweden i
"""
_ENDING = re.compile(
    r".{4,}(?:kassan|verket|tjänsten?|tjänst|förmedling(?:en)?|mottagning(?:en)?|myndighet(?:en)?|styrelsen|inspektionen|bolaget|hallen|"
    r"skolan?|lots(?:en|ar)?|stiftelsen?|team(?:et)?|central(?:en)?|grupp(?:en)?"
    r"|enhet(?:en)?|sjukhus(?:et)?|kommun(?:en)?|förvaltning(?:en)?|nämnd(?:en)?|rätten|"
    r"domstol(?:en)?|byrån?|huset|hemmet|jouren|program(?:met)?|metod(?:en)?|modell(?:en)?|"
    r"projekt(?:et)?"
    r"|förbund(?:et)?|föreningen?|råd(?:et)?|kyrkan|gården|gatan|vägen|torget|dagen|helgen|lovet|"
    r"veckan|terapi|behandling(?:en)?|utredning(?:en)?|bedömning(?:en)?|samtal(?:en|et)?"
    r"|centrum|mässan|barnen|korset|vården|kollen|appen|linjen|kursen|cirkeln|kafét?|planen?|"
    r"byar(?:na)?|hjälpen|fonden|klubben|akademi(?:n|en)?|museet|biblioteket|ambassaden|butiken|affären|banken|"
    r"stöd(?:et)?|lagen|balken|enkäten?|skalan?|formulär(?:et)?|syndrom|land|stan|borg|ska)s?"
    r"|.{7,}(?:en|et|erna|arna|orna|ning|het|else|skap|iska|ism|tion|logi)s?"
)
NOT_PERSONS = frozenset((_PLACES + _OTHERS).split())


def is_no_person(word: str) -> bool:
    """Say whether a word in lower case is a place, an authority, a method or a feast, alone or by its ending.

    Examples
    --------
    >>> is_no_person("försäkringskassan"), is_no_person("habiliteringen"), is_no_person("nurda")
    (True, True, False)
    """
    return word in NOT_PERSONS or word.removesuffix("s") in NOT_PERSONS or _ENDING.fullmatch(word) is not None
