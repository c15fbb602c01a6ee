// Lists header names of user exports in other systems and languages, as data: best first, without case, accents and separators.

/** The meaning of a known header: a field, a part of a name, a username, one in the form of an
 * email (`loginEmail`), or a word that may be an id (`key`). */
export type HeaderKind =
  | "externalUserId"
  | "email"
  | "name"
  | "registrationDate"
  | "lastLoginDate"
  | "firstName"
  | "lastName"
  | "username"
  | "loginEmail"
  | "key";

/**
 * The names of each kind. English ones are recognised after "user", "customer", "contact" and the like too; for the two dates
 * only the stem is listed, and words such as "date", "at" or 日時 around it are removed before the search.
 */
export const knownNames: Readonly<Record<HeaderKind, string>> = {
  externalUserId: `uid uuid guid sub localid objectid oid userguid useruuid useruid userobjectid distinctid externalid extid recordid
    recordidcontact leadid membershipid membershipno membershipnumber identityid rowid uniqueid uniqueuserid idnumber
    identifier userkey leid euid cognitousername playerid studentid patientid kennung identifiant identifiantunique
    identificador nrocliente matricula identificativo identyfikator 编号 kullaniciid musterino uyeno идентификатор
    idпользователя felhasznaloazonosito uzivatelskeid`,
  email: `primaryemailaddress primaryemail emailprimary loginemail signinemail emailid emails workemail emailaddresses
    emailadresse mailadresse kontaktemail benutzeremail epost
    courriel adresseemail adressemail adressecourriel adresseelectronique adressedemessagerie adresseemailprincipale
    correo correoelectronico correoe direcciondecorreo direcciondecorreoelectronico direccionemail
    correioeletronico enderecodeemail enderecoeletronico emaildousuario
    indirizzoemail indirizzomail postaelettronica indirizzodipostaelettronica indirizzodiemail emailutente
    emailadres mailadres adresemail adresmailowy adrespocztyelektronicznej pocztaelektroniczna
    メールアドレス eメールアドレス 電子メールアドレス メール eメール 電子メール 連絡先メールアドレス
    邮箱 电子邮箱 邮箱地址 电子邮箱地址 电子邮件 电子邮件地址 邮件 邮件地址 电邮 郵箱 電子郵件 電子郵件地址 電郵 電子信箱
    eposta epostaadresi epostadress почта электроннаяпочта элпочта адресэлектроннойпочты 이메일 이메일주소 emailcim`,
  name: `cn namefull completename realname formattedname nameformatted personname fullusername commonname fullnames
    firstandlastname firstnamelastname firstlastname namefirstlast namenfirstlast
    vollstandigername anzeigename offentlichername vorundnachname vornachname vornamenachname vornameundnachname namevorname namevollstandig
    nomcomplet nometprenom nomprenom prenometnom prenomnom nomaffiche nomdaffichage nomaafficherpubliquement nompublic
    nombrecompleto nombreyapellidos nombreyapellido nombresyapellidos nombreapellidos nombreparamostrar nombremostrado
    nomecompleto nomeesobrenome nomedeexibicao nomeexibicao nomeapelido
    nomecognome nomeecognome cognomenome cognomeenome nominativo nomevisualizzato
    volledigenaam naamvolledig weergavenaam voorenachternaam voornaamachternaam voornaamenachternaam
    imieinazwisko imienazwisko nazwiskoiimie pelneimieinazwisko pelnanazwa nazwawyswietlana
    氏名 お名前 名前 フルネーム 表示名 会員名 顧客名 姓名 真实姓名 用户姓名 客户姓名 会员姓名 全名 名称 名稱 显示名称 真實姓名 顯示名稱
    adsoyad adisoyadi фио полноеимя имяифамилия 성명 이름 namn navn nom nombre nome naam jmenoaprijmeni teljesnev`,
  registrationDate: `created create creation signup signedup registered registration register joined join joining since added
    accountcreated accountcreation insert reg crdate membersince customersince usersince inserted enrolled enrollment whencreated
    registrierung registriert registrierungs registriertseit anmelde erstellt erstell erstellungs erstellung angelegt anlage anlege
    mitgliedseit kundeseit beitritts beitritt beigetreten eintritts dabeiseit kontoerstellt
    inscription inscrit inscritdepuis enregistrement creationducompte creationcompte creationdecompte cree membredepuis
    clientdepuis adhesion
    registro alta creacion creado creada registrado registrada inscripcion altausuario miembrodesde clientedesde usuariodesde creaciondecuenta
    cadastro registo criacao criado cadastrado registado inscricao membrodesde
    registrazione iscrizione creazione creato registrato iscritto iscrittodal membrodal clientedal utentedal
    registratie geregistreerd inschrijf inschrijving inschrijvings aanmeld aangemeld aangemaakt aanmaak gemaakt lidsinds klantsinds
    rejestracji rejestracja zarejestrowano utworzenia utworzono zalozenia zalozeniakonta utworzeniakonta dolaczenia
    登録 会員登録 新規登録 作成 アカウント作成 入会 注册 创建 建立 加入 註冊 創建 开户 入会
    kayit регистрации датарегистрации создан датасоздания 가입 등록 생성 skapad registrerad registracia registrace`,
  lastLoginDate: `lastlogin lastsignin currentsignin signedin loggedin lastlogontimestamp loginlast ultimaatividadeem ultimoaccessoeffettuato songiris senasteinloggning
    sistinnlogget posledniprihlaseni utolsobelepes`,
  firstName: `firstname namefirst givenname forename fname first given givennames firstnames vorname rufname prenom nombres
    primernombre primeironome nomeproprio voornaam roepnaam imie 名 下の名前 fornamn fornavn keresztnev krestnijmeno`,
  lastName: `lastname namelast surname familyname lname last sn family nachname familienname zuname nomdefamille patronyme apellidos apellido
    primerapellido sobrenome apelido ultimonome cognome achternaam familienaam nazwisko 姓 苗字 efternamn etternavn efternavn
    vezeteknev soyad soyadi фамилия prijmeni 성`,
  username: `username login loginname userlogin user accountname screenname handle nickname usernicename
    samaccountname benutzername nutzername anmeldename loginkennung nomdutilisateur nomutilisateur nombredeusuario usuario
    nomedeusuario nomedoutilizador nomeutente gebruikersnaam nazwauzytkownika ユーザー名 ログインid 用户名 账号 帐号 登录名 用戶名 使用者名稱
    accountid employeeid staffid`,
  loginEmail: "userprincipalname upn nomdutilisateurprincipal benutzerprinzipalname nombreprincipaldeusuario",
  key: `contact member customer client person kontakt kunde mitglied cliente contatto klant klient 顧客 会員 客户
    employeenumber employeeno personnelnumber personalnummer personalnr personalnumber matricule matricola numerodeempleado numeroempleado
    numeropracownika personeelsnummer 社員番号 社員コード 従業員番号 工号 员工编号 codigo codice code kennung`,
};

/** Words that mean a full name on their own, but half of one beside the other half: Vorname + Name, Nome + Cognome. */
export const bareNames = "name nom nombre nome naam namn navn имя 이름 名前";

/** Headers of family names in languages that write them before the given name. */
export const familyFirst = "姓 苗字 성 vezeteknev";
