// Held out a second time: languages, traps and breakages; the second half of `held-out-2.ts`.
const s = (name: string, columns: string, rest: object = {}) => ({ name, columns, ...rest });

const asFormulas = (grid: string[][]) =>
  grid.map((row, index) => (index === 0 ? row : row.map((cell, at) => (at === 0 ? `="${cell}"` : cell))));
const padded = (grid: string[][]) => grid.map((row) => row.map((cell) => `  ${cell} `));

export const texts = {
  "held out 2: languages": [
    s(
      "de verein",
      "Mitglieds-Nr.=num>id; Nachname=last>last; Vorname=first>first; E-Mail=email>email; Eintrittsdatum=de>since; Austrittsdatum=empty; Geburtsdatum=de@birth; IBAN=hash",
      { names: "de", delimiter: ";", encoding: "windows-1252" },
    ),
    s(
      "de moodle",
      "ID=seq>id; Anmeldename=user; Vollständiger Name=full>name; E-Mail-Adresse=email>email; Erster Zugriff=detime@since>since?; Letzter Zugriff=detime>seen; Letzte IP-Adresse=ip",
      { names: "de" },
    ),
    s(
      "de wordpress",
      "Benutzer-ID=seq>id; Benutzername=user; Öffentlicher Name=full>name; E-Mail=email>email; Registrierungsdatum=space>since; Rolle=Abonnent; Website=url",
      { names: "de", delimiter: ";" },
    ),
    s(
      "de personal",
      "Personalnummer=zero>id; Dienstliche E-Mail=email>email; Name, Vorname=lastfirst>name; Vorgesetzter=Pat Lee; E-Mail Vorgesetzter=boss; Letzte Anmeldung am=detime>seen; Angelegt am=de>since; Geändert am=de; Angelegt von=admin",
      { names: "de", delimiter: ";" },
    ),
    s(
      "fr admin",
      "ID utilisateur=num>id; Nom d'utilisateur=user; Nom=last>last; Prénom=first>first; Adresse de courriel=email>email; Créé le=eu>since; Dernière connexion le=eutime>seen; Modifié le=eu",
      { names: "fr", delimiter: ";" },
    ),
    s(
      "fr association",
      "N° adhérent=num>id; Civilité=M./Mme; NOM=last>last; Prénom=first>first; E-mail=email>email; Date d'adhésion=eu>since; Date de fin=eu; Ville=city",
      { names: "fr", delimiter: ";", encoding: "windows-1252" },
    ),
    s(
      "fr commerce",
      "Code client=code>id; Raison sociale=company; E-mail du client=email>email; Nom complet=full>name; Date de création=frtext>since; Dernière commande=frtext",
      { names: "fr", delimiter: ";" },
    ),
    s(
      "es moodle",
      "ID de usuario=num>id; Nombre de usuario=user; Correo electrónico=email>email; Nombre=first>first; Apellidos=last>last; Fecha de registro=estext>since; Último acceso=eutime>seen; Última modificación=eu",
      { names: "es", delimiter: ";" },
    ),
    s(
      "es club",
      "Nº de socio=num>id; Nombre completo=full>name; E-mail=email>email; Fecha de alta=eu>since; Fecha de baja=empty; DNI=code; Teléfono=phone",
      { names: "es", delimiter: ";" },
    ),
    s(
      "pt loja",
      "Código=num>id; Nome completo=full>name; E-mail=email>email; Data de cadastro=eu>since; Último acesso=eutime>seen; Data de nascimento=eu@birth; Última compra=eu",
      { names: "pt", delimiter: ";" },
    ),
    s(
      "pt clube",
      "N.º de sócio=num>id; Nome próprio=first>first; Apelido=last>last; Correio eletrónico=email>email; Data de registo=eu>since; Última sessão=eutime>seen",
      { names: "pt", delimiter: ";", encoding: "windows-1252" },
    ),
    s(
      "it negozio",
      "ID cliente=num>id; Nome=first>first; Cognome=last>last; E-mail=email>email; Data di registrazione=eu>since; Ultimo accesso=eutime>seen; Ragione sociale=company; Ultimo ordine=eu",
      { names: "it", delimiter: ";" },
    ),
    s(
      "it ufficio",
      "Matricola=zero>id; Nominativo=lastfirst>name; Posta elettronica=email>email; Creato il=eu>since; Modificato il=eu; Ultima connessione=eutime>seen",
      { names: "it", delimiter: ";" },
    ),
    s(
      "nl winkel",
      "Klantnr.=num>id; Voornaam=first>first; Achternaam=last>last; E-mailadres=email>email; Aangemaakt op=nl>since; Laatst ingelogd op=space>seen; Gewijzigd op=nl",
      { names: "nl", delimiter: ";" },
    ),
    s(
      "nl beheer",
      "Gebruikers-ID=num>id; Gebruikersnaam=user; Volledige naam=full>name; E-mail=email>email; Registratiedatum=nl>since; Laatste bezoek=space>seen",
      { names: "nl" },
    ),
    s(
      "pl sklep",
      "Nr klienta=num>id; Imię=first>first; Nazwisko=last>last; Adres e-mail=email>email; Data rejestracji=de>since; Data ostatniego logowania=detime>seen; Data modyfikacji=de",
      { names: "pl", delimiter: ";", encoding: "windows-1250" },
    ),
    s(
      "pl panel",
      "ID użytkownika=num>id; Nazwa użytkownika=user; Imię i nazwisko=full>name; E-mail=email>email; Data utworzenia=de>since; Ostatnie logowanie=detime>seen; Firma=company",
      { names: "pl", delimiter: ";" },
    ),
    s(
      "ja office",
      "社員番号=zero>id; 氏名=full>name; メールアドレス=email>email; 登録日=jp>since; 最終ログイン日時=jp>seen; 更新日時=jp; 部署=営業部/開発部",
      { names: "ja", encoding: "shift_jis" },
    ),
    s(
      "ja shop",
      "顧客ID=num>id; 姓=last>last; 名=first>first; Eメール=email>email; 会員登録日=jp>since; 最終購入日=jp; 生年月日=jp@birth; 会社名=株式会社",
      { names: "ja" },
    ),
    s(
      "ja service",
      "ユーザID=num>id; ユーザ名=user; E-mail=email>email; 表示名=full>name; 作成日=kanji>since; 最終ログイン=jp>seen",
      { names: "ja" },
    ),
    s(
      "zh shop",
      "用户ID=num>id; 昵称=user; 姓名=full>name; 邮箱=email>email; 注册时间=slash>since; 最后登录时间=slash>seen; 手机号=phone; 更新时间=slash",
      { names: "zh" },
    ),
    s(
      "zh traditional",
      "會員編號=num>id; 姓名=full>name; 電子郵件=email>email; 註冊日期=slashday>since; 最後登入時間=slash>seen; 生日=slashday@birth",
      { names: "zh" },
    ),
  ],
  "held out 2: traps": [
    s(
      "sales",
      "Email opt-out=true/false; Email domain=example.com; Last email date=day; Last Modified By=Pat Lee; Company ID=num; Company email=boss; Contact ID=num>id; Email=email>email; Contact name=full>name",
    ),
    s(
      "all names",
      "First Name=first>first; Middle Name=empty; Last Name=last>last; Maiden name=last; Preferred name=first; Email=email>email; User ID=num>id",
    ),
    s(
      "sales rep",
      "Sales rep email=boss; Sales rep name=Pat Lee; Client email=email>email; Client name=full>name; Client ID=code>id; Sales rep ID=num",
    ),
    s(
      "people of work",
      "Employee number=zero>id; First name=first>first; Last name=last>last; Work Email=email>email; Line manager email=boss; Line manager=Pat Lee; Start date=day; Last working day=empty; Last review date=day",
    ),
    s(
      "orders",
      "Order ID=num; Order date=day; Customer email=email>email; Customer name=full>name; Customer ID=num>id; Last order total=money",
    ),
    s("cards", "ID card number=code; Passport no=code; Tax number=num; User ID=num>id; Email=email>email"),
    s(
      "accounts and users",
      "Account ID=tenant; Account name=company; Account created=day; User email=email>email; User ID=num>id; Name=full>name",
    ),
    s(
      "moments",
      "Trial started at=iso; Subscription created=day; Password changed at=iso; Email confirmed at=iso; Last payment at=iso; id=num>id; email=email>email",
    ),
    s(
      "seen where",
      "Last seen IP=ip; Last seen country=country; Last seen version=2.1; Joined group=Red/Blue; Join URL=url; Joined=iso>since; Email=email>email; ID=num>id",
    ),
    s(
      "google contacts",
      "Name=full>name; Given Name=first; Family Name=last; Name Prefix=Mr/Ms; Name Suffix=Jr; Group Membership=* myContacts; E-mail 1 - Type=Work; E-mail 1 - Value=email>email; E-mail 2 - Value=backup; Organization 1 - Name=company",
    ),
    s("names of whom", "Name of company=company; Name of user=full>name; User ID=num>id; Email=email>email"),
    s("by whom", "Created by email=boss; Modified by email=boss; Created by ID=num; Email=email>email"),
    s(
      "ids of machines",
      "Cart ID=uuid; Device ID=uuid; Affiliate ID=num; Partner ID=code; Email=email>email; Name=full>name",
    ),
    s("id of company", "Company ID=num; Company name=company; Domain=x.example; Contact email=email>email"),
    s(
      "login words",
      "Login URL=url; Last login browser=Chrome; Last login device=phone; Login type=sso; ID=num>id; Email=email>email",
    ),
  ],
  "held out 2: breakages": [
    s("formulas for Excel", "user_id=zero>id; email=email>email; name=full>name", { grid: asFormulas }),
    s("padded cells", "User ID=num>id; Email=email>email; Full name=full>name; Created at=day>since", { grid: padded }),
    s("stars", "User ID*=num>id; Email*=email>email; First name *=first>first; Last name *=last>last; Company=company"),
    s("line breaks in headers", "User\nID=num>id; E-mail\naddress=email>email; Registration\ndate=day>since"),
    s("groups above", "ID=num>id; Email=email>email; Name=full>name; Created=day>since; Last login=day>seen", {
      above: ["Person,,,Activity,"],
    }),
    s("report with facts", "User ID=num>id; Email=email>email; Name=full>name", {
      above: ["User report", "Generated:,2025-03-05 10:00", "Filter:,all users", ""],
    }),
    s("numbered headers", "1. User ID=num>id; 2. Email=email>email; 3. Full name=full>name"),
    s("colons", "User ID:=num>id; Email:=email>email; Name:=full>name", { delimiter: ";" }),
    s("utf16 of a report", "User ID=salesforce>id; Email=email>email; Full Name=full>name; Created Date=us>since", {
      delimiter: "\t",
      encoding: "utf-16le",
      mark: true,
    }),
    s("carriage returns", "id=num>id; email=email>email; name=full>name", {
      lineEnd: "\r",
      names: "fr",
      encoding: "macintosh",
    }),
    s("header twice", "id=num>id; email=email>email; name=full>name", {
      text: (t: string) => t.replace(/^((?:.*\n){4})/, "$1id,email,name\n"),
    }),
    s("no header, dates", "A=clerk>id; B=email>email; C=full>name; D=iso>since; E=iso>seen", { header: false }),
  ],
};
