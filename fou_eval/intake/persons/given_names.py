"""Given names that are common in Sweden, of children and grown-ups, from many countries.

Typed for this purpose from what is commonly known, with accents left out; a list of spellings, of no persons.
"""

_NORDIC = """
adam adele adelina adrian agda agnes agneta agnieszka albert albin alex alexander alexandra alfhild alfons
alfred algot alice alicia alida alina allan alma alva alvar alve alvhild alvin amadeus amanda amelia amelie
amy anders andre andrea andreas andrew anette angela angelica angelika anita anja ann ann-britt ann-charlotte
ann-christin ann-louise ann-marie ann-sofie anna anna-karin anna-lena anna-lisa anna-maria annabelle annacarin
annalena anne anneli annelie annette annie annika annmarie anny ansgar anton antonia arne arnold arnulf aron
artur arvid asbjörn aslaug assar astri astrid august aurora axel barbara barbro beata beatrice bella bengt
bengt-ake benita benjamin bente berit bernhard bernt bert berta bertil bianca birger birgit birgith birgitta
birthe bjarke bjarne bjorn björn bo bodil borje bosse brita britt britt-marie britta brittmarie bror bruno
börje børge børje cally camilla carin carina carl carl-erik carl-fredrik carl-gustaf carl-johan carla carolina
caroline carsten casper caspian catarina catharina cathrine catrin cecilia celine charles charlie charlotta
charlotte chloe christel christer christian christina christine christofer christoffer christopher cilla claes
clara clas claudia claus colin conny cornelia crister dag dagmar dagny dan daniel daniela danielle dante david
davida denise dennis desiree diana dick didrik disa douglas ebba ebbe eddie edgar edit edith edla edmund
edvard edvin edward egon einar eira elena eleonor eleonora elias elin elina elinor elis elisa elisabet
elisabeth elise elizabeth ella ellen ellie ellinor elliot elliott ellis elly elma elmer elna elof elov elsa
elsie elton elvin elvina elvira elvis embla emelie emil emilia emilie emily emma emmy emrik emy enar engla
enok eric erica erik erika erland erlend erling ernfrid ernst esaias eskil essy estelle ester estrid eugen eva
eva-britt eva-lena evald evelina evert evy ewa fabian fanny felicia felix fia filip filippa filippus finn
fiona flemming flora folke frank frans fred freddie freddy frede fredrik fredrika freja freya frida frideborg
fridolf fritiof frode georg george gerd gerda gerhard gert gertrud gerty ghita gideon gilbert gitte glenn gorm
gote gotthard greta grete gretel gudmundur gudrid gudrun gullan gun gun-britt gunborg gunhild gunhilda gunilla
gunnar gunnel gunvald gunvi gunvor gustaf gustav göran gösta göta göte haakon hakon hallvard halvard hampus
hanna hannah hanne hannele hannes hanny hans hans-erik harald harriet harry hasse havard hedda hedvig heidi
heimer helen helena helene helga helge helmer henning henny henric henrietta henrik henry herbert herman hilda
hilde hildegard hilding hillevi hilma hjalmar hjalte holger hrafn hroar hubert hugo håkan håvard ida idun ilse
inez inga inga-lill ingalill ingbritt inge ingebjørg ingeborg ingebrigt ingegard ingegerd ingegjerd ingegärd
ingela ingemar inger ingmar ingrid ingvar ingvor irene iris irma isa isabel isabella isabelle isak iselin
isolde ivan ivar iwar jack jackie jacob jacqueline jacques jakob james jan jan-erik jane janet janina janne
jannike jarl jasmin jasmine jean jeanette jeff jennie jennifer jenny jens jerker jerry jesper jessica jessie
jessika jill jim jimmie jimmy joakim joar joel johan johanna johannes john johnny jolin jon jonas jonatan
jonathan jonna jonny jordan josef josefin josefina josefine joseph josephine joshua juha juho jukka julia
julian juliana julie juliette julius juni justina justus jytte jöns jörgen jörn jørgen jørn kai kaisa kaj
kajsa kalle karen karin karl karl-axel karl-erik karl-gustav karl-johan karla karolina karoline karsten kaspar
kasper katarina kate katharina kathrine katja katrin katrine kattis keith kelly ken kennet kenneth kenny kent
kerstin kevin kicki kikki kim kine kjell kjell-åke kjellfrid kjersti kjerstin kjetil klara klas klaudia klaus
klemens knut kolbjørn konrad kristel krister kristian kristin kristina kristine kristofer kristoffer kurt kåre
laila lars lars-erik lars-göran lars-olof lars-åke lasse laura lauritz laust lea leah leena leffe leia leif
leila leiv lena lennart lennox leo leon leona leonard leonardo leonhard leopold liam lidia lilian lilja lill
lillemor lillian lilly lily lina linda linn linnea linnéa linus lisa lisbet lisbeth lise liselott liselotte
lisen lo lois loke lola lotta lotten lotty louis louise lova love lovis lovisa luca lucas lucia ludde ludvig
luis lukas luna lycke lydia lykke mabel madeleine madelen madicken mads magda magdalena maggan magne magnus
mai maia maj-britt maj-lis maja majbritt majken malena malin malou malte malva malvin manda manfred manne
manuel manuela marcel marcus mareike margareta margaretha margit margith margot margret mari maria maria-lena
marian mariana marianne marica marie marie-louise marielle marika marina marine mario marion marit marita
marius markus marlene marre marta marte marthin martin martina mary matheo mathias mathilda mathilde matilda
matilde mats matteo matteus mattias mattis matts maud maurits max maximilian maximus maya medina mejken melina
melinda melissa melker melvin melwin mette mia micael michael michaela michelle mikael mikaela mike mikkel
milan mildred miles mileva milian milla mille milly milo milou milton mimmi mina minea minna minnie mira
miranda miriam mirja mirjam moa molly mona monica monika monique morgan morris morten märit märta märtha
mårten nanna nanny naomi natalia natalie nataly nathalie nathan nathaniel nellie nelly nelson neo nettan
nichlas nicholas nick nicklas niclas nico nicolai nicole nicolina niels nike niklas nikola nikolaj nikolas
nikole nils nils-erik nils-olof nina ninni noah noel noelia noelle nomi noomi nora norah nore norma nova
novalie odd oddbjørn oddvar oden ofelia ola olaf olav ole olga oliver olivia olle ollie olof olov osborn oscar
oskar osvald otilia ottilia otto ove owe paal palle pamela patric patricia patrick patrik paul paula paulina
pauline pehr pelle penny peo per per-erik per-olof per-olov percy pernilla peter petra petri petronella petrus
petter philip philippa pia pierre pim pirre pontus poul preben primus rafael ragge ragna ragnar ragnheidur
ragnhild ragnvald rakel ralf ralph ramona rasmus rebecca rebecka reidar reidun reine renate rene renee richard
rickard rikard rita roald roar robban robert roberto robin roffe roger roland rolf rolv romeo ronald ronja
ronny rosa rosalie rosanna rose rose-marie rosemarie rosmarie roy ruben rudolf runa rune rurik rut ruth ryan
saga sally salomon sam samantha samson samuel sander sandra sanna sanne sara sarah saskia sebastian sebban
sebbe selina selma seth seved severin sibylla sickan sid siegfried siewert sigbjørn sigbritt sigfrid sigge
signe sigrid sigrun sigurd sigurjon sigvard sigyn silas silja silvia simon simone sindre siri sisela sissel
siv sivan siw sixten snorri sofi sofia sofie sol solbritt solfrid solveig solvig sonja sonny sophia sophie
staffan stefan stefanie steffo steinar stella stellan sten sten-åke stephan stephanie stephen steve steven
stian stig stig-erik stina stine storm sture styrbjörn sune susan susann susanna susanne svante svea svein
sven sven-erik sven-olof sven-åke svenne sverker sverre sylve sylvia sylwia synnöve syster sölve sören søren
tage tanja tara tea ted teddy tekla teo teodor teresa terese teresia terje thea thelma theo theodor theodora
theres therese theresia therése thilda thom thomas thor thora thorbjörn thordis thore thorild thorsten thorunn
thure thyra tilda tilde tilly tim timmy timo timothy tina tindra tintin tirza titti tobias toivo tom tomas
tommie tommy tone toni tony tor tora toralf torbjörn torbjørn tord tore torgny torkel torleif tormod torstein
torsten torvald totte tova tove trine tristan trond troy trude truls tryggve trygve ture tuss tuula tuva tyge
tyko tyr tyra uffe ulf ulla ulla-britt ulla-karin ulric ulrica ulrik ulrika uno urban ursula valborg valdemar
valentin valentina valeria valter vanessa vanja vega vendela venus vera verner veronica veronika vibeke vicky
victor victoria vidar vide vieno vigdis viggo viking viktor viktoria viktorine vilda vilde vilgot vilhelm
vilhelmina vilja ville vilma vilmer vincent viola violet virginia vivan viveca viveka vivi vivian vivianna
vivianne wendela wera werner wictor wiktor wilda wilgot wilhelm wilhelmina wilhelmine wille william willmer
willy wilma wilmer winston wolfgang ylva yngvar yngve yvonne zacharias zackarias zander zebastian zelda zelma
älva ågot åke åsa åse åshild öjvind örjan östen öyvind øystein øyvind
"""
_ARABIC_AND_NEAR = """
aadan abas abbas abdalla abdallah abdalle abdelaziz abdelhakim abdelkader abdelkarim abdellah abdelmajid
abdelmalek abdelrahman abderrahim abderrahmane abdi abdi-rahman abdifatah abdihakim abdikadir abdinasir
abdirahman abdirashid abdo abdul abdulaziz abdulbaki abdulbekir abdulkadir abdulla abdullah abdullahi
abdulrahman abed abir abshir abu abuukar adan adel adem adil adile adna adnan adnane afnan afrah afsaneh aftab
ahlam ahlem ahmad ahmed ahmet aicha aida aisa aisha ajla akram alaa alan ali aliou aliya aliyah aliye almaz
alparslan alper alperen amaal amal aman amar amara amin amina aminata amine amir amira amirah ammar amna amro
anab anas anes anisa anissa anwar arash arda areej areen arez ari arian arin arman armin armina arslan arwa
arya aryan asad asal asena ashkan asia asiya asli aslihan asma asmaa asmaan asmahan asra assia aston asuman
ata atefeh ates atilla ava awa awat axado axmed aya ayaan ayaanle ayan ayanle ayat ayda aydan aydin ayham ayla
aylin ayman aymen aynur ayoub ayse aysegul aysel aysenur aysha aysun aytac ayuub aza azad azadeh azar azeddine
aziz aziza azra babak bachir badr bahadir bahar bahman bakari banu baraa baran baris bariş basel bashar
bashiir bashir basim basma bassam bassel batuhan bayan bedia behnam behrouz behzad bekir belgin belkacem
belkis berat berfin berivan berk berkay berna betul beyan beyza bijan bilaal bilal bilan bile bilel binta
birol birsen bisan boran bouchra brahim bugra bulent bunyamin burak burcin burcu burhan bushra busra caasha
cabdalla cabdi cabdifataax cabdikariim cabdiqaadir cabdirashiid cabdiraxmaan cabdullaahi cabdulqaadir cagla
caglar caisha cali canan candan cansu cavidan cawaale celal cemal cemalettin cemil cemile cengiz cevat cevdet
ceyda chia chiman chinar chro cigdem cige ciise coskun cosob cumali cumar cusmaan daahir dahabo dalal dalia
dalmar damla dana danial danya daria darin darya dastan daud davut dawit dawood deeqa deeqo defne delal delnia
deniz deniza deria derya devrim didem dijar dilan dilara dilek dilman dilnaz dilvin dina diyana diyar djamel
djamila djilali doaa dogan donya dounia duaa dunia dunya duygu ebrahim ebru ebyan ece eda edris eedo efe eissa
ekrem elaf elahe elcin elhadj elham elif elmi elnaz elvan elyas emad eman emel emin emina emine emir emira
emrah emran emre enes enver erdal erdem eren erfan ergin erhan erkan ermias erol ersin esat esma esra essa
ethem evren eyad eylem eyub ezgi faadumo faarax fadi fadil faduma fadumo faduumo fadwa fahad faheem fahiima
fahima fahmi fahri faisal faiza faouzi farah farax fardowsa farduus fares farhad farhan farhia fariba farid
farida fariha faris farnaz farouk farshad fartun faruk farzad farzaneh fathi fathia fatiha fatima fatimah
fatma fatme fatna fatos fatou fatouma fatoumata fatuma fawad fawzia faysal fehmi ferda fereshteh ferhat feride
ferit feven fevzi feyruus fidan figen fikret filiz filsan fiori firas firat fouad fowsiya fuad fuat funda
furkan fusun gabriella gamze garad geedi gelareh ghada ghaith ghassan ghazal ghazaleh ghina givara gizem gokce
gokhan golnaz gonca gonul gulan gulay gulcan guldane guled guleed guler gulistan gulnur gulsah gulsen gulsum
gulten gunay gunes gurkan guuleed guven habaane haben habib habiba habibe habibullah habon hadi hadia hadil
hadjer hafsa hafsah haidar haider hajar hajra hakan hakim hakima hakki haldun halgan halil halima halimo haluk
hamad hamdi hamed hameed hamid hamida hamide hamsa hamse hamza hamzah hana hanaa hanad hanadi hanan hanane
handan hande hani hania hanin hanna haris harun hasan hasanin hashem hasibe hassan hassane hasti hatice havva
hawa hawo hawraa haya hayat haydar hayder hayet hazem heba hedi hejar helin hend hermon hero hevin hewa heybe
hiba hibaaq hibaq hibo hicham hichem hidayet hidir hikmet hilal hind hinda hiwa hodan homa hooman houda houria
houssem huda hulusi hulya husam husamettin huseyin husmen husniye hussain hussam hussein ibraahim ibrahim
ibtisam iclal idiil idil idman idris ifraax ifrah ihab ihsan ikraan ikram ilayda ilhaan ilham ilhan ilias
iliyas ilkay ilker ilknur ilyas imad iman imane imene imran inas inaya inci intisaar intisar ipek iqra irem
irfan isa isaac ishaq ismaaciil ismael ismahaan ismahan ismail ismet israa issa iyad iyas izzet jaamac jaber
jabir jafar jaffar jahan jalal jamaal jamac jamal jameel jamil jamila jamilah jamilo jana janna jannat jasim
jassim javad jawad jawaher jehad jian jibriil jihad jihan jinan jiyan joana joud jude judi judy juma jumana
juwan kaamil kadar kadir kadriye kajin kaled kaltuun kamal kamaran kamel kamil kamila kamran karam karim
karima karwan karzan kasim kaveh kawa kawthar kazim kemal kenan kerem kerim keyvan khadar khadidja khadiija
khadiijo khadija khadra khaled khalid khalida khaliil khalil khawla khayra kheira kian kiana kibrom kidane
kidist kinan kiros kivanc koray korkut kosar kourosh kowsar kubra kursat lahcen lale lamia lamine lara larin
latifa latife layan layla leen levent leyla leylo lias liban liibaan liin lila lina loay loubna louisa louiza
loujain lounes luay lubna lujain lutfiye luul lynda maad maalik magan mahad mahamed mahammed mahamuud mahan
mahbod mahdi mahir mahmod mahmood mahmoud mahmud mahmut mahnaz mahsa mahtab maida maimuna majd majed majid
makbule malaika malak malek malik malika manahil manal manar mansour mansur marah maral maram mariam mariama
marwa marwan marwo maryam maryan masoud masoumeh masud matin maxamed maxamuud maya mazen medhat mehdi mehmet
mehran mehrdad mehtap melat melek melike melis meltem merhawi meriem meron mert merve meryem messaoud mesut
metin mevlut milad mina minoo miray mirza mizgin moayad moaz moein moez mohamad mohamed mohammad mohammed
mohamud mohanad mohsen mokhtar mona monir morteza mostafa mouloud mouna mounia mounir mourad moussa muammer
mubarak muge muhamed muhammad muhammed muhammet muhannad muhsin muhterem muhubo mujde mujgan mujtaba mukaddes
mukhtaar muna munir munira muno murad murat murathan musa musab musliim muslum mussa mustafa mustapha muuse
muxubo muzaffer muzamil myriam nabil nabila naciima nadeem nader nadia nadim nadin nadine nadir nadira nadja
nadjet nael nagihan nahid nahla nahom naila naima najah najat najib najim najma najwa nalan narges nargiz
narin nasim nasir nasra nasrin nasser nassim nassima natnael navid nawal nawar nawel nazan nazanin nazdar
nazim nazli nazmiye nebahat necati necla necmettin neda nejla nermin nese neslihan nesrin nesrine nevin newroz
nidal nihad nihal nihan nikan nilgun nilufer nima nimcaan nimco nimet nimo ninos nisa nisrin nisrine niyan
nizamettin nizar noor noora nora nouara nour noura noureddine nouri nur nura nuradiin nuradin nuran nuray
nurcan nurettin nurgul nurhan nuri nuriye nursel nurten nuur nuura obaida odai oguz oguzhan okan oktay ola
olcay olfat omar omer omid omran onder onur orcun orhan osama osmaan osman otman ouassila oumar oussama ozan
ozge ozgur ozkan ozlem parham parisa parsa parvin parwin payam pelin perihan pervin peshang peyman pinar polat
pouya qadan qadir qadra qasim qays qorane quman raaxo rabah rabia rachid radia rafal rafat raghad rahaf raheem
rahel rahim rahima rahime rahma rahmo rahwa rajab ramadan raman ramazan rami ramiz ramlo ramtin ramy ramzi
rana raneem rania ranim raouf rasha rashad rashid rasit rasoul rawad rawan rayan rayane rayyan razan rebaz
rebin recep redouane reem refik reham reima rekar remas remziye reyhan reza rezan rhizlane riad ridvan rim
rima rimaz rita riyad riyam rizgar roble rochdi roda rodo roj rojda rojin rola rona ronahi ronak roni ropin
rosha roshan roya rozerin rozhin rukiye ruqaya ruqiya ruqiyo ruwayda rym saad saadia saado saba sabah
sabahattin saban sabiha sabir sabrin sabrina sabriye sacdiya saciid saddam sadeq sadettin sadia sadik sadio
sadiq sadiya sadullah saed saeed safa safaa safak safia safiya safura sagal sahal sahar sahra said saida saif
saja sajad sajid sajjad sakariye sakina salah salam saleh salem salih saliha salim salima salma salman salwa
samaa samah samaneh samatar sameh samet sami samia samiha samiir samir samira samiya samsam sana sanaa sanaz
saran sardar saria sarim sarkis sarwar savas sawsan saynab seda sedat sefa seham sehnaz sehr selahattin selam
selami selcan selcuk selda selim selin selma semiha semir semira semra senait senol serap sercan serdar serhat
serife serkan serpil sertac seval sevda sevgi sevgul sevil sevilay sevim sevinc seyma sezen sezer sezgin
shaban shabnam shadi shadia shahad shahed shahin shahla shaho shahram shaima shaimaa shakib sham shamis shams
shamsa shamso shan sharif sharifa sharmaake shayan shayma sherif sherin sherko shilan shirin shirwan shno
shorsh shukri siamak sibel sidali sidika siham sihem silya simal simav sina sinan siraj sirwan sivan slimane
smail soad sofiane soha sohail sohrab solin solmaz somaya songul sonia soran soumaya soumia sozan suaad suad
suat sucaad suha suham suhayb suheir suhuur sukaina sukran sukru sulaiman suldan suleekha suleiman suleyman
sultan sumaya sumeya sumeyra sumeyye suna sundus suzan taha tahar tahir tahmina talal talia tamara tamer taner
tansu taous tara tarek tareq tarik tariq tarkan tayfun taym tayyar tea tekin temel teoman tevfik tigist tofik
tuba tufan tugba tugce tugrul tulay tulin tuncay turan turgay turgut turhan turkan ubah ubax ufuk ugaas ugur
umaima umar umit umran umut usama usman utku vahid vedat veli vian vildan viyan volkan wael wafa wafaa wahiba
walaa waleed walid warda wardheere warsame warsan wassila wassim wesam widad wissam xaaji xaawa xaawo xabiiba
xafsa xalimo xamdi xasan xassan xawo xirsi xuseen xuseyn yaasiin yacine yacquub yagmur yahia yahya yalcin
yalda yaman yamina yaqub yara yaran yaren yasar yaseen yasemin yaser yasin yasir yasmin yasmina yasmine yasser
yassin yassine yavuz yaxye yazan yeliz yener yesim yigit yildiray yildiz yilmaz yonas yonca yosef yosief
youcef younes younis yousef yousif yousra youssef youssra yucel yuksel yunus yusef yusra yusuf yuusuf zabi
zafer zaher zahid zahir zahra zahraa zaid zain zainab zakaria zakariya zakariye zaki zakia zamzam zana zanyar
zara zaynab zehra zeina zeinab zeinap zekeriya zeki zekiye zelal zerrin zeyad zeynab zeynep ziad zilan zina
zinar zineb ziyad zohra zohreh zoran zoubida zoulikha zozan zubair zubeyde zuhair zuhal zuhra zuhur zulaikha
zuleyha zulfiye
"""
_ELSEWHERE = """
aada aapo aaro abebe abel abraham adisa admir adriana adriano agata agim agron ahti aila aili ailin ailinn
aimo ainikki aino aki albana alberto albina albulena alejandra alejandro aleks aleksandar aleksander aleksandr
aleksandra aleksanteri aleksej aleksi alen alessandra alessandro alessia alfredo alicja alisa allu alma
almedin almir almira anamaria anastasia anatoli andrei andrej andres andrija andrzej anel anela anes anesa
anette angelina angelo ani ania aniela anisoara anna-liisa anni anniina annika annikki annu annukka antero
anthony antonela antonella antoni antonina antonio antti anttoni anu apinya arben arbnora ardit ari arianit
arijana arja arjeta arkadiusz armando artan arto arttu arturo asko asmir asmira atso aud auli aulis aune avni
axhije bajram barbora bartek bartlomiej bartosz barış beatriz bekim belinda belma ben benedikta berina besart
besnik betim biljana birgitte bismark bjeshka blanka blazej blerim blerina blerta bogdan boglarka boguslaw
bohdan bojan bojana boris borislav bozena branislav branka branko brigitta bruna burim caio carlos carmen
catalina catia cesar chanchai chang chiara chidi cindy claudio constantin constanza cosmin cristian cristiano
cristina cristobal czeslaw dagmara dalibor damian damir danica daniella danijel danijela danilo danuta dariusz
darko dashnor david-leon davor davud deborah dejan delia denis denisa denitsa diego dijana dimitra dimitri
dimitrios dimitris dino dmitri dmitrij dominik dominika dominique donika donjeta dora doris dorota dorotea
dragan dragana drago dragoslav drita dung dusan dushan dzana dzejla dzemila dzenan dzenana dzenita dzevad edi
edin edina edis edita edmond edon edona eduardo edyta eemeli eero eetu eeva eevi egzon eija eikka eila einari
eine eino eira ekaterina elbert eldar eldin eldina elene eleni eliana elias eliisa elina elio elise eliza ella
elma elmedin elmedina elmeri elmir elmira elona elsi elvedin elzbieta ema emanuel emanuela emiliano emina
emmanuel emmi endrit enisa enni enrico enrique ensar ensio enver erblin erja erkka erkki ermin ermina ernesto
ersin erzsebet esa esad eskil esko esmeralda esperanza essi esteban esther eugenia eugeniusz eva-liisa
evangelia eveliina evgenia ewelina fabio fatbardha fatime fatlum fatmir fatos federica federico felipe
ferdinand ferenc fernanda fernando filipe filomena fisnik flamur florence florian florin florina flutura
francesca francesco francisca francisco franco franjo gabor gabriel gabriela gazmend genc geraldine giada
gianni gina giorgio giorgos giovanni giulia giuseppe gloria goce godfrey goran gordana gordon grace grazyna
gregor grigori grzegorz guadalupe guido guillermo halina halyna hamdija hana hanne-mari hannele hanni hannu
hao haris harri hasan haveri heidi heikki heini helena heli helinä helle hellevi helmi hely hena henna henri
henriikka henrikki henryk hien hilkka hong hryhorij hung huong ian iben ida-maria ignacio igor ihor iida iiro
iisakki iivo ilari ilaria ildiko ilir iliriana ilkka ilmari ilmo ilona ilpo ilze imelda immo imre ina inari
indira ines ingars inka inkeri ioana ioannis ionela ionut ira irena irfan irina irja irma irmeli isabela
isidora ismeta isto istvan iulia iva ivana ivica ivo ivona iwona izabela jaakko jaana jacek jadwiga jagoda
jaime jakob jakov jakub jalmari jalo janez jani janja janne jannis janos janusz jari jarkko jarmo jarno
jaroslav jaroslaw jasenka jasmina jasna jasper javier jelena jelica jenna jenni jere jeremias jeremy jerzy
jesus jette jia jimena joanna joao joaquin joel johann johanna jolanta joni jonida joona joonas jorge jorma
jose joseba josip josipa jouko jouni jovan jovana jozef juan juana juanita juha-pekka juhana juhani juho jukka
julieta julio juri jussi justyna jutta juuli juulia juuso jyri jyrki kaarina kaarlo kacper kaija kaisu kalervo
kalevi kalle kamil kamila kari karina karmela karol karri kasia kastriot katalin katarzyna kateryna kati
katica katri katriina kauko kazimierz keijo kemal kerttu khalida kiira kimberly kimmo kinga kirsi kirsti
klaara klaudija klodiana konstantin korab kreshnik kristiina krisztina krystian krystyna krzysiek krzysztof
ksenija kseniya kuba kujtim kyllikki kyösti lamija larisa larissa lasha lassi laszlo laura laurent laurentiu
laureta lauri leandro ledion leena legjenda leila lejla lena leo leo-pekka leokadia leonid leonora leopoldo
leposava lesia leszek letizia libor lidija lidka liisa liisi lilia liliana liljana linh linnea lirie liv-marit
ljiljana ljubica ljubomir ljudmila loredana lorena lorenzo lorik loviisa lovro lubomir lucia luciana luciano
lucija lucjan ludmila ludmilla luigi luisa luiz lukasz lulzim lumturi lyubov maaria maarika maarit maciej
madalina maeva magdalena magdalene mahir mai maija maija-liisa maiju maisa maj-lis maja maksim malgorzata
malwina manda manfredo manuel manuela marcela marcelina marcelo marcin marco marcos marek mareks margarita
margus mariann mariano maribel maricel maricela marija marijana marika marinela marinko marja marjatta marjo
marjut marketta markku marko marla marlon marta martta martti martyn martyna marzena massimo mateja mateo
mateus mateusz mathieu matias matija matleena matthew matthias matti maunu maurice mauricio mauro maximiliano
meeri meho melanija melisa melita mercedes merima meriton merja mervi mevlida mica michail michal miguel
mihaela mihai mihail mihajlo miika mika mikael mikko mikolaj milada milena milica milijana milja miljana milla
milomir milorad milos milosz milovan miloš mimoza minerva minh minja minna minttu miodrag mira mirela mirjami
mirjana mirka mirko mirna mirnes miro miroslav miroslaw mirsad mirsada mirzeta mladen moises momir monalisa
mustafe mykola myroslava nadezda nadiya naim naja natalia natalija nataliya natalja natasa natascha natasha
nazif nea nebojsa nedim nedzad nejra nela nele nemanja nenad nerma nermin nermina nevena nevenka ngoc nguyet
nicolae nicolas nicoleta nihada niilo niina nijaz nikita niklas niko nikodem nikolai nikolaos nikolay nikolina
nikos nina-maria nita njomza noemi noora nurija ognjen oksana olavi oleg oleh oleksandr oleksandra olena
olesya olimpia oliwia olli onni oona orlando orvokki oskar osmo ossi otilija otto outi oxana paavo pablo paivi
paola paolo pascal pasi patrycja patryk pauli pauliina paulius paulo pavel pavle pawel pedro pekka pentti
perica pertti perttu petar pete petri petro petronela petronella petros petru phuong piia pinja piotr pirita
pirjo pirkko plamen pola pradeep predrag priya przemek przemyslaw päivi päivikki quang quynh radek radmila
radoslav radoslaw radovan radu rafaela rafal raija raili raimo rainer raisa rajko rami ramiro ramiza ramon
randi raquel rasim rasmus ratko raul rauni reema reetta refik regina reijo reino remzija renata renato reshat
ricardo rifet riikka riina riitta rikhard rina risto ritva roberta rocio rodrigo roman romana romina ronaldo
roope roosa rosario rosaura roxana rozalia ruslan ryszard saara sabaheta sabina safet saija sakari saku salla
salli salvatore samed sampo samra samu samuli sandeep sandro sanel sanela sanelma sanja sanna-mari sanni
santeri santiago santtu sasa satu sauli sava savo sead sebahate seija selena selim selma-lejla semina senad
senada senka seppo serena sergei sergej sergio serhij shkelzen shpresa shqipe siham siiri silvana silvija simo
simona sini sinikka sinisa siniša sirkka sirkku sirpa sisko slavica slavko slawomir slobodan slobodanka
snezana sofija sofiya soile soini somchai somporn sonja spomenka srdan srdjan stanislav stanislava stanislaw
stanislawa stanka stefania stefanos stella-maria stevan stipe stjepan stoyan suad suada sulejman suvad suvi
suzana svetlana swetlana sylwester szymon taavi taimi taina taisto tamas taneli tanya tapani tapio taras tarik
tarja tarmo taru tatiana tatjana tatu tatyana teemu teija teijo tellervo teppo teresita terhi terho terttu
teuta thanh thao thiago tihana tihomir tiia tiina timea timo timotej tinatin tinja todor toini toma tomasz
tomi tomislav tommaso toni topi toril tran trang trung tuan tudor tuija tuomas tuomo turid tuula tuulia
tuulikki tymon tytti tyyne ulises uljana ulla-maija urho uros urpo urszula uuno vahidin valbona valdet
valentyna valerija valeriy valmir valon valtteri vappu vasil vasile vasilis vasyl vedran veera veeti vehid
veijo veikko veli velibor veljko velma venla vera verneri vernon vesa vesela vesna vicente victorija vieno
viera viivi viktoriia viktorija vilho vilja viljami viljo ville-pekka vilma vilppu violeta violetta virpi vita
vitali vittorio vjosa vlad vladan vladimir vladislav vlado vlatko voitto volodymyr vuk väinö waldemar wanda
weronika wieslaw wieslawa wiktor wiktoria wioletta wladyslaw wojciech xhemile xhevdet ximena yolanda yrjö
yulia yuliia yulija yuri zaneta zbigniew zdenka zdravko zeljka zeljko zenaida zita zlata zlatan zlatko zoe
zofia zoltan zorica zosia zsofia zsuzsanna zuzanna zuzia zvonimir zvonko
"""

GIVEN_NAMES = frozenset(
    part
    for name in (_NORDIC + _ARABIC_AND_NEAR + _ELSEWHERE).split()
    for part in name.split("-")
    if len(part) > 1
)
"""Every part of every name, in lower case."""
