// Held out a fourth time: the named vendors in other tongues, and their files after a detour.
const s = (name: string, columns: string, rest: object = {}) => ({ name, columns, ...rest });
const de = { names: "de", delimiter: ";" };
const fr = { names: "fr", delimiter: ";" };
const es = { names: "es", delimiter: ";" };

export default {
  "held out 4: vendors abroad": [
    s(
      "mailchimp de",
      "E-Mail-Adresse=email>email; Vorname=first>first; Nachname=last>last; Telefonnummer=phone; MEMBER_RATING=2; OPTIN_TIME=space>since?; CONFIRM_TIME=space; LAST_CHANGED=space; LEID=num>id; EUID=hash>id?; NOTES=note; TAGS=tags",
      { names: "de" },
    ),
    s(
      "hubspot de",
      "Datensatz-ID=num>id; Vorname=first>first; Nachname=last>last; E-Mail=email>email; Telefonnummer=phone; Zuständiger Mitarbeiter=Pat Lee; Erstellungsdatum=minute>since; Letztes Aktivitätsdatum=minute>seen?; Lead-Status=Neu",
      { names: "de" },
    ),
    s(
      "hubspot es",
      "ID de registro=num>id; Nombre=first>first; Apellidos=last>last; Correo=email>email; Número de teléfono=phone; Propietario del contacto=Pat Lee; Fecha de creación=minute>since; Fecha de última actividad=minute>seen?",
      { names: "es" },
    ),
    s(
      "hubspot fr",
      "ID de fiche d'informations=num>id; Prénom=first>first; Nom de famille=last>last; E-mail=email>email; Propriétaire du contact=Pat Lee; Date de création=minute>since; Dernière date d'activité=minute>seen?",
      { names: "fr" },
    ),
    s(
      "wordpress fr",
      "ID=seq>id; Identifiant=user; Nom affiché=full>name; Adresse e-mail=email>email; Date d'inscription=space>since; Rôle=abonné",
      { names: "fr" },
    ),
    s(
      "woocommerce de",
      "Kunden-ID=num>id; Name=full>name; Benutzername=user; Zuletzt aktiv=space>seen; Registrierungsdatum=space>since; E-Mail=email>email; Bestellungen=int; Gesamtausgaben=money; Land=country",
      { names: "de" },
    ),
    s(
      "entra de",
      "Benutzerprinzipalname=shout>email?; Anzeigename=full>name; Objekt-ID=uuid>id; E-Mail=email>email; Konto aktiviert=True; Erstellungsdatum und -uhrzeit=ustime>since; Abteilung=IT",
      { names: "de" },
    ),
    s(
      "microsoft 365 fr",
      "Nom d'utilisateur principal=email>email; Nom d'affichage=full>name; ID d'objet=uuid>id; Prénom=first; Nom=last; Date de création=isoms>since; Licences=E3",
      { names: "fr" },
    ),
    s(
      "salesforce de",
      "Benutzer-ID=salesforce>id; Benutzername=email>email?; E-Mail=email>email; Vorname=first; Nachname=last; Vollständiger Name=full>name; Profil=Standard; Letzte Anmeldung=detime>seen; Erstelldatum=de>since; Aktiv=WAHR",
      de,
    ),
    s(
      "salesforce es",
      "Id. de contacto=salesforce>id; Nombre=first>first; Apellidos=last>last; Correo electrónico=email>email; Nombre de la cuenta=company; Fecha de creación=eu>since; Fecha de última modificación=eu",
      es,
    ),
    s(
      "shopify de",
      "Kunden-ID=apostrophe>id; Vorname=first>first; Nachname=last>last; E-Mail=email>email; Akzeptiert E-Mail-Marketing=ja; Firma der Standardadresse=company; Gesamtausgaben=money; Anzahl Bestellungen=int",
      { names: "de" },
    ),
    s(
      "prestashop fr",
      "ID=seq>id; Titre=M./Mme; Prénom=first>first; Nom=last>last; Adresse e-mail=email>email; Ventes=money; Activé=1; Lettre d'information=0; Offres partenaires=0; Inscription=space>since; Dernière visite=space>seen",
      fr,
    ),
    s(
      "prestashop es",
      "ID=seq>id; Título=Sr./Sra.; Nombre=first>first; Apellidos=last>last; Dirección de correo electrónico=email>email; Ventas=money; Registro=space>since; Última visita=space>seen",
      es,
    ),
    s(
      "moodle it",
      "ID=seq>id; Username=user; Nome=first>first; Cognome=last>last; Indirizzo email=email>email; Primo accesso=eutime@since>since?; Ultimo accesso=eutime>seen",
      { names: "it", delimiter: ";" },
    ),
    s(
      "moodle pt",
      "ID=seq>id; Identificação de usuário=user; Nome=first>first; Sobrenome=last>last; Endereço de email=email>email; Primeiro acesso=eutime@since>since?; Último acesso=eutime>seen",
      { names: "pt", delimiter: ";" },
    ),
    s(
      "lightspeed nl",
      "Klantnummer=num>id; Voornaam=first>first; Achternaam=last>last; E-mailadres=email>email; Aangemaakt op=nl>since; Laatste bestelling=nl; Nieuwsbrief=ja/nee",
      { names: "nl", delimiter: ";" },
    ),
    s(
      "iai pl",
      "ID klienta=num>id; Login=user; Imię=first>first; Nazwisko=last>last; E-mail=email>email; Data rejestracji=space>since; Ostatnie zamówienie=space; Data ostatniej wizyty=space>seen",
      { names: "pl", delimiter: ";" },
    ),
    s(
      "makeshop ja",
      "会員ID=user>id?; 氏名=full>name; メールアドレス=email>email; 入会日時=jp>since; 最終ログイン日時=jp>seen; 最終購入日時=jp; 会員番号=num>id",
      { names: "ja", encoding: "shift_jis" },
    ),
    s(
      "stripe fr",
      "Identifiant client=stripe>id; E-mail du client=email>email; Nom du client=full>name; Créé (UTC)=minute>since; Dépenses totales=money",
      { names: "fr" },
    ),
    s(
      "google workspace de",
      "Vorname [Pflichtfeld]=first>first; Nachname [Pflichtfeld]=last>last; E-Mail-Adresse [Pflichtfeld]=email>email; Letzte Anmeldung [SCHREIBGESCHÜTZT]=slash>seen; Status [SCHREIBGESCHÜTZT]=Active; Mitarbeiter-ID=num>id?",
      { names: "de" },
    ),
    s(
      "keycloak es",
      "ID=uuid>id; Nombre de usuario=user; Correo electrónico=email>email; Nombre=first>first; Apellido=last>last; Creado el=epochms>since; Habilitado=true",
      { names: "es" },
    ),
  ],
  "held out 4: detours": [
    s(
      "okta in Excel",
      "User ID=okta>id; Username=email; First name=first>first; Last name=last>last; Email=email>email; Created=de>since; Last login=detime>seen; Last updated=detime",
      { delimiter: ";", encoding: "windows-1252", names: "de" },
    ),
    s(
      "auth0 in Excel fr",
      "user_id=auth0>id; email=email>email; name=full>name; created_at=eutime>since; last_login=eutime>seen; updated_at=eutime",
      { ...fr, encoding: "windows-1252" },
    ),
    s(
      "stripe in Numbers",
      "id=stripe>id; Email=email>email; Name=full>name; Created (UTC)=eutime>since; Total Spend=money",
      { delimiter: ";", above: ["Customers;;;;"] },
    ),
    s(
      "cognito in Sheets",
      "cognito:username=uuid>id; name=full>name; email=email>email; email_verified=TRUE; UserCreateDate=us>since; UserLastModifiedDate=us",
      {},
    ),
    s(
      "firebase in Excel",
      "UID=fire>id; Email=email>email; Display Name=full>name; Created At=serialtime>since; Last Signed In At=serialtime>seen; Provider=password",
      { delimiter: "\t", encoding: "utf-16le", mark: true },
    ),
    s(
      "fusionauth in Excel",
      "id=uuid>id; email=email>email; fullName=full>name; insertInstant=exponent>since?; lastLoginInstant=epochms>seen; verified=WAHR",
      de,
    ),
    s(
      "wordpress by hand",
      "Nr.=seq; ID=num>id; Login=user; Mail=email>email; Name=full>name; Seit=de>since?; Bemerkung=note",
      de,
    ),
    s(
      "clerk in Excel es",
      "id=clerk>id; first_name=first>first; last_name=last>last; primary_email_address=email>email; created_at=eutime>since; last_sign_in_at=eutime>seen",
      { ...es, encoding: "windows-1252" },
    ),
    s(
      "mysql with nulls",
      "id=seq>id; email=email>email; name=full>name; created_at=space>since; last_login=\\N>seen?; deleted_at=\\N",
      { quote: "all" },
    ),
    s(
      "supabase in LibreOffice",
      "id=uuid>id; email=email>email; phone=empty; created_at=pg>since; last_sign_in_at=pg>seen; confirmed_at=pg; role=authenticated",
      { quote: "all", delimiter: ";" },
    ),
    s(
      "shopify in Excel",
      "Customer ID=exponent>id?; First Name=first>first; Last Name=last>last; Email=email>email; Total Spent=1,50",
      { delimiter: ";" },
    ),
  ],
};
