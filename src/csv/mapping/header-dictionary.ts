// Lists English header names of user exports in other systems, as data: best first, without case, accents and separators.

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
 * The English names of each kind; those of other languages are in `languages/header-names.ts`. They are recognised after "user",
 * "customer", "contact" and the like too; for the two dates only the stem is listed, and words such as "date", "at" or 日時 around it
 * are removed before the search.
 */
export const knownNames: Readonly<Record<HeaderKind, string>> = {
  externalUserId: `uid uuid guid sub localid objectid oid userguid useruuid useruid userobjectid distinctid externalid extid recordid
    recordidcontact leadid membershipid membershipno membershipnumber identityid rowid uniqueid uniqueuserid idnumber
    identifier userkey leid euid cognitousername playerid studentid patientid objectguid constituentid`,
  email: `primaryemailaddress primaryemail emailprimary loginemail signinemail emailid emails workemail emailaddresses`,
  name: `cn namefull completename realname formattedname nameformatted personname fullusername commonname fullnames
    firstandlastname firstnamelastname firstlastname namefirstlast`,
  registrationDate: `created create creation signup signedup registered registration register joined join joining since added
    accountcreated accountcreation insert reg crdate membersince customersince usersince inserted enrolled enrollment whencreated`,
  lastLoginDate: "lastlogin lastsignin currentsignin signedin loggedin lastlogontimestamp loginlast",
  firstName: "firstname namefirst givenname forename fname first given givennames firstnames",
  lastName: "lastname namelast surname familyname lname last sn family",
  username: `username login loginname userlogin user accountname screenname handle nickname usernicename samaccountname accountid
    employeeid staffid`,
  loginEmail: "userprincipalname upn",
  key: `contact member customer client person employeenumber employeeno personnelnumber code`,
};

/** Words that mean a full name on their own, but half of one beside the other half: Vorname + Name, Nome + Cognome. */
export const bareNames = "name nom nombre nome naam namn navn имя 이름 名前";

/** Headers of family names in languages that write them before the given name. */
export const familyFirst = "姓 苗字 성 vezeteknev";
