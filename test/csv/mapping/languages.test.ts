// Headers in languages beside the dictionary's nine, as systems there write them, and similar ones that mean something else.
import { describe, expect, test } from "vitest";
import { knownHeader } from "../../../src/csv/mapping/known-headers.ts";
import { allLanguages } from "../../../src/csv/mapping/languages/all-languages.ts";
import { learnLanguages } from "../../../src/csv/mapping/languages/words-in-use.ts";

learnLanguages(allLanguages);

// The headers of each kind, with a bar between them.
const headers: Readonly<Record<string, string>> = {
  email: `E-postadress|E-post|Användarens e-post|Kundens e-postadress|E-mailadresse|E-mail adresse|
    Brugerens e-mail|E-postadresse|Sähköposti|Sähköpostiosoite|Asiakkaan sähköposti|S-posti|
    E-mailová adresa|E-mail uživatele|El. pošta|Emailová adresa|E-mail zákazníka|
    Emailová adresa používateľa|E-mail-cím|E-mail cím|Felhasználó e-mail címe|Adresă de email|
    Adresa de e-mail|Email client|E-posta adresi|Kullanıcı e-postası|E-Posta|Müşteri e-posta|
    Электронная почта|Адрес электронной почты|Эл. почта|E-mail клиента|Почта|Електронна пошта|Ел. пошта|
    Електронна адреса|Пошта користувача|Ηλεκτρονικό ταχυδρομείο|Διεύθυνση ηλεκτρονικού ταχυδρομείου|
    Διεύθυνση email|Ηλ. Διεύθυνση|البريد الإلكتروني|عنوان البريد الإلكتروني|البريد الالكتروني للعميل|
    כתובת דוא"ל|דואר אלקטרוני|אימייל|כתובת מייל|이메일|이메일 주소|고객 이메일|전자 우편|Địa chỉ email|
    Email khách hàng|Thư điện tử|Alamat email|Surel|Alamat surel|Email pelanggan`,
  externalUserId: `Användar-ID|Kundnummer|Kundnr|Medlemsnr.|Elev-ID|Bruger-ID|Kundenr.|Medlemsnummer|Bruker-ID|
    Kundenummer|Elevnummer|Käyttäjä-ID|Asiakasnumero|Jäsennumero|Asiakasnro|Opiskelijanumero|
    ID uživatele|Uživatelské ID|Číslo zákazníka|Zákaznické číslo|ID zákazníka|Členské číslo|
    ID používateľa|Číslo klienta|Felhasználó azonosító|Felhasználói azonosító|Ügyfélszám|Vevőkód|
    Ügyfélazonosító|ID utilizator|Cod client|Nr. client|Număr matricol|Kullanıcı ID|Kullanıcı No|
    Müşteri No|Üye No|Öğrenci No|Müşteri Kodu|Cari Kodu|ID пользователя|Номер клиента|Код клиента|
    Идентификатор пользователя|ID користувача|Код клієнта|Номер клієнта|Αναγνωριστικό χρήστη|
    Κωδικός πελάτη|Αρ. πελάτη|Αριθμός μητρώου|معرف المستخدم|رقم العميل|رقم العضوية|رقم الطالب|מזהה משתמש|
    מספר לקוח|מס' לקוח|מספר חבר|회원번호|고객 ID|회원 번호|학번|고객번호|사용자 ID|Mã khách hàng|Mã học viên|Mã người dùng|
    Mã KH|Mã số sinh viên|ID Pengguna|Nomor Anggota|Kode Pelanggan|NIM|NIS|ID Member|No. Anggota`,
  name: `Namn|Fullständigt namn|Användarens namn|Navn|Fulde navn|Fullt navn|Nimi|Koko nimi|Asiakkaan nimi|
    Celé jméno|Jméno a příjmení|Jméno zákazníka|Celé meno|Meno a priezvisko|Teljes név|Név|Ügyfél neve|
    Nume complet|Nume și prenume|Nume client|Ad Soyad|Adı Soyadı|İsim|Müşteri adı|ФИО|Полное имя|
    Имя клиента|Имя|ПІБ|Повне ім'я|Ім'я клієнта|Ονοματεπώνυμο|Όνομα πελάτη|Πλήρες όνομα|الاسم الكامل|
    اسم العميل|الاسم|שם מלא|שם הלקוח|이름|성명|고객명|회원 이름|Họ và tên|Họ tên|Tên khách hàng|Nama Lengkap|Nama|
    Nama Pelanggan|Nama siswa`,
  registrationDate: `Registreringsdatum|Registrerad|Skapad|Skapad den|Medlem sedan|Kontot skapat|Oprettet|Oprettelsesdato|
    Oprettet den|Tilmeldingsdato|Registreringsdato|Opprettet|Registrert dato|Registrert|Medlem siden|
    Rekisteröitynyt|Rekisteröitymispäivä|Luotu|Luontipäivä|Liittymispäivä|Liittymispvm|Datum registrace|
    Registrován|Vytvořeno|Datum vytvoření|Registrován od|Dátum registrácie|Vytvorené|Dátum vytvorenia|
    Regisztráció dátuma|Regisztráció ideje|Regisztrált|Létrehozva|Létrehozás dátuma|Data înregistrării|
    Data înscrierii|Creat la|Data creării|Înregistrat la|Kayıt tarihi|Üyelik tarihi|Oluşturulma tarihi|
    Kayıt Tarihi ve Saati|Дата регистрации|Зарегистрирован|Дата создания|Создан|Дата добавления|
    Дата реєстрації|Зареєстровано|Створено|Дата створення|Ημερομηνία εγγραφής|Ημ/νία εγγραφής|
    Ημερομηνία δημιουργίας|Εγγραφή|تاريخ التسجيل|تاريخ الإنشاء|تاريخ الانضمام|تاريخ انشاء الحساب|
    תאריך הרשמה|תאריך הצטרפות|תאריך יצירה|נוצר בתאריך|가입일|가입일시|등록일|등록일자|생성일|가입 날짜|Ngày đăng ký|Ngày tạo|
    Ngày tham gia|Thời gian tạo|Tanggal Daftar|Tanggal Pendaftaran|Tgl Daftar|Dibuat pada|Tanggal dibuat|
    Bergabung sejak|Tanggal bergabung`,
  lastLoginDate: `Senaste inloggning|Senast inloggad|Senaste åtkomst|Senast aktiv|Senaste besök|Sidste login|
    Seneste login|Sidst logget ind|Seneste adgang|Sidste besøg|Siste innlogging|Sist innlogget|
    Siste pålogging|Sist aktiv|Siste tilgang|Viimeisin kirjautuminen|Viimeksi kirjautunut|
    Viimeisin käynti|Viimeksi aktiivinen|Viimeksi käyttänyt|Viimeisin kirjautumisaika|
    Poslední přihlášení|Naposledy přihlášen|Poslední přístup|Datum posledního přihlášení|
    Posledné prihlásenie|Naposledy prihlásený|Posledný prístup|Dátum posledného prihlásenia|
    Utolsó belépés|Utolsó bejelentkezés|Utolsó belépés dátuma|Utolsó hozzáférés|Legutóbbi bejelentkezés|
    Ultima autentificare|Ultima conectare|Data ultimei conectări|Ultima accesare|Ultimul login|
    Ultima logare|Son giriş|Son giriş tarihi|Son oturum açma|Son erişim|Последний вход|
    Дата последнего входа|Последнее посещение|Последняя активность|Последний вход в систему|
    Последняя авторизация|Останній вхід|Дата останнього входу|Остання активність|Останнє відвідування|
    Τελευταία σύνδεση|Ημερομηνία τελευταίας σύνδεσης|Τελευταία είσοδος|Τελευταία πρόσβαση|آخر تسجيل دخول|
    آخر دخول|تاريخ آخر دخول|آخر نشاط|آخر ظهور|כניסה אחרונה|התחברות אחרונה|תאריך כניסה אחרונה|
    פעילות אחרונה|최근 로그인|마지막 로그인|최근 접속일|마지막 접속|최종 로그인 일시|최근 로그인 일시|Đăng nhập lần cuối|Lần đăng nhập cuối|
    Đăng nhập gần nhất|Truy cập gần nhất|Lần truy cập cuối|Ngày đăng nhập cuối|Login terakhir|
    Terakhir login|Akses terakhir|Tanggal login terakhir|Kunjungan terakhir`,
  firstName: `Förnamn|Fornavn|Etunimi|Křestní jméno|Keresztnév|Prenume|Ilk ad|Prenumele|الاسم الأول|שם פרטי|
    Nama depan|Krstné meno`,
  lastName: `Efternamn|Etternavn|Sukunimi|Příjmení|Priezvisko|Vezetéknév|Nume de familie|Soyadı|Фамилия|Прізвище|
    Επώνυμο|اسم العائلة|שם משפחה|성|Họ|Nama belakang`,
  username: `Användarnamn|Brugernavn|Brukernavn|Käyttäjätunnus|Uživatelské jméno|Používateľské meno|
    Felhasználónév|Nume utilizator|Kullanıcı adı|Логин|Имя пользователя|Логін|Ім'я користувача|
    Όνομα χρήστη|اسم المستخدم|שם משתמש|사용자명|Tên đăng nhập|Nama pengguna`,
  none: `Kontonummer|Personnummer|Telefonnummer|Tilinumero|Hesap No|Číslo účtu|رقم الهاتف|רقم|전화번호|
    Số điện thoại|Nomor telepon|TC Kimlik No|Rodné číslo|Født|Syntymäaika|Doğum tarihi|Дата рождения|
    تاريخ الميلاد|תאריך לידה|생년월일|Ngày sinh|Tanggal lahir|Datum narození|Születési dátum|Data nașterii|
    Ημερομηνία γέννησης|Senaste order|Sidste køb|Viimeisin tilaus|Poslední objednávka|Utolsó rendelés|
    Son sipariş tarihi|Последний заказ|آخر طلب|최근 주문일|Đơn hàng cuối|Pesanan terakhir|Senast ändrad|
    Son güncelleme|Последнее изменение|Viimeksi muokattu|Firma|Namn på företag|Название компании|회사명|
    Tên công ty|Nama perusahaan|Адрес|Adress|주소|Địa chỉ|Alamat|Naslov|Название|Номер телефона|Код товара|
    상품코드|Mã sản phẩm|Mã đơn hàng|Kode Pos|Kode barang|Номер заказа|Tilausnumero|Ordernummer|Ordrenummer|
    Rendelésszám|Sipariş No`,
};

for (const [kind, list] of Object.entries(headers)) {
  describe(kind === "none" ? "no field" : kind, () => {
    test.each(list.split(/\s*\|\s*/))("%s", (header) => {
      expect(knownHeader(header)?.kind ?? "none").toBe(kind);
    });
  });
}
