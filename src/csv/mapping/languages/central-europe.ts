// Lists header words in Czech, Slovak, Hungarian and Romanian.
import type { LanguageWords } from "./language-words.ts";

const czech: LanguageWords = {
  email: `e-mailová_adresa emailová_adresa e-mailové_adresy el_pošta elektronická_pošta elektronická_adresa mailová_adresa
    adresa_e-mailu adresa_elektronické_pošty e-maily`,
  user: `uživatel uživatele uživatelské uživatelský uživateli zákazník zákazníka zákaznické zákaznický klient klienta
    klientské klientský člen člena členské členský student studenta žák žáka účastník účastníka odběratel odběratele
    pacient pacienta`,
  account: "účet účtu osoba osoby zaměstnanec zaměstnance kontakt kontaktní",
  number: "id číslo č čís kód identifikátor identifikační_číslo",
  userId: `identifikátor jedinečné_id externí_id univerzitní_číslo učo uživatelské_id členské_číslo zákaznické_číslo`,
  key: "osobní_číslo os_číslo os_č osobní_č zaměstnanecké_číslo kód zákazník člen klient",
  name: `jméno celé_jméno jméno_a_příjmení jméno_příjmení příjmení_a_jméno příjmení_jméno zobrazované_jméno
    zobrazené_jméno plné_jméno jméno_uživatele_celé jm_a_příjm`,
  bareName: "jméno",
  firstName: "křestní_jméno křestní jméno_křestní první_jméno",
  lastName: "příjmení rodné_příjmení přijmení příjm",
  username: "uživatelské_jméno přihlašovací_jméno přezdívka už_jméno login uživ_jméno",
  last: "poslední posledního naposledy naposled posl",
  visit: `přihlášení přihlášen přihlášený přihl přístup přístupu návštěva návštěvy aktivita aktivity aktivní viděn viděno
    použití login loginu`,
  registered: `registrace registrován registrováno registrovaný zaregistrován zaregistrováno registrován_od vytvoření vytvořeno
    vytvořen založení založeno založen vznik vzniku členem_od člen_od zákazníkem_od zákazník_od přidán přidáno
    přidání vloženo připojení připojil_se zápis zapsán vytvoření_účtu založení_účtu účet_vytvořen`,
  date: "datum dne den čas datum_a_čas doba dat k od",
  link: "a o od do v na se",
  own: "adresa hlavní primární kontaktní přihlašovací výchozí",
  sort: "soukromý soukromá osobní pracovní firemní domácí školní",
  others: `nadřízený nadřízeného vedoucí vedoucího šéf šéfa manažer manažera učitel učitele třídní vyučující trenér trenéra
    poradce majitel majitele pronajímatel pronajímatele vlastník vlastníka rodič rodiče zákonný_zástupce
    zákonného_zástupce matka matky otec otce opatrovník vytvořil upravil změnil změněno_kým přiřazeno přidělen
    odpovědná_osoba obchodník obchodníka makléř lékař lékaře manžel manželka asistent asistenta doporučil pozval
    garant školitel schvalovatel autor autora odesílatel příjemce ředitel ředitele kontaktní_osoba`,
};

const slovak: LanguageWords = {
  email: `e-mailová_adresa emailová_adresa el_pošta elektronická_pošta mailová_adresa adresa_e-mailu e-maily
    elektronická_adresa`,
  user: `používateľ používateľa používateľské používateľský užívateľ užívateľa užívateľské zákazník zákazníka zákaznícke
    zákaznícky klient klienta klientske člen člena členské študent študenta žiak žiaka účastník účastníka odberateľ
    odberateľa pacient pacienta`,
  account: "účet účtu osoba osoby zamestnanec zamestnanca kontakt kontaktný",
  number: "id číslo č čís kód identifikátor identifikačné_číslo",
  userId: "identifikátor jedinečné_id externé_id členské_číslo zákaznícke_číslo",
  key: "osobné_číslo os_číslo os_č zamestnanecké_číslo kód zákazník člen klient",
  name: `meno celé_meno meno_a_priezvisko meno_priezvisko priezvisko_a_meno priezvisko_meno zobrazované_meno
    zobrazené_meno plné_meno`,
  bareName: "meno",
  firstName: "krstné_meno krstné prvé_meno",
  lastName: "priezvisko priezv",
  username: "používateľské_meno užívateľské_meno prihlasovacie_meno prezývka login",
  last: "posledné posledný posledná posledného poslednej naposledy",
  visit: `prihlásenie prihlásenia prihlásený prístup prístupu návšteva návštevy aktivita aktivity aktívny videný použitie
    login`,
  registered: `registrácia registrácie registrovaný registrované zaregistrovaný zaregistrované registrovaný_od vytvorenie
    vytvorenia vytvorené vytvorený založenie založenia založené vznik vzniku člen_od členom_od zákazník_od
    zákazníkom_od pridaný pridané pridania pripojenie zápis vytvorenie_účtu vytvorenia_účtu založenia_účtu
    účet_vytvorený`,
  date: "dátum dňa deň čas dátum_a_čas doba k od",
  link: "a o od do v na sa",
  own: "adresa hlavný primárny kontaktný prihlasovací predvolený",
  sort: "súkromný súkromná osobný pracovný firemný domáci školský",
  others: `nadriadený nadriadeného vedúci vedúceho šéf šéfa manažér manažéra učiteľ učiteľa triedny vyučujúci tréner
    trénera poradca majiteľ majiteľa prenajímateľ vlastník vlastníka rodič rodiča rodičia zákonný_zástupca
    zákonného_zástupcu matka matky otec otca opatrovník vytvoril upravil zmenil priradené pridelený zodpovedná_osoba
    obchodník maklér lekár lekára manžel manželka asistent odporučil pozval garant školiteľ schvaľovateľ autor
    odosielateľ príjemca riaditeľ riaditeľa kontaktná_osoba`,
};

const hungarian: LanguageWords = {
  email: `e-mail-cím email-cím e-mail_címe email_címe elektronikus_levélcím levelezési_cím_e-mail villámposta drótposta
    mailcím mail-cím e-levél elektronikus_posta e-mailcím`,
  user: `felhasználó felhasználói ügyfél ügyfelek vásárló vásárlói vevő vevői tag tagi tanuló tanulói diák hallgató
    hallgatói résztvevő feliratkozó előfizető páciens`,
  account: "fiók fiókja személy munkatárs munkavállaló dolgozó kapcsolattartó kapcsolat",
  number: "id azonosító azonosítója szám száma sorszám kód kódja azon az",
  userId: `azonosító egyedi_azonosító külső_azonosító ügyfélszám tagszám vevőszám vevőkód ügyfélkód neptun-kód neptun_kód
    oktatási_azonosító`,
  key: "törzsszám dolgozói_törzsszám személyügyi_szám munkavállalói_azonosító dolgozói_kód kód ügyfél vevő tag",
  name: `név teljes_név teljes_neve neve megjelenítendő_név megjelenített_név vezeték-_és_keresztnév
    vezetéknév_keresztnév családi_és_utónév családi_név_és_utónév név_teljes`,
  bareName: "név",
  firstName: "keresztnév utónév keresztneve utóneve",
  lastName: "vezetéknév családnév családi_név vezetékneve családneve",
  username: "felhasználónév felhasználói_név belépési_név login_név becenév bejelentkezési_név",
  last: "utolsó legutóbbi utoljára legutóbb legutolsó",
  visit: `belépés belépése belépett belépési bejelentkezés bejelentkezése bejelentkezett bejelentkezési hozzáférés
    hozzáférése látogatás látogatása aktivitás aktivitása aktív látva tevékenység`,
  registered: `regisztráció regisztrációja regisztrált regisztrálás regisztrálva regisztrációs létrehozás létrehozása
    létrehozva létrejött létrehozási csatlakozás csatlakozása csatlakozott csatlakozási feliratkozás feliratkozott
    felvétel felvéve hozzáadva hozzáadás tagság_kezdete tag_óta ügyfél_óta belépés_a_klubba fiók_létrehozása`,
  date: "dátum dátuma dátumának idő ideje időpont időpontja nap napja kelte mikor időbélyeg ideje_utc",
  link: "a az és",
  own: "cím címe elsődleges fő kapcsolattartási bejelentkezési alapértelmezett",
  sort: "magán privát személyes munkahelyi céges otthoni iskolai hivatali üzleti",
  others: `felettes felettese vezető vezetője főnök főnöke menedzser menedzsere tanár tanára osztályfőnök oktató oktatója
    edző edzője tanácsadó bérbeadó tulajdonos tulajdonosa szülő szülője gondviselő gondviselője anya anyja apa apja
    gyám létrehozta módosította szerkesztette hozzárendelt felelős felelőse ügyintéző ügyintézője értékesítő
    üzletkötő orvos orvosa házastárs asszisztens ajánló meghívó mentor mentora témavezető jóváhagyó szerző feladó
    címzett igazgató`,
};

const romanian: LanguageWords = {
  email: `adresă_de_email adresa_de_email adresa_email adresă_email adresa_e-mail adresa_de_e-mail poștă_electronică
    poșta_electronică adresa_de_poștă_electronică adresă_de_e-mail e-mailul emailul`,
  user: `utilizator utilizatorului utilizatorul client clientului clientul membru membrului student studentului elev
    elevului cursant cursantului participant participantului abonat abonatului pacient pacientului`,
  account: "cont contului persoană persoanei angajat angajatului contact",
  number: "id nr număr numărul cod codul identificator identificatorul",
  userId: "identificator identificator_unic id_unic id_extern număr_matricol nr_matricol cod_client cod_utilizator",
  key: "marcă marca_angajat cod_angajat număr_angajat cod client membru",
  name: `nume nume_complet numele_complet nume_și_prenume nume_prenume prenume_și_nume prenume_nume nume_afișat numele
    numele_și_prenumele nume_de_afișat nume_si_prenume`,
  bareName: "nume numele",
  firstName: "prenume prenumele",
  lastName: "nume_de_familie numele_de_familie",
  username: "nume_utilizator nume_de_utilizator numele_de_utilizator poreclă nume_de_autentificare",
  last: "ultima ultimul ultimei ultimului ultim cea_mai_recentă recent",
  visit: `autentificare autentificări autentificării conectare conectări conectării logare logări logării accesare
    accesări acces accesului vizită vizite vizitei activitate activității login intrare sesiune`,
  registered: `înregistrare înregistrării înregistrat înregistrată înscriere înscrierii înscris înscrisă creare creării creat
    creată crearea înregistrarea înscrierea membru_din membru_de_la client_din client_de_la alăturare alăturării
    adăugat adăugării crearea_contului creării_contului creare_cont cont_creat data_adăugării`,
  date: "data dată dată_și_oră data_și_ora ora momentul la din timp",
  link: "de a al la din pe și în ului",
  own: "adresă adresa principal principală primar contact conectare",
  sort: "personal personală privat privată serviciu muncă profesional acasă școală birou firmă",
  others: `manager managerului șef șeful șefului superior supervizor responsabil responsabilului profesor profesorului
    profesoară diriginte dirigintelui învățător antrenor antrenorului consilier consilierului proprietar
    proprietarului părinte părintelui părinți mamă mama mamei tată tata tatălui tutore tutorelui creat_de
    modificat_de actualizat_de atribuit alocat agent agentului medic medicului soț soție urgență asistent referit
    recomandat invitat_de director directorului autor expeditor destinatar îndrumător mentor`,
};

export const centralEuropeanWords: readonly LanguageWords[] = [czech, slovak, hungarian, romanian];
