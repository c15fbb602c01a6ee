// Replaces some of the card's texts in Arabic; the others stay English.
import type { ImportExistingUsersProps } from "../../src/index.ts";

/** Some texts in Arabic, with the plural forms of Arabic. */
export const arabic: NonNullable<ImportExistingUsersProps["messages"]> = {
  card: {
    title: "استيراد المستخدمين الحاليين",
    lead: "انقل مستخدميك من ملف CSV. تتم مطابقتهم عبر البريد الإلكتروني مع حسابات LoginSign.",
    downloadTemplate: "تنزيل القالب",
  },
  fields: {
    externalUserId: "معرّف المستخدم",
    email: "البريد الإلكتروني",
    name: "الاسم",
    registrationDate: "تاريخ التسجيل",
    lastLoginDate: "آخر تسجيل دخول",
  },
  file: {
    sourceName: "اسم المصدر",
    sourceNameHint: "هكذا يظهر هذا الاستيراد في المصادر المحفوظة.",
    drop: "أفلت ملف CSV هنا",
    upload: "رفع ملف CSV",
    chooseAnother: "اختيار ملف آخر",
    privacy: "يُقرأ ملفك في هذا المتصفح. لا يُرسل شيء قبل بدء الاستيراد.",
  },
  preview: {
    heading: "المعاينة وربط الأعمدة",
    all: "الكل",
    ready: "جاهز",
    problems: "بها مشكلات",
    duplicates: "مكرر",
  },
  start: {
    button: "بدء الاستيراد",
    willBeSent: (users, appName, format) =>
      format.count(users, {
        zero: "لن يُرسل أي مستخدم",
        one: "سيُرسل مستخدم واحد",
        two: "سيُرسل مستخدمان",
        few: "سيُرسل # مستخدمين",
        many: "سيُرسل # مستخدمًا",
        other: "سيُرسل # مستخدم",
      }) + (appName ? ` إلى ${format.strong(appName)}` : ""),
  },
  result: { heading: "نتيجة الاستيراد", restart: "استيراد ملف آخر", undo: "التراجع عن هذا الاستيراد", all: "الكل" },
  statuses: {
    imported: "تم الاستيراد",
    already_connected: "متصل بالفعل",
    not_found: "غير موجود",
    name_mismatch: "اسم مختلف",
    invalid_row: "صف غير صالح",
  },
  sources: {
    heading: "المصادر المحفوظة",
    name: "الاسم",
    date: "تاريخ الاستيراد",
    rows: "الصفوف",
    result: "النتيجة",
    delete: "حذف المصدر",
  },
  deletion: { keep: "الاحتفاظ بالمصدر", delete: "حذف المصدر" },
};
