// Database dumps: the usual column names of frameworks and forums.
import type { Sheet } from "../make/sheet.ts";

export const databases: readonly Sheet[] = [
  {
    name: "django auth_user",
    columns: `id=seq>id; password=hash; last_login=pg>seen; is_superuser=f; username=user; first_name=first>first; last_name=last>last;
      email=email>email; is_staff=f; is_active=t; date_joined=pg>since`,
  },
  {
    // Both sign-in columns are a last sign-in, the current one being the later.
    name: "rails devise",
    columns: `id=seq>id; email=email>email; encrypted_password=hash; reset_password_token=empty; reset_password_sent_at=empty;
      remember_created_at=empty; sign_in_count=int; current_sign_in_at=space@updated>seen?; last_sign_in_at=space>seen;
      current_sign_in_ip=ip; last_sign_in_ip=ip; created_at=space>since; updated_at=space`,
  },
  {
    name: "laravel users",
    columns: `id=seq>id; name=full>name; email=email>email; email_verified_at=space@since; password=hash; remember_token=fire;
      created_at=space>since; updated_at=space`,
  },
  {
    name: "mongodb export",
    columns:
      "_id=objectid>id; email=email>email; name=full>name; createdAt=isoms>since; updatedAt=isoms; lastLoginAt=isoms>seen; __v=0",
  },
  {
    name: "mongodb export, typed",
    columns: `_id.$oid=objectid>id; profile.email=email>email; profile.name=full>name; createdAt.$date=isoms>since; lastLogin.$date=isoms>seen`,
  },
  {
    name: "prisma and next-auth",
    columns:
      "id=fire>id; name=full>name; email=email>email; emailVerified=isoms@since; image=url; createdAt=isoms>since",
  },
  {
    name: "asp.net identity",
    columns: `Id=uuid>id; UserName=user; NormalizedUserName=user; Email=email>email; NormalizedEmail=shout; EmailConfirmed=1; PasswordHash=hash;
      SecurityStamp=fire; ConcurrencyStamp=uuid; PhoneNumber=NULL; PhoneNumberConfirmed=0; TwoFactorEnabled=0; LockoutEnd=NULL;
      LockoutEnabled=1; AccessFailedCount=0`,
  },
  {
    name: "drupal users_field_data",
    columns: `uid=seq>id; langcode=en; name=full>name; pass=hash; mail=email>email; timezone=UTC; status=1; created=epoch>since;
      changed=epoch; access=epoch@updated>seen?; login=epoch>seen; init=email>email?`,
  },
  {
    name: "joomla users",
    columns: `id=seq>id; name=full>name; username=user; email=email>email; password=hash; block=0; sendEmail=0; registerDate=space>since;
      lastvisitDate=space>seen; activation=empty; params=json; lastResetTime=space; resetCount=0`,
  },
  {
    // A forum's user name may stand for a person's name or not: a person has to say.
    name: "phpbb users",
    columns: `user_id=seq>id; user_type=0; group_id=2; username=user>name?; user_regdate=epoch>since; user_email=email>email;
      user_birthday=empty; user_lastvisit=epoch>seen; user_lastmark=epoch; user_lastpost_time=epoch; user_posts=int`,
  },
  {
    name: "mediawiki user",
    columns: `user_id=seq>id; user_name=user; user_real_name=full>name; user_email=email>email; user_touched=compact;
      user_registration=compact>since; user_editcount=int`,
  },
  {
    name: "typo3 fe_users",
    columns: `uid=seq>id; pid=12; username=user; usergroup=1; name=full>name; first_name=first; last_name=last; email=email>email;
      crdate=epoch>since; tstamp=epoch; lastlogin=epoch>seen; disable=0`,
  },
  {
    name: "odoo res.users",
    columns: `ID=seq>id; Name=full>name; Login=email>email; Language=English (US); Latest authentication=space>seen; Created on=space>since; Active=TRUE`,
  },
  {
    name: "symfony fos user",
    columns: `id=seq>id; username=user; username_canonical=user; email=email>email; email_canonical=email; enabled=1; salt=NULL; password=hash;
      last_login=space>seen; confirmation_token=NULL; password_requested_at=NULL; roles=a:0:{}`,
  },
  {
    name: "jhipster jhi_user",
    columns: `id=seq>id; login=user; password_hash=hash; first_name=first>first; last_name=last>last; email=email>email; image_url=empty;
      activated=true; lang_key=lang; created_by=system; created_date=space>since; last_modified_by=system; last_modified_date=space`,
  },
  {
    name: "strapi up_users",
    columns: `id=seq>id; documentId=fire; username=user; email=email>email; provider=local; confirmed=t; blocked=f; createdAt=isoms>since;
      updatedAt=isoms; publishedAt=isoms; locale=empty`,
  },
  {
    name: "nextcloud user report",
    columns: `User ID=user>id; Display name=full>name; Email=email>email; Last login=space>seen; First login=space@since>since; Quota=none; Enabled=1`,
  },
  {
    name: "gitlab users",
    columns: `id=seq>id; name=full>name; username=user; email=email>email; state=active; created_at=isoms>since; last_sign_in_at=isoms>seen?;
      last_activity_on=day>seen?; current_sign_in_at=isoms@updated>seen?; two_factor_enabled=bool; public_email=empty; commit_email=email>email?`,
  },
  {
    name: "keystone camelCase",
    columns:
      "userId=uuid>id; emailAddress=email>email; fullName=full>name; createdAt=iso>since; lastLoginAt=iso>seen; isAdmin=false",
  },
  {
    name: "PascalCase",
    columns: "UserId=num>id; EmailAddress=email>email; FullName=full>name; CreatedAt=iso>since; LastLoginDate=iso>seen",
  },
  {
    name: "SCREAMING_CASE",
    columns:
      "USER_ID=num>id; EMAIL_ADDRESS=email>email; FULL_NAME=full>name; CREATED_AT=space>since; LAST_LOGIN_DATE=space>seen",
    delimiter: "|",
  },
  {
    name: "kebab-case",
    columns: "user-id=num>id; e-mail=email>email; display-name=full>name; signup-date=day>since; last-seen-at=day>seen",
  },
  {
    name: "table prefix of a join",
    columns: `users.id=num>id; users.email=email>email; users.name=full>name; users.created_at=space>since; accounts.id=num;
      accounts.name=company; accounts.created_at=space@updated`,
  },
  {
    name: "underscored prefix",
    columns: `u_id=num>id; u_email=email>email; u_name=full>name; u_created=space>since; u_lastlogin=space>seen; u_flags=0`,
  },
  {
    name: "customer table",
    columns: `customer_id=code>id; customer_name=full>name; customer_email=email>email; registered_at=space>since; last_order_at=space; newsletter=0/1`,
    delimiter: ";",
  },
  {
    name: "member table",
    columns: `member_no=zero>id; mail=email>email; full_name=full>name; member_since=day>since; last_activity=day>seen; fee=money`,
    delimiter: "\t",
  },
  {
    name: "postgres copy with null marks",
    columns: `id=num>id; email=email>email; name=full>name; created_at=pg>since; last_login_at=pg>seen; deleted_at=\\N`,
    delimiter: "\t",
  },
  {
    name: "mysql workbench",
    columns: `id=num>id; tenant_id=seq; email=email>email; display_name=full>name; signup_at=space>since; last_seen_at=space>seen; referrer_id=NULL`,
    quote: "all",
  },
  {
    name: "audit columns",
    columns: `id=num>id; created_by=num; created_at=space>since; updated_by=num; updated_at=space; email=email>email; email_hash=hash;
      name=full>name; deleted=0; version=int`,
  },
  {
    name: "google sheet by hand",
    columns: "Who=full>name?; Mail=email>email; Account no.=zero>id; Joined=day>since; Plan=free/pro",
  },
];
