"""Surnames that are common in Sweden, from many countries, and the endings that most Swedish ones are made with.

Typed for this purpose from what is commonly known, with accents left out; a list of spellings, of no persons.
"""

import re

_NORDIC = """
aalto abelsson abrahamsson adamsson adolfsson agren ahl ahlberg ahlbom ahlen ahlgren ahlin ahlm ahlqvist
ahlstrand ahlström aho ahonen alatalo albertsson albinsson alexandersson alfredsson algotsson allansson alm
almen almer almgren almkvist almlöf almqvist almström alriksson alsterlund althin alvarsson ambjörnsson
ambrosiusson amundsson anckar andersen anderson andersson andreassen andreasson andren ankarberg annerstedt
antonsson anttila apelgren appelgren appelqvist arenander arnell arnesson aronsson arvidsson asker askling
asklund asp aspegren asplund astrom augustsson axell axelsson backe backlund backman backström bagge balkfors
bark bauer beck becker beckman berg bergdahl bergendahl bergenstrand berger berggren bergh berghult bergkvist
berglind berglund bergman bergmark bergquist bergqvist bergstedt bergsten bergstrand bergström bergvall
bergvik berndtsson bernhardsson berntsson bertilsson bille billgren birgersson bjarnason bjelke bjerke bjuhr
bjurman bjurström björk björkdahl björkegren björkholm björklund björkman björkqvist björling björn björnberg
björnlund björnsson björnstad blad blank blixt blom blomberg blomdahl blomgren blomkvist blomqvist blomstedt
blomster blomstrand blomström bodin bodlund bodén bogren bohlin bohm bohman boije bolin boman bonde bondesson
boqvist borg borgman borgstrand borgström bosson boström bothen braf brag brahe brandberg brandt brask bratt
brattström breitfeld breitholtz bremer brink brinkman brisman broberg brodd brodersen brodin brodén broman
broström bruhn brundin brunnberg bruun bryngelsson brännström bråten bull bunge burman bylander bylin bylund
byström bäck bäcklund bäckman bäckström bärlund bäverman båth bååth börjeson börjesson cajander calmfors
carlberg carlbom carleson carlgren carlheim carling carlqvist carlson carlsson carlström carp cassel cederberg
cederblad cederblom cedergren cederholm cederlund cederlöf cederqvist cederström christensen christenson
christensson christiansen christiansson claeson claesson clausen cronholm cronqvist dahl dahlbeck dahlberg
dahlbom dahlen dahlgren dahlin dahlkvist dahlman dahlqvist dahlstedt dahlstrand dahlström dalin dalman
dalström danielsen danielson danielsson dau davidsson degerman dehlin dellming djerf djurberg drakenberg drott
duell dufva dunér dyberg dyring dyrssen eckerman eckerström edberg edgren edholm edin edling edlund edman
edqvist edsbacker edström edvardsson edvinsson egerstad egnell ehn ehrenborg ehrling ehrnström einarsson
ejdemo ek ekberg ekblad ekblom ekbom ekdahl ekelund ekelöf ekeroth ekfeldt ekholm eklind eklund eklöf eklöw
ekman ekmark ekqvist ekroth ekstedt ekstrand ekström ekvall ekwall elfström elfving elg elgh elgström eliasson
ellström elmgren elmqvist elofsson elvingson emanuelsson emilsson emtestam enberg enblom eneroth engberg
engblom engdahl engelbrektsson engkvist englund engman engqvist engstrand engström engvall enlund enqvist
enström ericson ericsson eriksen erikson eriksson erlandson erlandsson ernst ernstsson esbjörnsson eskilsson
estberg evertsson fager fagerberg fagerlund fagerström fahlgren fahlén falck falk falkenberg fallström
felländer fernström filipsson finnström fischer fjellström fjäll flink flodin flodman flodström florén flyborg
folkeson folkesson fors forsberg forsell forsgren forsling forslund forslöf forsman forsmark forss forssberg
forssell forsström forsvall forsén fossum frank franke franklin fransson franzen franzén fredell fredholm
fredlund fredman fredrikson fredriksson freij friberg frid fridh fridlund fridman fridolfsson fridén friman
frisk fritz fritzell fritzson frost frykholm fryklund frykman fryxell fröberg frödin fröjd fugelstad fundin
furberg fält fältskog fältström färm gabrielson gabrielsson gadd gahm garpe gartner gedda geijer gelin gerdin
giertz gillberg gillgren gillner gisslén glad glans glimne gottfridsson graaf graf grahm grahn gran granat
granath granberg grandin granfeldt granholm granlund granqvist granstrand granström gren grenholm grevelius
greven grimberg grip grubbström grundberg grundström grönberg grönblad grönkvist grönlund grönqvist grönvall
grönwall gudmundsson gullberg gullbrandsson gullstrand gummesson gunnarson gunnarsson gustafson gustafsson
gustavson gustavsson gyllander gyllenberg gyllenhammar gyllenstierna gyllensvaan gädda gårdman göransson
görling götberg götesson göthberg haag haapala habermann hagberg hagelin hagerman haglund hagman hagstrand
hagström hakala hakkarainen hald haldin hall hallander hallberg halldin hallen hallenberg hallengren hallgren
hallin hallman hallqvist hallström halonen halvardsson halvarsson halvorsen hamalainen hamberg hamilton hammar
hammarberg hammarlund hammarstedt hammarsten hammarström hamrin hane hansen hanson hanssen hansson haraldsson
hartikainen hartman hassel hassler hector hed hedberg hedblom hedborg hedenberg hedengren hedenskog hedenström
hedin hedkvist hedlund hedman hedmark hedqvist hedström hedvall hedén hegg heikkila heikkinen heinonen
helander heldt helgeson helgesson hellberg hellgren hellman hellmark hellqvist hellsing hellström helmersson
hemberg hemmingsson hemström henningson henningsson henriksen henrikson henriksson herlitz hermansson
hermodsson hernborg herrmann hessle hietala hildingsson hillberg hillerström hillgren hilmersson hiltunen
hirvonen hjalmarsson hjelm hjelmqvist hjelte hjerpe hjertberg hjertstedt hjort hjorth hoff hoffman hoffmann
hofman holgerson holgersson holm holmberg holmbäck holmdahl holmer holmgren holmkvist holmlund holmqvist
holmstedt holmsten holmstrand holmström holmén holst holt hovland hult hultberg hultgren hultin hultman
hultqvist hultström hultén humla hurtig huss huttunen hyllengren hyltén hyvonen hägerstrand hägg häggblad
häggblom häggkvist hägglund häggström hällgren hällström hämäläinen härdelin härnqvist håkanson håkansson hård
håård högberg högfeldt höglind höglund högman högström hök hökby hörberg hörnell hörnfeldt hörnlund höök ibsen
igelström ingelsson ingemarsson ingesson ingmarsson ingvarsson isacsson isaksen isakson isaksson isberg ising
israelsson ivarson ivarsson jacobsen jacobson jacobsson jakobson jakobsson jangblad jansen janson janssen
jansson jarl jarlbro jarnebrant jensen jenssen jensson jeppson jeppsson jerkeman jerling jernberg jernström
jerpseth jertfelt joelsson jogenfors johannesson johannsson johansen johanson johansson johnsen johnson
johnsson johnsén jokela jokinen jonason jonasson jonson jonsson jonsén jorgensen josefson josefsson josephson
juhlin jung junghagen jungstedt justesen jädersten järnberg järvenpää järvholm järvinen jönsson jörgensen
jörgensson kaijser kallin kallio kalén karjalainen karlberg karlgren karlholm karlin karlqvist karlson
karlsson karlstedt karlström karphammar karppinen kastberg kauppinen kempe kemppainen kennerfalk ketola
kettunen kihlberg kihlgren kihlström kindberg kindblom kindgren kindstrand kinnunen kivela kjellander
kjellberg kjellgren kjellin kjellman kjellson kjellsson kjellström kjellén klang klasson klasén klevmarken
klinga klingberg klint klintberg klinteberg klockare knutson knutsson koivisto koivula kokko kollberg kolmodin
konradsson korhonen koskela koskinen kraft krantz kratz kristensen kristensson kristiansen kristiansson
kristoffersson krok krona kronberg kronblad kronholm kronqvist kronvall kruse kukkonen kull kullberg kullgren
kullman kuusisto kvarnlöf kvarnström kvist kylén källberg källgren källgård källman källström kälvemark köhler
köhlin körberg laakso laaksonen lager lagerberg lagerblad lagercrantz lagergren lagerholm lagerkvist lagerlöf
lagerqvist lagerstedt lagerström lagerwall lahtinen laine laitinen lampinen landberg landgren landin landström
langborg lantz lappalainen larsen larson larsson larsén lassen lassinantti laurell laurin laurén leander
leffler lehtinen lehto lehtonen leijon leijonborg leijonhufvud leinonen lennartsson lennerstad leonardsson
leppanen leufstadius levin lidbeck lidberg lidbom lidbrink lidfors lidgren lidholm lidman lidström lidén
liljeblad liljedahl liljegren liljekvist liljenberg liljeqvist liljeroth liljestrand lilliehöök lillieström
lind lindahl lindberg lindblad lindblom linde lindeberg lindegren lindell lindelöf lindelöw linder linderborg
linderholm linderoth lindfors lindgren lindh lindhagen lindhe lindholm lindkvist lindman lindmark lindquist
lindquister lindqvist lindroos lindros lindroth lindsjö lindskog lindskoog lindstedt lindstein lindstrand
lindström lindvall lindén linnarsson linné ljung ljungberg ljungblad ljungdahl ljunggren ljungkvist ljunglöf
ljungman ljungqvist ljungstrand ljungström ljungvall loberg lohman lood lord lorentzon lorentzson lorenz
lothigius lovisin lovén lubeck lund lundahl lundberg lundbergh lundblad lundbohm lundborg lundbäck lunde
lundegård lundell lundevall lundgren lundh lundholm lundin lundkvist lundman lundmark lundquist lundqvist
lundstedt lundsten lundström lundvall lundvik lundén lunneborg luoma luthman lyckberg lycke lydén lyth låftman
lång långström löf löfberg löfblad löfdahl löfgren löfholm löfkvist löfman löfquist löfqvist löfroth löfstedt
löfstrand löfström löfven löfvenberg lönn lönnberg lönnerblad lönngren lönnqvist lönnroth lövenborg lövgren
lövkvist lövqvist lövström löwgren madsen magnuson magnusson makela makinen malm malmberg malmborg malmgren
malmkvist malmlöf malmquist malmqvist malmqvister malmstedt malmsten malmström manfredsson mannerheim manninen
mansson marklund markström markusson martinson martinsson matsson mattila mattson mattsson mauritzson melander
melin mellander mellberg mellgren mellgård mellqvist michaelsson miettinen mikaelsson mikkelsen mikkola
mikkonen millberg moberg modig modin moilanen molander molin mollberg moqvist moreau morin mortensen morén
mossberg mossfeldt munther murray mustonen myhr myhrman myrberg myrdahl myrdal myrgren myrin myrman myrsten
myrén mäkelä mäkinen mäkitalo määttä målberg månesköld månson månsson mårtenson mårtensson möller möllerström
mörk mörner mörtberg nachmanson natanaelsson nathanson nerman neuman neumann nielsen niemi nieminen nilsen
nilson nilsson nilsén niskanen nissen nohrberg norberg norborg nordahl nordberg nordblad nordell nordenberg
nordenskiöld nordenson nordenström nordfeldt nordfors nordgren nordh nordin nordkvist nordlander nordlinder
nordlund nordlöf nordman nordmark nordquist nordqvist nordstrand nordstrandh nordström nordvall nordén norell
noren norgren norinder norlander norlin norling norlén norman norrby norrgård norrlund norrman norstedt
norström norén nurmi nyberg nyblad nyblom nydahl nydén nygren nygård nyholm nykvist nylander nylin nylund
nylén nyman nyquist nyqvist nyqvister nyrén nystedt nysten nyström näsholm näslund odell oden odenbrand
odqvist odén ohlin ohlson ohlsson ojala olaisson olander olausson olin ollila ollson olofson olofsson olovsson
olsen olson olsson oredsson orrenius oscarson oscarsson oskarsson osterman osvald ottersten otterström ottoson
ottosson paananen palm palmberg palmblad palmborg palmcrantz palmer palmgren palmqvist palmstierna palmström
palmér panov parkman parment pauli paulin paulson paulsson pedersen pehrson pehrsson pelkonen peltola peltonen
perman pernvik persson pesonen petersen peterson petersson petrén pettersen petterson pettersson peyron pihl
pihlblad pihlgren pihlström pilström piltz pitkanen planting ploman polhem ponsén popovic posse printz
printzsköld priwitzer pulkkinen puustinen pyk påhlman påhlsson pålsson quensel quist rahm rahmberg rahmn
rahmqvist ralf ramberg ramqvist ramström randén rantanen rapp rask rasmuson rasmussen rasmusson rautio regnell
rehn rehnberg rehnqvist rehnström reimer reinhold reinholdsson reinholdz retzius reuterskiöld reuterswärd
ribbing richardsson rickardsson ricknell ridderstolpe rignell ringborg ringdahl ringholm ringström rinman
rissanen robertson robertsson roglund rolander romander ronkainen roos ros rosander rosell rosen rosenberg
rosenblad rosendahl rosengren rosenholm rosenius rosenkvist rosenlund rosenqvist rosenström roslund rosman
rosqvist rosén roth rothman rothstein rubensson rubin rudbeck rudberg rudling rudolfsson rundberg rundgren
rundlöf rundquist rundqvist rundström runeson runesson ruotsalainen rutberg ryberg rydbeck rydberg rydell
rydgren rydh rydholm rydin rydman rydqvist rydstedt rydström rydén rylander rylin räsänen råberg rådström
röing rönn rönnberg rönnblom rönnbäck rönngren rönnholm rönnlund rönnqvist rönström saari saarinen sahl
sahlberg sahlgren sahlin sahlström sahlén salmela salminen salmonsson salmén salo salomonsson salonen
samuelsen samuelson samuelsson samzelius sand sandahl sandberg sandblad sandelin sandell sander sandgren
sandin sandklef sandkvist sandlund sandman sandmark sandqvist sandstedt sandsten sandström sandvik sandén
savolainen schmidt schneider schröder schultz schulz schyman segerberg segerblom segerdahl segerlind segerlund
segerstedt segerström selander selberg selin sellberg sellgren sellin sellström seppala seppanen seppälä
setterberg setterlund sevelin siberg sidenbladh sigfridsson sigurdson sigurdsson sigvardsson silfverberg
silfverstolpe siljeholm siljeström sillanpää sillén silverberg silvén silén simola simonson simonsson sjöberg
sjöblom sjöbom sjöborg sjödahl sjödin sjöfors sjögren sjöholm sjökvist sjölander sjölin sjölund sjöman sjönell
sjöquist sjöqvist sjöstedt sjösten sjöstrand sjöström sjövall sjöwall skantz skantze skarin skarp skeppstedt
skiöld skog skogh skoglund skoglöf skogsberg skogström skoog skytt skyttberg skäär skårman sköld sköldberg
smedberg smedman smith snellman snygg sohlberg sohlman solander solbakken solberg soldén solhed sonesson
sonestedt sparre spjut spångberg stagnelius stahre starck stark steen steffensen stenbeck stenberg stenborg
stenbäck stene stenfeldt stengård stenhammar stenkvist stenlund stenman stenmark stenqvist stenson stensson
stenström stenvall sternberg sterner stiernstedt stigsson stille stjernberg stjernfeldt stjernström
stjärnqvist stolpe storm strand strandberg strandell strandh strandlund strandman strandqvist strid strindberg
strinnholm stråhle stråle ström strömbeck strömberg strömblad strömblom strömbäck strömdahl strömgren
strömkvist strömland strömqvist strömstedt strömsten strömstrand stuxberg ståhl ståhlberg ståhle ståhlgren
ståhlström stålberg stålhammar stålnacke sundberg sundblad sundbom sundborg sundelin sundelius sundell
sundgren sundh sundholm sundin sundkvist sundling sundman sundmark sundquist sundqvist sundstedt sundstrand
sundström sundvall sundwall sundén suominen surell sutinen svahn svalin svanberg svanholm svanlund svanqvist
svanström svantesson svartling svedberg svedenborg svedin svedjeholm svedlund svedman svennberg svenningson
svenningsson svensen svenson svensson svensén sverkersson svärd swahn swan swanberg swanson swanström
swartling swedberg swedenborg swedin swärd sylvén sylwan sylwander säfsten säfström sällström sävblom söder
söderbaum söderberg söderblom söderdahl söderfeldt södergren söderhielm söderholm söderkvist söderlind
söderlund söderman söderquist söderqvist söderstedt söderstrand söderström södling sörensen sörenson sörman
takala tallberg tamm tanskanen tapio tapper tegel tegner tegnér teike tengvall terling terning thalin
thelander thelin thorell thorin thormann thorsell thorsen thorson thorsson thorstensson thorén thulin thun
thunberg thunell thunström thuresson thyberg thysell thörn thörnqvist tiger tigerstedt tikkanen tillander
tillberg timmerman tingström tjernberg tjernström tobiasson toftgård toivonen toll tollstedt tolonen tomasson
torbjörnsson torell toresson torgersen tornberg torsson torstenson torstensson torén tranberg troedsson
trofast trolle trulsson trygg träff trägårdh tufvesson tunberg tunell tuominen turesson turunen tuvesson
tyrberg tysk tysklind törn törnblom törneman törngren törnkvist törnquist törnqvist törnroos törnros törnvall
uddenberg uggla ugglas uhlin ulander ulfsson ulfvarson ullberg ullman ullén ulvsgärd unell unger ungh uppling
urbansson uusitalo vahlquist vainio valentin valfridsson valkonen vall vallgren vallin vallström varg
vartiainen vennberg verngren vesström vesterberg vestergren vesterinen vesterlund vestin vestman viberg viborg
vickberg victorin videgård viderberg vigren vikander vikberg viking viklander viklund vikman vikström
vilhelmsson villner vinberg vinblad vincent vinge vinnberg virdeborn virgin virta virtanen vuori väisänen
väänänen wachtmeister wadell wadman wadström waern wahl wahlberg wahlborg wahlgren wahlin wahlman wahlquist
wahlqvist wahlstedt wahlsten wahlström wahlund wahlén wahrenberg waldemarsson walder wall wallander wallberg
walldius walldén wallenberg wallentin waller wallerström wallgren wallin wallman wallmark wallner wallqvist
wallroth wallstedt wallsten wallström wallén wange wangel wedberg wedholm wedin wegner wehlin weibull
weidenhayn weiland welander welin wellander wellin wendel wendt wennberg wennerberg wennergren wennerholm
wennerström wennlund wennman wennström werkström wern wernersson westberg westblad westblom wester westerberg
westerdahl westergren westerholm westerlind westerling westerlund westerman westermark westin westlin westling
westlund westman westmark westrin westrup weström wetterberg wettergren wetterholm wetterlind wetterstrand
wiberg wiberger wichman wickberg wickholm wickman wickström widegren widell widen widerberg widerstrand
widerström widgren widing widlund widman widmark widstrand widén wiechel wigren wigström wihlborg wijk wik
wikander wikberg wikberger wikholm wiking wiklander wiklund wikman wikner wikström wiktorsson wilhelmson
wilhelmsson willman willén wilson wilén winberg winblad wind windahl winge wingren wingstrand winqvist winroth
wirström wirén wisell wistrand wistrom witt wittberg wohlin wolff wrang wrangel wrede wretman wärn wärnelid
wästberg wågberg wågström wåhlin wåhlstrand ylinen ylitalo yng yngvesson ytterberg zachrisson zackrisson
zander zandén zetterberg zettergren zetterholm zetterlund zetterman zetterqvist zetterström äng ängeby ängfors
åberg åbom åhgren åhlander åhlberg åhlin åhlund åhlén åhman åhs åhström åkerberg åkerblad åkerblom åkerfeldt
åkergren åkerhielm åkerlind åkerlund åkerman åkermark åkerström åkesdotter åkeson åkesson ålander ångman
ångström årlin åslin åslund åstrand åström öberg öbrink ödberg ödman öfverström ögren öhberg öhlander öhlin
öhlund öhlén öhman öhn öhrling öhrn öjdahl öjebro öjemark öqvist örn örnberg örtengren örtqvist öst östberg
östblom östensson österberg österdahl östergren östergård österholm österlind österlund österman östermark
österström östh östlin östling östlund östman östmar östmark östrand öström
"""
_ELSEWHERE = """
aaden aaltonen abbas abbasi abboud abdallah abdelkader abdellah abdelli abdi abdirahman abdou abdulahi
abdulkarim abdulla abdullah abdullahi abdulqadir abdulrahman abukar adan addo ademi aden adjei afshar afzal
agha ahamed ahmad ahmadi ahmadzadeh ahmadzai ahmed ahmeti ahmetovic ahola ahtila airaksinen akar akbari akbas
akcan akhtar akin akkaya aksoy aktas aktürk akyol al-ali al-hassan al-jaberi al-khatib alami alanen alavi
albayati aldemir alhamad alhassan alhussein ali alibegovic alic alievski alijev aliji alimi aliu aljubouri
alkan alkhalil alkhatib allaoui allawi almasri almeida alptekin alshami altin altun alvarez alves alzubaidi
amara ameur amin amini amiri amrani amri amrouche ansari antunes anwar arabi arapovic aras araya arici arif
arikan arslan arteaga asadi asani asfaw asghari ashraf asikainen aslan aslanoglu asmar atallah atas ates autio
avci avcioglu avdic awad awale axmed ayan aydemir aydin aydogan ayhan ayoub ayub azimi azizi babic bajic
bajrami bajramovic bakir bakr balci balic baran barisic barre barut barzani barzanji basaran bayram bazargan
begic begovic begum behrami bekiri belaid belhadj belkacem ben benaissa benali benamar benammar bencherif
benhamou benmoussa bensalem benyahia beqiri berhane berisha berrahal beyene bhatti bicakci bilal bilgin birol
bojanic bondarenko boskovic boudiaf boukhalfa boumediene bouzid bozkurt brahimi brahmi brkic bulut burak
bytyqi cabdi cabdulle cabrera cakir calderon cali camara castillo castro catic cehajic celik cetin cevik
ceylan chaudhry chavez chen cherif chikh chowdhury cige ciise cinar cisse colak corlu coskun costa covic cruz
cumar cvetkovic dag-nilsen dahir dang daoud darwich darwish dautovic delgado delic demir demirci demirel
demiri demirtas derbal dervisevic diallo diaz diini diiriye dikmen dinc diop diriye djama djebbar djellal
djordjevic djuric dogan dogru dominguez doski duale duarte dubois dugan duong durakovic durmaz durmus dursun
dzafic ebrahimi eerola egal ekinci elezi elmi erbas erdem erden erdogan ergin ergul ergun erkan eroglu ersoy
escobar esen eskelinen esmaeili espinoza evci eyob faarax fadel faqiri farah farahani farax farhadi fazli
ferhat fernandes fernandez ferreira fetahu fidan figueroa flores franco fuentes gabay gabriel garaad garcia
gashi gebre gebremariam gebremedhin gedi geedi genc georgiou georgis gezer ghaderi ghafoori ghasemi ghebre
gholami giang giray gok gokce gomes gomez gonzales gonzalez grabowski grujic guclu guerrero gulec guled
gultekin gumus gunes guney gungor gurbuz gurel gutierrez guven guzman gül haapanen haapasalo haavisto habib
habibi habte haddad haddadi hadj hadji hadzic haidari haile hajdari haji hakimi halabi halilovic halimi halme
hamad hamadi hamdan hamdi hameed hamid hamidi hamidou hamza hamzic hanna haq hariri haroun hasan hasani
hasanovic hashemi hashi hashimi hassan hassani hassouni hautala hautamäki haydari heidari heino heiskanen
helenius helin hernandez herrera hersi hietanen hijazi hilal hirsi hodzic holappa holopainen hossain hosseini
hoti hoxha huang huhtala huseini huseinovic hussain hussaini hussein husseini hussien huttula huynh hyttinen
hyvönen häkkinen hänninen ibanez ibrahim ibrahimi ibrahimovic idris ikonen ikäheimo ilhan ilic iljazi imamovic
immonen inan inonu ipek iqbal isa isaac isak isik islami islamovic ismail ismaili isufi ivanov ivanova
ivanovic iversen jabbar jaber jafari jafarov jahic jakupi jakupovic jalali jalonen jama jamal jamali jamil
jamshidi jankovic jankowski jaramillo jasharaj jasim jassim jauhiainen jawad jimale jimcaale jimenez
jormanainen joshi jovanovic juarez juma juntunen juvonen järvinen jääskeläinen kaasalainen kabashi kaddour
kaddoura kadhim kadi kadir kadric kaikkonen kamal kamali kamara kamil kaminski kangas kantola kapetanovic
kaplan kara karaaslan karabulut karaca karadag karadeniz karahan karakas karatas karhu karic karim karimi
karvonen kassem kassim katana kauhanen kaur kaya kayaoglu kazemi keita kekkonen kelmendi keränen keskitalo
khaled khalid khalif khalifa khalil khan khatib kheir khelifi khorasani khoury kidane kiflu kiiskinen kilic
kilinc kim kivelä kiviniemi kobilic koc kocak kohli kokkonen kolar kolehmainen komulainen kontio korkmaz
koroma korpela korpi kortelainen kosonen kostic kovac kovacevic kovacs kovalenko kovanen kowalczyk kowalska
kowalski koyuncu kozlowski krasniqi krstic kucuk kujala kumar kuosmanen kurdi kuronen kurt kurtovic kuusela
kuzmenko kwiatkowski kyllönen kärkkäinen kääriäinen lahlou lamri laouar latif latifi lazarevic lehtimäki leon
leppänen lewandowski lewis liimatainen lipponen litmanen liu lopez loponen lukic luoma luong lushaj luukkonen
maalim maamar magan mahamed mahamud mahdi mahmood mahmoud mahmud mahmutovic mai makhlouf makkonen maksuti
malek malik malinen maliqi malki manninen mansour mansouri maric marin markkanen markovic marku marques
marquez martikainen martin martinez martinovic masmoudi masoud masri matikainen maxamed maxamuud mazur mebarki
meddah medina mehari mehdi mehic mehmedovic mehmeti mejia melo memedi memic mendes mendez mendoza mertanen
meskini mester meziane michalak milic miller milosevic milovanovic mirza mirzaei mirzai mishra misic mitrovic
mohamad mohamed mohammad mohammadi mohammed mohamud mohsen moisio mokhtari mokrani molina morad moradi morales
moreno morina moses moulay moussa mrkonjic mughal muhamed muhammad muhammed muhudin muja mujanovic mujic
mujkic munoz murad murati muratovic musa musah muslija mussa musse mustafa mustafi mustafic mustakallio muuse
mykkänen mäenpää naeem naji najjar naqvi nasir nasr nassar nasser navarro ndiaye nesic nevalainen ngo nguyen
niemelä nikkinen nikolic nikula nissinen nistor noor noori norouzi noui nousiainen novak nowak nunez nur
nurminen nuur nykänen obeid ocak ocalan odeh oflaz oguz oikarinen oinonen ojanen okafor oksanen okumus
olivares oliveira omanovic omar omari omer omerovic onal orhan ortega ortiz osei osman osmani osmanovic osorio
othman ouali owusu ozalp ozbek ozcan ozdemir ozer ozkan ozkaya ozmen ozsoy ozturk ozyurt paasonen paavilainen
paavola pacheco pajic pajunen pala palacios palonen parkkinen parlak partanen parviainen pasanen pasic patel
pavlovic pekkarinen pektas pellinen pena peralta pereira perez peric perovic petkovic petrescu petrov petrova
petrovic pham phan phung piotrowski pires pirinen pitkänen pohjola polat polater popa popescu popov popovic
prieto pulkka pulkkinen puro pylkkänen pöllänen qasem qasim quintero rachedi rahal rahim rahimi rahman rahmani
rahmouni rajala rama ramadani ramic ramirez ramos rana rashid rashidi rasila rasool rastegar rasul rautiainen
raza redjeb redzepi rehman reinikainen repo rexhepi reyes rezaei rezai riad riaz ribeiro ricardo riihimäki
rinne rivas rivera rizvi roble rocha rodrigues rodriguez rojas romero rooble roponen rosales rossi rostami
rubio ruiz ruokonen rustemi ruuska rytkönen saad saadi saado saarela saber sabri sabry saci sadeghi sadik
sadiq sadri saeed safari safi sahin sahlu sahraoui said saidani saidi sainio saki salad salah salamon salazar
saleem saleh salehi salem salih salihi salihovic salihu salim salinas salman salmelainen salmi samadi samatar
samir sanchez sandoval santala santana santos sarac sari sarikaya sarkis sattar savic savola sayadi sayed
saygili sebai seif selimi selimovic selmani selmi senturk seppälä sesay sezen sezer shah shahin shaikh shala
shami shamoun shaqiri shareef sharif sharifi sharma shehadeh shehu sheikh shirazi shire shukri sicaad sihvonen
siltala silva simic singh sipilä siren sirola sissoko slimani smajic smajlovic soares soini soltani sonmez
soto soudani sousa soylu spahic spasic stankovic stefanovic stojanovic stojkovic suarez subasic suhonen
suleiman suleman suleymanoglu suljic sultani sumer suomalainen susic syed szabo szymanski tabak tadesse taha
taheri tahir tahiri taleb talic tamminen tanovic tarkiainen tatar taylor tekin teklu temel temiz tenhunen
tervo tesfai tesfay tesfaye tezcan thapa tiainen tiihonen todorovic toivanen tolvanen tomic topal topalovic
toprak torvinen tosun toth toumi tran traore trinh truong tunc tuncer tuomi tuovinen turan ture turgut turhan
turkovic turpeinen tähtinen ucar ugur ugurlu ulker ullah uluc uludag ulusoy unal unlu usta uygun uysal uzun
uçan uçar vainikka valtonen varga vargas varis varol vasic vasquez vazquez vega vehviläinen velasquez velic
venäläinen vera vidovic vieira viitala viljanen vilkki villanueva virkkunen vo voutilainen vu vuckovic vujic
vukovic vuorinen waheed wahlid wang warfa warsame weli wisniewski wojcik woldu wong wozniak wu xasan xhemajli
xirsi xu xuseen yalcin yaman yang yanik yasar yasin yassin yavuz yener yesil yigit yildirim yildirimoglu
yildiz yilmaz ylönen yonan yousef yousif youssef yuce yuksel yurt yusuf yusupov zaidi zaki zamani zamora zand
zandi zarei zawadzki zec zeka zeman zenasni zengin zenuni zeqiri zerrouki zhang zhou ziani zidane ziegler
zielinski zivkovic zoric zukic zulic äijälä özdemir özkan öztürk
"""
_ENDING = re.compile(
    r"\w{2,}(?:sson|ssen|sdotter|qvist|quist|kvist|ström|strøm|bergh?|gren|lundh?|dahl|holm|stedt|strand|blom|blad|fors|feldt|hielm"
    r"|crantz|stierna|löf|löw|roth|wall|lander|stein|ovic|evic|ovski|ovska|owski|owska|enko|chuk|czyk|escu|oglu|zadeh|inen|opoulos"
    r"|elius|enius"
    # Endings and compounds of other languages that no Swedish word has.
    r"|\w(?:ez|dze|shvili|yan|akis|idis|escu|eanu|wicz|vych|vić|ovic|zada|zadeh|nejad|khah|zai|uddin|eddin|ullah|"
    r"mariam|michael|selassie|giorgis|medhin|haimanot|(?:n|k|[^p]r|im|ip)ov|ova|eva))"
    r"|(?:abd(?:ul|el|ur|al)|gh?ebre|habte|wolde|haile)[a-z]{2,}"
)

SURNAMES = frozenset(
    part for name in (_NORDIC + _ELSEWHERE).split() for part in name.split("-") if len(part) > 1
)
"""Every part of every name, in lower case."""


def sounds_like_a_surname(word: str) -> bool:
    """Say whether a word in lower case ends as most Swedish surnames do, so that it counts beside a given name.

    Examples
    --------
    >>> sounds_like_a_surname("exempelström"), sounds_like_a_surname("skolan")
    (True, False)
    """
    return word in SURNAMES or _ENDING.fullmatch(word) is not None
