// Lists header words in Swedish, Danish, Norwegian and Finnish.
import type { LanguageWords } from "./language-words.ts";

const swedish: LanguageWords = {
  email: "e-post e-postadress e-postaddress mejl mejladress mailadress e-mailadress epostadr e-postadr",
  user: `användare användarens användar kund kundens medlem medlemmens medlems elev elevens student studentens studerande
    deltagare deltagarens deltagar prenumerant kontots patient`,
  account: "konto person personens anställd anställds anställdas medarbetare medarbetarens kontakt",
  number: "id nr nummer kod nyckel identitet identifierare",
  userId: "identifierare användaridentitet unikt_id externt_id",
  key: "anställningsnummer anställningsnr anstnr personalnummer anställningsid medarbetarnummer kod kund medlem",
  name: `namn fullständigt_namn hela_namnet helt_namn visningsnamn för-_och_efternamn förnamn_efternamn
    förnamn_och_efternamn efternamn_förnamn efternamn_och_förnamn`,
  bareName: "namn",
  firstName: "förnamn tilltalsnamn fnamn",
  lastName: "efternamn släktnamn enamn",
  username: "användarnamn inloggningsnamn användar-id_inloggning smeknamn alias",
  last: "senaste senast sista sist",
  visit: `inloggning inloggningen inloggad loggade_in inlogg besök besöket besökt åtkomst aktivitet aktiv aktivt sedd
    använd inloggnings påloggning`,
  registered: `registrering registrerad registrerat registrerings registreringen skapad skapat skapades skapande skapandet
    medlem_sedan kund_sedan ansluten anslöt gick_med tillagd upplagd uppläggning inskriven inskrivning
    medlemskap_från användare_sedan kontot_skapat inträde inträdes`,
  date: "datum dag tid tidpunkt den datum_och_tid tidsstämpel",
  link: "s ens ets av för i till på och den",
  own: "adress primär huvudsaklig ordinarie standard kontakt inloggnings",
  sort: "privat arbete arbets jobb hem skola skol kontor företag personlig",
  others: `chef chefen chefens närmaste_chef överordnad lärare lärarens mentor mentorns handledare tränare rådgivare
    hyresvärd hyresvärdens vårdnadshavare vårdnadshavarens förälder förälders föräldrar mamma pappa målsman ägare
    ägarens skapad_av ändrad_av uppdaterad_av tilldelad ansvarig handläggare kontaktperson säljare mäklare läkare
    maka make partner anhörig nödkontakt assistent ombud värvad inbjuden_av hänvisad rektor attestant godkännare
    författare avsändare mottagare ledare gruppchef god_man`,
};

const danish: LanguageWords = {
  email: "e-mailadresse mailadresse e-post e-postadresse mail-adresse mailadr elektronisk_post",
  user: `bruger brugers brugerens kunde kundens kundes medlem medlems medlemmets elev elevs elevens studerende student
    studerendes deltager deltagers deltagerens abonnent patient`,
  account: "konto kontoens person personens medarbejder medarbejders medarbejderens ansat ansattes kontakt",
  number: "id nr nummer kode nøgle",
  userId: "identifikator unikt_id eksternt_id",
  key: "medarbejdernummer medarbejdernr ansættelsesnummer lønnummer lønnr personalenummer kode kunde medlem",
  name: `navn fulde_navn fuldt_navn fuldnavn hele_navn vist_navn visningsnavn for-_og_efternavn fornavn_og_efternavn
    fornavn_efternavn efternavn_fornavn efternavn_og_fornavn`,
  bareName: "navn",
  firstName: "fornavn kaldenavn fornavne fnavn",
  lastName: "efternavn efternavne enavn",
  username: "brugernavn loginnavn login_navn kaldenavn_alias brugerkode",
  last: "sidste seneste sidst senest",
  visit: `login logget_ind logind log_ind indlogning besøg besøgt adgang tilgang aktivitet aktiv set set_online anvendt
    brugt tilgået logon`,
  registered: `oprettet oprettelse oprettelses registreret registrering registrerings tilmeldt tilmelding tilmeldings indmeldt
    indmeldelse indmeldelses medlem_siden kunde_siden bruger_siden tilsluttet tilføjet konto_oprettet indskrevet
    indskrivning`,
  date: "dato dag tid tidspunkt den dato_og_tid tidsstempel pr",
  link: "s ens ets af for i til på og den",
  own: "adresse primær primære hoved standard kontakt login",
  sort: "privat arbejde arbejds hjemme skole kontor firma personlig",
  others: `chef chefens nærmeste_leder leder leders lederens overordnet lærer lærers lærerens underviser vejleder vejleders
    træner rådgiver udlejer udlejers værge forælder forældre forældres mor far ejer ejers oprettet_af ændret_af
    opdateret_af tildelt ansvarlig sagsbehandler kontaktperson sælger mægler læge ægtefælle partner pårørende
    nødkontakt assistent henvist inviteret_af rektor godkender forfatter afsender modtager mentor`,
};

const norwegian: LanguageWords = {
  email: `e-post e-postadresse epostadresse e-postadr mailadresse e-mailadresse epostadr elektronisk_post e-post-adresse`,
  user: `bruker brukers brukerens kunde kundens kundes medlem medlems medlemmets elev elevs elevens student studentens
    studenter deltaker deltakers deltakerens abonnent pasient`,
  account: "konto kontoens person personens ansatt ansattes ansatte medarbeider kontakt",
  number: "id nr nummer kode nøkkel",
  userId: "identifikator unik_id ekstern_id",
  key: "ansattnummer ansattnr ansattid lønnsnummer personalnummer personellnummer kode kunde medlem",
  name: `navn fullt_navn fullstendig_navn hele_navnet visningsnavn for-_og_etternavn fornavn_og_etternavn
    fornavn_etternavn etternavn_fornavn etternavn_og_fornavn`,
  bareName: "navn",
  firstName: "fornavn fornamn fornavne",
  lastName: "etternavn etternamn slektsnavn",
  username: "brukernavn brukarnamn påloggingsnavn innloggingsnavn kallenavn",
  last: "siste sist seneste forrige",
  visit: `innlogging innloggingen innlogget pålogging pålogget logget_inn logget_på besøk besøkt tilgang tilgangen
    aktivitet aktiv sett brukt innloggings påloggings login`,
  registered: `opprettet oppretta opprettelse opprettelses registrert registrering registrerings innmeldt innmelding
    innmeldings påmeldt påmelding medlem_siden kunde_siden bruker_siden tilmeldt ble_med lagt_til konto_opprettet
    innskrevet tilsluttet`,
  date: "dato dag tid tidspunkt den dato_og_tid tidsstempel",
  link: "s ens ets av for i til på og den",
  own: "adresse primær primære hoved standard kontakt innloggings",
  sort: "privat jobb arbeid arbeids hjemme skole kontor firma personlig",
  others: `sjef sjefens nærmeste_leder leder leders lederens overordnet lærer lærers lærerens kontaktlærer veileder
    veileders trener rådgiver utleier utleiers verge foresatt foresatte foresattes forelder foreldre foreldres mor
    far eier eiers opprettet_av endret_av oppdatert_av tildelt ansvarlig saksbehandler kontaktperson selger megler
    lege fastlege ektefelle partner pårørende nødkontakt assistent henvist invitert_av rektor godkjenner forfatter
    avsender mottaker mentor`,
};

const finnish: LanguageWords = {
  email: `sähköposti sähköpostiosoite sähköpostin sposti s-posti spostiosoite s-postiosoite meili meiliosoite
    sähköp_osoite e-mail-osoite email-osoite sähköpostit sähköpostiosoitteet s-posti-osoite`,
  user: `käyttäjä käyttäjän asiakas asiakkaan jäsen jäsenen opiskelija opiskelijan oppilas oppilaan osallistuja
    osallistujan tilaaja tilaajan potilas potilaan`,
  account: "tili tilin henkilö henkilön työntekijä työntekijän yhteyshenkilö yhteystieto",
  number: "id nro numero tunnus tunniste koodi tunnusnumero",
  userId: `tunniste yksilöivä_tunniste tunnistenumero ulkoinen_tunniste ulkoinen_id opiskelijanumero jäsennumero
    asiakasnumero`,
  key: "henkilönumero henkilöstönumero työntekijänumero palkkanumero henk_nro koodi asiakas jäsen",
  name: `nimi koko_nimi kokonimi täydellinen_nimi näyttönimi näytettävä_nimi etu-_ja_sukunimi etunimi_sukunimi
    etunimi_ja_sukunimi sukunimi_etunimi sukunimi_ja_etunimi suku-_ja_etunimi henkilön_nimi`,
  bareName: "nimi",
  firstName: "etunimi etunimet kutsumanimi etun",
  lastName: "sukunimi sukun",
  username: "käyttäjätunnus käyttäjänimi kirjautumistunnus kirjautumisnimi tunnus nimimerkki",
  last: "viimeisin viimeisimmän viimeinen viimeisen viimeksi viime edellinen",
  visit: `kirjautuminen kirjautumisen kirjautunut kirjautumis kirjautumisaika sisäänkirjautuminen sisäänkirjautumisen
    käynti käynnin vierailu käyttö käytön käyttänyt aktiivisuus aktiivinen aktiivisena paikalla nähty istunto login
    pääsy`,
  registered: `rekisteröity rekisteröitynyt rekisteröityminen rekisteröitymisen rekisteröinti rekisteröinnin rekisteröitymis
    luotu luonti luonnin liittynyt liittyminen liittymisen liittymis lisätty lisäys jäsen_alkaen asiakas_alkaen
    jäsenyys_alkoi tili_luotu tilin_luonti ilmoittautunut ilmoittautuminen perustettu perustamis`,
  date: "päivämäärä päivä pvm aika ajankohta päiväys pvm_ja_aika aikaleima hetki klo",
  link: "n ja",
  own: "osoite ensisijainen pää oletus yhteys kirjautumis",
  sort: "yksityinen työ koti koulu toimisto yritys henkilökohtainen",
  others: `esimies esimiehen esihenkilö esihenkilön päällikkö johtaja johtajan opettaja opettajan luokanopettaja valmentaja
    valmentajan neuvonantaja ohjaaja ohjaajan vuokranantaja vuokranantajan huoltaja huoltajan vanhempi vanhemman
    vanhemmat äiti äidin isä isän omistaja omistajan luonut luoja muokannut muokkaaja päivittänyt vastuuhenkilö
    vastuuhenkilön käsittelijä myyjä välittäjä lääkäri puoliso lähiomainen hätäyhteys avustaja suosittelija kutsuja
    rehtori hyväksyjä kirjoittaja lähettäjä vastaanottaja edunvalvoja tuutori mentori`,
};

export const nordicWords: readonly LanguageWords[] = [swedish, danish, norwegian, finnish];
