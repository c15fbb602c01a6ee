// Lists header words in Turkish, Arabic and Hebrew.
import type { LanguageWords } from "./language-words.ts";

const turkish: LanguageWords = {
  email: `e-posta e-posta_adresi eposta_adresi e-mail_adresi email_adresi mail_adresi elektronik_posta e-postası
    elektronik_posta_adresi e-posta_adres e-posta_adresleri mail_adres`,
  user: `kullanıcı kullanıcının müşteri müşterinin üye üyenin öğrenci öğrencinin katılımcı katılımcının abone abonenin
    hasta hastanın cari`,
  account: "hesap hesabın kişi kişinin çalışan çalışanın personel personelin iletişim",
  number: "id no numara numarası nosu kod kodu kimliği",
  userId: `benzersiz_kimlik benzersiz_id harici_id öğrenci_numarası öğrenci_no müşteri_no müşteri_kodu üye_no cari_kod
    cari_kodu`,
  key: "sicil_no sicil_numarası personel_no personel_numarası çalışan_no kod müşteri üye",
  name: `ad_soyad adı_soyadı ad_soyadı adı_ve_soyadı ad_ve_soyad ad_ve_soyadı isim isim_soyisim isim_soyad tam_ad tam_adı
    tam_isim soyadı_adı soyad_ad görünen_ad görünen_isim isim_ve_soyisim ad_-_soyad görünür_ad ad adı`,
  bareName: "ad adı isim",
  firstName: "ilk_ad ilk_adı ön_ad ön_adı",
  lastName: "soyad soyadı soyisim soyismi",
  username: "kullanıcı_adı kullanıcıadı rumuz takma_ad giriş_adı",
  last: "son en_son",
  visit: `giriş girişi giriş_yapma oturum oturumu oturum_açma oturum_açılma bağlantı ziyaret ziyareti erişim erişimi
    görülme aktivite aktivitesi etkinlik etkinliği login aktif aktiflik`,
  registered: `kayıt kaydı kaydolma kayıt_olma kayıt_olduğu kaydolduğu üyelik üye_olma üye_olduğu oluşturma oluşturulma
    oluşturuldu oluşturulduğu katılım katılma katıldığı ekleme eklenme eklendi üyelik_başlangıç açılış
    hesap_oluşturma hesap_açılış kayıtlı`,
  date: "tarih tarihi zaman zamanı gün günü tarih_ve_saat tarih_saat saat saati tarihi_ve_saati",
  link: "ve nın nin",
  own: "adres adresi birincil ana iletişim giriş",
  sort: "kişisel özel iş kurumsal ev okul",
  others: `yönetici yöneticisi yöneticinin müdür müdürü müdürün amir amiri şef patron sorumlu sorumlusu öğretmen öğretmeni
    öğretmenin antrenör koç danışman danışmanı danışmanın ev_sahibi mal_sahibi sahip sahibi veli velisi velinin
    ebeveyn anne anne_adı baba vasi oluşturan değiştiren düzenleyen güncelleyen atanan atanmış temsilci temsilcisi
    müşteri_temsilcisi acente doktor hekim eş eşi acil asistan referans davet_eden yazar gönderen alıcı eğitmen
    eğitmeni mentor onaylayan muhasebeci avukat`,
};

const arabic: LanguageWords = {
  email: `البريد_الإلكتروني البريد_الالكتروني بريد_إلكتروني بريد_الكتروني عنوان_البريد_الإلكتروني عنوان_البريد_الالكتروني
    الإيميل الايميل إيميل البريد عنوان_البريد ايميل عنوان_بريد_إلكتروني البريد_الإليكتروني`,
  user: `المستخدم مستخدم للمستخدم العميل عميل الزبون زبون العضو عضو الطالب طالب الطالبة المتدرب المشترك مشترك المشارك
    المريض التلميذ`,
  account: "الحساب حساب الشخص الموظف موظف جهة_الاتصال",
  number: "رقم الرقم معرف المعرف معرّف كود رمز هوية id الرمز الكود",
  userId: "المعرف المعرّف الرقم_التعريفي رقم_التعريف الرقم_الجامعي رقم_القيد معرف_فريد الرقم_الأكاديمي رقم_العضوية",
  key: "الرقم_الوظيفي رقم_الموظف الرمز الكود الرقم العميل العضو",
  name: `الاسم الإسم اسم الاسم_الكامل الاسم_بالكامل الاسم_كاملا الاسم_الثلاثي الاسم_الرباعي الاسم_واللقب الاسم_المعروض
    اسم_العرض الاسم_واسم_العائلة الاسم_الاول_والاخير`,
  bareName: "الاسم الإسم اسم",
  firstName: "الاسم_الأول الاسم_الاول الاسم_الشخصي اسم_الأول الاسم_الأوّل",
  lastName: "اسم_العائلة الاسم_الأخير الاسم_الاخير اللقب الكنية لقب_العائلة العائلة الاسم_العائلي",
  username: "اسم_المستخدم اسم_الدخول اسم_تسجيل_الدخول",
  last: "آخر اخر الأخير الأخيرة الاخير أحدث",
  visit: `دخول الدخول تسجيل_دخول تسجيل_الدخول ولوج زيارة الزيارة نشاط النشاط ظهور الظهور وصول الوصول اتصال الاتصال جلسة
    دخول_للنظام`,
  registered: `التسجيل تسجيل الإنشاء الانشاء إنشاء انشاء الانضمام انضمام الإضافة الاضافة إضافة الالتحاق الاشتراك اشتراك
    إنشاء_الحساب انشاء_الحساب تسجيل_الحساب عضو_منذ عميل_منذ تم_الإنشاء تم_التسجيل القيد`,
  date: "تاريخ التاريخ وقت الوقت تاريخ_ووقت يوم في بتاريخ",
  link: "ال ل و في الى إلى من",
  own: "عنوان الأساسي الاساسي الرئيسي الخاص للتواصل",
  sort: "الشخصي الشخصية العمل المنزل المدرسي الجامعي الرسمي",
  others: `المدير مدير المشرف مشرف الرئيس رئيس المسؤول مسؤول المسئول المعلم معلم المعلمة المدرس مدرس الأستاذ المدرب مدرب
    المستشار مستشار المالك مالك المؤجر صاحب ولي_الأمر ولي_الامر ولي الوالد الوالدة الوالدين الأب الأم الأهل الوصي
    أنشأ أنشئ_بواسطة المنشئ عدل عدّل_بواسطة بواسطة معين مسند المكلف مندوب المندوب الوكيل وكيل الطبيب طبيب الزوج
    الزوجة الطوارئ المساعد مساعد الداعي المرشد مرشد الكاتب المرسل المستلم المحاسب المحامي`,
};

const hebrew: LanguageWords = {
  email: `דוא"ל דואל דואר_אלקטרוני כתובת_דוא"ל כתובת_דואל כתובת_דואר_אלקטרוני כתובת_אימייל כתובת_מייל אימייל אימיל מייל
    דוא״ל כתובת_דוא״ל כתובת_אי-מייל אי-מייל`,
  user: "משתמש המשתמש משתמשת לקוח הלקוח לקוחה חבר החבר תלמיד התלמיד סטודנט הסטודנט משתתף המשתתף מנוי המנוי מטופל",
  account: "חשבון החשבון אדם עובד העובד איש_קשר",
  number: "מספר מס מס' מזהה קוד id מזהה_ייחודי",
  userId: "מזהה מזהה_ייחודי מזהה_חיצוני מספר_מזהה קוד_לקוח",
  key: "מספר_עובד מס_עובד קוד לקוח חבר",
  name: `שם שם_מלא השם_המלא שם_פרטי_ומשפחה שם_ומשפחה שם_משפחה_ופרטי שם_תצוגה שם_לתצוגה שם_מוצג שם_פרטי_ושם_משפחה
    שם_משפחה_ושם_פרטי`,
  bareName: "שם",
  firstName: "שם_פרטי פרטי השם_הפרטי",
  lastName: "שם_משפחה משפחה שם_המשפחה",
  username: "שם_משתמש שם_המשתמש כינוי שם_כניסה",
  last: "אחרון אחרונה האחרון האחרונה לאחרונה",
  visit: "כניסה הכניסה כניסה_למערכת כניסת התחברות ההתחברות ביקור הביקור גישה הגישה פעילות הפעילות נראה חיבור",
  registered: `הרשמה ההרשמה נרשם רישום הרישום יצירה היצירה נוצר נוצרה הצטרפות ההצטרפות הצטרף הוספה נוסף פתיחה פתיחת_חשבון
    יצירת_חשבון יצירת_החשבון חבר_מאז לקוח_מאז`,
  date: "תאריך התאריך מועד זמן שעה תאריך_ושעה תאריך_וזמן ב יום",
  link: "ה ב של ל את ו",
  own: "כתובת ראשי ראשית עיקרי ליצירת_קשר",
  sort: "אישי פרטי עבודה בית עסקי בית_ספר",
  others: `מנהל המנהל מנהלת בוס ממונה אחראי האחראי מורה המורה מחנך מחנכת מאמן המאמן יועץ היועץ בעל_הבית בעלים הבעלים משכיר
    הורה ההורה הורים אמא אבא אפוטרופוס נוצר_על_ידי עודכן_על_ידי שונה_על_ידי הוקצה הוקצה_ל סוכן נציג רופא בן_זוג
    בת_זוג חירום עוזר מזכירה מפנה מזמין מנחה המנחה מרצה מחבר שולח נמען מדריך רואה_חשבון עורך_דין`,
};

export const nearEasternWords: readonly LanguageWords[] = [turkish, arabic, hebrew];
