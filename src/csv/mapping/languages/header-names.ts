// Lists header names and phrases of user exports in languages other than English, as data: best first, without case, accents and separators.
import type { HeaderKind } from "../header-dictionary.ts";
import type { PhraseWords } from "./language-words.ts";

/** The names of each kind, ranked after the English ones of the header dictionary. */
export const otherNames: Readonly<Record<HeaderKind, string>> = {
  externalUserId: `kennung idexterno identificadorexterno idexterne identifiantexterne idesterno idextern externeid identifiant identifiantunique identificador nrocliente matricula identificativo identyfikator 编号
    kullaniciid musterino uyeno идентификатор idпользователя felhasznaloazonosito uzivatelskeid`,
  email: `emailadresse mailadresse kontaktemail benutzeremail epost courriel adresseemail adressemail adressecourriel
    adresseelectronique adressedemessagerie adresseemailprincipale correo correoelectronico correoe direcciondecorreo
    direcciondecorreoelectronico direccionemail correioeletronico enderecodeemail enderecoeletronico emaildousuario
    indirizzoemail indirizzomail postaelettronica indirizzodipostaelettronica indirizzodiemail emailutente emailadres
    mailadres adresemail adresmailowy adrespocztyelektronicznej pocztaelektroniczna メールアドレス eメールアドレス 電子メールアドレス 社内メールアドレス 会社メールアドレス メール
    eメール 電子メール 連絡先メールアドレス 邮箱 电子邮箱 邮箱地址 电子邮箱地址 电子邮件 电子邮件地址 邮件 邮件地址 电邮 郵箱 電子郵件 電子郵件地址 電郵 電子信箱 eposta epostaadresi
    epostadress почта электроннаяпочта элпочта адресэлектроннойпочты 이메일 이메일주소 emailcim`,
  name: `namenfirstlast vollstandigername anzeigename offentlichername vorundnachname vornachname vornamenachname
    vornameundnachname namevorname namevollstandig nomcomplet nometprenom nomprenom prenometnom prenomnom nomaffiche
    nomdaffichage nomaafficherpubliquement nompublic nombrecompleto nombreyapellidos nombreyapellido nombresyapellidos
    nombreapellidos nombreparamostrar nombremostrado nomecompleto nomeesobrenome nomedeexibicao nomeexibicao
    nomeapelido nomecognome nomeecognome cognomenome cognomeenome nominativo nomevisualizzato volledigenaam
    naamvolledig weergavenaam voorenachternaam voornaamachternaam voornaamenachternaam imieinazwisko imienazwisko
    nazwiskoiimie pelneimieinazwisko pelnanazwa nazwawyswietlana 氏名 お名前 名前 フルネーム 表示名 社員名 従業員名 会員名 顧客名 姓名 真实姓名 用户姓名 客户姓名 会员姓名 全名
    名称 名稱 显示名称 真實姓名 顯示名稱 adsoyad adisoyadi фио полноеимя имяифамилия 성명 이름 namn navn nom nombre nome naam
    jmenoaprijmeni teljesnev`,
  registrationDate: `registrierung registriert registrierungs registriertseit anmelde erstellt erstell erstellungs erstellung angelegt
    anlage anlege mitgliedseit kundeseit beitritts beitritt beigetreten eintritts dabeiseit kontoerstellt inscription
    inscrit inscritdepuis abonnedepuis adherentdepuis enregistrement creationducompte creationcompte creationdecompte cree membredepuis
    clientdepuis adhesion registro alta creacion creado creada registrado registrada inscripcion altausuario
    miembrodesde clientedesde usuariodesde creaciondecuenta cadastro registo criacao criado cadastrado registado
    inscricao membrodesde registrazione iscrizione creazione creato registrato iscritto iscrittodal membrodal
    clientedal utentedal registratie geregistreerd inschrijf inschrijving inschrijvings aanmeld aangemeld aangemaakt
    aanmaak gemaakt lidsinds klantsinds rejestracji rejestracja zarejestrowano utworzenia utworzono zalozenia
    zalozeniakonta utworzeniakonta dolaczenia 登録 会員登録 新規登録 作成 アカウント作成 入会 注册 创建 建立 加入 註冊 創建 开户 kayit регистрации
    датарегистрации создан датасоздания 가입 등록 생성 skapad registrerad registracia registrace`,
  lastLoginDate: `ultimaatividadeem ultimoaccessoeffettuato songiris senasteinloggning sistinnlogget posledniprihlaseni
    utolsobelepes`,
  firstName: `vorname rufname prenom nombres primernombre primeironome nomeproprio voornaam roepnaam imie 名 下の名前 お名前名 氏名名 名前名 fornamn fornavn
    keresztnev krestnijmeno`,
  lastName: `nachname familienname zuname nomdefamille patronyme apellidos apellido primerapellido sobrenome apelido ultimonome
    cognome achternaam familienaam nazwisko 姓 苗字 お名前姓 氏名姓 名前姓 efternamn etternavn efternavn vezeteknev soyad soyadi фамилия
    prijmeni 성`,
  username: `benutzername nutzername anmeldename loginkennung nomdutilisateur nomutilisateur nombredeusuario usuario
    nomedeusuario nomedoutilizador nomeutente gebruikersnaam nazwauzytkownika ユーザー名 ログインid 用户名 账号 帐号 登录名 用戶名 使用者名稱`,
  loginEmail: "nomdutilisateurprincipal benutzerprinzipalname nombreprincipaldeusuario",
  key: `kontakt kunde mitglied cliente contatto klant klient 顧客 会員 客户 personalnummer personalnr personalnumber matricule
    matricola numerodeempleado numeroempleado numeropracownika personeelsnummer 社員番号 社員コード 従業員番号 従業員コード 社員id 従業員id 工号 员工编号 codigo codice
    kennung`,
};

/** The words of phrases, in addition to the English ones. */
export const otherPhrases: PhraseWords = {
  numbers: `n num numero nummer numer codigo codice kod kennung identifiant identificador identificativo identyfikator`,
  numberLinks: "de del dela della dello dell do da du des di d l",
  numbered: `utilisateur membre adherent abonne inscrit usuario cliente socio miembro suscriptor participante alumno
    utilizador membro aluno assinante utente iscritto abbonato uzytkownika klienta czlonka uczestnika eleve etudiant patient inscription
    tessera aluna paciente studente allievo ucznia contacto contatto objet objeto oggetto registro fiche fichedinformations`,
  owners: `benutzer nutzer kunde mitglied teilnehmer schuler studenten patienten objekt datensatz kontakt abonnent
    anwender gebruiker klant lid relatie deelnemer lidmaatschap anvandar kund bruker medlem`,
  ownerLinks: "n en er",
  easternOwners: "ユーザー ユーザ 会員 顧客 利用者 お客様 登録者 用户 会员 客户 用戶 會員 客戶 使用者 회원 사용자 고객",
  easternNumbers: "id no 番号 コード 编号 号 标识 編號 號 标识符 번호",
  last: `letzte letzter letztes zuletzt dernier derniere ultimo ultima laatste laatst ostatnie ostatnia ostatnio ostatniego ostatniej
    最終 前回 直近 最后 最近 上次 最後 последний последнего 최근 마지막 최종`,
  lastLinks: "de di",
  visits: `anmeldung anmelde anmelden angemeldet einlog eingeloggt gesehen aktiv aktivitat zugriff besuch anmeldezeitpunkt
    connexion acces visite activite acceso conexion iniciodesesion sesion ingreso visita actividad conectado autenticacion
    acesso entrada conexao atividade sessao accesso connessione attivita collegamento
    aanmelding ingelogd aangemeld gezien activiteit bezoek actief inlog toegang
    logowanie logowania zalogowanie zalogowania logowany zalogowany aktywnosc aktywnosci wizyta wizyty widziany
    ログイン サインイン アクセス 利用 登录 登陆 活跃 访问 登入 вход входа посещения 로그인`,
  namesOf: "nom nombre nome nomcomplet nombrecompleto nomecompleto",
  nameLinks: "de del dela du da do dell di d l",
  named: `client contact membre adherent abonne participant eleve etudiant cliente contacto socio miembro participante alumno
    membro aluno contatto iscritto abbonato`,
};
