// The same small user list in legacy encodings: detected, and chosen by a person.
import type { EncodingName } from "../make/encode.ts";
import type { Language } from "../make/people.ts";
import type { Sheet } from "../make/sheet.ts";

const columns = "user_id=num>id; email=email>email; name=full>name; city=city; created_at=day>since";
const local: Partial<Record<Language, string>> = {
  de: "Kundennummer=num>id; E-Mail=email>email; Vollständiger Name=full>name; Letzte Änderung=day",
  fr: "Identifiant=num>id; E-mail=email>email; Nom complet=full>name; Créé le=day>since",
  pl: "Identyfikator=num>id; E-mail=email>email; Imię i nazwisko=full>name; Data rejestracji=day>since",
  ja: "ユーザーID=num>id; メールアドレス=email>email; 氏名=full>name; 登録日=day>since",
  zh: "用户ID=num>id; 邮箱=email>email; 姓名=full>name; 注册时间=space>since",
};

const found: readonly (readonly [EncodingName, Language, mark?: boolean])[] = [
  ["utf-8", "de"],
  ["utf-8", "pl", true],
  ["utf-8", "ja"],
  ["utf-8", "zh", true],
  ["utf-8", "ru"],
  ["utf-16le", "ja", true],
  ["utf-16be", "fr", true],
  ["windows-1252", "de"],
  ["windows-1252", "fr"],
  ["windows-1252", "pt"],
  ["windows-1252", "nl"],
  ["windows-1250", "pl"],
  ["windows-1250", "cs"],
  ["windows-1251", "ru"],
  ["windows-1254", "tr"],
  ["ibm850", "de"],
  ["ibm850", "pt"],
  ["ibm852", "pl"],
  ["ibm852", "cs"],
  ["ibm866", "ru"],
  ["koi8-r", "ru"],
  ["x-mac-cyrillic", "ru"],
  ["iso-8859-15", "fr"],
  ["macintosh", "es"],
  ["macintosh", "fr"],
  ["shift_jis", "ja"],
  ["gb18030", "zh"],
];

/** One short row of bytes says too little: here the person picks the encoding, and the names must come out right. */
const picked: readonly (readonly [EncodingName, Language])[] = [
  ["windows-1250", "pl"],
  ["windows-1251", "ru"],
  ["shift_jis", "ja"],
  ["gb18030", "zh"],
  ["iso-8859-15", "fr"],
];

export const encodings: readonly Sheet[] = [
  ...found.map(([encoding, names, mark = false]) => ({
    name: `${encoding}${mark ? " with a mark" : ""}, ${names}`,
    columns,
    names,
    encoding,
    mark,
  })),
  ...found
    .filter(([, names]) => local[names])
    .map(([encoding, names, mark = false]) => ({
      name: `${encoding}${mark ? " with a mark" : ""}, ${names} headers`,
      columns: local[names] ?? columns,
      names,
      encoding,
      mark,
      delimiter: names === "ja" || names === "zh" ? "," : ";",
    })),
  ...picked.map(([encoding, names]) => ({
    name: `${encoding} chosen by hand, ${names}`,
    columns,
    names,
    encoding,
    rows: 5,
    chosen: { encoding },
  })),
];
