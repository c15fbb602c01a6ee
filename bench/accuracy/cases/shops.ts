// Shops, mailing lists, customer databases and communities: the columns of their exports.
import type { Sheet } from "../make/sheet.ts";

export const shops: readonly Sheet[] = [
  {
    // Shopify writes an apostrophe before ids and phone numbers.
    name: "shopify customers",
    columns: `Customer ID=apostrophe>id; First Name=first>first; Last Name=last>last; Email=email>email; Accepts Email Marketing=yesno;
      Default Address Company=company; Default Address Address1=street; Default Address Address2=empty; Default Address City=city;
      Default Address Province Code=empty; Default Address Country Code=country; Default Address Zip=zip; Default Address Phone=empty;
      Phone='+15551234567; Accepts SMS Marketing=no; Total Spent=money; Total Orders=int; Note=note; Tax Exempt=no; Tags=tags`,
  },
  {
    name: "shopify customers, older",
    columns: `First Name=first>first; Last Name=last>last; Email=email>email; Accepts Email Marketing=yesno; Company=company; Address1=street;
      Address2=empty; City=city; Province=empty; Province Code=empty; Country=country; Country Code=country; Zip=zip; Phone=empty;
      Accepts SMS Marketing=no; Total Spent=money; Total Orders=int; Tags=tags; Note=note; Tax Exempt=no`,
  },
  {
    name: "wordpress wp_users",
    columns: `ID=seq>id; user_login=user; user_pass=hash; user_nicename=user; user_email=email>email; user_url=empty;
      user_registered=space>since; user_activation_key=empty; user_status=0; display_name=full>name`,
    quote: "all",
  },
  {
    name: "wordpress export plugin",
    columns: `source_user_id=seq>id; user_login=user; user_email=email>email; user_registered=space>since; first_name=first; last_name=last;
      display_name=full>name; role=subscriber/customer; billing_email=email; billing_first_name=first; billing_company=company`,
  },
  {
    // A shop's user name is no id that a person would trust unasked.
    name: "woocommerce customers",
    columns: `Name=full>name; Username=user; Last Active=space>seen; Date registered=space>since; Email=email>email; Orders=int;
      Total Spend=money; AOV=money; Country / Region=country; City=city; Region=empty; Postal Code=zip`,
  },
  {
    name: "magento customers",
    columns: `ID=seq>id; Name=full>name; Email=email>email; Group=General; Phone=phone; ZIP=zip; Country=country; State/Province=empty;
      Customer Since=written>since; Web Site=Main Website; Confirmed email=Yes; Account Created in=Default Store View;
      Billing Address=street; Shipping Address=street; Date of Birth=empty; Tax VAT Number=empty; Gender=empty`,
  },
  {
    name: "prestashop customers",
    columns: `ID=seq>id; Social title=Mr./Mrs.; First name=first>first; Last name=last>last; Email address=email>email; Sales=money; Enabled=1;
      Newsletter=0/1; Partner offers=0; Registration=space>since; Last visit=space>seen`,
    delimiter: ";",
  },
  {
    name: "bigcommerce customers",
    columns: `Customer ID=seq>id; First Name=first>first; Last Name=last>last; Company=company; Email=email>email; Phone=phone; Notes=note;
      Store Credit=0; Customer Group=empty; Date Joined=us2>since; Addresses=street; Receive Review Emails?=yes`,
  },
  {
    // An opt-in is no registration; the two ids are the mailing list's own: they may be proposed, or left to the person.
    name: "mailchimp audience",
    columns: `Email Address=email>email; First Name=first>first; Last Name=last>last; Phone Number=empty; MEMBER_RATING=2/3; OPTIN_TIME=space@since;
      OPTIN_IP=ip; CONFIRM_TIME=space@since; CONFIRM_IP=ip; LATITUDE=48.1; LONGITUDE=11.5; GMTOFF=1; DSTOFF=2; TIMEZONE=Europe/Berlin;
      CC=DE; REGION=by; LAST_CHANGED=space; LEID=num>id?; EUID=objectid>id?; NOTES=empty; TAGS=tags`,
  },
  {
    // The last activity is that of the sales people, but only who knows the program knows that.
    name: "hubspot contacts",
    columns: `Record ID=twenty>id; First Name=first>first; Last Name=last>last; Email=email>email; Phone Number=phone;
      Contact owner=No owner; Lead Status=empty/New; Marketing contact status=Marketing contact; Create Date=minute>since;
      Associated Company=company; Last Activity Date=minute>seen?`,
    quote: "all",
  },
  {
    name: "hubspot internal names",
    columns: `hs_object_id=twenty>id; firstname=first>first; lastname=last>last; email=email>email; createdate=isoms>since;
      lastmodifieddate=isoms; hs_email_optout=false; hs_additional_emails=backup; company=company`,
  },
  {
    name: "salesforce users",
    columns: `Id=salesforce>id; Username=user; LastName=last; FirstName=first; Name=full>name; CompanyName=company; Email=email>email;
      IsActive=true; ProfileId=salesforce; ManagerId=salesforce; LastLoginDate=isoms>seen; CreatedDate=isoms>since;
      LastModifiedDate=isoms; SystemModstamp=isoms`,
    quote: "all",
  },
  {
    name: "salesforce contact report",
    columns: `Contact ID=salesforce>id; Salutation=Ms./Mr.; First Name=first>first; Last Name=last>last; Title=job; Account Name=company;
      Email=email>email; Created Date=us>since; Last Modified Date=us; Email Opt Out=0/1`,
    quote: "all",
    // A closing line that is no user: it may be left out or shown as a row without email, but never become one.
    below: ['"Grand Totals (12 records)"'],
  },
  {
    name: "stripe customers",
    columns: `id=stripe>id; Description=note; Email=email>email; Name=full>name; Created (UTC)=minute>since; Delinquent=false; Card ID=empty;
      Card Last4=4242; Card Brand=Visa; Card Name=full; Default Source=empty; Discount=0; Currency=eur; Total Spend=money; Payment Count=int`,
  },
  {
    name: "intercom users",
    columns: `Name=full>name; Owner=Unassigned; Lead category=empty; Conversation Rating=empty; Email=email>email; Phone=phone; User ID=objectid>id;
      First Seen=space@since; Signed up=space>since; Last seen=space>seen; Last contacted=space; Last heard from=space; Web sessions=int;
      Unsubscribed from Emails=false; Email bounced=false; Company name=company`,
  },
  {
    name: "zendesk users",
    columns: `id=snowflake>id; name=full>name; email=email>email; external_id=empty; created_at=iso>since; updated_at=iso; time_zone=Berlin;
      phone=phone; role=end-user/agent; verified=true; active=true; last_login_at=iso>seen; organization_id=num; tags=tags; suspended=false`,
  },
  {
    name: "discourse users",
    columns: `id=seq>id; name=full>name; username=user; email=email>email; title=empty; created_at=utc>since; last_seen_at=utc>seen;
      last_posted_at=utc; last_emailed_at=utc; trust_level=1/2; approved=true; suspended_at=empty; silenced_till=empty; active=true;
      admin=false; moderator=false; ip_address=ip; staged=false; secondary_emails=backup; topics_entered=int; time_read=int`,
  },
  {
    name: "pipedrive people",
    columns: `Person - ID=seq>id; Person - Name=full>name; Person - Organization=company; Person - Email - Work=email>email;
      Person - Email - Home=empty; Person - Phone - Work=phone; Person - Person created=space>since; Person - Update time=space; Person - Owner=Boss Person`,
  },
  {
    name: "klaviyo profiles",
    columns: `Email=email>email; Klaviyo ID=objectid>id; First Name=first>first; Last Name=last>last; Organization=company; Title=empty;
      Phone Number=empty; City=city; Email Marketing Consent=SUBSCRIBED; Email Marketing Consent Timestamp=space@since;
      Profile Created On=space>since; Last Active=space>seen; Last Open=space; Last Click=space`,
  },
  {
    name: "brevo contacts",
    columns: `CONTACT ID=seq>id; EMAIL=email>email; FIRSTNAME=first>first; LASTNAME=last>last; SMS=empty; EMAIL_BLACKLIST=no; SMS_BLACKLIST=no;
      ADDED_TIME=detime>since; MODIFIED_TIME=detime`,
    delimiter: ";",
  },
  {
    name: "activecampaign contacts",
    columns: `Contact ID=seq>id; Email=email>email; First Name=first>first; Last Name=last>last; Phone=empty; Date Created=minute>since;
      IP=ip; Lists=Newsletter; Account=company; Last updated=minute`,
  },
  {
    name: "ghost members",
    columns: `id=objectid>id; email=email>email; name=full>name; note=note; subscribed_to_emails=true; complimentary_plan=false;
      stripe_customer_id=stripe; created_at=isoms>since; deleted_at=empty; labels=tags; tiers=Free`,
  },
  {
    name: "slack members",
    columns: `username=user; email=email>email; status=Member; billing-active=1; has-2fa=0; has-sso=0; userid=slack>id; fullname=full>name;
      displayname=user; expiration-timestamp=empty`,
  },
  {
    name: "atlassian users",
    columns: `User id=auth0>id; User name=full>name; email=email>email; User status=Active; Added to org=day>since; Org role=User;
      Last seen in Jira=written>seen; Last seen in Confluence=written>seen?`,
  },
  {
    name: "moodle users",
    columns: `id=seq>id; username=user; email=email>email; firstname=first>first; lastname=last>last; idnumber=empty; institution=company;
      department=empty; firstaccess=epoch>since?; lastaccess=epoch>seen; lastlogin=epoch@since>seen?; timecreated=epoch>since`,
  },
  {
    name: "patreon members",
    columns: `Name=full>name; Email=email>email; Discord=empty; Patron Status=Active patron; Follows You=No; Lifetime Amount=money;
      Pledge Amount=money; Tier=Gold; Addressee=empty; Country=country; Patronage Since Date=space>since; Last Charge Date=space;
      Additional Details=empty; User ID=num>id; Last Updated=space; Currency=USD; Access Expiration=empty`,
  },
  {
    name: "mixpanel profiles",
    columns:
      "$distinct_id=uuid>id; $email=email>email; $name=full>name; $created=iso>since; $last_seen=iso>seen; $city=city; plan=free/pro",
  },
  {
    name: "chargebee customers",
    columns: `Customer Id=code>id; Subscription Id=num; Customer First Name=first>first; Customer Last Name=last>last; Customer Email=email>email;
      Customer Company=company; Customer Created At=iso>since; Auto Collection=on; Billing Email=email`,
  },
];
