"""Names, streets and sentences of set C, from what is common in Sweden; drawn part by part, so nobody is meant."""

_GIVEN = (
    "Anna Lena Britt-Marie Gunilla Birgitta Kerstin Marie Camilla Jenny Malin Sara Emelie Alva Wilma Ebba Lars "
    "Karl-Erik Göran Bengt Mikael Fredrik Jonas Marcus Oskar Melvin Noel Åke Östen Kjell Tindra"
)
_FAMILY = (
    "Andersson Johansson Lindqvist Bergström Nyberg Söderlund Hedlund Åkesson Öberg Sjögren Wallin Ekström "
    "Fransson Holmberg Blomqvist Gunnarsson Mårtensson Lundgren Strömberg Isaksson Norén Hjort Björk Dahl"
)
NAMES = (  # given names and family names that are used together
    (_GIVEN, _FAMILY),
    (
        "Rima Nour Hala Rasha Ghada Omar Khaled Bassel Yazan Anas",
        "Al-Khatib Haddad Darwish Al-Ahmad Shahin Kassab",
    ),
    (
        "Hodan Ayaan Ifrah Sagal Hibo Abdirahman Liban Guled Mahad",
        "Warsame Abdullahi Farah Jama Mohamud Osman",
    ),
    (
        "Zainab Shahad Hiba Rusul Haider Mustafa Sajjad Hussein",
        "Al-Jabouri Kadhim Al-Saadi Jasim Abbas Salman",
    ),
    (
        "Päivi Marjatta Tuula Sari Jari Pekka Juhani Timo",
        "Korhonen Virtanen Mäkinen Hämäläinen Lehtonen Niemi",
    ),
    ("Šejla Amra Emina Lejla Nermin Adnan Senad Mirza", "Hadžić Begović Kovačević Delić Mujanović Salihović"),
    ("Shirin Nasrin Parisa Mahsa Reza Behzad Arash Kourosh", "Hosseini Karimi Rahimi Moradi Ebrahimi Jafari"),
    ("Małgorzata Agnieszka Katarzyna Zofia Piotr Paweł Tomasz", "Wójcik Kowalska Nowak Kamińska Zieliński"),
    ("Gülsüm Ayşe Elif Zehra Mehmet Emre Hüseyin Serkan", "Yıldız Demir Öztürk Aydın Çelik Şahin"),
    ("Selam Rahwa Helen Feven Tesfay Filmon Yonas Samuel", "Tekle Ghebremedhin Habte Tesfamariam Kidane"),
    (
        "Zahra Marzia Masoma Fereshta Ali-Reza Esmat Najib Farid",
        "Rezai Ahmadi Mohammadi Hosseini Sharifi Noori",
    ),
)
ROOTS = [
    "Tallmo",
    "Ekbacka",
    "Grävlingsro",
    "Kvarnåsby",
    "Lövlund",
    "Stenhaga",
    "Nyponrosen",
    "Hasselbacka",
    "Ljungheds",
    "Mossängs",
]
ENDINGS = ["vägen", "gatan", "stigen", "gränd", "backen"]
PLACES = ["Ekbyholm", "Tallmora", "Norrlövsta", "Kvarnåsby", "Storängemo"]
FARMS = ["Nybble", "Västra Torp", "Stora Hultet", "Lövåsen Norrgården", "Åkerby Backe", "Övra Kvarnen"]
MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]

NUMBER = (
    "Ny ansökan för {}, handläggs nästa vecka.",
    "Barnet ({}) har börjat på förskola.",
    "{} har inskrivningssamtal kvar att boka.",
    "Se även syskonakten {}",
    "Avser {}. Vårdnadshavare informerad.",
    "mamman hörde av sig ang {} igen",
    "Samtycke finns för barn 2, {}, men inte för barn 1.",
    "Utdrag ur folkbokföringen: {} inflyttad.",
)
CONTACT = (
    "Nås säkrast på {} efter kl 16.",
    "Pappan har bytt, ny kontakt: {}",
    "{} gäller fram till sommaren, sedan okänt.",
    "kontakta kuratorn ({}) om det blir akut",
    "Skicka kallelsen till {}, inte hem.",
    "Hon bad oss anteckna {} som kontaktväg.",
)
HOME = (
    "Familjen flyttar till {} vid månadsskiftet.",
    "Hembesök {}, porten var låst.",
    "Bor tillfälligt på {} hos en släkting.",
    "Ny adress: {}",
    "Post skickas till {} tills vidare.",
    "vi möts utanför {} och går tillsammans",
)
MONEY = (
    "Utbetalning till {} den 27:e.",
    "Bistånd ska sättas in på {} framöver.",
    "Fel konto angivet, rätt är {}.",
    "pengarna gick till {} men pappan har spärrat det",
)
BIRTH = (
    "Yngsta barnet, {}, sover dåligt.",
    "Flicka {} placerad i familjehem.",
    "Pojken, {}, går i förskoleklass.",
    "Fick träffa brodern ({}) för första gången.",
    "aktuellt barn {} enligt BVC",
)
BIRTHDAY = (
    "Mamman berättar att dottern {} och ska ha kalas.",
    "Sonen {}, presentkort beviljat.",
    "barnet {} så mötet flyttas",
)
CASE = (
    "Beslutet överklagat, {}.",
    "Anmälan inkom, {}, skickad till mottagningen.",
    "Se {} för tidigare utredning.",
    "{} avslutades utan åtgärd",
    "Kopia begärd ur {} av ombudet.",
)
DATE = (
    "Mamman ringde {} och var upprörd.",
    "Omhändertagandet skedde {} på kvällen.",
    "Pojken rymde {} men kom tillbaka.",
    "Samtal {}: pappan är bortrest.",
    "domen kom {} och familjen är lättad",
)
NAME = (
    "Samtal med {} om hur det går i skolan.",
    "Pratade med {} efter mötet.",
    "{} uteblev från tiden hos BUP.",
    "Ska boka tid åt {} hos logoped.",
    "Barnet vill bo hos {} på helgerna.",
    "idag ringde {} och avbokade",
    "Närvarande: {}, socialsekreterare och tolk.",
    "Det är {} som ska hämta på fritids.",
)
OWNER = (  # before something that is owned
    "{} mobil är avstängd sedan i tisdags.",
    "Vi ringde {} mamma för att boka om.",
    "Oro för {} skolgång enligt läraren.",
    "Det var {} idé att gå med i fotbollen.",
)
SCHOOL = (
    "Pojken har bytt till {} efter lovet.",
    "Hämtas på {} kl 15 av mormor.",
    "Möte med rektorn, {}, om frånvaron.",
    "{} har gjort en orosanmälan.",
    "hon trivs bättre på {} nu",
)
CAR = (
    "Pappan kom i en vit Volvo, {}.",
    "Bilen {} stod utanför hela natten.",
    "Grannen såg {} köra iväg",
    "Familjens bil ({}) är utmätt.",
)
WEB = (
    "Hon lägger ut bilder på {} varje dag.",
    "Hotfulla meddelanden från {} till mamman.",
    "Skrev till oss via {} i helgen",
    "Filmen ligger på {}, skolan är informerad.",
)
