// Held out a sixth time: languages and systems that no earlier set had, and years of two digits.
const s = (name: string, columns: string, rest: object = {}) => ({ name, columns, ...rest });

export default {
  "held out 6: languages": [
    s(
      "bg клиенти",
      "Клиентски №=num>id; Име=first>first; Фамилия=last>last; Имейл адрес=email>email; Дата на регистрация=bgtext>since; Последно влизане=detime>seen",
      { names: "bg", delimiter: ";" },
    ),
    s(
      "sr korisnici",
      "Broj korisnika=num>id; Ime i prezime=full>name; Adresa e-pošte=email>email; Datum registracije=dedot>since; Poslednja prijava=srtext>seen; Grad=city",
      { names: "sr", delimiter: ";" },
    ),
    s(
      "hr kupci",
      "Oznaka kupca=code>id; Ime=first>first; Prezime=last>last; Adresa e-pošte=email>email; Datum prijave=hrtext>since; Zadnji pristup=hrtext>seen",
      { names: "sr", delimiter: ";", encoding: "windows-1250" },
    ),
    s(
      "sl člani",
      "Članska številka=num>id; Ime in priimek=full>name; E-poštni naslov=email>email; Datum vpisa=deshort>since; Zadnja prijava=deshort>seen",
      { names: "sr", delimiter: ";" },
    ),
    s(
      "lt klientai",
      "Kliento kodas=code>id; Vardas=first>first; Pavardė=last>last; El. paštas=email>email; Registracijos data=day>since; Paskutinis prisijungimas=lttext>seen",
      { names: "lt", delimiter: ";" },
    ),
    s(
      "lv klienti",
      "Klienta numurs=num>id; Vārds=first>first; Uzvārds=last>last; E-pasta adrese=email>email; Reģistrācijas datums=dedot>since; Pēdējā pieteikšanās=dedot>seen",
      { names: "lv", delimiter: ";", encoding: "utf-8", mark: true },
    ),
    s(
      "et kasutajad",
      "Kasutaja ID=num>id; Eesnimi=first>first; Perekonnanimi=last>last; E-posti aadress=email>email; Registreerimise kuupäev=deshort>since; Viimane sisselogimine=ettext>seen",
      { names: "et", delimiter: ";" },
    ),
    s(
      "th สมาชิก",
      "รหัสสมาชิก=num>id; ชื่อ=first>first; นามสกุล=last>last; อีเมล=email>email; วันที่สมัคร=thai>since; เข้าสู่ระบบล่าสุด=thai>seen; เบอร์โทร=phone",
      { names: "th" },
    ),
    s(
      "hi उपयोगकर्ता",
      "उपयोगकर्ता आईडी=num>id; पूरा नाम=full>name; ईमेल पता=email>email; पंजीकरण तिथि=eu>since; अंतिम लॉगिन=hitext>seen",
      { names: "hi" },
    ),
    s(
      "fa کاربران",
      "شناسه کاربر=num>id; نام=first>first; نام خانوادگی=last>last; ایمیل=email>email; تاریخ عضویت=persian>since; آخرین ورود=persian>seen; شهر=city",
      { names: "fa" },
    ),
    s(
      "ka მომხმარებლები",
      "მომხმარებლის ID=num>id; სახელი=first>first; გვარი=last>last; ელფოსტა=email>email; რეგისტრაციის თარიღი=de>since; ბოლო შესვლა=katext>seen",
      { names: "ka", delimiter: ";" },
    ),
    s(
      "ca clients",
      "Codi de client=code>id; Nom i cognoms=full>name; Adreça electrònica=email>email; Data de registre=eu>since; Darrer accés=eutime>seen; Població=city",
      { names: "es", delimiter: ";" },
    ),
  ],
  "held out 6: systems": [
    s(
      "freshdesk contacts",
      "Full name=full>name; Title=job; Company=company; Work email=email>email; Work phone=phone; Mobile phone=empty; Unique external ID=num>id; Time zone=Berlin/London; Language=lang; Tags=tags",
    ),
    s(
      "thinkific users",
      "First name=first>first; Last name=last>last; Email=email>email; ID=num>id; External source=empty; Referral code=hash; Sign in count=int; Date created=utc>since; Last sign in=utc>seen; Affiliate code=empty",
    ),
    s(
      "zoho crm contacts",
      "Record Id=snowflake>id; Contact Owner.id=snowflake; Contact Owner=Pat Lee/Kim Roy; Lead Source=Web/Fair; First Name=first>first; Last Name=last>last; Account Name=company; Email=email>email; Created By=Pat Lee; Modified By=Kim Roy; Created Time=space>since; Modified Time=space; Email Opt Out=false; Secondary Email=backup",
    ),
    s(
      "schoology users",
      "Row=seq; User Unique ID=code>id; User Name=user; Name First=first>first; Name Last=last>last; Email=email>email; Role=Student; Grad Year=2027/2028; Advisor Email=boss; Last Login=ustime>seen",
    ),
    s(
      "team roster",
      "Jersey #=int; Member ID=num>id; Player=full>name; Player Email=email>email; Parent 1 Email=backup; Parent 2 Email=backup; Team Staff Email=boss; Birthdate=us@birth; Invite sent=us",
    ),
    s(
      "adobe admin console",
      "Identity Type=Federated ID/Enterprise ID; Username=user; Domain=example.com; Email=email>email; First Name=first>first; Last Name=last>last; Country Code=country; User Groups=tags; Products=Acrobat/Stock; Admin Roles=empty",
    ),
    s(
      "event attendees",
      "Order no.=num; Order Date=ustime; Buyer Email=boss; Attendee no.=code>id; Attendee Name=full>name; Attendee Email=email>email; Ticket Type=VIP/Standard; Attendee Status=Attending",
    ),
    s(
      "two-digit years",
      "Cust ID=num>id; Customer=full>name; E-mail=email>email; Created=usyy>since; Last Login=usyy>seen; Balance=money",
    ),
  ],
};
