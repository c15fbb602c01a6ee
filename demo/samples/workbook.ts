// Creates an Excel workbook, which people upload when they forget to save as CSV.
import { toZip } from "./zip.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const packages = "http://schemas.openxmlformats.org/package/2006";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook with one sheet that spreadsheets can open. */
export function toWorkbook(records: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  return toZip([
    { path: "[Content_Types].xml", text: contentTypes },
    { path: "_rels/.rels", text: relationship("officeDocument", "xl/workbook.xml") },
    { path: "xl/workbook.xml", text: workbook },
    { path: "xl/_rels/workbook.xml.rels", text: relationship("worksheet", "worksheets/sheet1.xml") },
    { path: "xl/worksheets/sheet1.xml", text: toSheet(records) },
  ]);
}

const contentTypes = `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`;

const workbook = `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Users" sheetId="1" r:id="rId1"/></sheets></workbook>`;

function relationship(kind: string, target: string): string {
  return `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/></Relationships>`;
}

function toSheet(records: readonly (readonly string[])[]): string {
  const rows = records.map((cells) => `<row>${cells.map(toCell).join("")}</row>`).join("");
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
}

function toCell(text: string): string {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<c t="inlineStr"><is><t>${escaped}</t></is></c>`;
}
