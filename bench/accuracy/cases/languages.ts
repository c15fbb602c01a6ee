// Headers and names in nine languages.
import type { Language } from "../make/people.ts";
import type { Sheet } from "../make/sheet.ts";

type Rows = readonly (readonly [name: string, columns: string])[];

const german: Rows = [
  [
    "user list",
    "Benutzer-ID=num>id; E-Mail-Adresse=email>email; Vollständiger Name=full>name; Registrierungsdatum=day>since; Letzte Anmeldung=space>seen",
  ],
  [
    "customers",
    "Kundennummer=code>id; Anrede=Frau/Herr; Vorname=first>first; Nachname=last>last; Firma=company; E-Mail=email>email; Angelegt am=de>since; Geändert am=de",
  ],
  [
    "club",
    "Mitgliedsnummer=zero>id; Name=full>name; E-Mail=email>email; Eintrittsdatum=de>since; Geburtsdatum=de@birth; Beitrag=money",
  ],
  [
    "traps",
    "Nutzer-ID=uuid>id; Firmenname=company; E-Mail-Einwilligung=ja/nein; E-Mail=email>email; Anzeigename=full>name; Letzte Bestellung=day; Letzter Login=space>seen",
  ],
];
const french: Rows = [
  [
    "user list",
    "Identifiant utilisateur=num>id; Adresse e-mail=email>email; Nom complet=full>name; Date d'inscription=day>since; Dernière connexion=space>seen",
  ],
  [
    "customers",
    "N° client=code>id; Civilité=M./Mme; Nom=last>last; Prénom=first>first; Courriel=email>email; Date de création=eu>since; Société=company",
  ],
  [
    "traps",
    "ID utilisateur=num>id; E-mail=email>email; Nom de l'entreprise=company; Consentement e-mail=oui/non; Nom d'affichage=full>name; Dernière modification=day; Inscrit le=eu>since",
  ],
];
const spanish: Rows = [
  [
    "user list",
    "ID de usuario=num>id; Correo electrónico=email>email; Nombre completo=full>name; Fecha de registro=day>since; Último acceso=space>seen",
  ],
  [
    "customers",
    "Nº cliente=code>id; Nombre=first>first; Apellidos=last>last; Correo=email>email; Empresa=company; Fecha de alta=eu>since",
  ],
  [
    "traps",
    "Identificador=uuid>id; Nombre de la empresa=company; Email=email>email; Acepta correos=sí/no; Última compra=day; Último inicio de sesión=space>seen",
  ],
];
const portuguese: Rows = [
  [
    "user list",
    "ID do usuário=num>id; E-mail=email>email; Nome completo=full>name; Data de cadastro=day>since; Último acesso=space>seen",
  ],
  [
    "customers",
    "Código do cliente=code>id; Nome=first>first; Sobrenome=last>last; Endereço de e-mail=email>email; Criado em=eu>since; Atualizado em=eu",
  ],
  [
    "traps",
    "ID do utilizador=num>id; Nome da empresa=company; Correio eletrónico=email>email; Nome=full>name; Data de nascimento=day@birth; Data de registo=day>since",
  ],
];
const italian: Rows = [
  [
    "user list",
    "ID utente=num>id; Indirizzo email=email>email; Nome completo=full>name; Data di registrazione=day>since; Ultimo accesso=space>seen",
  ],
  [
    "customers",
    "Codice cliente=code>id; Nome=first>first; Cognome=last>last; E-mail=email>email; Ragione sociale=company; Data creazione=eu>since",
  ],
  [
    "traps",
    "ID=num>id; Nome azienda=company; Posta elettronica=email>email; Nominativo=full>name; Consenso email=sì/no; Ultimo ordine=day; Iscritto il=day>since",
  ],
];
const dutch: Rows = [
  [
    "user list",
    "Gebruikers-ID=num>id; E-mailadres=email>email; Volledige naam=full>name; Registratiedatum=day>since; Laatste aanmelding=space>seen",
  ],
  [
    "customers",
    "Klantnummer=code>id; Voornaam=first>first; Achternaam=last>last; E-mail=email>email; Bedrijfsnaam=company; Aangemaakt op=nl>since",
  ],
  [
    "traps",
    "Gebruikersnummer=num>id; Bedrijf=company; E-mail toestemming=ja/nee; E-mailadres=email>email; Naam=full>name; Laatst gewijzigd=day; Laatst ingelogd=space>seen",
  ],
];
const polish: Rows = [
  [
    "user list",
    "ID użytkownika=num>id; Adres e-mail=email>email; Imię i nazwisko=full>name; Data rejestracji=day>since; Ostatnie logowanie=space>seen",
  ],
  [
    "customers",
    "Numer klienta=code>id; Imię=first>first; Nazwisko=last>last; E-mail=email>email; Firma=company; Data utworzenia=de>since",
  ],
  [
    "traps",
    "Identyfikator=num>id; Nazwa firmy=company; Zgoda e-mail=tak/nie; Adres email=email>email; Nazwa wyświetlana=full>name; Data modyfikacji=day; Data założenia konta=day>since",
  ],
];
const japanese: Rows = [
  [
    "user list",
    "ユーザーID=num>id; メールアドレス=email>email; 氏名=full>name; 登録日=day>since; 最終ログイン日時=space>seen",
  ],
  [
    "customers",
    "会員番号=zero>id; 姓=last>last; 名=first>first; Eメール=email>email; 会社名=company; 登録日時=jp>since; 更新日時=jp",
  ],
  [
    "traps",
    "顧客ID=code>id; 会社名=company; メール配信=可/不可; メール=email>email; お名前=full>name; 生年月日=slashday@birth; 最終ログイン=jp>seen",
  ],
];
const chinese: Rows = [
  ["user list", "用户ID=num>id; 邮箱=email>email; 姓名=full>name; 注册时间=space>since; 最后登录时间=space>seen"],
  [
    "customers",
    "客户编号=code>id; 公司名称=company; 电子邮箱=email>email; 名称=full>name; 创建时间=slash>since; 更新时间=slash",
  ],
  ["traditional", "使用者編號=num>id; 電子郵件=email>email; 姓名=full>name; 註冊日期=day>since; 最後登入=space>seen"],
];

const groups: readonly (readonly [label: string, names: Language, delimiter: string, rows: Rows])[] = [
  ["German", "de", ";", german],
  ["French", "fr", ";", french],
  ["Spanish", "es", ";", spanish],
  ["Portuguese", "pt", ";", portuguese],
  ["Italian", "it", ";", italian],
  ["Dutch", "nl", ";", dutch],
  ["Polish", "pl", ";", polish],
  ["Japanese", "ja", ",", japanese],
  ["Chinese", "zh", ",", chinese],
];

export const languages: readonly Sheet[] = groups.flatMap(([label, names, delimiter, rows]) =>
  rows.map(([name, columns]) => ({ name: `${label}: ${name}`, columns, names, delimiter })),
);
