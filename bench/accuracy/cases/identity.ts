// Identity providers: the columns of their consoles, command lines and documented exports.
import type { Sheet } from "../make/sheet.ts";

const firebaseRecord = `A=fire>id; B=email>email; C=bool; D=hash; E=hash; F=full>name; G=url; H=empty; I=empty; J=empty;
  K=empty; L=empty; M=empty; N=empty; O=empty; P=empty; Q=empty; R=empty; S=empty; T=empty; U=empty; V=empty; W=empty;
  X=epochms>since; Y=epochms>seen; Z=empty`;

const googleColumns = `First Name [Required]=first>first; Last Name [Required]=last>last; Email Address [Required]=email>email;
  Password [Required]=****; Password Hash Function [UPLOAD ONLY]=empty; Org Unit Path [Required]=/; New Primary Email [UPLOAD ONLY]=empty;
  Recovery Email=backup; Home Secondary Email=empty; Work Secondary Email=empty; Recovery Phone [MUST BE IN THE E.164 FORMAT]=phone;
  Work Phone=empty; Home Phone=empty; Mobile Phone=phone; Work Address=empty; Home Address=empty`;

export const identity: readonly Sheet[] = [
  {
    name: "auth0 export job",
    columns: `user_id=auth0>id; email=email>email; email_verified=bool; name=full>name; given_name=first; family_name=last;
      nickname=user; connection=Username-Password-Authentication; created_at=isoms>since; updated_at=isoms; last_login=isoms>seen;
      last_ip=ip; logins_count=int`,
  },
  {
    name: "auth0 extension",
    columns: `Id=auth0>id; Given Name=first; Family Name=last; Nickname=user; Name=full>name; Email=email>email;
      Email Verified=bool; Picture=url; Connection=users; Created At=isoms>since; Updated At=isoms`,
    quote: "all",
  },
  {
    name: "auth0 with identities",
    columns: `identities[0].user_id=objectid; identities[0].provider=auth0-db; user_id=auth0>id; email=email>email; created_at=iso>since;
      last_login=iso>seen; last_password_reset=iso; user_metadata.plan=free/pro`,
  },
  {
    name: "okta users",
    columns: `id=okta>id; status=ACTIVE/SUSPENDED; created=isoms>since; activated=isoms@since; statusChanged=isoms; lastLogin=isoms>seen;
      lastUpdated=isoms; passwordChanged=isoms; firstName=first>first; lastName=last>last; mobilePhone=phone; secondEmail=backup;
      login=user; email=email>email`,
  },
  {
    // The directory's own template has no id; an employee number is a guess that a person has to make.
    name: "okta csv template",
    columns: `login=user; firstName=first; lastName=last; middleName=empty; honorificPrefix=empty; email=email>email; title=job;
      displayName=full>name; nickName=empty; profileUrl=url; secondEmail=backup; mobilePhone=phone; primaryPhone=phone;
      streetAddress=street; city=city; zipCode=zip; countryCode=country; locale=lang; userType=empty; organization=company;
      department=Sales/IT; managerId=empty; manager=empty`,
  },
  { name: "firebase auth:export", columns: firebaseRecord, header: false },
  { name: "firebase auth:export, few users", columns: firebaseRecord, header: false, rows: 5 },
  {
    name: "firebase admin script",
    columns: `uid=fire>id; email=email>email; emailVerified=bool; displayName=full>name; photoURL=url; phoneNumber=phone; disabled=false;
      creationTime=http>since; lastSignInTime=http>seen`,
  },
  {
    name: "firebase console table",
    columns:
      "Identifier=email>email; Providers=password/google.com; Created=written>since; Signed In=written>seen; User UID=fire>id",
    delimiter: "\t",
  },
  {
    name: "cognito import header",
    columns: `cognito:username=uuid>id; name=full>name; given_name=first; family_name=last; middle_name=empty; nickname=empty;
      preferred_username=user; profile=empty; picture=empty; website=empty; email=email>email; email_verified=true; gender=empty;
      birthdate=day@birth; zoneinfo=empty; locale=lang; phone_number=phone; phone_number_verified=bool; address=empty;
      updated_at=epoch; cognito:mfa_enabled=false`,
  },
  {
    name: "cognito list-users",
    columns: `Username=uuid>id?; sub=uuid>id; email_verified=true; email=email>email; name=full>name; UserCreateDate=isoff>since;
      UserLastModifiedDate=isoff; Enabled=true; UserStatus=CONFIRMED/UNCONFIRMED`,
  },
  {
    name: "clerk dashboard",
    columns: `id=clerk>id; first_name=first>first; last_name=last>last; username=user; primary_email_address=email>email;
      primary_phone_number=phone; verified_email_addresses=email>email?; unverified_email_addresses=empty;
      verified_phone_numbers=phone; unverified_phone_numbers=empty; totp_secret=empty; password_digest=hash; password_hasher=bcrypt`,
  },
  {
    name: "clerk dashboard with dates",
    columns: `id=clerk>id; first_name=first>first; last_name=last>last; username=empty; primary_email_address=email>email;
      primary_phone_number=empty; password_digest=hash; password_hasher=bcrypt; created_at=isoms>since; last_sign_in_at=isoms>seen`,
  },
  {
    name: "keycloak user_entity",
    columns: `id=uuid>id; email=email>email; email_constraint=email; email_verified=t/f; enabled=t; federation_link=empty;
      first_name=first>first; last_name=last>last; realm_id=tenant; username=user; created_timestamp=epochms>since;
      service_account_client_link=empty; not_before=0`,
  },
  {
    name: "keycloak admin client",
    columns: `id=uuid>id; createdTimestamp=epochms>since; username=user; enabled=true; totp=false; emailVerified=bool;
      firstName=first>first; lastName=last>last; email=email>email; requiredActions=[]; notBefore=0`,
  },
  {
    name: "entra download users",
    columns: `userPrincipalName=user; displayName=full>name; surname=last; mail=email>email; givenName=first; id=uuid>id; userType=Member/Guest;
      jobTitle=job; department=Sales/IT; accountEnabled=true; usageLocation=country; streetAddress=street; state=empty; country=country;
      officeLocation=empty; city=city; postalCode=zip; telephoneNumber=phone; mobilePhone=empty; alternateEmailAddress=backup;
      ageGroup=empty; consentProvidedForMinor=empty; legalAgeGroupClassification=empty; companyName=company; creationType=empty;
      directorySynced=true; invitationState=empty; identityIssuer=example.onmicrosoft.com; createdDateTime=iso>since`,
    mark: true,
  },
  {
    name: "entra with objectId",
    columns: `userPrincipalName=email>email?; displayName=full>name; surname=last; mail=email>email; givenName=first; objectId=uuid>id;
      userType=Member; jobTitle=job; department=IT; accountEnabled=true`,
  },
  {
    name: "graph sign-in activity",
    columns: `Id=uuid>id; DisplayName=full>name; UserPrincipalName=email>email; CreatedDateTime=ustime>since; LastSignInDateTime=ustime>seen;
      LastNonInteractiveSignInDateTime=ustime@updated; AccountEnabled=True/False`,
    quote: "all",
  },
  {
    name: "microsoft 365 admin center",
    columns: `Block credential=False; City=city; Country=country; Department=empty; DirSyncEnabled=True; Display name=full>name; Fax=empty;
      First name=first; Last dirsync time=iso@updated; Last name=last; Last password change time stamp=iso@updated; Licenses=Business Basic;
      Mobile Phone=phone; Object Id=uuid>id; Office=empty; Password never expires=True; Phone number=empty; Postal code=zip;
      Preferred language=lang; Proxy addresses=empty; Soft deletion time stamp=empty; State=empty; Street address=street; Title=job;
      Usage location=country; User principal name=email>email; When created=iso>since`,
    mark: true,
  },
  {
    name: "google workspace template",
    columns: `${googleColumns}; Employee ID=empty; Employee Type=empty; Employee Title=job; Manager Email=boss; Department=empty;
      Cost Center=empty; Building ID=empty; Floor Name=empty; Floor Section=empty; Change Password at Next Sign-In=False; New Status [UPLOAD ONLY]=empty`,
  },
  {
    // An employee id that every row has is the only id there is; "Never logged in" stands where nobody did.
    name: "google workspace download",
    columns: `${googleColumns}; Status [READ ONLY]=Active/Suspended; Last Sign In [READ ONLY]=slash>seen; Employee ID=code>id?;
      Manager Email=boss; 2sv Enrolled [READ ONLY]=True/False; Email Usage [READ ONLY]=0.1GB/2.3GB; Drive Usage [READ ONLY]=0.0GB`,
  },
  {
    name: "jumpcloud users",
    columns: `_id=objectid>id; username=user; email=email>email; firstname=first>first; lastname=last>last; activated=true; account_locked=false;
      created=isoms>since; mfa.configured=bool; password_expiration_date=empty`,
  },
  {
    name: "onelogin users",
    columns: `id=num>id; firstname=first>first; lastname=last>last; email=email>email; username=user; status=1; created_at=isoms>since;
      updated_at=isoms; activated_at=isoms@since; last_login=isoms>seen; password_changed_at=isoms; locked_until=empty; group_id=int`,
  },
  {
    name: "fusionauth users",
    columns: `id=uuid>id; tenantId=tenant; active=true; email=email>email; fullName=full>name; firstName=first; lastName=last; username=user;
      verified=true; insertInstant=epochms>since; lastUpdateInstant=epochms; lastLoginInstant=epochms>seen`,
  },
  {
    name: "supabase auth.users",
    columns: `instance_id=zerouuid; id=uuid>id; aud=authenticated; role=authenticated; email=email>email; encrypted_password=hash;
      email_confirmed_at=pg@since; invited_at=empty; confirmation_token=empty; confirmation_sent_at=pg@since; recovery_token=empty;
      recovery_sent_at=empty; email_change_token_new=empty; email_change=empty; email_change_sent_at=empty; last_sign_in_at=pg>seen;
      raw_app_meta_data=json; raw_user_meta_data=json; is_super_admin=f; created_at=pg>since; updated_at=pg; phone=empty;
      phone_confirmed_at=empty; banned_until=empty; is_sso_user=f; deleted_at=empty; is_anonymous=f`,
  },
  {
    name: "supabase dashboard",
    columns: `UID=uuid>id; Display name=full>name; Email=email>email; Phone=empty; Providers=email/google; Provider type=-;
      Created at=http>since; Last sign in at=http>seen`,
  },
  {
    name: "workos users",
    columns: `id=clerk>id; email=email>email; first_name=first>first; last_name=last>last; email_verified=bool; profile_picture_url=empty;
      created_at=isoms>since; updated_at=isoms; last_sign_in_at=isoms>seen; external_id=empty`,
  },
  {
    name: "ory kratos traits",
    columns: `id=uuid>id; schema_id=default; state=active; traits.email=email>email; traits.name.first=first>first; traits.name.last=last>last;
      created_at=isoms>since; updated_at=isoms`,
  },
];
