// Columns that share a word with a field but mean something else, and must not be mapped to it.
import type { Sheet } from "../make/sheet.ts";

/** What stands beside the real columns ... */
const beside: readonly string[] = [
  "Email consent=yes/no; Company Name=company; Last Name=last; Last updated=iso",
  "Email opt-in date=day@since; Manager email=boss; Manager name=Pat Lee/Kim Roy",
  "Email verified=true/false; Email verified at=iso; Email bounced=false; Email type=html",
  "Last login IP=ip; Last login country=country; Login count=int; Last password change=iso",
  "Last order date=day; Last order ID=num; Last campaign=Spring/Autumn",
  "Created by=admin; Updated by=admin; Updated at=iso; Deleted at=empty",
  "Tax ID=num; VAT ID=code; Group ID=int; Parent ID=int; Session ID=uuid",
  "Date of birth=day@birth; Expiration date=day; Trial end date=day; Renewal date=day",
  "Domain name=example.com/example.org; Street name=street; Product name=Basic/Plus; File name=a.txt",
  "Billing email=email; Secondary email=backup; Paypal email=backup; Support email=boss",
  "Emergency contact name=Pat Lee/Kim Roy; Emergency contact email=boss; Spouse name=Sam Orr",
  "Last active campaign=Spring; Last email sent at=iso; Last email opened at=iso; Last invoice date=day",
  "username=user; Nickname=user; Login=user; Handle=user",
  "Registration number=code; Registration source=web/app; Registration IP=ip; Registration fee=money",
];

/** ... and files that lack a field, where only a trap could fill its place. */
const lacking: readonly (readonly [string, string])[] = [
  ["no name, company name", "user_id=num>id; email=email>email; Company Name=company"],
  ["no name, last name only", "user_id=num>id; email=email>email; Last Name=last"],
  ["no name, username", "user_id=num>id; email=email>email; username=user"],
  ["no last login, last updated", "user_id=num>id; email=email>email; Last updated=iso"],
  ["no last login, last order", "user_id=num>id; email=email>email; Last order date=day; Last Name=last"],
  ["no registration, opt-in date", "user_id=num>id; email=email>email; Email opt-in date=day@since"],
  ["no registration, birthday", "user_id=num>id; email=email>email; Birthday=day@birth"],
  ["no registration, expiry", "user_id=num>id; email=email>email; Valid until=day; Contract end=day"],
  ["no id, order id", "Order ID=num; email=email>email; name=full>name"],
  ["no id, phone", "phone=phone; email=email>email; name=full>name"],
  ["no id, zip and house number", "email=email>email; zip=zip; house no=int; name=full>name"],
  ["no id, username", "username=user; email=email>email; name=full>name"],
  ["no id, session and device", "Session ID=uuid; Device ID=uuid; email=email>email"],
  ["no email, consent", "user_id=num>id; name=full>name; Email consent=yes/no"],
  ["no email, manager email", "user_id=num>id; name=full>name; Manager email=boss"],
  ["no email, verified flag", "user_id=num>id; name=full>name; Email verified at=iso; Email hash=hash"],
  ["no email, referrer", "user_id=num>id; name=full>name; Referred by email=backup"],
  [
    "name parts, three",
    "user_id=num>id; email=email>email; First Name=first>first; Middle Name=initial; Last Name=last>last",
  ],
  ["name parts, last first", "user_id=num>id; Surname=last>last; Given name=first>first; email=email>email"],
  [
    "name parts beside a full name",
    "user_id=num>id; First name=first; Last name=last; Full name=full>name; email=email>email",
  ],
  [
    "name parts of a contact",
    "user_id=num>id; email=email>email; name=full>name; Billing first name=first; Billing last name=last",
  ],
];

/** Names that only the values can explain, and a person has a look at. */
const byValues: readonly (readonly [string, string])[] = [
  ["contact holds the email", "Key=uuid>id?; Contact=email>email; Person=full>name?"],
  ["login holds the email", "account=num>id?; login=email>email; who=full>name?"],
  ["username holds the email", "user_id=num>id; username=email>email; name=full>name"],
  ["two email columns, one sparse", "user_id=num>id; primary=email>email; private=backup"],
  ["work and private email", "user_id=num>id; Work email=email>email; Private email=backup; name=full>name"],
];

const real = "user_id=num>id; email=email>email; name=full>name; created_at=iso>since; last_login=iso>seen";

export const traps: readonly Sheet[] = [
  ...beside.map((columns, index) => ({ name: `beside ${index + 1}, before`, columns: `${columns}; ${real}` })),
  ...beside.map((columns, index) => ({
    name: `beside ${index + 1}, required only`,
    columns: `${columns}; User ID=uuid>id; E-mail=email>email`,
    delimiter: ";",
  })),
  ...lacking.map(([name, columns]) => ({ name, columns })),
  ...byValues.map(([name, columns]) => ({ name, columns })),
];
