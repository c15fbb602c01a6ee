// Describes the words of one language that headers of user exports are made of.

/**
 * Words separated by white space, in any case and with accents; an underscore joins the words of a phrase. Inflected forms are
 * words of their own.
 */
export interface LanguageWords {
  /** An email address. */
  readonly email: string;
  /** The user of an application, in every form that headers use: user, customer, member, pupil. */
  readonly user: string;
  /** Words whose emails and dates are the user's, but whose numbers are not: account, person, contact, employee. */
  readonly account: string;
  /** An id, number or code, which means a user's id beside a word of `user`. */
  readonly number: string;
  /** Whole headers of a user's id. */
  readonly userId: string;
  /** Whole headers of words that may be an id: personnel numbers, codes. */
  readonly key: string;
  /** A full name, alone or beside a word of `user`. */
  readonly name: string;
  /** Those of `name` that mean half a name beside a column of the other half. */
  readonly bareName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  /** Last, latest, most recent. */
  readonly last: string;
  /** A login, a visit, an activity of the user. */
  readonly visit: string;
  /** Registered, created, joined. */
  readonly registered: string;
  /** A date or time, before or after the words above. */
  readonly date: string;
  /** Articles and prepositions between two words. */
  readonly link: string;
  /** Words beside `email` that leave it the user's first address: address, main, contact, login. */
  readonly own: string;
  /** Words beside `email` that tell two addresses of one person apart: private, work, home. */
  readonly sort: string;
  /** Persons other than the user, and what they did to the record: manager, teacher, parent, changed by. */
  readonly others: string;
}

/** A language without any words. */
export const noWords: LanguageWords = {
  email: "",
  user: "",
  account: "",
  number: "",
  userId: "",
  key: "",
  name: "",
  bareName: "",
  firstName: "",
  lastName: "",
  username: "",
  last: "",
  visit: "",
  registered: "",
  date: "",
  link: "",
  own: "",
  sort: "",
  others: "",
};

/** The words of phrases, separated by white space, in their comparable form. */
export interface PhraseWords {
  readonly numbers: string;
  readonly numberLinks: string;
  /** Whose number it is, behind the number. */
  readonly numbered: string;
  /** Whose number it is, in front of the number. */
  readonly owners: string;
  readonly ownerLinks: string;
  readonly easternOwners: string;
  readonly easternNumbers: string;
  readonly last: string;
  readonly lastLinks: string;
  readonly visits: string;
  readonly namesOf: string;
  readonly nameLinks: string;
  readonly named: string;
}
