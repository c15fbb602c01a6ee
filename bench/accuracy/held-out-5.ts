// Held out a fifth time: languages that no earlier set had, headers of other people, and exports that were damaged before.
const s = (name: string, columns: string, rest: object = {}) => ({ name, columns, ...rest });

export default {
  "held out 5: languages": [
    s(
      "sv medlemmar",
      "Medlemsnummer=num>id; Förnamn=first>first; Efternamn=last>last; E-postadress=email>email; Registrerad=day>since; Senast inloggad=minute>seen",
      { delimiter: ";" },
    ),
    s(
      "da kunder",
      "Kundenr.=num>id; Navn=full>name; E-mailadresse=email>email; Oprettet den=nl>since; Sidste login=nl>seen; Telefon=phone",
      { delimiter: ";" },
    ),
    s(
      "no brukere",
      "Bruker-ID=uuid>id; Fullt navn=full>name; E-post=email>email; Opprettet dato=detime>since; Sist pålogget=detime>seen; Status=Aktiv",
      { delimiter: ";" },
    ),
    s(
      "fi asiakkaat",
      "Asiakasnumero=num>id; Etunimi=first>first; Sukunimi=last>last; Sähköpostiosoite=email>email; Rekisteröitynyt=deshort>since; Viimeksi kirjautunut=deshort>seen",
      { delimiter: ";" },
    ),
    s(
      "cs uživatelé",
      "ID uživatele=num>id; Jméno a příjmení=full>name; E-mailová adresa=email>email; Datum registrace=deshort>since; Poslední přihlášení=deshort>seen; Role=člen",
      { names: "cs", delimiter: ";" },
    ),
    s(
      "sk zákazníci",
      "Číslo zákazníka=code>id; Meno=first>first; Priezvisko=last>last; Emailová adresa=email>email; Dátum registrácie=de>since; Posledné prihlásenie=de>seen",
      { names: "cs", delimiter: ";" },
    ),
    s(
      "hu felhasználók",
      "Azonosító=num>id; Teljes név=full>name; E-mail cím=email>email; Regisztráció dátuma=day>since; Utolsó belépés=minute>seen",
      { delimiter: ";" },
    ),
    s(
      "ro utilizatori",
      "ID utilizator=num>id; Prenume=first>first; Nume de familie=last>last; Adresă de e-mail=email>email; Data înregistrării=de>since; Ultima autentificare=de>seen",
      { delimiter: ";" },
    ),
    s(
      "tr müşteriler",
      "Müşteri No=num>id; Ad Soyad=full>name; E-posta Adresi=email>email; Kayıt Tarihi=de>since; Son Giriş Tarihi=de>seen; Şehir=city",
      { names: "tr", delimiter: ";" },
    ),
    s(
      "ru пользователи",
      "Код пользователя=num>id; ФИО=full>name; Электронная почта=email>email; Дата регистрации=de>since; Последний вход=detime>seen; Город=city",
      { names: "ru", delimiter: ";", encoding: "windows-1251" },
    ),
    s(
      "uk клієнти",
      "Ідентифікатор клієнта=num>id; Ім'я=first>first; Прізвище=last>last; Електронна адреса=email>email; Дата реєстрації=de>since; Останній вхід=de>seen",
      { names: "ru", delimiter: ";" },
    ),
    s(
      "el μέλη",
      "Κωδικός μέλους=num>id; Όνομα=first>first; Επώνυμο=last>last; Ηλεκτρονική διεύθυνση=email>email; Ημερομηνία εγγραφής=eu>since; Τελευταία σύνδεση=eu>seen",
      { delimiter: ";" },
    ),
    s(
      "ar المستخدمون",
      "رقم المستخدم=num>id; الاسم الكامل=full>name; البريد الإلكتروني=email>email; تاريخ التسجيل=day>since; آخر تسجيل دخول=minute>seen",
    ),
    s(
      "he משתמשים",
      "מזהה משתמש=num>id; שם מלא=full>name; דואר אלקטרוני=email>email; תאריך הרשמה=eu>since; כניסה אחרונה=eu>seen",
    ),
    s(
      "ko 회원",
      "회원번호=num>id; 이름=full>name; 이메일 주소=email>email; 가입일=day>since; 최근 접속일=minute>seen; 휴대폰=phone",
    ),
    s(
      "vi khách hàng",
      "Mã khách hàng=code>id; Họ và tên=full>name; Địa chỉ email=email>email; Ngày đăng ký=eu>since; Đăng nhập lần cuối=eutime>seen",
    ),
    s(
      "id pelanggan",
      "ID Pelanggan=num>id; Nama Lengkap=full>name; Alamat Email=email>email; Tanggal Daftar=eu>since; Terakhir Masuk=eutime>seen; Kota=city",
    ),
    s(
      "ca socis",
      "Núm. de soci=num>id; Nom=first>first; Cognoms=last>last; Correu electrònic=email>email; Data d'alta=eu>since",
      { names: "es", delimiter: ";" },
    ),
    s(
      "hr članovi",
      "Šifra člana=num>id; Ime i prezime=full>name; E-pošta=email>email; Datum registracije=de>since; Zadnja prijava=de>seen",
      { names: "cs", delimiter: ";" },
    ),
  ],
  "held out 5: other people": [
    s(
      "parents",
      "Student ID=num>id; Student=full>name; Student Email=email>email; Guardian Email=boss; Homeroom Teacher=boss",
    ),
    s("advisor only", "Learner No=num>id; Learner=full>name; Advisor=boss; Enrolled=day>since"),
    s(
      "line manager se",
      "Anst.nr=num>id; Namn=full>name; Chefens e-post=boss; E-post arbete=email>email; Anställd sedan=day>since",
      {
        delimiter: ";",
      },
    ),
    s(
      "modified by",
      "Record ID=uuid>id; Contact=full>name; Work Email=email>email; Created=isoms>since; Modified By=boss; Owner=boss",
    ),
    s(
      "approver",
      "Worker=num>id; Worker Name=lastfirst>name; Approver Email=boss; Primary Work Email=email>email; Hire Date=us",
    ),
    s("landlord", "Tenant ID=code>id; Tenant=full>name; Tenant Email=email>email; Landlord=boss; Lease start=us2"),
    s("담당자", "고객번호=num>id; 고객명=full>name; 담당자 이메일=boss; 고객 이메일=email>email; 등록일=day>since"),
    s("atasan", "NIK=num>id; Nama=full>name; Email Atasan=boss; Email=email>email; Tanggal Bergabung=eu>since?"),
    s(
      "ticket list",
      "Number=num; Requester ID=uuid>id; Requester=full>name; Requester Email=email>email; Assigned To=boss; Opened=space",
    ),
    s(
      "referral",
      "customer_id=stripe>id; email=email>email; referred_by_email=backup; name=full>name; created=epoch>since",
    ),
  ],
  "held out 5: running numbers": [
    s("no and staff id", "No.=seq; Staff ID=code>id; Email=email>email; Full name=full>name"),
    s("lfd nr", "Lfd. Nr.=seq; Mitglieds-Nr.=num>id; E-Mail=email>email; Name=full>name; Beitritt=de>since", {
      names: "de",
      delimiter: ";",
    }),
    s("row names of R", "=seq; user_id=num>id; email=email>email; name=full>name; created=day>since"),
    s("№ п/п", "№ п/п=seq; Табельный номер=num>id; ФИО=full>name; E-mail=email>email", { names: "ru", delimiter: ";" }),
  ],
  "held out 5: damaged before": [
    s("never logged in", "uid=num>id; mail=email>email; cn=full>name; lastLogon=1601-01-01 00:00:00>seen"),
    s("hash null", "Id=num>id; Email=email>email; Name=full>name; Joined=day>since; Seen=#N/A/[NULL]"),
    s("time zone header", "User ID=num>id; Email=email>email; Signed up (UTC)=space>since; Last seen (UTC)=space>seen"),
    s("ldap", "uidNumber=num>id; mail=email>email; displayName=full>name; whenCreated=ldap>since"),
    s("long rows", "id=num>id; email=email>email; name=lastfirst>name?; signup_date=day>since", { quote: "never" }),
    s(
      "gradebook",
      "ID=num>id; Student=lastfirst>name?; SIS Login ID=email>email; Section=A/B; Quiz 1 (1203)=int; Fee 2024=money",
    ),
  ],
};
