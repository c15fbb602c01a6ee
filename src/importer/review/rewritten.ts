// What spreadsheets make of numbers when they save a file: another text, and no correction.

const whole = /^\d+$/;
const number = /^\d+(?:[.,]\d+)?(?:E[+-]?\d+)?$/i;
// A spreadsheet keeps no more digits of a number than these.
const mostDigits = 15;

/** True where the second text is what a spreadsheet saves for the first: 00123 as 123, 1E5 as 1,00E+05, a long number cut off. */
export function isRewritten(before: string, text: string): boolean {
  if (!number.test(before) || !number.test(text)) return false;
  // Compared as numbers, long ones would be the same that differ in their last digits.
  if (whole.test(before) && whole.test(text)) return text === withoutZeros(before) || text === cutOff(before);
  return Number(toNumber(before).toPrecision(digitsOf(text))) === toNumber(text);
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}

// 12345678901234567 becomes 12345678901234500.
function cutOff(digits: string): string {
  const kept = withoutZeros(digits);
  return kept.slice(0, mostDigits).padEnd(kept.length, "0");
}

function toNumber(text: string): number {
  return Number(text.replace(",", "."));
}

// The scientific notation is rounded to what fits into a cell.
function digitsOf(text: string): number {
  const [mantissa = "", exponent] = text.split(/E/i);
  return exponent === undefined ? mostDigits : Math.min(mantissa.replace(/\D/, "").length, 100);
}
