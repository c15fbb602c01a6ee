// Builds workbooks part by part, so that a test can write what one program writes and another does not.
import { toZip, type ZipEntry } from "../../demo/samples/zip.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** One sheet: its rows as XML, or whole texts as inline strings. */
interface SheetPart {
  readonly name?: string;
  readonly state?: "hidden" | "veryHidden";
  readonly rows: string | readonly (readonly string[])[];
}

/** The parts of a workbook that differ between programs. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** `<si>` elements. */
  readonly sharedStrings?: string;
  /** Number formats, or the ids of formats that every program knows; a cell's `s` is the position here plus one. */
  readonly formats?: readonly (string | number)[];
  readonly workbookProperties?: string;
  /** The prefix of all elements, as some libraries write it. */
  readonly prefix?: string;
  /** Targets of the sheets as absolute paths. */
  readonly hasAbsoluteTargets?: boolean;
  /** The names of ISO 29500 Strict, which Excel writes on request. */
  readonly isStrict?: boolean;
  /** In front of the rows of each sheet, and behind them. */
  readonly beforeRows?: string;
  readonly afterRows?: string;
  /** Files beside the usual ones. */
  readonly others?: readonly ZipEntry[];
}

/** The bytes of the workbook, uncompressed. */
export function toWorkbookBytes(parts: WorkbookParts): Uint8Array<ArrayBuffer> {
  return toZip(toEntries(parts));
}

/** The files of the workbook's archive. */
export function toEntries({ sheets, sharedStrings, formats = [], ...parts }: WorkbookParts): ZipEntry[] {
  const { workbookProperties = "", prefix = "", hasAbsoluteTargets = false, isStrict = false } = parts;
  const { beforeRows = "", afterRows = "", others = [] } = parts;
  const tag = (xml: string) => (prefix ? xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}:`) : xml);
  const root = (name: string, inner: string) => {
    const space = prefix ? `xmlns:${prefix}="${main}"` : `xmlns="${main}"`;
    return `${declaration}${tag(`<${name}>${inner}</${name}>`).replace(name, `${name} ${space} xmlns:r="${relationships}"`)}`;
  };
  const sheetFolder = hasAbsoluteTargets ? "/xl/worksheets" : "worksheets";
  const entries = [
    { path: "[Content_Types].xml", text: contentTypes },
    { path: "_rels/.rels", text: toRelationships([["officeDocument", "xl/workbook.xml"]]) },
    {
      path: "xl/workbook.xml",
      text: root("workbook", `${workbookProperties}<sheets>${sheets.map(toSheetEntry).join("")}</sheets>`),
    },
    {
      path: "xl/_rels/workbook.xml.rels",
      text: toRelationships([
        ...sheets.map((_, index) => ["worksheet", `${sheetFolder}/sheet${index + 1}.xml`] as const),
        ["styles", "styles.xml"],
        ...(sharedStrings === undefined ? [] : [["sharedStrings", "sharedStrings.xml"] as const]),
      ]),
    },
    { path: "xl/styles.xml", text: root("styleSheet", toStyles(formats)) },
    ...(sharedStrings === undefined ? [] : [{ path: "xl/sharedStrings.xml", text: root("sst", sharedStrings) }]),
    ...sheets.map(({ rows }, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      text: root("worksheet", `${beforeRows}<sheetData>${toRows(rows)}</sheetData>${afterRows}`),
    })),
    ...others,
  ];
  return isStrict ? entries.map(toStrict) : entries;
}

function toStrict({ path, text }: ZipEntry): ZipEntry {
  const names = "http://purl.oclc.org/ooxml";
  return {
    path,
    text: text
      .replaceAll(main, `${names}/spreadsheetml/main`)
      .replaceAll(relationships, `${names}/officeDocument/relationships`),
  };
}

const contentTypes = `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`;

function toRelationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const entries = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${entries.join("")}</Relationships>`;
}

function toSheetEntry({ name, state }: SheetPart, index: number): string {
  const visibility = state ? ` state="${state}"` : "";
  return `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${visibility} r:id="rId${index + 1}"/>`;
}

function toStyles(formats: NonNullable<WorkbookParts["formats"]>): string {
  const own = formats.map((format, index) => ({ format, id: typeof format === "number" ? format : 164 + index }));
  const numFmts = own.flatMap(({ format, id }) =>
    typeof format === "number" ? [] : [`<numFmt numFmtId="${id}" formatCode="${toAttribute(format)}"/>`],
  );
  const xfs = own.map(({ id }) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`);
  const table = numFmts.length > 0 ? `<numFmts count="${numFmts.length}">${numFmts.join("")}</numFmts>` : "";
  return `${table}<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join("")}</cellXfs>`;
}

function toAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function toRows(rows: SheetPart["rows"]): string {
  if (typeof rows === "string") return rows;
  return rows.map((cells, index) => `<row r="${index + 1}">${cells.map(toInlineCell).join("")}</row>`).join("");
}

function toInlineCell(text: string): string {
  return `<c t="inlineStr"><is><t xml:space="preserve">${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</t></is></c>`;
}
