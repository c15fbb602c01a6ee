// Files that are not CSV or hold nothing to import: the right outcome is a refusal with its reason.

import type { Case } from "../case.ts";
import type { EncodingName } from "../make/encode.ts";
import { encode } from "../make/encode.ts";
import { randomFor } from "../make/random.ts";

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const noise = (name: string, length: number): number[] => {
  const random = randomFor(name, 1);
  return Array.from({ length }, () => random.below(256));
};
const zip = (path: string, content: string): number[] => [
  ...[
    0x50,
    0x4b,
    0x03,
    0x04,
    20,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    content.length,
    0,
    0,
    0,
    content.length,
    0,
    0,
    0,
  ],
  ...[path.length, 0, 0, 0],
  ...ascii(path + content),
  ...noise(path, 400),
];

const refused: readonly (readonly [
  name: string,
  codes: string,
  content: readonly number[] | string,
  encoding?: EncodingName,
])[] = [
  ["xlsx", "not_csv", [...zip("[Content_Types].xml", "<Types/>"), ...zip("xl/workbook.xml", "<workbook/>")]],
  ["xlsx, another first part", "not_csv", [...zip("xl/worksheets/sheet1.xml", "<worksheet/>")]],
  ["xls", "not_csv", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...noise("xls", 600)]],
  ["ods", "not_csv", zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")],
  ["numbers", "not_csv", zip("Index/Document.iwa", "iwa")],
  ["zip of a csv", "not_csv", zip("users.csv", "user_id,email")],
  ["gzip", "not_csv", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, ...noise("gzip", 300)]],
  ["pdf", "not_csv", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"],
  ["png", "not_csv", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, ...ascii("IHDR"), ...noise("png", 300)]],
  ["jpeg", "not_csv", [0xff, 0xd8, 0xff, 0xe0, 0, 16, ...ascii("JFIF"), ...noise("jpeg", 300)]],
  ["json array", "not_csv", '[{"user_id": 1, "email": "a@example.com"}, {"user_id": 2, "email": "b@example.com"}]'],
  ["json object", "not_csv", '{\n  "users": [\n    {"localId": "a", "email": "a@example.com"}\n  ]\n}\n'],
  ["json lines", "not_csv", '{"user_id":"a","email":"a@example.com"}\n{"user_id":"b","email":"b@example.com"}\n'],
  ["html page", "not_csv", "<!DOCTYPE html>\n<html><head><title>Log in</title></head><body></body></html>\n"],
  [
    "html table as xls",
    "not_csv",
    "<table><tr><td>user_id</td><td>email</td></tr><tr><td>1</td><td>a@example.com</td></tr></table>",
  ],
  ["xml", "not_csv", '<?xml version="1.0"?>\n<users><user id="1"/></users>\n'],
  ["noise", "not_csv", noise("noise", 900)],
  ["no byte", "empty_file", ""],
  ["blanks and line ends", "empty_file", "  \n\r\n\t\n  \n"],
  ["nothing but a mark", "empty_file", "\uFEFF"],
  ["delimiters only", "empty_file no_rows", ",,,\n,,,\n"],
  ["header only", "no_rows", "user_id,email,name\n"],
  ["header only, no line end", "no_rows", "user_id;email;name"],
  ["header and blank rows", "no_rows", "user_id,email,name\n\n,,\n\n"],
  ["header only, UTF-16", "no_rows", "\uFEFFuser_id\temail\r\n", "utf-16le"],
  ["title and header only", "no_rows", "Users export\n\nuser_id,email,name\n"],
  [
    "unclosed quote",
    "unclosed_quote",
    'user_id,email,name\n1,a@example.com,"Ann\n2,b@example.com,Bob\n3,c@example.com,Cy\n',
  ],
  ["unclosed quote in the header", "unclosed_quote", 'user_id,email,"name\n1,a@example.com,Ann\n2,b@example.com,Bob\n'],
  ["unclosed quote in the last cell", "unclosed_quote", 'user_id,email\n1,a@example.com\n2,"b@example.com\n'],
];

export const refusals: readonly Case[] = refused.map(([name, codes, content, encoding]) => ({
  name,
  category: "refusals",
  bytes: typeof content === "string" ? encode(content, encoding ?? "utf-8") : Uint8Array.from(content),
  expected: { refusal: codes.split(" ") },
}));
