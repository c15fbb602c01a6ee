// Held out a third time, after the second set had been seen: shorter, and with more that must not be taken.
const s = (name: string, columns: string, rest: object = {}) => ({ name, columns, ...rest });

export default {
  "held out 3: systems": [
    s(
      "outseta people",
      "Uid=fire>id; Email=email>email; FirstName=first>first; LastName=last>last; FullName=full>name; Created=isoms>since; Updated=isoms; LastLoginDateTime=isoms>seen; AccountName=company",
    ),
    s(
      "memberstack",
      "ID=stripe>id; Email=email>email; Verified=true; Joined=isoms>since; Last Login=isoms>seen; Plans=Free; Custom: first-name=first; Custom: last-name=last",
    ),
    s(
      "skool",
      "FirstName=first>first; LastName=last>last; Email=email>email; Invited By=Pat Lee; JoinedDate=space>since; Question1=Why; Answer1=note; Price=money; LTV=money",
    ),
    s(
      "discord-like bot",
      "User ID=snowflake>id; Username=user; Discriminator=0; Joined Server=isoms>since?; Roles=tags; E-mail=email>email",
    ),
    s(
      "docebo",
      "User unique ID=num>id; Username=user; First Name=first; Last Name=last; Full Name=full>name; Email=email>email; User Creation Date=space>since; User Last Access Date=space>seen; Expiry=empty; Branch Name=Sales/IT",
    ),
    s(
      "nopcommerce",
      "CustomerId=seq>id; CustomerGuid=uuid>id?; Email=email>email; Username=email; FirstName=first>first; LastName=last>last; CreatedOnUtc=ustime>since; LastActivityDateUtc=ustime>seen?; Company=company",
      { delimiter: ";" },
    ),
    s(
      "shopify plus b2b",
      "Customer ID=apostrophe>id; First Name=first>first; Last Name=last>last; Email=email>email; Accepts Email Marketing=yes; Default Address Company=company; Default Address Phone=phone; Total Orders=int; Tax Exempt=no",
    ),
    s(
      "salesforce experience",
      "User: User ID=salesforce>id; User: Full Name=full>name; User: Email=email>email; User: Created Date=us>since; User: Last Login=ustime>seen; Contact: Account Name=company; Profile: Name=Customer",
    ),
    s(
      "power bi export",
      "Users[Id]=uuid>id; Users[Email]=email>email; Users[FullName]=full>name; Users[CreatedOn]=ustime>since; Users[LastSeen]=ustime>seen",
    ),
    s(
      "dbeaver join",
      "id=seq>id; email=email>email; full_name=full>name; created_at=space>since; id:1=num; name=Acme/Globex; created_at:1=space",
    ),
    s("sap", "KUNNR=zero>id?; NAME1=full>name?; SMTP_ADDR=email>email; ERDAT=day>since?; LAND1=DE", { delimiter: ";" }),
    s(
      "dotnet entity",
      "UserID=num>id; EmailAddr=email>email; UserFullName=full>name; DateCreated=space>since; DateModified=space; LastLoginDateUTC=space>seen; IsDeleted=0",
    ),
  ],
  "held out 3: languages": [
    s(
      "de kunden",
      "Kdnr=num>id?; Kundenname=full>name; E-Mail=email>email; Erstkontakt=de; Letzter Kauf=de; Newsletter=ja/nein",
      { names: "de", delimiter: ";" },
    ),
    s(
      "de schule",
      "Schüler-ID=num>id; Name=last>last; Vorname=first>first; E-Mail Eltern=boss; E-Mail Schüler=email>email; Klasse=5a/6b",
      {
        names: "de",
        delimiter: ";",
      },
    ),
    s(
      "fr école",
      "N° d'inscription=num>id; Nom de l'élève=full>name?; Courriel=email>email; Courriel du parent=boss; Date d'inscription=eu>since",
      {
        names: "fr",
        delimiter: ";",
      },
    ),
    s(
      "es tienda",
      "Cód. cliente=code>id?; Nombre=full>name; Correo=email>email; Correo del gestor=boss; Fecha alta=eu>since; Última compra=eu",
      {
        names: "es",
        delimiter: ";",
      },
    ),
    s(
      "pt admin",
      "ID do usuário=num>id; Nome=full>name; E-mail=email>email; Criado em=eu>since; Atualizado em=eu; Último login em=eutime>seen",
      {
        names: "pt",
      },
    ),
    s(
      "it soci",
      "N. tessera=num>id; Cognome=last>last; Nome=first>first; Email=email>email; Data tesseramento=eu>since?; Data scadenza=eu",
      {
        names: "it",
        delimiter: ";",
      },
    ),
    s(
      "nl leden",
      "Lidnr=num>id; Naam=full>name; E-mail=email>email; E-mail ouder=boss; Lid sinds=nl>since; Einddatum=empty",
      {
        names: "nl",
        delimiter: ";",
      },
    ),
    s(
      "pl klub",
      "Numer członka=num>id; Imię i nazwisko=full>name; E-mail=email>email; Data przystąpienia=de>since?; Opiekun=Pat Lee",
      {
        names: "pl",
        delimiter: ";",
      },
    ),
    s(
      "ja club",
      "会員No=num>id; 氏名（漢字）=full>name; Ｅメールアドレス=email>email; 登録日時=jp>since; 退会日=empty; 最終ログイン日=jp>seen",
      { names: "ja" },
    ),
    s(
      "zh admin",
      "ID=num>id; 用户名=user; 姓名=full>name; 邮箱地址=email>email; 创建时间=slash>since; 最近登录时间=slash>seen; 邀请人邮箱=boss",
      {
        names: "zh",
      },
    ),
  ],
  "held out 3: traps": [
    s(
      "data of things",
      "data.id=num; data.type=event; data.name=login; user.email=email>email; user.id=uuid>id; meta.name=x",
    ),
    s("codes", "Code=A1/B2/C3; Discount code=num; Postal code=zip; Email=email>email"),
    s("contact person", "Contact=Pat Lee/Kim Roy; Company=company; Email=email>email; User ID=num>id"),
    s("customer is a company", "Customer=company; Customer since=day>since; Email=email>email; Customer no=num>id"),
    s(
      "members of teams",
      "Team member ID=num>id?; Team ID=code; Team name=Red/Blue; Email=email>email; Lead email=boss",
    ),
    s("second addresses", "Backup email=backup; Alternative email=backup; Name=full>name; ID=num>id"),
    s(
      "activity",
      "Contact owner=Pat Lee; Last activity date=day; Last contacted=day; Email=email>email; Record ID=num>id; Company name=company",
    ),
    s("number of", "No of users=int; No of logins=int; Customer count=int; Email=email>email; Name=full>name"),
    s(
      "status moments",
      "status.updatedAt=iso; status.code=200; details.name=company; email=email>email; id=num>id; details.id=num",
    ),
    s(
      "short columns",
      "GRP_NM=Red/Blue; DEPT_NM=IT/HR; MGR_NM=Pat Lee; USER_NM=full>name; UPD_DT=space; EMAIL=email>email; USER_ID=num>id",
    ),
    s("phone formulas", "Phone=phone; Email=email>email; Member=full>name?; Membership type=Gold"),
    s(
      "name of the account",
      "Account Name=company; Account Owner=Pat Lee; Account ID=code; Contact Name=full>name; Contact ID=salesforce>id; Email=email>email; Account Created Date=us",
    ),
  ],
};
