// Held-out files that had not been looked at before they were first read; docs/benchmarks.md has both figures. `npm run bench:accuracy -- --cases bench/accuracy/held-out.ts`.
import { texts } from "./held-out-texts.ts";

const s = (name: string, columns: string, rest: object = {}) => ({ name, columns, ...rest });
export default {
  ...texts,
  "held out: identity": [
    s(
      "powershell get-aduser",
      `DistinguishedName=CN=x,DC=example; Enabled=True; GivenName=first; Name=full>name; ObjectClass=user; ObjectGUID=uuid>id; SamAccountName=user; SID=code>id?; Surname=last; UserPrincipalName=user; EmailAddress=email>email; whenCreated=ustime>since; LastLogonDate=ustime>seen`,
      { quote: "all" },
    ),
    s(
      "stytch",
      "user_id=clerk>id; emails.0.email=email>email; name.first_name=first>first; name.last_name=last>last; status=active; created_at=iso>since",
    ),
    s(
      "descope",
      "Login ID=user; User ID=clerk>id; Display Name=full>name; Email=email>email; Phone=empty; Status=enabled; Created Time=iso>since; Last Login Time=iso>seen",
    ),
    s(
      "frontegg",
      "id=uuid>id; email=email>email; name=full>name; provider=local; verified=true; tenantId=tenant; createdAt=isoms>since; lastLogin=isoms>seen",
    ),
    s(
      "kinde",
      "id=clerk>id; first_name=first>first; last_name=last>last; email=email>email; is_suspended=false; total_sign_ins=int; failed_sign_ins=int; last_signed_in=isoms>seen; created_on=isoms>since",
    ),
    s(
      "logto",
      "id=fire>id; username=user; primary_email=email>email; primary_phone=empty; name=full>name; avatar=url; application_id=code; is_suspended=f; created_at=pg>since; last_sign_in_at=pg>seen",
    ),
    s(
      "authentik",
      "pk=seq>id; username=user; name=full>name; is_active=True; last_login=isoms>seen; is_superuser=False; email=email>email; uuid=uuid>id?; date_joined=isoms>since",
    ),
    s(
      "ping one",
      "id=uuid>id; username=user; email=email>email; name.given=first>first; name.family=last>last; createdAt=isoms>since; updatedAt=isoms; lastSignOn.at=isoms>seen; enabled=true",
    ),
    s(
      "duo",
      "username=user; realname=full>name; email=email>email; status=Active; phone1=phone; groups=tags; last_login=epoch>seen; user_id=okta>id; created=epoch>since",
    ),
    s(
      "b2c graph",
      "id=uuid>id; displayName=full>name; givenName=first; surname=last; otherMails=email>email; createdDateTime=iso>since; creationType=LocalAccount; accountEnabled=true",
    ),
  ],
  "held out: shops": [
    s(
      "zoho crm",
      "Record Id=twenty>id; Contact Owner=Pat Lee; First Name=first>first; Last Name=last>last; Account Name=company; Email=email>email; Secondary Email=backup; Created Time=space>since; Modified Time=space; Last Activity Time=space>seen?; Email Opt Out=false",
    ),
    s(
      "dynamics 365",
      "(Do Not Modify) Contact=uuid>id; (Do Not Modify) Row Checksum=hash; (Do Not Modify) Modified On=ustime; Full Name=full>name; Email=email>email; Company Name=company; Business Phone=phone; Created On=ustime>since",
    ),
    s(
      "freshdesk",
      "Full name=full>name; Title=empty; Company=company; Email=email>email; Work phone=phone; Unique external ID=code>id; Created at=iso>since; Contact ID=twenty>id?",
    ),
    s(
      "webflow users",
      "ID=objectid>id; Name=full>name; Email=email>email; Accept privacy=true; Accept communications=false; Status=verified; Created On=written>since; Last Login=written>seen",
    ),
    s(
      "squarespace profiles",
      "Email=email>email; First Name=first>first; Last Name=last>last; Subscriber Since=written; Customer Since=written>since?; Last Order Date=written; Total Spent=money; Shipping Address=street",
    ),
    s(
      "wix contacts",
      "First Name=first>first; Last Name=last>last; Email 1=email>email; Phone 1=phone; Labels=tags; Created At (UTC+0)=minute>since; Email subscriber status=Subscribed; Last Activity=Signed up; Last Activity Date (UTC+0)=minute; Source=Site",
    ),
    s(
      "convertkit",
      "id=num>id; first_name=first; email=email>email; status=active; tags=tags; created_at=utc>since; cancelled_at=empty",
    ),
    s(
      "substack",
      "Email=email>email; Name=full>name; Stripe plan=empty; Cancel date=empty; Start date=isoms>since?; Type=Free; Paid upgrade date=empty",
    ),
    s(
      "circle members",
      "Community Member ID=num>id; Name=full>name; Email=email>email; Headline=job; Profile URL=url; Joined At=utc>since; Last Seen At=utc>seen; Invited By=empty",
    ),
    s(
      "thinkific",
      "Id=num>id; First Name=first>first; Last Name=last>last; Email=email>email; Company=company; Date Created=utc>since; Last Sign In=utc>seen; Sign In Count=int; Referral Code=code",
    ),
    s(
      "outlook contacts",
      "First Name=first>first; Middle Name=empty; Last Name=last>last; Title=job; Company=company; E-mail Address=email>email; E-mail 2 Address=backup; Birthday=us@birth; Notes=note",
    ),
    s(
      "zoom users",
      "First Name=first>first; Last Name=last>last; Display Name=full>name; Email=email>email; Department=IT; User ID=fire>id; Date of Creation=ustime>since; Last Login=ustime>seen; Licensed=Yes",
    ),
    s(
      "airtable grid",
      "Name=full>name; Email=email>email; Record ID=salesforce>id; Created=ustime>since; Last modified=ustime; Notes=note",
    ),
    s(
      "shopware",
      "customer_number=num>id; salutation=mr/mrs; first_name=first>first; last_name=last>last; email=email>email; active=1; first_login=space@since>since; last_login=space>seen; newsletter=0; birthday=empty",
      { delimiter: ";" },
    ),
    s(
      "opencart",
      "customer_id=seq>id; customer_group_id=1; store_id=0; firstname=first>first; lastname=last>last; email=email>email; telephone=phone; newsletter=0; ip=ip; status=1; date_added=space>since",
    ),
  ],
  "held out: databases": [
    s(
      "vbulletin",
      "userid=seq>id; usergroupid=2; username=user>name?; email=email>email; joindate=epoch>since; lastvisit=epoch>seen?; lastactivity=epoch@updated>seen?; lastpost=epoch; posts=int",
    ),
    s(
      "java entity",
      "USR_ID=num>id; USR_MAIL=email>email; USR_FULLNAME=full>name; USR_CREATED_TS=space>since; USR_LAST_LOGIN_TS=space>seen; USR_UPDATED_TS=space",
      { delimiter: "|" },
    ),
    s(
      "bigquery",
      "user_pseudo_id=snowflake; user_id=uuid>id; email_addr=email>email; first_touch=space; signup_ts=utc>since; last_active_ts=utc>seen",
    ),
    s(
      "account prefix",
      "AccountID=num>id; AccountEmail=email>email; AccountName=full>name; AccountCreated=day>since; AccountLastLogin=space>seen",
    ),
    s(
      "member camel",
      "memberId=num>id; contactEmail=email>email; displayName=full>name; joinedAt=iso>since; lastAccessAt=iso>seen",
    ),
    s(
      "hungarian",
      "user_guid=uuid>id; username=user; user_mail=email>email; realname=full>name; created_date=space>since; last_logon=space>seen; last_updated=space",
    ),
    s(
      "couchdb",
      "_id=uuid>id; _rev=hash; type=user; mail=email>email; fullname=full>name; registeredAt=isoms>since; lastLoginDate=isoms>seen",
    ),
    s(
      "elastic",
      "_source.id=num>id; _source.email=email>email; _source.full_name=full>name; _source.created_at=isoms>since; _source.last_login_at=isoms>seen",
    ),
    s(
      "discourse-like stats",
      "id=seq>id; email=email>email; name=full>name; registered=day>since; last_post=day; last_visit=day>seen; posts=int",
    ),
    s(
      "hr table",
      "Employee ID=zero>id; Work email=email>email; Employee name=full>name; Manager=Pat Lee; Manager ID=zero; Hire date=day; Last review=day",
    ),
  ],
};
