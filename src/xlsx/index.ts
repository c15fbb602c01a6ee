// Public door "./xlsx": reads Excel workbooks, for the card's prop `workbooks` and for `readCsv`.
export type {
  PaddedNumbers,
  ReadWorkbook,
  UnreadableWorkbook,
  WorkbookIssue,
  WorkbookNotice,
  WorkbookOptions,
  WorkbookSheet,
  WorkbookText,
} from "../csv/workbook.ts";
export { xlsx } from "./xlsx.ts";
