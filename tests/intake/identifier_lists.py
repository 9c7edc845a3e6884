"""Spellings of identifiers by kind, and ordinary words, typed from what people write in notes.

Identity numbers stand on birth numbers 980-999, set aside for test numbers; telephone numbers are from the series set
aside for fiction; addresses use the domains of RFC 2606; streets, schools and names are invented or of no one person.
"""

STOPS: dict[str, list[str]] = {
    "pnr": [
        "850709-9805", "8507099805", "198507099805", "19850709-9805", "850709+9805", "850709 9805",
        "850709\xa09805", "850709\u202f-\u202f9805", "850709–9805", "850709—9805", "850709‒9805",
        "850709−9805", "850709/9805", "850709:9805", "850709.9805", "850709_9805", "1985-07-09-9805",
        "1985-07-09 9805", "1985.07.09-9805", "1985 07 09 9805", "19850709 - 9805", "(850709) 9805",
        "850709, 9805", "8 5 0 7 0 9 9 8 0 5", "85 07 09 98 05", "1 9 8 5 0 7 0 9 - 9 8 0 5",
        "8.5.0.7.0.9.9.8.0.5", "\uff18\uff15\uff10\uff17\uff10\uff19\uff19\uff18\uff10\uff15",
        "\u0668\u0665\u0660\u0667\u0660\u0669-\u0669\u0668\u0660\u0665", "85\u200b0709\u20609805",
        "85O7O9-98O5", "8507099805.0", "8507099805,00", "507099802", "507099802.0", "50709-9802",
        "8.507099805E+09", "1,98507099805E+11", "1985-07-09 00:00:00-9805", "09-07-1985-9805", "9/7 1985 9805",
        "P8507099805", "id850709-9805x", "barnet8507099805bor", "FAM_198507099805_1", "850769-9802",
        "SE850709980501", "16850709-9805", "19 85 07 09 98 05", "8 507 099 805", "850 709 9805",
        "8507-0998-05", "850709%2D9805", "ODUwNzA5LTk4MDU=", "850709&#45;9805", "pnr 850709\n-9805",
        "850709-9805/1", '"850709-9805"', "[850709-9805]", "'850709-9805", "850709-9805;850709-9813",
        "850709·9805", "850709 • 9805", "850709*9805", "850709=9805", "850709|9805", "850709~9805", "850709\\9805",
        "850709 nr 9805", "850709 slutnummer: 9805", "850709, kontrollnr 9805", "850769·9802", "850769 nr 9802",
        "9805 850709", "9802 - 850769", "85O7D9-98O5", "8507Ø9-9805",
    ],
    "pnr_wrong": [
        "850709-9801", "19850709-9801",
    ],
    "pnr_foreign": [
        "131052-308T", "310345-9807",
    ],
    "phone": [
        "070-174 06 05", "0701740605", "070 1740605", "070 174 06 05", "(070) 174 06 05", "070.174.06.05",
        "070/174 06 05", "07017 40605", "0701-740605", "+46701740605", "+46 70 174 06 05",
        "+46 (0)70-174 06 05", "0046701740605", "0046 70 174 06 05", "031-390 06 00", "031 390 06 00",
        "08-465 004 00", "08-46500400", "0980-319 200", "040/628 04 00", "+46 8 465 004 00", "+47 22 12 34 56",
        "+45 12 34 56 78", "+358 40 123 4567", "tel 174 06 05", "ring 3900600", "tfn: 390 06 00",
        "Anna0701740605", "mobil:0701740605", "46701740605",
        "08·465·00405", "08_46500405", "040: 6280405", "t:031-3900605", "tel=031/3900605", "46313900605",
        "https://wa.me/46701740605", "0 8 4 6 5 0 0 4 0 5", "0.4.0.6.2.8.0.4.0.5", "0846500405/0846500406",
        "08 465 00405", "040|6280405",
    ],
    "email": [
        "anna.svensson@example.org", "anna\uff20example.org", "anna@ example.org", "anna (at) example.org",
        "anna[at]example.org", "anna(a)example.org", "anna.svensson snabel-a example punkt org",
        "anna at example punkt org", "mailto:a.s@example.org",
    ],
    "street": [
        "Påhittsgatan 5B", "Påhittsvägen 12", "påhittsgatan 5", "Norra Påhittsgatan 12 A", "Påhitts gränd 3",
        "Påhittstorget 7", "Påhittsstigen 4", "Påhittsbacken 9", "Påhittsplan 3", "Påhittsallén 2",
        "Påhitts allé 14", "c/o Andersson", "C/O Xyz", "Stora vägen 117", "PÅHITTSGATAN 12",
        "Björkgången 4 lgh 1102",
        "PÅHITTSESPLANADEN 33", "Påhittsringen15", "bor på Påhittsleden, 15 nu", "Påhittskajen 21:3",
        "Påhittsgr. 12", "Påhittsg. 5",
    ],
    "account": [
        "SE45 5000 0000 0583 9825 7466", "SE4550000000058398257466", "konto 6000-123 456 789",
        "clearing 6000 kontonr 123 456 789", "bankgiro 5050-1055", "bg 5050-1055", "plusgiro 12 34 56-7",
        "kontonummer: 8327-9, 123 456 789-0", "Swish till konto 1234567890",
        "SE45.5000.0000.0583.9825.7466", "SE45-5000-0000-0583-9825-7466", "till SE45 50000000058398257466 nu",
    ],
    "birth_date": [
        "född 12 maj 2009", "född den 12 maj 2009", "f. 2009-05-12", "f. 090512", "född 090512",
        "föddes 12/5 2009", "född: 12/5-09", "födelsedatum 2009-05-12", "fyller år 3/5", "fyller 12 den 3 maj",
        "fyllde 12 år 3/5", "f 25/12-07", "*2009-05-12", "födelsedag: 12 maj", "born 12 May 2009",
        "dob 2009-05-12",
        "fdd 20090512", "född 12052009", "fdd 12/5-09",
    ],
    "ip": [
        "192.168.1.14", "IP 10.0.0.1", "2001:db8::1", "fe80::1ff:fe23:4567:890a",
    ],
    "machine": [
        "00:1B:44:11:3A:B7", "00-1b-44-11-3a-b7",
    ],
    "position": [
        "59.32931, 18.06858", "N 59° 19' E 18° 3'",
    ],
    "passport": [
        "passnr AB1234567", "pass 12345678", "LMA-nr 12-345678",
    ],
    "name": [
        "Anna Svensson", "ANNA SVENSSON", "anna svensson", "Svensson, Anna", "Svensson Anna",
        "Anna-Karin Svensson", "Anna von Xyzström", "Anna K. Xyzab", "Mohamed Ali", "Fatima Al-Hassan",
        "Zlatan Kovačević", "Xyzana Andersson", "AnnaSvensson", "mamma Anna", "läkare Karin Berg",
        "familjen Andersson", "Annas mamma", "A. Svensson", "anna_svensson", "Anna\xa0Svensson", "Åsa Öberg",
        "José García", "Łukasz Nowak", "Ayşe Yılmaz", "Nguyen Van Minh", "Cabdi Xasan",
        "Anna  Xyzab", "ANNA Xyzab", "Xyzan SVENSSON", 'Anna "Ninni" Xyzab', "Anna (Ninni) Xyzab", "(Anna Xyzab)",
        "Xyzan K Xyzab", "Anna och Xyzan Xyzab", "träffade Anna & Xyzan Xyzab", "Xyzan Grabowska", "Xyzan Xyzescu",
        "Xyzan Habtexyzab", "Xyzan Xyzábal",
    ],
}  # fmt: skip
"""What stops, by kind."""

DOUBTS: dict[str, list[str]] = {
    "pnr_part": [
        "850709*9801", "850709 slutnr 9801", "1.98E+11",
        "850709-XXXX", "19850709-XXXX", "850709-****", "850709-", "19850709 -", "850709-98", "850709-980",
        "850709-98051", "850709980", "85070998055", "850709-98XX", "XXXXXX-9805", "******-9805", "850709T123",
        "19850709-TF12", "850709R123", "850709-T123", "1.98507E+11", "8,50709E+09", "sista fyra 9805",
        "slutsiffror 9805", "pnr slutar på 9805",
    ],
    "phone": [
        "701740605", "846500400", "070-174 xx xx",
        "O7O-174O6O5",
    ],
    "email": [
        "anna@example", "anna.svensson@",
    ],
    "date_in_text": [
        "2024-01-15", "2024-01-15 12:30-13:45", "insats 2023-02-01 till 2023-08-31", "den 12 maj 2023", "12/5 2023",
        "2024-01-15 | 1530 | samtal",
        "20120709", "120709", "2012-07-09", "9/7 2012", "9 juli 2012", "09.07.2012",
    ],
    "postcode": [
        "123 45 Storstad", "12345 Storstad", "SE-123 45", "S-123 45 STORSTAD",
    ],
    "school": [
        "Påhittsskolan", "går på påhittsskolan", "Påhitts förskola", "Förskolan Blåklinten",
        "Påhittsgymnasiet", "avdelning Nyckelpigan",
        "Påhittas folkhögskola", "Påhittas resursskola",
    ],
    "case_number": [
        "dnr SOC 2023/00123", "ÄR 2024/123", "mål nr B 123-45", "mål B 1234-22", "dnr 123-2024", "2024/00123",
        "SN-2024-123", "journalnr 123456", "BVC-journal 12345", "LMA-nummer 12-345678", "K123456-23",
    ],
    "url": [
        "https://example.org/a", "www.example.org", "facebook.com/xyz",
    ],
    "plate": [
        "ABC 123", "ABC12D", "regnr abc123",
        "skylt ABC-123",
    ],
    "handle": [
        "@anna_s09", "instagram: annas", "snap: annas09", "användarnamn annsve01",
    ],
    "hash": [
        "d41d8cd98f00b204e9800998ecf8427e", "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    ],
    "initials": [
        "A.S.", "A.S", "mamma K", "Anna S", "A. Xyzab", "signatur AS",
    ],
    "club": [
        "Påhitts IF", "IFK Storstad", "Påhitts kyrka",
    ],
    "birth_date": [
        "född 2009", "född -09", "f. 09", "född i maj", "född i maj 2009",
    ],
    "name": [
        "Anna mår bättre", "pratade med Nurcan", "ringde anna idag", "Idag kom Björn på besök",
        "mamma Dragana", "pappan Xyzan", "lilla Xyzan", "Xyzan (bror)", "fam. Xyzab", "Karins läkare",
    ],
    "street": [
        "bor på Påhittsvägen", "Box 123", "lgh 1102",
    ],
    "capital": [
        "pratade med Xyzan",
        "XyzanXyzab ringde",
    ],
}  # fmt: skip
"""What a person should look at, by kind."""

HARMLESS = [
    "P001", "F12", "T0 T1 T2", "kl 08.30-15.45", "kl 08:30", "08.00–16.30", "mån-fre 08-17",
    "8-12 och 13-17", "vecka 12-15", "v. 34", "45,5 %", "35 procent", "120000 kr", "120 000 kr",
    "1 234 567 kr", "12 500:-", "3 500 SEK", "SFS 2001:453", "11 kap. 1 §", "4 kap 1 § SoL",
    "prop. 2012/13:10", "SOU 2023:45", "SOSFS 2014:5", "HSLF-FS 2017:79", "LVU 2 §", "enligt LSS 9 § 4",
    "läsåret 2023/2024", "2023/24", "vt 2024", "HT-23", "åk 7", "åk 7B", "klass 4", "årskurs 7-9",
    "steg 3 av 7", "3/10", "5 av 10", "SDQ 18; ORS 24,5", "SDQ 120", "ORS 245", "IQ 70-85", "ADHD",
    "ADHD, utredning klar", "BRA", "BUP", "BUP och BVC", "LVU och SoL", "Familjelotsen",
    "kontakt med Familjelotsen", "grundskolan", "särskolan", "Anpassade grundskolan", "gymnasiesärskolan",
    "resursskola", "i förskolan", "Förskolan ringde", "Skolan ringde", "Musikskolan börjar i mars",
    "januari, februari och mars", "Maj månad", "i juni", "Mars var en bra månad", "Hon har mod att fråga",
    "Frid i familjen", "Lilja i fönstret", "Trivs i skolan", "trivs bra", "Vad är viktigt för familjen?",
    "11-15 år", "0-5 år", "genomförandeplan 3", "Genomförandeplan 2", "handlingsplan 4", "Handlingsplan 3",
    "10 mg x 2", "54 mg", "2,5 ml", "0,5 mg", "Concerta 36 mg", "melatonin 3 mg", "3 timmar per vecka",
    "Per vecka: 3 timmar", "25 av 30 poäng", "1234567890123456", "0000000000", "12345", "1000-1500 kr",
    "2 000-3 000", "Insats nr 3", "insats 12", "nr 4", "punkt 3.2.1", "version 1.2.3", "1.0", "3.14159",
    "0,75", "10:30", "t.ex. mat", "bl.a. skolan", "p.g.a. sjukdom", "m.m.", "dvs. hemma", "S.k. hemmasittare",
    "Inga problem", "Hans lärare ringde", "Min son", "Per dag", "Ingen frånvaro", "Björn i skogen",
    "Klara besked gavs", "Dina pengar", "Ville inte", "Stig upp tidigt", "Viola spelas", "Röda Korset",
    "Rädda Barnen", "Försäkringskassan", "från Försäkringskassan", "via Arbetsförmedlingen",
    "hos Socialtjänsten", "Kontakt med Skatteverket", "bor i Sverige", "flyttade från Syrien", "i Stockholm",
    "Göteborg", "Marte Meo", "De Otroliga Åren", "Komet", "Lex Sarah", "lex Maria-anmälan", "Mini-Maria",
    "ESTER-bedömning", "Maria Ungdom", "sportlov vecka 9", "Alla hjärtans dag", "Lucia", "Valborg",
    "midsommar", "Microsoft Teams", "Snapchat", "TikTok", "Excel", "@SUM(A1:A3)", "@ 15 kr", "x", "-", "?",
    "...", "ja/nej", "och/eller", "mamma/pappa", "mamma, pappa och barn", "mamma ringde", "pappa och mormor",
    "Barn A och barn B", "Familj B", "Förälder A", "grupp B", "hepatit B", "vitamin D", "plan B", "nivå 2B",
    "åk 7 B. Skolan", "Autism nivå 1", "Aspergers syndrom", "Downs syndrom", "Föddes för tidigt i vecka 32",
    "född 3 veckor för tidigt", "född med låg vikt", "födda utomlands", "född utomlands", "Vägen till målet",
    "på väg 3 gånger", "steg på vägen", "100 m gång", "parkering 5 kr", "Insatsen pågick i 14 månader",
    "12 månader", "6-12 månader", "100000", "250 000", "30 000 invånare", "10 000 steg", "07:30-08:15",
    "kl. 7.45", "0830-1545", "0700-1530", "tisdagar 15-16.30", "15/1", "15/1 och 22/1", "den 3 maj", "3 maj",
    "maj 2009", "2009", "2009-2011", "1990-talet", "80-talet",
    "1177", "ringde 112", "90 dagar", "kod 99", "9 = vet ej", "T1=6 mån", "Id 17", "B-körkort",
    "id-kort saknas", "pass och id-kort", "konto saknas", "öppnade konto", "nytt konto", "bg saknas",
    "Journalen visar", "ärende avslutat", "beslut 3", "remiss till BUP", "mål 3", "mål 2 och 3",
    "Mål: 5 gånger", "delmål 1-3", "akt 2", "bil 3", "Bilaga 3", "tabell 12", "Box med leksaker",
    "lägenhet på 3 rum", "4 rok 85 kvm", "flyttade till 3:a", "lgh 3 rok", "5 st", "x3", "2x30 min",
    "37,5 grader", "blodtryck 120/80", "BMI 18,5", "längd 132,5", "p-värde 0,03", "M=3,2 SD=1,1", "n = 18",
    "+3", "-2", "+46 %", "0 av 5", "Totalt 20240 kr", "20 240 kr", "telefon saknas", "har ny mobil",
    "ringer varje dag", "ring före kl 10", "sms:a 2 gånger", "mejlar ofta", "e-post fungerar",
    "lösenord glömt", "user experience", "Anv. id saknas", "insta och snap", "Kommunen ger stöd",
    "Enligt Skolverket", "Utredning enligt BBIC", "enligt IBIC", "Hyran 8 500", "El 1 200",
    "Skuld 48 000 till 31 500 kr", "autogiro från mars", "Inget nytt.", "Samtal med rektor",
    "Möte med lärare och rektor", "Mamman berättar", "Pappan deltog", "Uppföljning T1", "Region Skåne",
    "Västra Götaland", "Norra skolan", "Gröna huset", "Kvinnojouren", "Familjecentralen",
    "på Familjecentralen", "SFI kurs C", "SFI-kurs D", "Komvux", "Folkhögskola", "jobbar på Ica",
    "via Polisen", "hos Barn- och ungdomspsykiatrin", "Barnets bästa", "God man förordnad",
    "Ekonomiskt bistånd 7 950 kr", "Bistånd 12 340:50", "Deltog 9 av 62", "F07", "P001-P020", "A1:B3",
    "Q1 2024", "2024 Q1", "Jan-mars", "okt-dec 2023", "10.30-11.15", "1 år 3 mån", "2½ timme", "½ dag",
    "ca 30-40 min", "IVO har inga synpunkter", "Tore inte", "Linnea är en blomma",
    "Lovskola två veckor", "på naturskolan", "Kommunens resursskola", "Folkhögskola i höst",
    "SEK 750 i månaden", "EUR 120", "USD 500", "handlar på Lidl och Willys", "skor från Clas Ohlson",
    "SOS Barnbyar har kontaktats", "BRIS ringde", "Oden och Tor var temat", "läst Harry Potter",
    "Different caseworkers at the social services", "They are at school. Later at home.", "the meeting at work.",
    "Vi valde (a) samtal och (b) stöd", "Svar: 0 2 1 3 2 0 1 1 2 3", "0 1 2 3 4 5 6 7 8 9",
    "| 2.5 | 97.5 | 100 | 200 |", "Promenaden, 15 minuter", "Omgången 2",
    "Skolgången, 3 dagar", "Mätning T1: 5", "Övning. 12 barn deltog", "Hepatit B vaccin", "YouTube och PlayStation",
]  # fmt: skip
"""What points out nobody."""
