// Headers in South Slavic, Baltic and further Asian languages, Georgian, Catalan and Icelandic, and similar ones that mean something else.
import { describe, expect, test } from "vitest";
import { knownHeader } from "../../../src/csv/mapping/known-headers.ts";
import { allLanguages } from "../../../src/csv/mapping/languages/all-languages.ts";
import { learnLanguages } from "../../../src/csv/mapping/languages/words-in-use.ts";

learnLanguages(allLanguages);

// The headers of each kind, with a bar between them.
const headers: Readonly<Record<string, string>> = {
  email: `E-pošta|Adresa e-pošte|E-mail adresa|Elektronička pošta|Имејл адреса|E-poštni naslov|Elektronski naslov|Имейл|
    Имейл адрес|Електронна поща|Е-пошта|El. paštas|Elektroninio pašto adresas|E-pasts|E-pasta adrese|E-posti aadress|
    E-post|อีเมล|ที่อยู่อีเมล|อีเมล์|ईमेल|ईमेल पता|ई-मेल|ایمیل|پست الکترونیک|آدرس ایمیل|ელფოსტა|ელ-ფოსტა|ელ. ფოსტა|E-mel|
    Alamat e-mel|Correu electrònic|Adreça electrònica|Netfang|Tölvupóstur|E-pošta korisnika|Имейл на клиента|
    Kliento el. paštas|Klienta e-pasts|Kliendi e-post|อีเมลลูกค้า|ग्राहक ईमेल|ایمیل کاربر`,
  externalUserId: `ID korisnika|Broj člana|Šifra kupca|Korisnički ID|Број корисника|ID uporabnika|Številka stranke|
    Članska številka|ID на потребителя|Клиентски номер|Клиентски №|Факултетен номер|Kliento kodas|Vartotojo ID|
    Nario numeris|Klienta numurs|Lietotāja ID|Biedra numurs|Kasutaja ID|Kliendinumber|Liikme number|รหัสสมาชิก|รหัสลูกค้า|
    หมายเลขสมาชิก|รหัสนักศึกษา|उपयोगकर्ता आईडी|ग्राहक संख्या|सदस्य आईडी|شناسه کاربر|شماره مشتری|کد مشتری|شماره دانشجویی|
    მომხმარებლის ID|კლიენტის კოდი|წევრის ნომერი|ID Pengguna|No. Ahli|Codi de client|Núm. de soci|ID d'usuari|
    Notandanúmer|Auðkenni notanda`,
  name: `Ime i prezime|Prezime i ime|Puno ime|Име и презиме|Ime in priimek|Име и фамилия|Трите имена|Целосно име|
    Vardas, pavardė|Vardas ir pavardė|Vārds, uzvārds|Vārds un uzvārds|Ees- ja perekonnanimi|Täisnimi|Kliendi nimi|
    ชื่อ-นามสกุล|ชื่อ นามสกุล|ชื่อเต็ม|पूरा नाम|नाम|نام و نام خانوادگی|نام کامل|სახელი და გვარი|სახელი, გვარი|Nama Penuh|
    Nom i cognoms|Nom complet|Fullt nafn|Nafn`,
  registrationDate: `Datum registracije|Registriran|Datum učlanjenja|Датум регистрације|Datum včlanitve|Ustvarjeno|
    Дата на регистрация|Създаден на|Датум на регистрација|Registracijos data|Sukūrimo data|Narys nuo|Reģistrācijas datums|
    Izveidots|Reģistrēts|Registreerimise kuupäev|Registreeritud|Loodud|วันที่สมัคร|วันที่ลงทะเบียน|วันที่สร้าง|पंजीकरण तिथि|
    पंजीकरण की तारीख|تاریخ عضویت|تاریخ ثبت نام|تاریخ ایجاد|რეგისტრაციის თარიღი|შექმნის თარიღი|Tarikh pendaftaran|
    Data de registre|Data d'alta|Data de creació|Skráningardagur|Stofnað`,
  lastLoginDate: `Zadnja prijava|Poslednja prijava|Posljednja prijava|Datum zadnje prijave|Zadnji pristup|Последња пријава|
    Zadnji dostop|Последно влизане|Последен вход|Последна активност|Последна најава|Paskutinis prisijungimas|
    Paskutinio prisijungimo data|Paskutinį kartą prisijungė|Pēdējā pieteikšanās|Pēdējais apmeklējums|
    Pēdējās pieteikšanās datums|Viimane sisselogimine|Viimase sisselogimise aeg|Viimati sisse logitud|เข้าสู่ระบบล่าสุด|
    เข้าสู่ระบบครั้งล่าสุด|ใช้งานล่าสุด|अंतिम लॉगिन|पिछला लॉगिन|آخرین ورود|تاریخ آخرین ورود|آخرین بازدید|ბოლო შესვლა|
    ბოლო ვიზიტი|Log masuk terakhir|Darrer accés|Última connexió|Darrer inici de sessió|Síðasta innskráning|Síðast innskráður`,
  firstName: "Osobno ime|Собствено име|Eesnimi|ชื่อจริง|पहला नाम|نام کوچک|Nama pertama|Eiginnafn",
  lastName: `Prezime|Презиме|Priimek|Фамилия|Pavardė|Uzvārds|Perekonnanimi|นามสกุล|उपनाम|نام خانوادگی|გვარი|Cognoms|
    Nama keluarga|Eftirnafn`,
  username: `Korisničko ime|Корисничко име|Uporabniško ime|Потребителско име|Vartotojo vardas|Naudotojo vardas|Lietotājvārds|
    Lietotāja vārds|Kasutajanimi|Kasutajatunnus|ชื่อผู้ใช้|उपयोगकर्ता नाम|نام کاربری|მომხმარებლის სახელი|Nama pengguna|
    Nom d'usuari|Notandanafn`,
  none: `OIB|JMBG|Broj računa|Broj telefona|Datum rođenja|Zadnja narudžba|Zadnja izmjena|Tvrtka|Naziv tvrtke|Adresa|Број телефона|
    Datum rojstva|Davčna številka|Телефонен номер|Дата на раждане|Последна поръчка|Фирма|Asmens kodas|Telefono numeris|
    Gimimo data|Paskutinis užsakymas|Įmonė|Personas kods|Tālruņa numurs|Dzimšanas datums|Pēdējais pasūtījums|Uzņēmums|
    Isikukood|Telefoninumber|Sünnikuupäev|Viimane tellimus|Ettevõte|เบอร์โทร|หมายเลขโทรศัพท์|วันเกิด|สั่งซื้อล่าสุด|บริษัท|ที่อยู่|
    รหัสผ่าน|รหัสไปรษณีย์|เลขบัตรประชาชน|फ़ोन नंबर|जन्म तिथि|पता|अंतिम आदेश|कंपनी का नाम|कंपनी|شماره تلفن|کد ملی|کد پستی|
    تاریخ تولد|آخرین سفارش|شرکت|آدرس|ტელეფონის ნომერი|დაბადების თარიღი|ბოლო შეკვეთა|კომპანია|პირადი ნომერი|მისამართი|
    No. telefon|Tarikh lahir|No. kad pengenalan|Telèfon|Data de naixement|Darrera comanda|Empresa|Adreça|Població|Kennitala|
    Símanúmer|Fæðingardagur|Fyrirtæki`,
};

for (const [kind, list] of Object.entries(headers)) {
  describe(kind === "none" ? "no field" : kind, () => {
    test.each(list.split(/\s*\|\s*/))("%s", (header) => {
      expect(knownHeader(header)?.kind ?? "none").toBe(kind);
    });
  });
}
