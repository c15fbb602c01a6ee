// Held out a seventh time: systems and shops in other languages.
import type { ExpectedTable } from "./case.ts";

const s = (name: string, columns: string, rest: object = {}) => ({ name, columns, ...rest });
/** Nothing has to be told or asked. */
const clean = { told: [] };
const semicolon = { delimiter: ";" };
const noZone = { told: ["no_zone"] };
/** The letters fit the encoding, but prove nothing. */
const guessed = { told: ["encoding_guessed", "no_zone"] };

const traditionalLetters = new Map(
  [..."张張刘劉陈陳杨楊赵趙黄黃吴吳孙孫丽麗强強艳艷伟偉静靜"].flatMap((letter, index, all) =>
    index % 2 ? [] : [[letter, all[index + 1] ?? letter] as const],
  ),
);
const toTraditional = (text: string) => [...text].map((letter) => traditionalLetters.get(letter) ?? letter).join("");
/** Names in the letters of Taiwan. */
const traditional = {
  text: toTraditional,
  expect: (table: ExpectedTable): ExpectedTable => ({
    ...table,
    rows: table.rows.map(({ name = "", ...row }) => ({ ...row, name: toTraditional(name) })),
  }),
};

export const languages = [
  s(
    "ru bitrix24",
    "ID=num>id; Имя=first>first; Отчество=Иванович/Петровна; Фамилия=last>last; Рабочий e-mail=email>email; Ответственный=Анна Белова; Дата создания=detime>since; Дата изменения=detime",
    { names: "ru", ...semicolon, told: ["guessed: email", "no_zone"] },
  ),
  s(
    "ru getcourse",
    "id=num>id; Email=email>email; Тип регистрации=форма; Создан=space>since; Последняя активность=space>seen; Имя=first>first; Фамилия=last>last; Телефон=phone; Дата рождения=de@birth",
    { names: "ru", ...semicolon, ...noZone },
  ),
  s(
    "ru 1c",
    "Код=zero>id; Наименование=full>name; Адрес электронной почты=email>email; Дата регистрации=deshort>since; Основной менеджер=Егор Волков",
    { names: "ru", ...semicolon, encoding: "koi8-r" },
  ),
  s(
    "it negozio presta",
    "ID=num>id; Titolo=Sig./Sig.ra; Cognome=last>last; Nome=first>first; Indirizzo e-mail=email>email; Vendite=money; Attivato=1; Newsletter=0; Registrazione=eutime>since; Ultima visita=eutime>seen",
    { names: "it", ...semicolon, ...noZone },
  ),
  s(
    "es magento",
    "ID=num>id; Nombre=full>name; Correo electrónico=email>email; Grupo=General; Teléfono=phone; País=España; Cliente desde=estext>since; Sitio web=Main",
    { names: "es", ...clean },
  ),
  s(
    "es odoo",
    "ID externo=code>id; Nombre mostrado=full>name; Correo electrónico=email>email; Creado el=space>since; Última actualización el=space; Comercial=Pat Lee; Última autenticación=space>seen",
    { names: "es", ...noZone },
  ),
  s(
    "pt-BR clientes",
    "Código do cliente=num>id; Nome do cliente=full>name; E-mail do cliente=email>email; CPF=num; Celular=phone; Cadastrado em=eutime>since; Última compra=eutime; Último login=eutime>seen; E-mail do vendedor=boss",
    { names: "pt", ...semicolon, encoding: "windows-1252", ...guessed },
  ),
  s(
    "pt-BR alunos",
    "Matrícula=num>id; Aluno=full>name; E-mail do aluno=email>email; E-mail do responsável=boss; Data da matrícula=eu>since?; Último acesso em=eutime>seen; Nascimento=eu@birth",
    { names: "pt", ...semicolon },
  ),
  s(
    "tr mağaza",
    "Müşteri Numarası=num>id; Müşteri Adı=first>first; Müşteri Soyadı=last>last; E-posta=email>email; Cep Telefonu=phone; Oluşturulma Tarihi=detime>since; Son Giriş=detime>seen; Sipariş Sayısı=int",
    { names: "tr", ...semicolon, encoding: "windows-1254", ...guessed },
  ),
  s(
    "ko 쇼핑몰",
    "회원번호=num>id; 이름=full>name; 이메일=email>email; 휴대폰번호=phone; 가입일시=space>since; 최종로그인=space>seen; 회원등급=일반; 총구매금액=int; 생년월일=day@birth",
    { encoding: "euc-kr", ...guessed },
  ),
  s(
    "ja ec",
    "会員ID=num>id; お名前(姓)=last>last; お名前(名)=first>first; お名前(カナ・姓)=サトウ; お名前(カナ・名)=タロウ; メールアドレス=email>email; 性別=男性; 誕生日=jp@birth; 最終購入日=jp; 登録日=jp>since; 更新日=jp",
    { names: "ja", encoding: "shift_jis", ...guessed },
  ),
  s(
    "ja 社内",
    "従業員コード=zero>id; 社員名=full>name; 社内メールアドレス=email>email; 上長メールアドレス=boss; アカウント作成日=kanji>since; 最終サインイン=jp>seen; 退職日=empty",
    { names: "ja", ...noZone },
  ),
  s(
    "zh 飞书",
    "用户 ID=uuid>id; 姓名=full>name; 企业邮箱=email; 个人邮箱=backup; 部门=销售部; 职务=经理; 入职时间=day; 最近登录时间=space>seen; 创建时间=space>since",
    { names: "zh", encoding: "gb18030", told: ["asked: email, ambiguous", "encoding_guessed", "no_zone"] },
  ),
  s(
    "zh-TW 商店",
    "會員編號=num>id; 姓名=full>name; 電子信箱=email>email; 手機=phone; 註冊時間=slash>since; 最近登入時間=slash>seen; 會員等級=一般",
    { names: "zh", ...traditional, encoding: "big5", ...guessed },
  ),
  s(
    "ar متجر",
    "رقم العميل=num>id; الاسم الأول=أحمد/سارة/ليلى>first; اسم العائلة=خالد/يوسف/منصور>last; البريد الإلكتروني=email>email; رقم الجوال=phone; تاريخ التسجيل=eu>since; آخر زيارة=eutime>seen",
    { encoding: "windows-1256", ...guessed },
  ),
  s(
    "he לקוחות",
    "מספר לקוח=num>id; שם פרטי=דנה/יוסי/רון>first; שם משפחה=כהן/לוי/מזרחי>last; דואל=email>email; נייד=phone; תאריך הצטרפות=eu>since; כניסה אחרונה=eutime>seen",
    { encoding: "windows-1255", ...guessed },
  ),
  s(
    "pl klienci",
    "Id klienta=num>id; Klient=full>name; Adres email=email>email; Data rejestracji=space>since; Ostatnie zalogowanie=space>seen; Zgoda marketingowa=tak; E-mail opiekuna=boss",
    { names: "pl", ...semicolon, ...noZone },
  ),
  s(
    "fr dolibarr",
    "ID=num>id; Identifiant=user; Nom=last>last; Prénom=first>first; Email=email>email; Date création=eutime>since; Date de dernière connexion=eutime>seen; Superviseur=Pat Lee; État=Actif",
    { names: "fr", ...noZone },
  ),
  s(
    "fr abonnés",
    "N° d'abonné=num>id; Nom complet=full>name; Adresse mail=email>email; Abonné depuis le=eu>since; Dernière visite le=eutime>seen; Échéance=eu",
    { names: "fr", ...semicolon, encoding: "macintosh", ...guessed },
  ),
  s(
    "de shop jtl",
    "Kundennr.=num>id; Anrede=Herr/Frau; Vorname=first>first; Nachname=last>last; Firma=company; E-Mail=email>email; Registriert am=de>since; Letzte Anmeldung=detime>seen; Geburtstag=de@birth",
    { names: "de", ...semicolon, encoding: "windows-1252", ...guessed },
  ),
  s(
    "de verein 2",
    "Mitgliedsnr.=num>id; Name=last>last; Vorname=first>first; E-Mail 1=email>email; E-Mail 2=backup; Geb.-Datum=de@birth; Eintritt=de>since?; Austritt=empty",
    { names: "de", ...semicolon },
  ),
  s(
    "de formular",
    "Zeitstempel=detime>since?; E-Mail-Adresse=email>email; Vor- und Nachname=full>name; Mitgliedsnummer=num>id; Anmerkungen=note",
    { names: "de" },
  ),
  s(
    "de personio",
    "Personalnummer=zero>id; Vorname=first>first; Nachname=last>last; E-Mail=email>email; Einstellungsdatum=de; Vorgesetzte(r)=Kim Roy; E-Mail der Führungskraft=boss; Status=Aktiv",
    { names: "de", ...semicolon, told: ["guessed: externalUserId"] },
  ),
  s(
    "nl sportclub",
    "Relatiecode=code>id; Roepnaam=first>first; Achternaam=last>last; E-mail=email>email; Lid sinds=nl>since; Einde lidmaatschap=empty; E-mail ouder=backup",
    { names: "nl", ...semicolon },
  ),
  s(
    "cs eshop",
    "Číslo zákazníka=num>id; Jméno=first>first; Příjmení=last>last; E-mail=email>email; Registrován=deshort>since; Naposledy přihlášen=deshort>seen; Poslední objednávka=deshort",
    { names: "cs", ...semicolon, encoding: "windows-1250" },
  ),
  s(
    "sv kunder",
    "Kund-ID=num>id; Kundnamn=full>name; E-post=email>email; Skapad=day>since; Senast aktiv=day>seen; Handläggare=Pat Lee",
    { ...semicolon, ...clean },
  ),
  s(
    "uk магазин",
    "Номер клієнта=num>id; ПІБ=full>name; Ел. пошта=email>email; Зареєстровано=de>since; Востаннє в мережі=detime>seen; Менеджер=Егор Волков",
    { names: "ru", ...semicolon, ...noZone },
  ),
  s(
    "vi thành viên",
    "Mã thành viên=code>id; Họ tên=full>name; Thư điện tử=email>email; Ngày tham gia=eu>since; Lần đăng nhập cuối=eutime>seen; Người quản lý=Pat Lee",
    noZone,
  ),
  s(
    "id anggota",
    "No. Anggota=code>id; Nama=full>name; Surel=email>email; Terdaftar pada=eu>since; Login terakhir=eutime>seen",
    noZone,
  ),
  s(
    "th ลูกค้า",
    "รหัสลูกค้า=code>id; ชื่อ-นามสกุล=full>name; อีเมล์=email>email; วันที่สมัครสมาชิก=thai>since; เข้าใช้งานล่าสุด=thai>seen",
    { names: "th" },
  ),
  s(
    "el πελάτες",
    "Κωδικός πελάτη=num>id; Ονοματεπώνυμο=full>name; E-mail=email>email; Ημ/νία εγγραφής=eu>since; Τελευταία είσοδος=eutime>seen; Υπεύθυνος=Pat Lee",
    { ...semicolon, ...noZone },
  ),
  s(
    "hu ügyfelek",
    "Ügyfélszám=num>id; Név=full>name; E-mail-cím=email>email; Regisztrált=hudots>since; Utolsó bejelentkezés=hutext>seen; Kapcsolattartó=Pat Lee",
    { ...semicolon, ...noZone },
  ),
  s(
    "ro clienți",
    "Cod client=num>id; Nume complet=full>name; E-mail=email>email; Înregistrat la=de>since; Ultima conectare=detime>seen; Data nașterii=de@birth",
    { ...semicolon, ...noZone },
  ),
  s(
    "da medlemmer",
    "Medlemsnr.=num>id; Fulde navn=full>name; E-mail=email>email; Indmeldt=nl>since; Sidst set=nl>seen; Kontingent betalt=ja",
    { ...semicolon, ...clean },
  ),
  s(
    "fi jäsenet",
    "Jäsennumero=num>id; Nimi=full>name; Sähköposti=email>email; Liittynyt=deshort>since; Viimeksi paikalla=deshort>seen; Syntymäaika=deshort@birth",
    { ...semicolon, ...clean },
  ),
];
