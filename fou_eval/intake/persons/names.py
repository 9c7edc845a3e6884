"""First names and surnames that are common in Sweden, to recognise a person in a text or an id.

The lists were typed for this purpose from what is commonly known; they find the ordinary cases and no more.
"""

_FIRST = """
adam adnan agneta ahmad ahmed aida aina aisha albin aleksandra alex alexander alexandra alfred algot ali alice alicia
alma alva alvin amal amanda amina amir amira amy anders andrea andreas anette angelica anita anja ann anna anneli
annelie annette annika anton antonia arne arvid astrid august axel bassam barbro beatrice benjamin bengt berit bertil
birgit birgitta bjarne björn bo bodil bosse britt britta camilla carina carin carl carolina caroline catarina
cecilia charlotta charlotte christer christian christina clara claes conny cornelia dag dagmar daniel daniela david
dennis diana ebba eddie edith edvin edward elena elias elin elina elisa elisabet elisabeth ella ellen ellinor elliot
elsa elvira emelie emil emilia emma emmy emre erik erika ester eva evelina fadi fatima fatma felicia felix filip
filippa folke fredrik frida fridolf frans gabriel gabriella georg gerd gudrun gun gunilla gunnar gunnel gustaf gustav
göran gösta halima hamza hanna hannah hannes hans harald harry hassan hedda hedvig helen helena helene helga henrik
henry hilda hilma hugo hussein ibrahim ida inga ingela inger ingegerd ingemar ingrid ingvar irene iris isa isabella
isabelle isak ivan jakob jan jane janne jasmin jeanette jennie jennifer jenny jens jesper jessica jimmy joakim joel
johan johanna johannes johnny jonas jonathan jonna jonny josef josefin josefine julia julian julius juni jörgen kaj
kajsa kalle karin karl karolina katarina katja kenneth kent kerstin khadija khalid kim kjell klara klas krister
kristian kristina kristoffer lars lasse leif leila lena lennart leo leon leonard levi lilja lilly lina linda
linn linnea linnéa linus lisa lisbeth loke lotta louise love lova lovisa lucas ludvig luna lukas lydia madeleine
magdalena magnus mahmoud maj maja majken malin malte manuel marcus margareta margit maria mariam marianne marie marika
markus marta martin martina mary maryam mathias mathilda matilda mats mattias maud max maximilian melissa melker
melvin merima mia micael michael michaela mikael mila milla milo milton minna mira miriam moa mohamed mohammad
mohammed mona monica monika morgan muhammad mustafa my märta nadia nadja natalie nathalie nellie nelly niklas nils
nina noa noah noel nora nour nova novalie oliver olivia olle olof olov omar oscar oskar otto ove patricia patrik paul
paulina pelle per pernilla peter petra philip pia pontus ragnar rasmus rebecka regina reza richard rikard robert
robin roger roland rolf ronja rosa rune rut ruth saga sahra said salma sam samir samira samuel sandra sanna sara sarah
sebastian selma sigrid sigvard simon siri siv sixten sofia sofie sofija sol solveig sonja stefan stella sten stig stina
sune susann susanna susanne svante svea sven sverker sylvia sören tage tanja teo teodor thea theo therese theodor
thomas tilda tilde tim tindra tobias tomas tommy tony tora tove tuva tyra ulf ulla ulrica ulrika urban ursula valdemar
valter vanessa vera veronica veronika victor victoria viggo viktor viktoria vilgot vilhelm ville vilma vincent viola
vira wilhelm william wilma wilmer yasmin yngve yonas yusuf yvonne zahra zainab zara zeinab zlatan åke åsa älva östen
"""
_LAST = """
abdi abdullah abrahamsson ahlberg ahlgren ahlström ahmed alexandersson ali almgren andersson andreasson aronsson
arvidsson asplund axelsson backlund backman backström bengtsson berg bergfors bergman bergqvist bergstrand bergström
berggren berglund björk björklund björkman blom blomberg blomqvist bodin boman borg boström brandt bäckström carlsson
claesson dahl dahlberg dahlgren dahlin dahlström danielsson davidsson ek ekberg ekdahl eklund ekman ekström
eliasson engström enström ericsson eriksson falk fors forsberg forslund forsman fransson fredriksson friberg frid
gabrielsson granberg grönlund gunnarsson gustafsson gustavsson göransson hall hallberg hanssen hansson hassan hedberg
hedin hedlund hedman hellström hellberg henriksson hermansson holm holmberg holmgren holmqvist holmström hosseini
håkansson hägglund höglund isaksson ismail israelsson ivarsson jakobsson jansson jensen jeppsson johannesson johansson
johnsson jonasson jonsson josefsson jönsson karlsson khalil khan kjellberg kovac kovacevic kristiansson larsen larsson
lind lindahl lindberg lindblad lindblom lindell lindgren lindholm lindkvist lindqvist lindroth lindstrand lindström
ljung ljungberg ljunggren lund lundberg lundgren lundin lundkvist lundqvist lundström löfgren löfqvist magnusson
malmberg martinsson mattsson melin modig mohamed mohammed molin moberg månsson mårtensson nguyen nielsen nilsson norberg
nordin nordström norén norling nyberg nygren nyström nyman olofsson olsson omar oskarsson ottosson palm paulsson
persson petersson pettersson pålsson ros rosén rosengren rydberg samuelsson sandberg sandgren sandin sandström
sjöberg sjödin sjögren sjölund sjöström skoglund sjölin stenberg strand strandberg strömberg ström sundberg sundin
sundqvist sundström svensson söderberg södergren söderlund söderström thorsson torstensson tran wahlberg wallin
wikström wiklund viklund vikström åberg åkesson åström öberg öhman österberg östlund östman
"""
_WORDS = """
adam alex amal august berg björn bo blom borg dag ek falk fors frid gun hall holm ida iris isa jan juni kim klara
lena leo levi lilja lind liv lova love luna lund maj max mira my mona mila molin noa nova per ros rosa rut
saga sam sol sten stella stig strand ström svea tage tim tora tove tuva urban vera viola älva ove nour said modig reza
"""

FIRST_NAMES = frozenset(_FIRST.split())
SURNAMES = frozenset(_LAST.split())
NAMES = FIRST_NAMES | SURNAMES
ORDINARY_WORDS = frozenset(_WORDS.split())
"""Names that are also ordinary words, abbreviations or months; alone they prove nothing."""
