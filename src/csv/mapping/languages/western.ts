// Lists header words in German, French, Spanish, Portuguese, Italian, Dutch and Polish, and those in Chinese and Japanese: those that tell
// whose an email address is. Whole headers in these languages are in `header-names.ts`.
import { type LanguageWords, noWords } from "./language-words.ts";

const german: LanguageWords = {
  ...noWords,
  email: "e-mail-adresse mailadresse elektronische_post",
  user: `benutzer benutzers nutzer nutzers kunde kunden mitglied mitglieds teilnehmer schüler schülers schülerin student
    studenten studierende abonnent patient patienten anwender`,
  account: "mitarbeiter mitarbeiters person kontakt konto kontakts",
  link: "des der die das von vom für zu am an",
  own: "adresse anschrift kontaktdaten haupt primäre primär standard erste login anmelde anmeldung anmeldename eigene kontakt",
  sort: `privat private dienstlich dienstliche geschäftlich geschäftliche beruflich berufliche arbeit firma büro schule`,
  others: `vorgesetzte chef leiter leitung führungskraft betreuer lehrer lehrkraft dozent trainer berater vermieter
    hausverwalter eltern elternteil mutter vater vormund erziehungsberechtigte sorgeberechtigte besitzer eigentümer
    inhaber erstellt_von geändert_von angelegt_von bearbeitet_von bearbeiter zugewiesen ansprechpartner
    sachbearbeiter makler vermittler vertreter stellvertreter assistent assistenz sekretariat notfall ehepartner
    partner arzt hausarzt pate mentor tutor ausbilder werber empfohlen einlader geworben klassenleitung
    gruppenleiter teamleiter abteilungsleiter projektleiter genehmiger autor absender empfänger bürge anwalt
    steuerberater pfleger schulleiter trainerin`,
};

const french: LanguageWords = {
  ...noWords,
  email: "e-mail courriel mél mel messagerie courrier_électronique adresse_électronique",
  user: `utilisateur utilisateurs utilisatrice client clients cliente membre adhérent abonné élève étudiant étudiante
    participant inscrit patient`,
  account: "salarié employé personne compte contact",
  link: "de du des d la le l les à",
  own: "adresse principal principale primaire connexion identifiant contact nom",
  sort: "personnel personnelle perso professionnel professionnelle pro privé privée travail bureau domicile école",
  others: `responsable chef supérieur hiérarchique gestionnaire manageur directeur enseignant professeur prof entraîneur
    conseiller conseillère propriétaire bailleur parent parents mère père tuteur tutrice créé_par modifié_par
    attribué assigné affecté parrain formateur encadrant référent commercial agent médecin conjoint urgence
    assistant assistante secrétaire accompagnateur auteur expéditeur destinataire éducateur maître avocat notaire
    comptable`,
};

const spanish: LanguageWords = {
  ...noWords,
  email: "correo_electrónico correo e-mail dirección_de_correo correo_e",
  user: `usuario usuarios usuaria cliente clientes miembro socio alumno alumna estudiante participante suscriptor
    paciente`,
  account: "empleado empleada persona cuenta contacto",
  link: "de del la el los las y",
  own: "dirección principal primario acceso contacto inicio_de_sesión",
  sort: `personal privado particular trabajo laboral corporativo institucional profesional oficina empresa casa escuela`,
  others: `gerente jefe jefa supervisor supervisora encargado responsable gestor profesor profesora maestro maestra docente
    entrenador asesor consejero propietario dueño arrendador casero padre padres madre tutor tutora apoderado
    creado_por modificado_por asignado referido invitado_por médico doctor cónyuge emergencia asistente agente
    vendedor patrocinador coordinador director autor remitente destinatario acudiente representante abogado`,
};

const portuguese: LanguageWords = {
  ...noWords,
  email: "e-mail correio_eletrónico correio_eletrônico endereço_de_e-mail",
  user: "usuário utilizador cliente membro sócio aluno aluna estudante participante assinante paciente",
  account: "colaborador funcionário pessoa conta contato contacto",
  link: "de do da dos das o a",
  own: "endereço principal primário acesso login contato contacto",
  sort: "pessoal particular privado trabalho profissional corporativo institucional empresa casa escola",
  others: `gerente chefe supervisor gestor responsável encarregado encarregado_de_educação professor professora docente
    treinador orientador consultor conselheiro proprietário dono senhorio locador pai pais mãe tutor criado_por
    modificado_por alterado_por atribuído indicado médico cônjuge emergência assistente agente vendedor padrinho
    coordenador diretor autor remetente destinatário advogado`,
};

const italian: LanguageWords = {
  ...noWords,
  email: "e-mail posta_elettronica posta indirizzo_email indirizzo_di_posta",
  user: "utente utenti cliente membro socio iscritto abbonato studente alunno allievo partecipante paziente",
  account: "dipendente persona account contatto",
  link: "di del della dell dello dei e l il la",
  own: "indirizzo principale primario accesso contatto login",
  sort: "personale privata privato lavoro aziendale istituzionale ufficio casa scuola",
  others: `responsabile capo superiore supervisore dirigente docente insegnante professore professoressa allenatore
    consulente tutore tutor proprietario titolare locatore genitore genitori padre madre creato_da modificato_da
    assegnato referente medico coniuge emergenza assistente agente venditore direttore coordinatore autore mittente
    destinatario avvocato preside`,
};

const dutch: LanguageWords = {
  ...noWords,
  email: "e-mailadres mailadres e-mail elektronische_post",
  user: "gebruiker gebruikers klant klanten lid leden leerling student cursist deelnemer abonnee patiënt relatie",
  account: "medewerker werknemer persoon account contact",
  link: "van de het een voor s",
  own: "adres hoofd primair primaire inlog aanmeld contact",
  sort: "privé werk zakelijk zakelijke persoonlijk persoonlijke thuis kantoor school",
  others: `leidinggevende manager baas chef docent leraar leerkracht trainer adviseur begeleider verhuurder huisbaas
    eigenaar ouder ouders moeder vader voogd verzorger aangemaakt_door gewijzigd_door toegewezen contactpersoon
    makelaar arts huisarts partner noodcontact assistent verwijzer vertegenwoordiger mentor directeur auteur
    afzender ontvanger advocaat`,
};

const polish: LanguageWords = {
  ...noWords,
  email: "e-mail adres_e-mail poczta poczta_elektroniczna adres_poczty mejl mail",
  user: `użytkownik użytkownika klient klienta członek członka uczeń ucznia student studenta uczestnik uczestnika abonent
    pacjent pacjenta`,
  account: "pracownik pracownika osoba osoby konto kontakt kontaktowy",
  link: "do w na z",
  own: "adres główny podstawowy kontaktowy logowania",
  sort: "prywatny służbowy firmowy osobisty domowy szkolny praca",
  others: `przełożony przełożonego kierownik kierownika szef szefa menedżer menedżera nauczyciel nauczyciela wychowawca
    wychowawcy trener trenera doradca doradcy opiekun opiekuna właściciel właściciela wynajmujący rodzic rodzica
    rodzice matka matki ojciec ojca utworzony_przez zmodyfikowany_przez zmienione_przez przypisany przypisano
    polecający lekarz lekarza małżonek asystent agent handlowiec dyrektor autor nadawca odbiorca promotor
    koordynator prawnik`,
};

const chinese: LanguageWords = {
  ...noWords,
  email: "邮箱 电子邮箱 电子邮件 邮件 电邮 郵箱 電子郵件 電郵 電子信箱 信箱",
  user: "用户 会员 客户 用戶 會員 客戶 使用者 成员 学生 學生 学员",
  account: "员工 員工 账号 账户 帳號 个人 联系人",
  link: "的",
  own: "地址 主要 主 登录 登錄 登入 联系 聯絡",
  sort: "私人 个人 個人 工作 公司 办公 辦公 学校 學校",
  others: `经理 經理 主管 上级 上級 老板 老闆 领导 老师 老師 教师 教師 导师 導師 教练 教練 顾问 顧問 房东 房東 家长 家長 父亲 母亲 父母 监护人 監護人 创建人 创建者 修改人 修改者 负责人 負責人 指派 分配
    邀请人 邀請人 推荐人 推薦人 代理 医生 醫生 配偶 紧急 緊急 助理 班主任 业务员 審核 审核 审批 作者 发件人 收件人 经办人 律师`,
};

const japanese: LanguageWords = {
  ...noWords,
  email: "メールアドレス メール eメール 電子メール メアド アドレス",
  user: "ユーザー ユーザ 会員 顧客 利用者 お客様 登録者 生徒 学生",
  account: "社員 従業員 本人 アカウント 連絡先",
  link: "の",
  own: "主 メイン 登録 ログイン 連絡先 連絡用 ご",
  sort: "個人 会社 仕事 勤務先 自宅 携帯 pc 学校",
  others: `上司 上長 管理者 責任者 担当 担当者 教師 教員 先生 担任 講師 コーチ 監督 顧問 アドバイザー 大家 家主 保護者 親 父 母 後見人 所有者 作成者 更新者 変更者 割り当て 紹介者 招待者 代理人 医師 主治医
    配偶者 緊急 秘書 アシスタント マネージャー マネージャ 営業 承認者 送信者 受信者 指導教員 店長 オーナー`,
};

/** Words in the languages whose whole headers are in `header-names.ts`. */
export const westernWords: readonly LanguageWords[] = [
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  polish,
  chinese,
  japanese,
];
