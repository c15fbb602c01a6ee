// Lists header words in Lithuanian, Latvian and Estonian.
import type { LanguageWords } from "./language-words.ts";

const lithuanian: LanguageWords = {
  email: `el_paštas el_pašto el_pašto_adresas elektroninis_paštas elektroninio_pašto elektroninio_pašto_adresas e-paštas
    e-pašto_adresas elektroninis_adresas el_paštu`,
  user: `vartotojas vartotojo naudotojas naudotojo klientas kliento narys nario studentas studento mokinys mokinio dalyvis
    dalyvio prenumeratorius prenumeratoriaus pirkėjas pirkėjo pacientas paciento lankytojas lankytojo`,
  account: "paskyra paskyros asmuo asmens darbuotojas darbuotojo kontaktas kontaktinis",
  number: "id numeris nr kodas identifikatorius",
  userId: "identifikatorius unikalus_identifikatorius išorinis_id unikalus_id",
  key: "tabelio_numeris tabelio_nr darbuotojo_kodas kodas klientas narys",
  name: `vardas vardas_ir_pavardė vardas_pavardė pavardė_vardas pavardė_ir_vardas pilnas_vardas rodomas_vardas
    vardas_pavardė_pilnai`,
  bareName: "vardas",
  firstName: "tikrasis_vardas",
  lastName: "pavardė pavardės",
  username: "vartotojo_vardas naudotojo_vardas prisijungimo_vardas slapyvardis",
  last: "paskutinis paskutinė paskutinį paskutinio paskutinės paskutinį_kartą vėliausias",
  visit: `prisijungimas prisijungimo prisijungė prisijungta apsilankymas apsilankymo lankėsi aktyvumas aktyvumo veikla
    veiklos matytas prieiga prieigos`,
  registered: `registracija registracijos registruotas registruota užsiregistravo sukurta sukurtas sukūrimas sukūrimo narys_nuo
    klientas_nuo vartotojas_nuo pridėta pridėtas pridėjimo įstojimas įstojimo įstojo paskyros_sukūrimo paskyra_sukurta`,
  date: "data datos laikas laiko diena data_ir_laikas nuo",
  link: "ir į su",
  own: "adresas pagrindinis pirminis kontaktinis prisijungimo",
  sort: "asmeninis darbo namų mokyklos įmonės privatus",
  others: `vadovas vadovo viršininkas viršininko vadybininkas vadybininko mokytojas mokytojo mokytoja mokytojos dėstytojas
    dėstytojo treneris trenerio konsultantas konsultanto patarėjas nuomotojas nuomotojo savininkas savininko tėvai tėvų
    mama mamos motina motinos tėvas tėvo globėjas globėjo sukūrė pakeitė redagavo priskirta priskirtas atsakingas
    atsakingo agentas agento gydytojas gydytojo sutuoktinis asistentas pakvietė rekomendavo autorius autoriaus
    siuntėjas gavėjas direktorius direktoriaus kuratorius kuratoriaus mentorius buhalteris advokatas`,
};

const latvian: LanguageWords = {
  email: `e-pasts e-pasta e-pasta_adrese epasts epasta_adrese elektroniskais_pasts elektroniskā_pasta
    elektroniskā_pasta_adrese e-adrese e-pastu`,
  user: `lietotājs lietotāja klients klienta biedrs biedra dalībnieks dalībnieka students studenta skolēns skolēna audzēknis
    audzēkņa abonents abonenta pircējs pircēja pacients pacienta apmeklētājs apmeklētāja`,
  account: "konts konta persona darbinieks darbinieka kontakts kontaktinformācija",
  number: "id numurs nr kods identifikators",
  userId: "identifikators unikālais_identifikators ārējais_id",
  key: "tabeles_numurs tabeles_nr darbinieka_kods kods klients biedrs",
  name: `vārds vārds_uzvārds vārds_un_uzvārds uzvārds_vārds uzvārds_un_vārds pilns_vārds pilnais_vārds attēlojamais_vārds
    rādāmais_vārds`,
  bareName: "vārds",
  firstName: "priekšvārds",
  lastName: "uzvārds uzvārda",
  username: "lietotājvārds lietotāja_vārds segvārds",
  last: "pēdējā pēdējais pēdējās pēdējo pēdējoreiz pēdējā_reize",
  visit: `pieteikšanās pieslēgšanās pierakstīšanās ielogošanās pieslēdzies apmeklējums apmeklējuma aktivitāte aktivitātes
    piekļuve piekļuves redzēts autorizācija autorizācijas ienākšana`,
  registered: `reģistrācija reģistrācijas reģistrēts reģistrēta reģistrējies izveidots izveidota izveide izveides izveidošana
    izveidošanas pievienots pievienošana pievienošanas pievienošanās pievienojies iestāšanās biedrs_kopš klients_kopš
    lietotājs_kopš konta_izveides konts_izveidots`,
  date: "datums datuma laiks laika diena datums_un_laiks kopš",
  link: "un uz ar",
  own: "adrese galvenā primārā kontakta",
  sort: "privātā darba personīgā mājas skolas",
  others: `vadītājs vadītāja priekšnieks priekšnieka menedžeris menedžera skolotājs skolotāja pasniedzējs pasniedzēja treneris
    trenera konsultants konsultanta izīrētājs īpašnieks īpašnieka vecāks vecāki vecāku māte mātes tēvs tēva aizbildnis
    aizbildņa izveidoja mainīja laboja piešķirts atbildīgais atbildīgā kontaktpersona kontaktpersonas aģents aģenta ārsts
    ārsta laulātais asistents ieteica uzaicināja autors autora sūtītājs saņēmējs direktors direktora audzinātājs
    audzinātāja mentors grāmatvedis advokāts`,
};

const estonian: LanguageWords = {
  email: `e-post e-posti e-posti_aadress epost epostiaadress e-maili_aadress e-maili elektronpost elektronposti_aadress
    meiliaadress meil e-postiaadress`,
  user: `kasutaja klient kliendi liige liikme õpilane õpilase üliõpilane üliõpilase osaleja tellija ostja patsient patsiendi
    külastaja`,
  account: "konto isik isiku töötaja kontakt kontakti",
  number: "id number nr kood tunnus identifikaator",
  userId: "identifikaator unikaalne_id väline_id unikaalne_tunnus matriklinumber",
  key: "töötaja_kood personalinumber tööline kood klient liige",
  name: `nimi täisnimi täielik_nimi ees-_ja_perekonnanimi eesnimi_ja_perekonnanimi eesnimi_perekonnanimi
    perekonnanimi_eesnimi perekonnanimi_ja_eesnimi kuvatav_nimi kuvanimi`,
  bareName: "nimi",
  firstName: "eesnimi",
  lastName: "perekonnanimi perenimi",
  username: "kasutajanimi kasutajatunnus hüüdnimi",
  last: "viimane viimase viimati viimatine",
  visit: `sisselogimine sisselogimise sisse_logitud sisselogitud logimine külastus külastuse külastatud aktiivsus aktiivsuse
    aktiivne tegevus nähtud juurdepääs kasutus kasutatud`,
  registered: `registreerimine registreerimise registreeritud registreerus registreerunud loodud loomine loomise liitumine
    liitumise liitus liitunud lisatud lisamise liige_alates klient_alates kasutaja_alates konto_loodud konto_loomise`,
  date: "kuupäev kuupäeva kp aeg aja päev kuupäev_ja_kellaaeg kellaaeg alates",
  link: "ja",
  own: "aadress peamine põhi esmane kontakt",
  sort: "isiklik töö kodune kooli ettevõtte",
  others: `juht juhi juhataja ülemus ülemuse õpetaja klassijuhataja õppejõud õppejõu treener treeneri nõustaja üürileandja
    omanik omaniku vanem vanema vanemad vanemate ema isa hooldaja eestkostja looja muutja määratud vastutaja müüja agent
    arst arsti abikaasa assistent kutsuja soovitaja autor autori saatja saaja direktor direktori juhendaja mentor
    raamatupidaja advokaat`,
};

export const balticWords: readonly LanguageWords[] = [lithuanian, latvian, estonian];
