// Makes the people in the files: a name in their language, an email, and the days of registration and last login.
import type { Random } from "./random.ts";

export type Language = keyof typeof names;

export interface Person {
  readonly index: number;
  readonly first: string;
  readonly last: string;
  readonly user: string;
  readonly email: string;
  readonly since: Date;
  readonly seen: Date;
  readonly updated: Date;
  readonly birth: Date;
}

const names = {
  en: [
    "Olivia Noah Emma Liam Ava Mason Grace Henry Ruth Oscar Nora Felix",
    "Smith Johnson O'Brien Taylor Walker Hughes Ward Cooper Bailey Reed Stone Marsh",
  ],
  de: [
    "Jürgen Käthe Sören Björn Anneliese Günther Lukas Jörg Ulrike Mälin Rüdiger Bärbel",
    "Müller Schäfer Groß Köhler Weiß Jäger Böhm Schröder Krüger Löwe Fuß Vögel",
  ],
  fr: [
    "Hélène François Zoé Loïc Chloé Aurélie Benoît Cédric Noémie Gaël Maëlle Jérôme",
    "Lefèvre Bénard Gérard Côté Dubœuf Péron Maréchal Français Lévêque Rivière Guérin Noël",
  ],
  es: [
    "José María Íñigo Begoña Ángel Lucía Raúl Sofía Andrés Mónica Óscar Inés",
    "García Muñoz Peña Núñez Ibáñez López Martín Gómez Sáez Ordóñez Díaz Rincón",
  ],
  pt: [
    "João Conceição Luís Antônia Fátima Estêvão Inês Sérgio Mônica Simão Lígia Otávio",
    "Gonçalves Magalhães Araújo Simões Conceição Brandão Leitão Falcão Sá Assunção Félix Mourão",
  ],
  it: [
    "Niccolò Chloè Giosuè Mosè Zoè Nicolò Lucia Marco Paola Ilaria Ugo Noè",
    "Cantù Forlì Nardò Verdà Rossi Bianchì Corrù Dalmà Ferrò Galà Lodì Manzù",
  ],
  nl: [
    "Daniël Zoë Joël Noëlle Chloé Jeroen Saskia Loïs Michaël Anaïs Sanne Raphaël",
    "Vriësma Coöp Jansen Böhmer Reünie Zeeën Knoët Mulder Ruïn Sluïs Meïr Poëet",
  ],
  pl: [
    "Łukasz Wojciech Małgorzata Żaneta Ścibor Agnieszka Świętosława Józef Grażyna Paweł Bożena Mścisław",
    "Wójcik Dąbrowski Kamiński Szymańska Woźniak Kozłowski Jabłoński Król Łuczak Święch Żak Źrebiec",
  ],
  cs: [
    "Jiří Zdeněk Ondřej Šárka Žofie Lukáš Tomáš Růžena Květa Bořek Eliška Štěpán",
    "Dvořák Procházka Novotný Kučera Čermák Říha Žák Šťastný Křížek Bláha Vondráček Beneš",
  ],
  ru: [
    "Анна Борис Вера Глеб Дарья Егор Жанна Захар Ирина Кирилл Лидия Максим",
    "Иванова Петров Сидорова Кузнецов Попова Волков Зайцева Орлов Белова Жуков Лебедева Козлов",
  ],
  tr: [
    "Çağla Gökhan Şule İbrahim Özge Işıl Uğur Ayşe Yiğit Şebnem Ömer Gül",
    "Yılmaz Şahin Çelik Öztürk Aydın Doğan Kılıç Arslan Güneş Koç Şimşek Işık",
  ],
  ja: [
    "太郎 花子 健一 美咲 翔太 陽子 大輔 直美 拓也 恵子 誠 由美",
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田",
  ],
  bg: [
    "Антон Божана Веселин Гергана Димитър Елица Живко Здравка Йордан Калина Любомир Цветелина",
    "Георгиева Стоянов Тодорова Ангелов Христова Щерев Йорданова Къчев Василева Цонев Бързакова Дичев",
  ],
  sr: [
    "Đorđe Živana Nenad Ljubica Čedomir Šćepan Jelena Miloš Njegoš Draginja Žarko Ćirilo",
    "Đurić Živković Čolić Šešelj Ćosić Njegovan Ljubičić Ilić Žigić Đokić Šarić Čvorović",
  ],
  lt: [
    "Jonas Živilė Šarūnas Eglė Žygimantas Ąžuolas Ūla Česlovas Rūta Ignas Jūratė Gediminas",
    "Žukauskas Šimkutė Čepaitis Ąžuolienė Jankauskas Būtėnas Grigaitė Vaičiūnas Mažeika Žilinskienė Urbonas Kėdainis",
  ],
  lv: [
    "Jānis Līga Ēriks Ģirts Ņina Ķešs Šarlote Žanis Ūdris Inese Kārlis Ilze",
    "Bērziņš Kalniņa Ozoliņš Liepa Krūmiņa Ķirsis Ņikitins Šmits Žagars Čakste Zariņš Ēķis",
  ],
  et: [
    "Jüri Õnne Ülle Märt Kärt Tõnu Liis Ants Külli Peeter Õie Öörn",
    "Tamm Mägi Põder Jõgi Öpik Õunapuu Kütt Rebane Sepp Käär Saar Võsu",
  ],
  th: [
    "สมชาย สมหญิง อนุชา กนกวรรณ ธนพล วราภรณ์ ชัยวัฒน์ ปิยะดา ณัฐพล รัตนา สุดา วิชัย",
    "ใจดี ศรีสุข ทองคำ แสงจันทร์ บุญมี รักไทย วงศ์ใหญ่ สุขใจ พงษ์ไพร จันทร์เพ็ญ แก้วมณี ชูชาติ",
  ],
  hi: [
    "अमित प्रिया राहुल सुनीता विजय अनीता संजय कविता मोहन लक्ष्मी दीपक गीता",
    "शर्मा वर्मा गुप्ता सिंह पटेल मेहता जोशी मिश्रा यादव चौहान त्रिपाठी नायर",
  ],
  fa: [
    "علی زهرا محمد فاطمه رضا مریم حسین سارا امیر نرگس کاوه پروین",
    "احمدی رضایی کریمی محمدی جعفری حسینی مرادی صادقی قاسمی نوری اکبری گودرزی",
  ],
  ka: [
    "გიორგი ნინო დავით მარიამ ლევან თამარ ზურაბ ეკა ირაკლი ქეთევან ვახტანგ ხათუნა",
    "ბერიძე კაპანაძე გელაშვილი მაისურაძე ლომიძე ქავთარაძე წიკლაური ჩხეიძე ჯაფარიძე ღვინიაშვილი ყიფიანი შენგელია",
  ],
  zh: ["伟 芳 娜 敏 静 秀英 丽 强 磊 洋 艳 勇", "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙"],
} satisfies Record<string, readonly [string, string]>;

const day = 86_400_000;
/** Where the family's name comes first. */
export const familyFirst: readonly Language[] = ["ja", "zh"];

export function peopleFor(language: Language, count: number, random: Random): Person[] {
  return Array.from({ length: count }, (_, index) => person(language, index, random));
}

/** The full name as its language writes it. */
export function fullName(person: Person, language: Language): string {
  if (!familyFirst.includes(language)) return `${person.first} ${person.last}`;
  return language === "ja" ? `${person.last} ${person.first}` : `${person.last}${person.first}`;
}

function person(language: Language, index: number, random: Random): Person {
  const [firsts, lasts] = names[language];
  const first = random.pick(firsts.split(" "));
  const last = random.pick(lasts.split(" "));
  const plain = `${ascii(first)}.${ascii(last)}`.replace(/^\.|\.$/g, "") || "user";
  const user = `${plain.replace(/\W/g, "_")}${index + 1}`;
  const since = new Date(Date.UTC(2019, random.below(50), 1 + dayOfMonth(index, random), 8, random.below(60), 7));
  const seen = new Date(Date.UTC(2025, random.below(12), 1 + dayOfMonth(index + 1, random), 17, random.below(60), 31));
  return {
    index,
    first,
    last,
    user,
    email: `${plain}${index + 1}@example.${random.pick(["com", "org", "net"])}`,
    since,
    seen,
    updated: new Date(seen.getTime() + (1 + random.below(90)) * day),
    birth: new Date(Date.UTC(1950 + random.below(50), random.below(12), 1 + random.below(28))),
  };
}

/** 0 to 27; every third row beyond the 12th, so that day and month can be told apart. */
function dayOfMonth(index: number, random: Random): number {
  return index % 3 === 1 ? 13 + random.below(15) : random.below(28);
}

function ascii(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}
