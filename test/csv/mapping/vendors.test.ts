// The columns of vendors' exports, and the fields that they feed.
import { describe, expect, test } from "vitest";
import { fieldKeys } from "../../../src/contract/fields.ts";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { stringify } from "../../../src/csv/write/stringify.ts";
import { readTable } from "../reading.ts";

// What stands in a column of each kind, by row.
const cells: Readonly<Record<string, (row: number) => string>> = {
  id: (row) => `usr_${7919 * (row + 1)}`,
  number: (row) => String(1000 + row),
  email: (row) => `user.${row}@example.com`,
  name: (row) => `${["Ann", "Bob", "Cleo", "Dan"][row % 4]} ${["Roe", "Doe", "Poe"][row % 3]}`,
  first: (row) => ["Ann", "Bob", "Cleo", "Dan"][row % 4] ?? "",
  last: (row) => ["Roe", "Doe", "Poe"][row % 3] ?? "",
  login: (row) => `nick${row}`,
  old: (row) => `2023-0${1 + row}-10T09:00:00Z`,
  new: (row) => `2026-04-${10 + row}T18:21:00Z`,
  epoch: (row) => String(1_700_000_000_000 + row * 86_400_000),
  yes: (row) => (row % 2 ? "true" : "false"),
  one: () => "acme",
  text: (row) => `Some words, number ${row % 2}`,
  empty: () => "",
};

// Header:kind; the field it is for stands in front: u, e, n, r, l.
const exports: [vendor: string, columns: string][] = [
  ["the guide", "u user_id:id, e email:email, n name:name, r registration_date:old, l last_login_date:new"],
  [
    "Auth0",
    "u Id:id, Given Name:first, Family Name:last, Nickname:login, n Name:name, e Email:email, Email Verified:yes, Connection:one, r Created At:old, Updated At:new, Logins count:number, l Last Login:new, Last IP:text",
  ],
  [
    "Okta",
    "u id:id, status:one, r created:old, activated:old, statusChanged:new, l lastLogin:new, lastUpdated:new, passwordChanged:new, profile.firstName:first, profile.lastName:last, profile.login:email, e profile.email:email, profile.secondEmail:empty",
  ],
  [
    "Firebase",
    "u localId:id, e email:email, emailVerified:yes, passwordHash:id, n displayName:name, photoUrl:text, r createdAt:epoch, l lastLoginAt:epoch, disabled:yes",
  ],
  [
    "Cognito",
    "cognito:username:login, u sub:id, e email:email, email_verified:yes, n name:name, given_name:first, family_name:last, cognito:mfa_enabled:yes, phone_number_verified:yes, r UserCreateDate:old, UserLastModifiedDate:new",
  ],
  [
    "Clerk",
    "u id:id, first_name:first, last_name:last, username:login, e primary_email_address:email, primary_phone_number:empty, verified_email_addresses:email, password_digest:id, r created_at:old, l last_sign_in_at:new",
  ],
  [
    "Keycloak",
    "u id:id, username:login, e email:email, firstName:first, lastName:last, enabled:yes, emailVerified:yes, r createdTimestamp:epoch, realm_id:one",
  ],
  [
    "WordPress",
    "u ID:number, user_login:login, user_pass:id, user_nicename:login, e user_email:email, user_url:empty, r user_registered:old, user_activation_key:empty, user_status:one, n display_name:name",
  ],
  [
    "Shopify",
    "u Customer ID:number, First Name:first, Last Name:last, e Email:email, Accepts Email Marketing:yes, Default Address Company:one, Phone:empty, Total Spent:number, Note:text, Tags:text",
  ],
  [
    "Mailchimp",
    "e Email Address:email, First Name:first, Last Name:last, MEMBER_RATING:one, OPTIN_TIME:old, CONFIRM_TIME:old, LAST_CHANGED:new, u LEID:number, EUID:id, NOTES:empty",
  ],
  [
    "HubSpot",
    "u Record ID:number, First Name:first, Last Name:last, e Email:email, Contact owner:name, r Create Date:old, Associated Company:one, Last Modified Date:new",
  ],
  [
    "Salesforce",
    "u Id:id, Username:email, LastName:last, FirstName:first, n Name:name, CompanyName:one, e Email:email, IsActive:yes, l LastLoginDate:new, r CreatedDate:old, LastModifiedDate:new, ProfileId:one, ManagerId:id, SenderEmail:empty",
  ],
  [
    "Google Workspace",
    "First Name [Required]:first, Last Name [Required]:last, e Email Address [Required]:email, Status [READ ONLY]:one, l Last Sign In [READ ONLY]:new, Recovery Email:email, Employee ID:empty",
  ],
  [
    "Stripe",
    "u id:id, Description:text, e Email:email, n Name:name, r Created (UTC):old, Delinquent:yes, Card ID:id, Total Spend:number",
  ],
  [
    "Entra",
    "userPrincipalName:email, n displayName:name, surname:last, e mail:email, givenName:first, u id:id, userType:one, department:one, accountEnabled:yes, r createdDateTime:old",
  ],
  [
    "Entra without mail, which asks for the column of emails",
    "userPrincipalName:email, n displayName:name, mail:empty, u objectId:id, r createdDateTime:old, alternateEmailAddress:empty",
  ],
  [
    "Discourse",
    "u id:number, n name:name, username:login, e email:email, title:empty, r created_at:old, l last_seen_at:new, last_posted_at:new, last_emailed_at:new, trust_level:one",
  ],
  [
    "Intercom",
    "n Name:name, Owner:one, e Email:email, Phone:empty, u User ID:id, First Seen:old, r Signed up:old, l Last seen:new, Last contacted:new, Last heard from:new",
  ],
  [
    "Zendesk",
    "u id:number, n name:name, e email:email, r created_at:old, updated_at:new, l last_login_at:new, organization_id:one, external_id:empty",
  ],
  [
    "Supabase",
    "instance_id:one, u id:id, aud:one, role:one, e email:email, email_confirmed_at:old, invited_at:empty, confirmation_sent_at:old, l last_sign_in_at:new, r created_at:old, updated_at:new",
  ],
  [
    "Django",
    "u id:number, password:id, l last_login:new, is_superuser:yes, username:login, first_name:first, last_name:last, e email:email, is_staff:yes, r date_joined:old",
  ],
  [
    "Rails",
    "u id:number, e email:email, encrypted_password:id, reset_password_sent_at:old, remember_created_at:old, sign_in_count:number, current_sign_in_at:new, l last_sign_in_at:new, r created_at:old, updated_at:new",
  ],
  [
    "Laravel",
    "u id:number, n name:name, e email:email, email_verified_at:old, password:id, remember_token:id, r created_at:old, updated_at:new",
  ],
  [
    "German",
    "u Kunden-Nr.:number, Vorname:first, Name:last, e E-Mail-Adresse:email, Firma:one, r Registrierungsdatum:old, l Letzte Anmeldung:new, Newsletter:yes",
  ],
  [
    "German, full name",
    "u Benutzer-ID:id, n Vollständiger Name:name, e E-Mail:email, r Mitglied seit:old, l Zuletzt gesehen am:new",
  ],
  [
    "French",
    "u Identifiant client:number, Nom:last, Prénom:first, e Adresse e-mail:email, r Date d'inscription:old, l Dernière connexion:new, Société:one",
  ],
  [
    "Spanish",
    "u ID de usuario:id, n Nombre completo:name, e Correo electrónico:email, r Fecha de alta:old, l Último acceso:new",
  ],
  [
    "Portuguese",
    "u Código do cliente:number, n Nome:name, e E-mail:email, r Data de cadastro:old, l Último acesso:new, Empresa:one",
  ],
  [
    "Italian",
    "u ID utente:id, Nome:first, Cognome:last, e Indirizzo e-mail:email, r Data di registrazione:old, l Ultimo accesso:new",
  ],
  ["Dutch", "u Klantnummer:number, n Naam:name, e E-mailadres:email, r Registratiedatum:old, l Laatst ingelogd op:new"],
  [
    "Polish",
    "u Identyfikator użytkownika:id, n Imię i nazwisko:name, e Adres e-mail:email, r Data rejestracji:old, l Ostatnie logowanie:new",
  ],
  ["Japanese", "u 会員番号:number, 姓:last, 名:first, e メールアドレス:email, r 登録日時:old, l 最終ログイン日時:new"],
  ["Chinese", "u 用户编号:number, n 姓名:name, e 电子邮箱:email, r 注册时间:old, l 最后登录时间:new"],
  [
    "a trap of words",
    "u user_id:id, Email consent:yes, Email opt-in date:old, Company Name:one, Last Name:last, Last updated:new, Manager email:email, e Email:email, Birth date:old, Consent date:old, password_updated_at:new, parent_id:id, organization_id:one, Account manager:name, Billing name:name",
  ],
  [
    "nothing but traps",
    "Email consent:yes, Email opt-in date:old, Company Name:one, Last Name:last, Last updated:new, Manager email:email, Email verified:yes, First name and initial:first, Account manager:name, Birth date:old, parent_id:number, organization_id:id",
  ],
  ["two addresses", "u id:id, Backup email:email, e Email:email"],
  ["an address by its values", "u id:id, e Kontakt:email, n Name:name"],
  ["a user name is no id", "username:login, e email:email"],
  ["a user name that is one", "u username:number, e email:email"],
  ["a prefix for all", "u u_id:number, e u_email:email, n u_name:name, r u_created:old, l u_lastlogin:new"],
  [
    "other words",
    "u Guest reference:id, e Work e-mail:email, n Full legal name:name, r Date the account was created:old, l Most recent sign-in:new",
  ],
  ["slips of the pen", "u user_id:id, e Emial:email, r Registraton date:old, l Last loign:new"],
];

describe("a vendor's export", () => {
  for (const [vendor, text] of exports) {
    test(vendor, async () => {
      const columns = text.split(", ").map((part) => /^(?:([uenrl]) )?(.*):(\w+)$/.exec(part) ?? []);
      const rows = Array.from({ length: 6 }, (_, row) => columns.map(([, , , kind = ""]) => cells[kind]?.(row) ?? ""));
      const table = await readTable(stringify([columns.map(([, , header = ""]) => header), ...rows]));
      const { mapping } = suggestMapping(table);
      const headerOf = (index: number) => columns[index]?.[2] ?? null;
      const found = fieldKeys.map((key) => (mapping[key] === null ? null : headerOf(mapping[key])));
      expect(found).toEqual([..."uenrl"].map((field) => headerOf(columns.findIndex(([, mark]) => mark === field))));
    });
  }
});
