// Held out a seventh time: systems, shops and languages that no earlier set had, and texts as tools print them.
// `npm run bench:accuracy -- --cases bench/accuracy/held-out-7.ts`
import { dates } from "./held-out-7-dates.ts";
import { languages } from "./held-out-7-languages.ts";
import { breakages, printed } from "./held-out-7-texts.ts";

const s = (name: string, columns: string, rest: object = {}) => ({ name, columns, ...rest });
/** Nothing has to be told or asked. */
const clean = { told: [] };
const semicolon = { delimiter: ";" };
const noZone = { told: ["no_zone"] };

export default {
  "held out 7: identity": [
    s(
      "freeipa",
      "User login=user; First name=first>first; Last name=last>last; UID=num>id; Email address=email>email; Status=Enabled/Disabled; Job Title=job",
      clean,
    ),
    s(
      "propelauth",
      "user_id=uuid>id; email=email>email; email_confirmed=true; first_name=first>first; last_name=last>last; picture_url=url; locked=false; mfa_enabled=false; created_at=epoch>since; last_active_at=epoch>seen; org_id_to_org_info=json",
      clean,
    ),
    s(
      "userfront",
      "userId=num>id; userUuid=uuid>id?; username=user; email=email>email; name=full>name; image=url; data=json; confirmedAt=isoms; createdAt=isoms>since; updatedAt=isoms; lastActiveAt=isoms>seen; lastMessagedAt=empty",
      clean,
    ),
    s(
      "forgerock",
      "_id=uuid>id; userName=user; givenName=first>first; sn=last>last; mail=email>email; accountStatus=active; _meta.createDate=isoms>since; _meta.lastChanged.date=isoms; _meta.loginCount=int",
      clean,
    ),
    s(
      "wso2",
      "Username=user; Email=email>email; User ID=uuid>id; Created=isoms>since; Last Modified=isoms; Account Locked=false; Roles=tags",
      clean,
    ),
    s(
      "sailpoint",
      "Display Name=full>name; Identity ID=objectid>id; Work Email=email>email; Manager=Pat Lee; Manager Email=boss; Lifecycle State=active; Last Refresh=isoms; Created=isoms>since",
      clean,
    ),
    s(
      "password manager seats",
      "Name=full>name; Email=email>email; Role=Member/Owner; Status=Active; Last sign-in=written>seen; Groups=tags; Vaults=int",
      clean,
    ),
    s(
      "notion members",
      "Email=email>email; Name=full>name; Status=Member/Guest; Guest workspaces=int; User ID=uuid>id",
      clean,
    ),
    s(
      "asana",
      "User ID=snowflake>id; Name=full>name; Email=email>email; Role=Member; Joined=day>since; Last active=day>seen",
      clean,
    ),
    s(
      "github organisation",
      "login=user; id=num>id; name=full>name; email=email>email; role=member; public_repos=int; created_at=iso>since; updated_at=iso; two_factor=true",
      clean,
    ),
    s(
      "get-aduser with type",
      "SamAccountName=user; ObjectGUID=uuid>id; EmailAddress=email>email; DisplayName=full>name; whenCreated=ustime>since; LastLogonDate=ustime>seen; PasswordLastSet=ustime@updated; Enabled=True",
      {
        quote: "all",
        above: ["#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser"],
        told: ["rows_skipped", "no_zone"],
      },
    ),
    s(
      "get-mailbox",
      "Guid=uuid>id; DisplayName=full>name; PrimarySmtpAddress=shout>email; WindowsEmailAddress=email>email?; UserPrincipalName=email>email?; WhenCreated=detime>since; WhenMailboxCreated=detime>since?; LastLogonTime=detime>seen",
      { ...semicolon, quote: "all" },
    ),
    s(
      "matrix synapse",
      "name=@ada:example.org/@bo:example.org/@cy:example.org; displayname=full>name; admin=0; deactivated=0; creation_ts=epochms>since; last_seen_ts=epochms>seen; email=email>email",
    ),
    s(
      "mattermost",
      "Id=fire>id; Username=user; Email=email>email; FirstName=first>first; LastName=last>last; Nickname=empty; CreateAt=epochms>since; UpdateAt=epochms; DeleteAt=0; LastActivityAt=epochms>seen",
      clean,
    ),
    s(
      "rocket chat",
      "_id=fire>id; username=user; name=full>name; emails.0.address=email>email; emails.0.verified=true; status=online; lastLogin=isoms>seen; createdAt=isoms>since; _updatedAt=isoms",
      clean,
    ),
    s(
      "password changes",
      "id=num>id; parent_id=num; account_id=code; email=email>email; secondary_email=backup; work_email=empty; name=full>name; birthday=day@birth; created=iso>since; updated=iso; last_login=iso>seen; last_password_change=iso",
      clean,
    ),
  ],
  "held out 7: forums and schools": [
    s(
      "xenforo",
      "user_id=seq>id; username=user; email=email>email; register_date=epoch>since; last_activity=epoch>seen; message_count=int; user_state=valid; timezone=Europe/London",
      clean,
    ),
    s(
      "nodebb",
      "uid=seq>id; username=user; email=email>email; joindate=epochms>since; lastonline=epochms>seen; lastposttime=epochms; reputation=int; fullname=full>name",
      clean,
    ),
    s(
      "flarum",
      "id=seq>id; username=user; email=email>email; is_email_confirmed=1; joined_at=space>since; last_seen_at=space>seen; marked_all_as_read_at=space; discussion_count=int",
      noZone,
    ),
    s(
      "mybb",
      "uid=seq>id; username=user; email=email>email; regdate=epoch>since; lastactive=epoch>seen?; lastvisit=epoch>seen; postnum=int; regip=ip",
    ),
    s(
      "smf members",
      "id_member=seq>id; member_name=user; real_name=full>name; email_address=email>email; date_registered=epoch>since; last_login=epoch>seen; posts=int",
      clean,
    ),
    s(
      "mastodon",
      "account_id=snowflake>id?; id=seq>id; username=user; email=email>email; created_at=space>since; updated_at=space; current_sign_in_at=empty; last_sign_in_at=space>seen; sign_in_count=int; unconfirmed_email=empty",
      noZone,
    ),
    s(
      "blackboard",
      "Last Name=last>last; First Name=first>first; Username=user; Student ID=num>id; Last Access=space>seen; Availability=Yes; Email=email>email; Weighted Total [Total Pts: 100 Percentage]=money",
      { delimiter: "\t", encoding: "utf-16le", mark: true, quote: "all", ...noZone },
    ),
    s(
      "talentlms",
      "id=num>id; login=user; first-name=first>first; last-name=last>last; email=email>email; user-type=Learner; language=English; active=yes; created-on=eucomma>since; last-login=eucomma>seen",
      noZone,
    ),
    s("sakai roster", "Student ID=code>id; Name=lastfirst>name; Email=email>email; Role=Student; Group=Red/Blue", {
      told: ["repair: name"],
    }),
    s(
      "school parents",
      "Pupil UPN=code; Pupil name=full>name?; Contact 1 Name=Pat Lee/Kim Roy; Contact 1 Email=boss; Contact 2 Email=backup; Year=7/8/9",
    ),
    s(
      "alumni",
      "Constituent ID=code>id; Constituent name=full>name; Email Address=email>email; Date Added=us>since; Date Changed=us; Last Gift Date=us; Class of=1998/2004",
    ),
    s(
      "membership",
      "User ID=num>id; First name=first>first; Last name=last>last; Organization=company; Email=email>email; Membership level=Gold; Member since=us>since; Renewal due=us; Last login=ustime>seen; Profile last updated=ustime; Archived=no",
      noZone,
    ),
    s(
      "civicrm",
      "Contact ID=num>id; External Identifier=code>id?; Display Name=full>name; First Name=first; Last Name=last; Email=email>email; Created Date=space>since; Modified Date=space; No Bulk Emails=0",
      noZone,
    ),
    s(
      "gym clients",
      "ID=num>id; Last Name=last>last; First Name=first>first; Email=email>email; Email Opt In=Yes; Birthdate=us@birth; Referral Type=Friend; Emergency Contact Email=boss",
      clean,
    ),
  ],
  "held out 7: shops and lists": [
    s(
      "square customers",
      "Reference ID=code>id?; First Name=first>first; Last Name=last>last; Email Address=email>email; Phone Number=phone; Nickname=empty; Birthday=day@birth; Square Customer ID=fire>id; Creation Source=Import; First Visit=day@since>since?; Last Visit=day>seen?; Transaction Count=int; Lifetime Spend=money",
    ),
    s(
      "recurly accounts",
      "account_code=code>id; email=email>email; first_name=first>first; last_name=last>last; company_name=company; created_at=isoms>since; updated_at=isoms; state=active; balance=money; cc_emails=backup",
      clean,
    ),
    s(
      "lemon squeezy",
      "id=num>id; store_id=2020; name=full>name; email=email>email; status=subscribed; city=city; country=country; mrr=money; created_at=isoms>since; updated_at=isoms",
      clean,
    ),
    s(
      "revenuecat",
      "app_user_id=uuid>id; $email=email>email; first_seen_at=epochms@since>since?; last_seen_at=epochms>seen; latest_product=monthly; total_spent=money",
    ),
    s(
      "ecwid",
      "customer_id=num>id; email=email>email; full_name=full>name; registered=rails>since; updated=rails; customer_group=General; total_orders=int; last_order_date=rails",
      clean,
    ),
    s(
      "omnisend",
      "contact id=objectid>id; email=email>email; email status=subscribed; email status date=isoms; phone=phone; first name=first>first; last name=last>last; tags=tags; date added=isoms>since",
      clean,
    ),
    s(
      "brevo fr",
      "CONTACT ID=num>id; EMAIL=email>email; PRENOM=first>first; NOM=last>last; SMS=phone; ADDED_TIME=eutime>since; MODIFIED_TIME=eutime; BLACKLIST=0",
      { names: "fr", ...semicolon, ...noZone },
    ),
    s(
      "cleverreach de",
      "email=email>email; registered=detime>since; activated=detime; deactivated=0; source=Import; vorname=first>first; nachname=last>last; bewertung=int",
      { names: "de", ...semicolon, ...noZone },
    ),
    s(
      "beehiiv",
      "id=uuid>id; Email=email>email; Status=active; Created At=isoms>since; Subscription Tier=free; Referral Code=hash; UTM Source=web; Last Opened=isoms",
      clean,
    ),
    s(
      "luma guests",
      "api_id=stripe>id; name=full>name; first_name=first; last_name=last; email=email>email; phone_number=phone; created_at=isoms>since; approval_status=approved; checked_in_at=empty; qr_code_url=url",
      clean,
    ),
    s(
      "tito tickets",
      "Number=seq; Ticket Created Date=space; Ticket=Early; Ticket Full Name=full>name; Ticket Email=email>email; Order Email=boss; Order Name=Pat Lee; Ticket Reference=code",
    ),
    s(
      "payments",
      "Date=us; Time=12:30:11/09:14:02; Name=full>name; Type=Payment; From Email Address=email>email; To Email Address=boss; Transaction ID=code; Gross=money",
    ),
    s(
      "vtex",
      "id=uuid>id; email=email>email; firstName=first>first; lastName=last>last; document=num; createdIn=isoms>since; updatedIn=isoms; isNewsletterOptIn=true",
      { names: "pt", told: ["guessed: registrationDate"] },
    ),
    s(
      "pipeline deals",
      "Deal - ID=num; Deal - Title=company; Person - ID=num>id; Person - Name=full>name; Person - Email=email>email; Person - Created=space>since; Deal - Created=space; Owner - Email=boss",
    ),
    s(
      "tickets by customer",
      "Ticket ID=num; Requester name=full>name; Requester email=email>email; Requester ID=num>id; Agent email=boss; Created=space; Last reply=space",
    ),
    s(
      "survey answers",
      "ID=seq>id; Start time=ustime; Completion time=ustime; Email=email>email; Name=full>name; Last modified time=empty; How was it?=Good/Bad",
      clean,
    ),
    s(
      "form answers",
      "Timestamp=ustime>since?; Email Address=email>email; What is your full name?=full>name; Member number=num>id; Comments=note",
    ),
    s(
      "segment",
      "userId=num>id; anonymousId=uuid; traits.email=email>email; traits.name=full>name; traits.createdAt=isoms>since; receivedAt=isoms; context.ip=ip",
      clean,
    ),
    s(
      "staff list",
      "Employee #=num>id; Last name, First name=lastfirst>name; Hire Date=us; Work Email=email>email; Home Email=backup; Supervisor=Pat Lee; Status=Active",
      { told: ["repair: name"] },
    ),
    s(
      "staff system",
      "Employee_ID=num>id; Preferred_Name=full>name; Work_Email=email>email; Home_Email=backup; Original_Hire_Date=day; Manager_Email=boss; Last_Functionally_Updated=isoms",
      { told: ["guessed: externalUserId", "guessed: name"] },
    ),
  ],
  "held out 7: languages": languages,
  "held out 7: traps": [
    s("three addresses", "id=num>id; email=email>email; secondary email=backup; work email=boss; name=full>name", {}),
    s(
      "address of the account",
      "account_id=tenant; account_email=boss; user_id=num>id; user_name=full>name; user_email=email>email; invited_by=boss; invited_at=iso; joined_at=iso>since",
    ),
    s("reply-to", "id=num>id; from_email=boss; reply_to=boss; subscriber_email=email>email; subscriber_name=full>name"),
    s(
      "ids of one row",
      "id=num>id; uuid=uuid>id?; parent_id=num; account_id=code; email=email>email; name=full>name",
      clean,
    ),
    s("old and new id", "legacy_id=num>id?; new_id=uuid>id?; email=email>email; name=full>name"),
    s("old and new email", "user_id=num>id; old_email=backup; new_email=email>email; name=full>name"),
    s(
      "moments that are none of ours",
      "id=num>id; email=email>email; birthday=day@birth; email_verified_at=iso; terms_accepted_at=iso; password_updated_at=iso; last_sync=iso; trial_ends=iso",
      clean,
    ),
    s("created by whom", "id=num>id; email=email>email; created_by=boss; updated_by=boss; created_on=day>since", clean),
    s("login as a date", "id=num>id; email=email>email; name=full>name; login=space>seen?; login_count=int"),
    s("name of file", "id=num>id; file_name=a.pdf/b.pdf; email=email>email; first=first>first; last=last>last"),
    s("host aliases in capitals", "USER_ID=num>id; E-MAIL=email>email; FULL_NAME=full>name; CREATED=day>since", clean),
    s(
      "company is the customer",
      "Customer No.=num>id?; Customer=firm; Contact person=full>name; Contact e-mail=email>email; Customer since=day>since?",
    ),
    s("partner", "Member ID=num>id; Member=full>name; Email=email>email; Partner name=full; Partner email=backup"),
    s("device list", "Device name=code; Primary user email address=email>email; Last check-in=space; Serial=code", {}),
    s("licences", "Licence key=uuid; Licensee=full>name; Licensee e-mail=email>email; Valid until=day", {}),
    s("booking", "Booking no=num; Guest name=full>name; Guest e-mail=email>email; Host e-mail=boss; Arrival=us", {}),
    s(
      "emails in groups",
      "Group=Sales/Staff; Group email=boss; Member ID=num>id; Member email=email>email; Member name=full>name",
    ),
    s("ids beyond 2^53", "user_id=twenty>id; email=email>email; name=full>name", clean),
    s("ids with zeros", "user_id=zero>id; email=email>email; name=full>name", clean),
    s("addresses in capitals", "id=num>id; email=shout>email; name=full>name", clean),
    s("phone as id", "Mobile=phone; Email=email>email; Name=full>name", clean),
  ],
  "held out 7: printed": printed,
  "held out 7: breakages": breakages,
  "held out 7: dates": dates,
};
