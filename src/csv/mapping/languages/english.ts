// Lists English header words: those that tell whose an email address is, and those of columns that feed no field.
import { type LanguageWords, noWords } from "./language-words.ts";

/** The English words of headers. Whole headers in English are in the header dictionary. */
export const english: LanguageWords = {
  ...noWords,
  // The user, the field, and parts of a question.
  own: `the a an of my your their his her is to for in and what please enter provide give type user users customer customers client
  clients member members contact contacts person people subscriber subscribers participant attendee student patron supporter donor
  follower employee staff colleague teammate worker pupil learner patient guest account profile login logon signin signon username name main
  primary principal default current official preferred registered valid unique value values field column col unnamed data info text cell key
  id identifier identity uid upn address addresses addr adr who`,
  sort: `work business personal private home office billing school university college company corporate professional
  institutional organization organisation job`,
  others: `manager supervisor supervisors boss bosses chief head leader teamlead superior director teacher coach
  advisor adviser instructor professor lecturer tutor mentor counselor counsellor trainer caseworker socialworker landlord landlady
  parent parents guardian guardians mother mothers mom mum father fathers dad caregiver carer owner owners creator author editor createdby
  updatedby modifiedby changedby lastmodifiedby approvedby addedby enteredby invitedby referredby assignedto assignee assignedby
  reportsto approver reviewer requester requestor reporter reportedby referrer referral referee inviter agent broker representative
  salesrep rep seller vendor supplier sponsor spouse husband wife partner emergency nextofkin doctor physician provider dentist
  therapist nurse assistant secretary attorney lawyer accountant bookkeeper buyer recruiter interviewer hiring host organizer
  organiser coordinator administrator admin dean chair chaperone buddy delegate deputy proxy sender from replyto cc bcc
  support helpdesk webmaster technician tech operator dispatcher handler responsible incharge inspector auditor planner
  foreman pastor captain beneficiary witness trustee executor legal firm dealer distributor installer contractor consultant
  researcher investigator examiner preceptor proctor grader ta adult`,
};

/** The words of composed English headers: "Student email", "Patient ID", "Member No". */
export const englishUsers: readonly LanguageWords[] = [
  {
    ...noWords,
    email: "e-mail mail",
    user: "student patient participant client",
    account: "person contact account",
    number: "id nr",
    visit: "login logon",
    own: "login contact principal",
  },
  { ...noWords, user: "member user", number: "id no", visit: "login", own: "login" },
];

/** Words of columns that feed no field. A header of nothing but English words needs no other language. */
export const englishColumns = `status state active inactive enabled disabled deleted archived suspended blocked banned verified confirmed
  approved accepted agreed pending role roles group groups team teams plan plans tier level type kind category class grade section course
  courses program subject term semester year month week day days hour hours minutes date datetime timestamp time times created updated
  modified changed added edited last first middle full display title prefix suffix gender sex age birth birthday dob nationality
  language locale timezone zone country region province county city town street line zip zipcode postal postcode code phone
  telephone mobile cell fax website url link web site page domain ip avatar photo picture image bio about description notes note
  comment comments tag tags label labels source origin channel campaign medium referral lead leads score points balance amount total price cost
  currency invoice payment payments order orders count quantity number numbers no spent revenue value lifetime subscription
  subscriptions subscribed unsubscribed newsletter marketing opt optin optout consent gdpr terms policy logins logged login logout
  sign signed up out visit visits visited seen access accessed session sessions activity actions events event device browser os
  platform version app apps application applications license licenses seat seats department division unit location branch position
  occupation employer industry size website hire hired start started end ended expiry expires expiration expired trial renewal
  renewed cancelled canceled join joined joining registration signup member membership since until ids external internal legacy old new
  reference ref token hash salt password provider method auth authentication factor mfa sso failed attempts attempt deletion reason flag
  flags custom attribute attributes property properties metadata json extra other misc row index rank serial latest recent most
  successful of at on by via with or not is has was were are be been per all any number nr uuid guid external key keys names mail email emails
  creation inserted insert enrolled enrollment enrolment project projects workspace community forum club store shop product products item items
  size rating reviews review posts post followers following friends likes views downloads uploads files file storage quota usage used
  utc gmt limit credits credit debit bank card tax vat salary rate hourly annual monthly weekly daily`;
