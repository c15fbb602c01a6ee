// Lists header words in Croatian, Serbian, Slovenian, Bulgarian and Macedonian.
import type { LanguageWords } from "./language-words.ts";

const croatianAndSerbian: LanguageWords = {
  email: `e-pošta e-pošte epošta adresa_e-pošte e-mail_adresa email_adresa adresa_e-maila elektronička_pošta elektroničke_pošte
    adresa_elektroničke_pošte elektronska_pošta elektronske_pošte adresa_elektronske_pošte elektronička_adresa
    elektronska_adresa mejl mejl_adresa imejl imejl_adresa el_pošta e-adresa`,
  user: `korisnik korisnika korisnički korisnička korisnica kupac kupca kupci klijent klijenta član člana članski članska
    članice polaznik polaznika učenik učenika student studenta pretplatnik pretplatnika sudionik sudionika učesnik
    učesnika pacijent pacijenta stranka stranke mušterija`,
  account: `račun računa nalog naloga osoba osobe lice lica zaposlenik zaposlenika zaposleni zaposlenog djelatnik djelatnika
    radnik radnika kontakt kontakta`,
  number: "id broj br šifra oznaka kod identifikator identifikacijski_broj identifikacioni_broj",
  userId: "identifikator jedinstveni_identifikator vanjski_id eksterni_id jmbag broj_indeksa broj_članske_iskaznice",
  key: "matični_broj šifra_zaposlenika osobni_broj šifra korisnik član kupac klijent",
  name: `ime ime_i_prezime ime_prezime prezime_i_ime prezime_ime puno_ime cijelo_ime celo_ime prikazano_ime ime_za_prikaz
    naziv_osobe`,
  bareName: "ime",
  firstName: "osobno_ime lično_ime vlastito_ime",
  lastName: "prezime",
  username: "korisničko_ime nadimak ime_za_prijavu login",
  last: `zadnja zadnji zadnje zadnjeg poslednja poslednji poslednje poslednjeg posljednja posljednji posljednje posljednjeg
    zadnjih`,
  visit: `prijava prijave prijavljen prijavljena prijavljivanje prijavljivanja pristup pristupa posjet posjeta posjete poseta
    posete aktivnost aktivnosti aktivan viđen logovanje logovanja ulaz ulaza ulazak ulaska korištenje korišćenje sesija
    login ulogiran ulogovan`,
  registered: `registracija registracije registriran registrirana registrovan registrovana kreiran kreirano kreiranje kreiranja
    stvoren stvoreno stvaranje stvaranja izrada izrade otvoren otvaranje otvaranja dodan dodano dodat dodato dodavanje
    dodavanja upis upisa upisan pridruživanje pridruživanja pridružen učlanjenje učlanjenja član_od korisnik_od kupac_od
    klijent_od otvaranja_računa kreiranja_naloga otvaranja_naloga`,
  date: "datum datuma dan vrijeme vremena vreme datum_i_vrijeme datum_i_vreme od",
  link: "i u za na s sa je",
  own: "adresa glavna primarna osnovna kontakt prijavna",
  sort: "privatna poslovna osobna lična službena kućna školska radna",
  others: `nadređeni nadređenog voditelj voditelja rukovoditelj rukovoditelja rukovodilac rukovodioca šef šefa menadžer
    menadžera učitelj učitelja nastavnik nastavnika profesor profesora razrednik razrednika mentor mentora trener
    trenera savjetnik savjetnika savetnik savetnika stanodavac najmodavac vlasnik vlasnika roditelj roditelja majka
    majke otac skrbnik skrbnika staratelj staratelja kreirao izmijenio izmenio promijenio dodijeljeno dodeljeno
    odgovorna_osoba odgovorno_lice prodavač prodavatelj agent liječnik liječnika lekar lekara suprug supruga asistent
    preporučio pozvao autor autora pošiljatelj pošiljalac primatelj primalac ravnatelj ravnatelja direktor direktora
    komercijalist odvjetnik advokat`,
};

const serbian: LanguageWords = {
  email: `имејл имејл_адреса е-пошта е-поште адреса_е-поште електронска_пошта електронске_поште адреса_електронске_поште мејл
    мејл_адреса ел_пошта е-маил`,
  user: `корисник корисника кориснички корисница купац купца клијент клијента члан члана чланска чланице полазник полазника
    ученик ученика студент студента претплатник претплатника учесник учесника пацијент пацијента`,
  account: "рачун рачуна налог налога особа особе лице лица запослени запосленог радник радника контакт",
  number: "id ид број бр шифра ознака код идентификатор",
  userId: "идентификатор јединствени_идентификатор број_индекса ид",
  key: "матични_број шифра корисник члан купац клијент",
  name: "име име_и_презиме име_презиме презиме_и_име презиме_име пуно_име цело_име приказано_име име_за_приказ",
  bareName: "име",
  firstName: "лично_име",
  lastName: "презиме",
  username: "корисничко_име надимак",
  last: "последња последњи последње последњег задња задњи задње задњег",
  visit: `пријава пријаве пријављен пријављивање пријављивања приступ приступа посета посете активност активности активан
    логовање логовања улаз улаза сесија`,
  registered: `регистрација регистрације регистрован регистрована креиран креирано креирање креирања отворен отварање
    отварања додат додато додавање додавања упис уписа учлањење учлањења члан_од корисник_од купац_од отварања_налога
    креирања_налога`,
  date: "датум датума дан време времена датум_и_време од",
  link: "и у за на са",
  own: "адреса главна примарна контакт",
  sort: "приватна пословна лична службена школска",
  others: `руководилац руководиоца шефа директор директора менаџер менаџера наставник наставника учитељ учитеља професор
    професора разредни_старешина ментор ментора тренер тренера саветник саветника станодавац власник власника родитељ
    родитеља мајка мајке отац старатељ старатеља креирао изменио додељено одговорно_лице продавац агент лекар лекара
    супруг супруга асистент аутор пошиљалац прималац адвокат`,
};

const slovenian: LanguageWords = {
  email: `e-pošta e-pošte e-poštni_naslov epoštni_naslov elektronski_naslov elektronska_pošta elektronske_pošte
    naslov_e-pošte e-naslov naslov_elektronske_pošte elektronski_poštni_naslov`,
  user: `uporabnik uporabnika uporabnice stranka stranke kupec kupca član člana članska članski naročnik naročnika učenec
    učenca dijak dijaka študent študenta udeleženec udeleženca pacient pacienta`,
  account: "račun računa oseba osebe zaposleni zaposlenega stik stika kontakt",
  number: "id številka št šifra koda oznaka identifikator",
  userId: "identifikator enolični_identifikator vpisna_številka članska_številka zunanji_id",
  key: "matična_številka kadrovska_številka šifra koda",
  name: `ime ime_in_priimek ime_priimek priimek_in_ime priimek_ime polno_ime celotno_ime prikazno_ime ime_za_prikaz`,
  bareName: "ime",
  firstName: "osebno_ime",
  lastName: "priimek",
  username: "uporabniško_ime vzdevek prijavno_ime",
  last: "zadnja zadnji zadnje zadnjega nazadnje",
  visit: `prijava prijave prijavljen dostop dostopa obisk obiska aktivnost aktivnosti aktiven viden vpis vpisa seja uporaba
    uporabe`,
  registered: `registracija registracije registriran registrirano ustvarjen ustvarjeno ustvarjanje ustvarjanja kreiran
    včlanitev včlanitve vpis vpisa vpisan pridružitev pridružitve dodan dodano dodajanja član_od stranka_od uporabnik_od
    odprtje odprtja odprtja_računa`,
  date: "datum datuma dan čas ura datum_in_čas od",
  link: "in v na za ob",
  own: "naslov glavni primarni kontaktni prijavni",
  sort: "zasebni službeni osebni domači šolski poslovni",
  others: `nadrejeni nadrejenega vodja vodje šef šefa menedžer menedžerja učitelj učitelja razrednik razrednika profesor
    profesorja mentor mentorja trener trenerja svetovalec svetovalca najemodajalec lastnik lastnika starš starša starši
    staršev mati matere oče očeta skrbnik skrbnika ustvaril spremenil dodeljeno odgovorna_oseba prodajalec agent
    zdravnik zdravnika zakonec asistent priporočil povabil avtor avtorja pošiljatelj prejemnik ravnatelj ravnatelja
    direktor direktorja odvetnik`,
};

const bulgarian: LanguageWords = {
  email: `имейл имейла имейл_адрес електронна_поща ел_поща адрес_на_електронна_поща емайл е-мейл мейл e-mail_адрес поща
    електронен_адрес и-мейл адрес_на_ел_поща електронна_пощенска_кутия`,
  user: `потребител потребителя потребителски клиент клиента клиентски член члена членски ученик ученика студент студента
    курсист курсиста участник участника абонат абоната пациент пациента купувач купувача`,
  account: "акаунт акаунта профил профила лице лицето служител служителя контакт контактен",
  number: "id ид номер ном № код идентификатор",
  userId: "идентификатор уникален_идентификатор външен_id ид факултетен_номер фак_номер фак_№",
  key: "служебен_номер код клиент член",
  name: `име имена пълно_име име_и_фамилия име_фамилия трите_имена фамилия_и_име фамилия_име показвано_име име_за_показване
    имена_на`,
  bareName: "име",
  firstName: "собствено_име лично_име първо_име",
  lastName: "фамилия фамилно_име",
  username: "потребителско_име псевдоним логин никнейм",
  last: "последно последен последна последния последното последната най-скорошно",
  visit: `влизане влизания вход входа посещение посещения активност активен достъп логване сесия видян виждане логин влязъл
    вписване`,
  registered: `регистрация регистриран регистрирана регистрирано създаден създадена създадено създаване добавен добавена
    добавяне присъединяване присъединен записване записан член_от клиент_от потребител_от създаване_на_акаунт
    създаване_на_профил`,
  date: "дата датата час време ден дата_и_час от",
  link: "на в за и с по",
  own: "адрес основен главен контакт контактен",
  sort: "личен служебен работен домашен фирмен училищен",
  others: `ръководител ръководителя началник началника мениджър мениджъра учител учителя класен преподавател преподавателя
    треньор треньора консултант съветник наемодател наемодателя собственик собственика родител родителя родители майка
    майката баща бащата настойник настойника създал създадено_от създаден_от променен_от променено_от възложен
    възложено отговорник отговорно_лице търговец агент лекар лекаря съпруг съпруга асистент препоръчал поканил автор
    автора подател получател директор директора адвокат счетоводител ментор`,
};

const macedonian: LanguageWords = {
  email: "е-пошта е-адреса електронска_пошта електронска_адреса имејл имејл_адреса мејл адреса_на_е-пошта",
  user: `корисник корисникот корисничка член членот клиент клиентот купувач купувачот ученик ученикот студент студентот
    учесник претплатник`,
  account: "сметка сметката профил профилот лице вработен контакт",
  number: "id ид број бр шифра код идентификатор",
  userId: "идентификатор единствен_идентификатор број_на_индекс",
  key: "матичен_број шифра",
  name: "име име_и_презиме име_презиме презиме_и_име целосно_име полно_име име_за_приказ",
  bareName: "име",
  firstName: "лично_име",
  lastName: "презиме",
  username: "корисничко_име прекар",
  last: "последна последно последен последната последното",
  visit: "најава најавување најавен пристап посета активност активен логирање влез",
  registered: `регистрација регистриран регистрирана регистрирање креиран креирана креирано креирање отворање додаден
    додавање запишување член_од корисник_од клиент_од`,
  date: "датум датумот ден време датум_и_време од",
  link: "на и во за со",
  own: "адреса главна примарна контакт",
  sort: "приватна службена лична работна училишна",
  others: `раководител раководителот менаџер менаџерот наставник наставникот учител учителот професор професорот родител
    родителот мајка татко старател старателот сопственик станодавец доделено креирано_од изменето_од автор директор
    директорот агент лекар ментор тренер советник адвокат`,
};

export const southSlavicWords: readonly LanguageWords[] = [
  croatianAndSerbian,
  serbian,
  slovenian,
  bulgarian,
  macedonian,
];
