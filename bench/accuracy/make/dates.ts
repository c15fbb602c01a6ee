// Lists the date formats of exports, and whether the guide's ISO rule accepts each as it is.

export interface DateStyle {
  write(moment: Date): string;
  /** `as-is`: ISO-like; `convert`: another clear format; `ask`: day and month can't be told apart. */
  readonly reading: "as-is" | "convert" | "ask";
  /** How much of `YYYY-MM-DDTHH:MM` the text holds. */
  readonly precision: 10 | 16;
}

const two = (value: number): string => String(value).padStart(2, "0");
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const day = (moment: Date): string => moment.toISOString().slice(0, 10);
const clock = (moment: Date): string => moment.toISOString().slice(11, 19);
const year = (moment: Date): number => moment.getUTCFullYear();
const month = (moment: Date): number => moment.getUTCMonth() + 1;
const date = (moment: Date): number => moment.getUTCDate();
const half = (moment: Date): string =>
  `${moment.getUTCHours() % 12 || 12}:${two(moment.getUTCMinutes())} ${moment.getUTCHours() < 12 ? "AM" : "PM"}`;
const serial = (moment: Date): number => moment.getTime() / 86_400_000 + 25_569;
const longMonth = (moment: Date, language: string): string =>
  new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(moment);
const low = (value: number): number => ((value - 1) % 12) + 1;

const inLanguage = (moment: Date, language: string, hour12?: boolean): string =>
  new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
    ...(hour12 === undefined ? {} : { hour12 }),
  }).format(moment);
const inCalendar = (moment: Date, calendar: string): string =>
  new Intl.DateTimeFormat(`en-GB-u-ca-${calendar}`, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    timeZone: "UTC",
  })
    .formatToParts(moment)
    .filter(({ type }) => type === "year" || type === "month" || type === "day")
    .map(({ value }) => value)
    .join("/");
const inDigits = (text: string, zero: number): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const englishParts = (moment: Date): readonly string[] => moment.toUTCString().split(/,? /);

function style(reading: DateStyle["reading"], precision: 10 | 16, write: DateStyle["write"]): DateStyle {
  return { reading, precision, write };
}

export const dateStyles: Readonly<Record<string, DateStyle>> = {
  iso: style("as-is", 16, (moment) => moment.toISOString().replace(".000", "")),
  isoms: style("as-is", 16, (moment) => moment.toISOString().replace(".000", ".123")),
  isoff: style("as-is", 16, (moment) => moment.toISOString().replace(".000Z", "+00:00")),
  day: style("as-is", 10, day),
  space: style("as-is", 16, (moment) => `${day(moment)} ${clock(moment)}`),
  minute: style("as-is", 16, (moment) => `${day(moment)} ${clock(moment).slice(0, 5)}`),
  pg: style("as-is", 16, (moment) => `${day(moment)} ${clock(moment)}.123456+00`),
  utc: style("convert", 16, (moment) => `${day(moment)} ${clock(moment)} UTC`),
  rails: style("convert", 16, (moment) => `${day(moment)} ${clock(moment)} +0000`),
  slash: style("convert", 16, (moment) =>
    day(moment)
      .replaceAll("-", "/")
      .concat(` ${clock(moment)}`),
  ),
  slashday: style("convert", 10, (moment) => day(moment).replaceAll("-", "/")),
  jp: style("convert", 16, (moment) => `${year(moment)}/${month(moment)}/${date(moment)} ${clock(moment).slice(0, 5)}`),
  kanji: style("convert", 10, (moment) => `${year(moment)}年${month(moment)}月${date(moment)}日`),
  de: style("convert", 10, (moment) => `${two(date(moment))}.${two(month(moment))}.${year(moment)}`),
  deshort: style("convert", 10, (moment) => `${date(moment)}.${month(moment)}.${year(moment)}`),
  detime: style(
    "convert",
    16,
    (moment) => `${two(date(moment))}.${two(month(moment))}.${year(moment)} ${clock(moment).slice(0, 5)}`,
  ),
  nl: style("convert", 10, (moment) => `${two(date(moment))}-${two(month(moment))}-${year(moment)}`),
  eu: style("convert", 10, (moment) => `${two(date(moment))}/${two(month(moment))}/${year(moment)}`),
  eutime: style(
    "convert",
    16,
    (moment) => `${two(date(moment))}/${two(month(moment))}/${year(moment)} ${clock(moment).slice(0, 5)}`,
  ),
  us: style("convert", 10, (moment) => `${month(moment)}/${date(moment)}/${year(moment)}`),
  us2: style("convert", 10, (moment) => `${two(month(moment))}/${two(date(moment))}/${year(moment)}`),
  ustime: style("convert", 16, (moment) => `${month(moment)}/${date(moment)}/${year(moment)} ${half(moment)}`),
  written: style("convert", 10, (moment) => `${months[month(moment) - 1]} ${date(moment)}, ${year(moment)}`),
  longtime: style(
    "convert",
    16,
    (moment) => `${months[month(moment) - 1]} ${date(moment)}, ${year(moment)} ${half(moment)}`,
  ),
  eucomma: style(
    "convert",
    16,
    (moment) => `${two(date(moment))}/${two(month(moment))}/${year(moment)}, ${clock(moment)}`,
  ),
  detext: style("convert", 10, (moment) => `${date(moment)}. ${longMonth(moment, "de")} ${year(moment)}`),
  frtext: style("convert", 10, (moment) => `${date(moment)} ${longMonth(moment, "fr")} ${year(moment)}`),
  estext: style("convert", 10, (moment) => `${date(moment)} de ${longMonth(moment, "es")} de ${year(moment)}`),
  http: style("convert", 16, (moment) => moment.toUTCString()),
  epoch: style("convert", 16, (moment) => String(moment.getTime() / 1000)),
  epochms: style("convert", 16, (moment) => String(moment.getTime())),
  serial: style("convert", 10, (moment) => String(Math.floor(serial(moment)))),
  serialtime: style("convert", 16, (moment) => serial(moment).toFixed(9).replace(/0+$/, "")),
  compact: style("convert", 16, (moment) => `${day(moment)}${clock(moment)}`.replace(/\D/g, "")),
  kotime: style("convert", 16, (moment) => inLanguage(moment, "ko", true)),
  zhtime: style("convert", 16, (moment) => inLanguage(moment, "zh", true)),
  rutext: style("convert", 16, (moment) => inLanguage(moment, "ru")),
  uktext: style("convert", 16, (moment) => inLanguage(moment, "uk")),
  trtext: style("convert", 16, (moment) => inLanguage(moment, "tr")),
  eltext: style("convert", 16, (moment) => inLanguage(moment, "el", true)),
  cstext: style("convert", 16, (moment) => inLanguage(moment, "cs")),
  fitext: style("convert", 16, (moment) => inLanguage(moment, "fi")),
  hutext: style("convert", 16, (moment) => inLanguage(moment, "hu")),
  hudots: style("convert", 10, (moment) => `${day(moment).replaceAll("-", ". ")}.`),
  arabic: style("convert", 16, (moment) => inDigits(`${day(moment).replaceAll("-", "/")} ${clock(moment)}`, 0x660)),
  wide: style("convert", 16, (moment) => inDigits(`${day(moment)} ${clock(moment)}`, 0xff10)),
  timefirst: style("convert", 16, (moment) => {
    return `${clock(moment)} ${two(date(moment))}.${two(month(moment))}.${year(moment)}`;
  }),
  js: style("convert", 16, (moment) => {
    const [weekday, , name] = englishParts(moment);
    return `${weekday} ${name} ${two(date(moment))} ${year(moment)} ${clock(moment)} GMT+0000 (Greenwich Mean Time)`;
  }),
  java: style("convert", 16, (moment) => {
    const [weekday, , name] = englishParts(moment);
    return `${weekday} ${name} ${two(date(moment))} ${clock(moment)} UTC ${year(moment)}`;
  }),
  kibana: style("convert", 16, (moment) => {
    return `${months[month(moment) - 1]} ${date(moment)}, ${year(moment)} @ ${clock(moment)}.000`;
  }),
  zoned: style("convert", 16, (moment) => `${day(moment)}T${clock(moment)}Z[UTC]`),
  ldap: style("convert", 16, (moment) => `${`${day(moment)}${clock(moment)}`.replace(/\D/g, "")}.0Z`),
  filetime: style("convert", 16, (moment) => `${(BigInt(moment.getTime()) + 11_644_473_600_000n) * 10_000n}`),
  aspnet: style("convert", 16, (moment) => `/Date(${moment.getTime()})/`),
  epochus: style("convert", 16, (moment) => `${moment.getTime()}000`),
  bgtext: style("convert", 10, (moment) => `${two(date(moment))}.${two(month(moment))}.${year(moment)} г.`),
  lttext: style("convert", 16, (moment) => inLanguage(moment, "lt")),
  lvtext: style("convert", 16, (moment) => inLanguage(moment, "lv")),
  ettext: style("convert", 16, (moment) => inLanguage(moment, "et")),
  hrtext: style("convert", 16, (moment) => inLanguage(moment, "hr")),
  srtext: style("convert", 16, (moment) => inLanguage(moment, "sr-Latn")),
  katext: style("convert", 16, (moment) => inLanguage(moment, "ka")),
  hitext: style("convert", 16, (moment) => inLanguage(moment, "hi", true)),
  dedot: style("convert", 10, (moment) => `${two(date(moment))}.${two(month(moment))}.${year(moment)}.`),
  usyy: style("convert", 10, (moment) => `${month(moment)}/${date(moment)}/${two(year(moment) % 100)}`),
  thai: style("ask", 10, (moment) => inCalendar(moment, "buddhist")),
  persian: style("ask", 10, (moment) => inCalendar(moment, "persian").split("/").reverse().join("/")),
  either: style("ask", 10, (moment) => `${two(low(date(moment)))}/${two(month(moment))}/${year(moment)}`),
  eitherdash: style("ask", 10, (moment) => `${low(date(moment))}-${month(moment)}-${year(moment)}`),
};

/** What the converted text must begin with. */
export function convertedStart(moment: Date, precision: 10 | 16): string {
  return moment.toISOString().slice(0, precision);
}
