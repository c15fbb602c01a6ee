// Held out a second time: files written from the vendors' documented formats before the reader had seen any of them.
// `npm run bench:accuracy -- --cases bench/accuracy/held-out-2.ts`
import type { ExpectedTable } from "./case.ts";
import { texts } from "./held-out-2-texts.ts";

// The header says Europe/Berlin: the time that is sent has that zone's offset.
function inBerlin(table: ExpectedTable): ExpectedTable {
  const format = new Intl.DateTimeFormat("en", { timeZone: "Europe/Berlin", timeZoneName: "longOffset" });
  const toZoned = (text: string) => {
    const name = format.formatToParts(new Date(`${text}Z`)).find(({ type }) => type === "timeZoneName")?.value;
    return `${text.replace(" ", "T")}${name?.replace("GMT", "")}`;
  };
  const rows = table.rows.map((row) => {
    const { registrationDate: since, lastLoginDate: seen } = row;
    return {
      ...row,
      ...(since && { registrationDate: toZoned(since) }),
      ...(seen && { lastLoginDate: toZoned(seen) }),
    };
  });
  return { ...table, rows };
}

const s = (name: string, columns: string, rest: object = {}) => ({ name, columns, ...rest });
export default {
  ...texts,
  "held out 2: identity": [
    s(
      "auth0 by hand",
      "ID=auth0>id; Full Name=full>name; E-mail=email>email; Verified=bool; First Login=isoms@since>since?; Last Login=isoms>seen; Logins=int; Blocked=false",
    ),
    s(
      "okta rockstar",
      "Id=okta>id; Login=email; First Name=first>first; Last Name=last>last; Primary Email=email>email; Secondary Email=backup; Mobile Phone=phone; Status=ACTIVE; Created Date=isoms>since; Last Login Date=isoms>seen; Password Changed Date=isoms",
      { quote: "all" },
    ),
    s(
      "firestore users",
      "__name__=fire>id; data.email=email>email; data.displayName=full>name; data.createdAt=isoms>since; data.photoURL=url; data.role=member/admin",
    ),
    s(
      "cognito with aws cli",
      "Username=uuid>id?; UserStatus=CONFIRMED; Enabled=True; UserCreateDate=isoff>since; UserLastModifiedDate=isoff; sub=uuid>id; email=email>email; email_verified=true; given_name=first>first; family_name=last>last",
    ),
    s(
      "keycloak sql join",
      "ID=uuid>id; USERNAME=user; EMAIL=email>email; FIRST_NAME=first>first; LAST_NAME=last>last; REALM_ID=tenant; CREATED_TIMESTAMP=epochms>since; LAST_SESSION_REFRESH=epoch>seen?; ENABLED=t",
    ),
    s(
      "get-mguser",
      "Id=uuid>id; DisplayName=full>name; UserPrincipalName=shout>email?; Mail=email>email; CreatedDateTime=ustime>since; LastSignInDateTime=ustime>seen; LastNonInteractiveSignInDateTime=ustime@updated>seen?; OnPremisesSyncEnabled=empty; AccountEnabled=True",
      { quote: "all" },
    ),
    s(
      "get-msoluser",
      "ObjectId=uuid>id; UserPrincipalName=email>email; DisplayName=full>name; FirstName=first; LastName=last; WhenCreated=ustime>since; LastPasswordChangeTimestamp=ustime; IsLicensed=True; SignInName=email>email?; ImmutableId=hash",
      { quote: "all" },
    ),
    s(
      "gam print users",
      "primaryEmail=email>email; id=twenty>id; name.givenName=first; name.familyName=last; name.fullName=full>name; creationTime=isoms>since; lastLoginTime=isoms>seen; suspended=False; isAdmin=False; orgUnitPath=/; recoveryEmail=backup; emails.0.address=email>email?; customerId=C01abc",
    ),
    s(
      "fusionauth search",
      "id=uuid>id; email=email>email; firstName=first; lastName=last; fullName=full>name; username=user; birthDate=day@birth; insertInstant=epochms>since; lastLoginInstant=epochms>seen; lastUpdateInstant=epochms; tenantId=tenant; verified=true",
    ),
    s(
      "supabase profiles",
      "user_uuid=uuid>id; user_email=email>email; profile_full_name=full>name; signed_up=pg>since; last_seen_at=pg>seen; profile_avatar_url=url",
    ),
    s(
      "stytch dashboard",
      "User ID=clerk>id; Name=full>name; Email addresses=email>email; Phone numbers=empty; Status=active; Created at (UTC)=iso>since; External ID=code>id?",
    ),
    s(
      "clerk with external ids",
      "id=clerk>id; external_id=num>id?; first_name=first>first; last_name=last>last; username=user; primary_email_address=email>email; verified_email_addresses=email>email?; unverified_email_addresses=empty; primary_phone_number=phone; password_digest=hash; password_hasher=bcrypt; totp_secret=empty",
    ),
    s(
      "zitadel",
      "userId=twenty>id; userName=user; state=USER_STATE_ACTIVE; profile.firstName=first; profile.lastName=last; profile.displayName=full>name; email.email=email>email; email.isVerified=true; details.creationDate=isoms>since; details.changeDate=isoms",
    ),
    s(
      "casdoor",
      "Owner=built-in; Id=uuid>id; Display name=full>name; Email=email>email; Phone=phone; Affiliation=company; Created time=isoff>since; Updated time=isoff; Is admin=false",
    ),
    s(
      "supertokens",
      "user_id=uuid>id; emails=email>email; timeJoined=epochms>since; tenantIds=public; recipeId=emailpassword; isPrimaryUser=true",
    ),
    s(
      "gigya",
      "UID=hash>id; profile.email=email>email; profile.firstName=first>first; profile.lastName=last>last; created=isoms>since; lastLogin=isoms>seen; lastUpdated=isoms; isRegistered=true; isVerified=true; loginProvider=site",
    ),
    s(
      "aws identity center",
      "Username=user; Display name=full>name; Primary email=email>email; User ID=uuid>id; Status=Enabled; MFA devices=int; Created by=Manual; Created date=iso>since; Updated date=iso",
    ),
    s(
      "ldap",
      "dn=uid=x,ou=people; entryUUID=uuid>id; uid=user>id?; cn=full>name; givenName=first; sn=last; mail=email>email; createTimestamp=compact>since; modifyTimestamp=compact",
    ),
    s(
      "csvde",
      "DN=CN=x; objectClass=user; cn=full>name?; sn=last; givenName=first; displayName=full>name; sAMAccountName=user; userPrincipalName=shout>email?; mail=email>email; objectGUID=uuid>id; whenCreated=compact>since; whenChanged=compact; badPwdCount=0",
      { quote: "all" },
    ),
    s(
      "ping directory",
      "entryDN=uid=x; userName=user; name.formatted=full>name; name.givenName=first; name.familyName=last; emails[0].value=email>email; emails[0].type=work; id=uuid>id; meta.created=isoms>since; meta.lastModified=isoms; active=true",
    ),
  ],
  "held out 2: shops": [
    s(
      "matrixify",
      "ID=twenty>id; Email=email>email; Command=MERGE; First Name=first>first; Last Name=last>last; Phone=phone; State=enabled; Email Marketing: Status=subscribed; Email Marketing: Updated At=rails; Created At=rails>since; Updated At=rails; Total Spent=money; Tags=tags",
    ),
    s(
      "wp-cli user list",
      "ID=seq>id; user_login=user; display_name=full>name; user_email=email>email; user_registered=space>since; roles=subscriber/editor",
    ),
    s(
      "memberpress",
      "id=seq>id; email=email>email; username=user; first_name=first>first; last_name=last>last; active_memberships=Gold/Silver; inactive_memberships=empty; last_login_date=space>seen; registered_at=space>since; login_count=int; latest_txn_date=space",
    ),
    s(
      "hubspot with zone",
      "Record ID=twenty>id; First Name=first>first; Last Name=last>last; Email=email>email; Phone Number=phone; Contact owner=Pat Lee; Primary Associated Company ID=num; Last Activity Date (Europe/Berlin)=minute>seen?; Create Date (Europe/Berlin)=minute>since; Marketing contact status=Marketing",
      { quote: "all", expect: inBerlin },
    ),
    s(
      "salesforce data loader",
      "ID=salesforce>id; USERNAME=email>email?; EMAIL=shout>email; FIRSTNAME=first; LASTNAME=last; NAME=full>name; ALIAS=user; ISACTIVE=true; PROFILEID=code; CREATEDDATE=isoms>since; LASTLOGINDATE=isoms>seen; LASTMODIFIEDDATE=isoms",
      { quote: "all" },
    ),
    s(
      "kajabi",
      "Member ID=num>id; Name=full>name; Email=email>email; Created At=rails>since; Last Activity=rails>seen?; Sign In Count=int; Products=Course A; Tags=tags; Custom: Company=company",
    ),
    s(
      "teachable",
      "id=num>id; fullname=full>name; email=email>email; role=student; joined at=rails>since; last sign in at=rails>seen; unsubscribe from marketing=f; src=empty",
    ),
    s(
      "podia",
      "Name=full>name; Email=email>email; Joined=day>since; Spent=money; Marketing=subscribed; Last seen=day>seen",
    ),
    s(
      "eventbrite",
      "Order #=num; Order Date=ustime; First Name=first>first; Last Name=last>last; Email=email>email; Attendee #=num>id?; Ticket Type=Early bird; Attendee Status=Attending; Total Paid=money",
    ),
    s(
      "paddle",
      "customer_id=stripe>id; customer_email=email>email; customer_name=full>name; customer_marketing_consent=true; country=country; created_at=isoms>since; updated_at=isoms",
    ),
    s(
      "crisp people",
      "email=email>email; nickname=full>name?; people_id=uuid>id; company=company; segments=tags; created_at=epochms>since; updated_at=epochms; active=epochms@seen>seen?",
    ),
    s(
      "help scout",
      "Customer ID=num>id; First Name=first>first; Last Name=last>last; Emails=email>email; Phones=phone; Organization=company; Created At=utc>since; Modified At=utc",
    ),
    s(
      "amplitude",
      "amplitude_id=twenty; user_id=num>id; gp:email=email>email; first_used=space>since?; last_used=space>seen?; platform=Web; country=country; sessions=int",
    ),
    s(
      "braze",
      "external_id=code>id; braze_id=objectid>id?; email=email>email; first_name=first>first; last_name=last>last; email_subscribe=opted_in; push_subscribe=subscribed; time_zone=UTC; total_revenue=money; dob=day@birth",
    ),
    s(
      "customer.io",
      "cio_id=hash; id=num>id; email=email>email; created_at=epoch>since; unsubscribed=false; first_name=first",
    ),
    s(
      "iterable",
      "email=email>email; userId=uuid>id; signupDate=isoms>since; signupSource=Import; profileUpdatedAt=isoms; emailListIds=json; phoneNumber=phone; firstName=first>first; lastName=last>last",
    ),
    s(
      "mighty networks",
      "Member ID=num>id; First Name=first>first; Last Name=last>last; Email=email>email; Join Date=written>since; Last Active=written>seen; Invited By=Pat Lee; Profile URL=url; Location=city",
    ),
    s(
      "canvas",
      "canvas_user_id=seq>id?; user_id=code>id; integration_id=empty; login_id=user; full_name=full>name; sortable_name=lastfirst; short_name=first; email=email>email; status=active; created_by_sis=true",
    ),
    s(
      "sylius",
      "ID=seq>id; Customer group=Retail; Email=email>email; First name=first>first; Last name=last>last; Registration date=space>since; Last login=space>seen; Orders=int; Birthday=empty",
      { delimiter: ";" },
    ),
    s(
      "redmine",
      "Login=user; First name=first>first; Last name=last>last; Email=email>email; Administrator=No; Created=ustime>since; Last connection=ustime>seen",
    ),
    s(
      "mailerlite",
      "Subscriber=email>email; Sent=int; Opens=int; Clicks=int; Subscribed=space>since; Location=city; Name=first>first; Last name=last>last",
    ),
    s(
      "zoom webinar",
      "User Name (Original Name)=full>name; Email=email>email; Registration Time=longtime>since; Approval Status=approved; Join Time=empty; Leave Time=empty; Country/Region Name=Germany",
    ),
  ],
  "held out 2: databases": [
    s(
      "korean office",
      "USER_NO=num>id; USER_NM=full>name; EMAIL_ADDR=email>email; REG_DT=space>since; LAST_LOGIN_DT=space>seen; UPD_DT=space; USE_YN=Y",
    ),
    s(
      "oracle customers",
      "CUST_NO=num>id; CUST_NAME=full>name; E_MAIL=email>email; CREATE_DT=space>since; LAST_UPD_DT=space; CUST_TYPE=A/B",
      { delimiter: ";", quote: "all" },
    ),
    s(
      "sequelize",
      "id=seq>id; email=email>email; passwordHash=hash; salt=hash; fullName=full>name; isActive=1; lastLoginAt=isoms>seen; createdAt=isoms>since; updatedAt=isoms; deletedAt=NULL",
    ),
    s(
      "short words",
      "usr_id=num>id; usr_eml=email>email?; fst_nm=first>first; lst_nm=last>last; crt_dttm=space>since?; lst_lgn_dttm=space>seen?; upd_dttm=space; e_mail_addr=email>email",
    ),
    s(
      "typed names",
      "pk_user=seq>id; str_email=email>email; str_full_name=full>name; dt_created=space>since; dt_last_login=space>seen; dt_updated=space; int_status=1",
    ),
    s(
      "asp.net membership",
      "ApplicationId=tenant; UserId=uuid>id; UserName=user; LoweredUserName=user; Email=email>email; LoweredEmail=email>email?; IsApproved=1; CreateDate=space>since; LastLoginDate=space>seen; LastPasswordChangedDate=space; LastLockoutDate=space; LastActivityDate=space@updated>seen?",
    ),
    s(
      "two tables",
      "u.id=seq>id; u.email=email>email; p.full_name=full>name; u.inserted_at=space>since; u.confirmed_at=space; p.bio=note",
    ),
    s(
      "craft cms",
      "id=seq>id; username=user; fullName=full>name; firstName=first; lastName=last; email=email>email; admin=0; lastLoginDate=space>seen; lastLoginAttemptIp=ip; dateCreated=space>since; dateUpdated=space; uid=uuid>id?",
    ),
    s(
      "meteor",
      "_id=fire>id; emails[0].address=email>email; emails[0].verified=true; profile.name=full>name; createdAt=isoms>since; status.lastLogin.date=isoms>seen; services.password.bcrypt=hash",
    ),
    s(
      "parse server",
      "objectId=fire>id; username=user; email=email>email; emailVerified=true; displayName=full>name; createdAt=isoms>since; updatedAt=isoms; sessionToken=hash; ACL=json",
    ),
    s(
      "bubble",
      "email=email>email; Full Name=full>name; Company=company; Creation Date=longtime>since; Modified Date=longtime; Slug=empty; Creator=(App admin); unique id=twenty>id",
      { quote: "all" },
    ),
    s(
      "glide",
      "🔒 Row ID=fire>id; Name=full>name; Email=email>email; Photo=url; Role=User/Admin; Signed up=isoms>since",
    ),
    s(
      "umbraco members",
      "Id=num>id; Key=uuid>id?; Name=full>name; Login=email; Email=email>email; Member Type=Member; Create Date=ustime>since; Update Date=ustime; Last Login Date=ustime>seen; Is Approved=True",
    ),
    s(
      "excel of it",
      "Nr=seq>id?; User=user; Full name=full>name; Mail=email>email; Creation date=eu>since; Last login date=eucomma>seen; Comment=note",
      { delimiter: ";" },
    ),
  ],
};
