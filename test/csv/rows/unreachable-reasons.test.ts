// Emails that are valid but belong to nobody: which are told for which reason, and which real ones are not.
import { describe, expect, test } from "vitest";
import { normalizeEmail } from "../../../src/contract/field-values.ts";
import { findUnreachableReason, type UnreachableReason } from "../../../src/csv/rows/unreachable-reasons.ts";

const told: Record<UnreachableReason, Record<string, string>> = {
  masked: {
    stars: "a***@x.io jo****oe@gmail.com **@acme.com j*h*@acme.com a***+news@x.io **ann@example.com",
    "other signs that repeat": "a##b@x.io ????@acme.com j???@acme.com a——n@x.io ××××@x.io",
    "signs that no keyboard writes":
      "j•••@gmail.com a…n@x.io ●●●@x.io j•hn@acme.com █████@acme.com ann‥@x.io a··b@x.io",
    "nothing but x": "xxxxx@example.com XXXX@gmail.com ann@xxxxx.com",
    "words for it": "redacted@acme.com anonymized@acme.com anonymised+17@acme.com redacted-4f2a@acme.com",
    "users who were deleted":
      "deleted@acme.com deleted_123@acme.com deleted-user-17@acme.com user_deleted_17@acme.com gdpr-deleted-88@acme.com deleteduser@acme.com removed-customer-5@acme.com deleted_ann.lee@acme.com ann_deleted@acme.com gelöscht@firma.de удалён@почта.рф",
    "domains for it": "ann@anonymized.invalid user-17@redacted.com 17@deleted.acme.com ann@deleted-users.com",
  },
  no_mail: {
    "endings that are reserved":
      "ann@site.test ann@acme.invalid root@app.localhost 17@deletion.invalid ann@sub.acme.test a@abcdefgh.onion",
    "endings of private networks":
      "ann@corp.local ann@acme.LAN ann@mail.acme.internal ann@acme.corp ann@acme.home ann@nas.home.arpa ann@acme.intranet root@localhost.localdomain root@localhost.com",
    "endings that don't exist": "a@b.c x@x.x ann@acme.c0m ann@127.0.0.1",
    "addresses that are never read":
      "noreply@acme.com no-reply@acme.com do_not_reply@acme.com No.Reply@gmail.com noreply+17@acme.com ann@noreply.acme.com 12+ann@users.noreply.github.com",
    "guests of a directory": "ann_acme.com#EXT#@tenant.onmicrosoft.com",
  },
  mixed_letters: {
    "Latin and Cyrillic":
      "аnn@example.com аnn.smith@acme.com ann.smіth@acme.com ann@gmаil.com ann@acme.сom Вob@acme.com",
    "Latin and Greek": "jοhn@acme.com ann@gοοgle.com",
    "Latin and Armenian": "jօhn@acme.com",
    "Greek and Cyrillic": "иваν@почта.рф",
    "one word of several": "анна.ivаn@acme.com",
    "letters of mathematics": "𝐚𝐧𝐧@acme.com",
  },
  placeholder: {
    "the same on both sides":
      "noemail@noemail.com none@none.com unknown@unknown.com test@test.com na@na.na null@null.com asdf@asdf.com asd@asd.asd aaa@aaa.com 123@123.com admin@admin.com email@email.com user@user.com unbekannt@unbekannt.de keine@keine.de",
    "fillers on both sides":
      "no@email.com none@email.com foo@bar.com abc@xyz.com name@domain.com test1@test.com test+3@test.com user@test.com na@test.co.uk admin@domain.com",
    "no email, in words":
      "no-email@gmail.com noemail17@acme.com No.Email@acme.com sin-correo@x.es sinemail@hotmail.com kein-mail@firma.de keine.email@web.de geen.email@x.nl brakmaila@x.pl pasdemail@orange.fr sem.email@x.com.br нетпочты@почта.рф emailnotprovided@x.com donthaveemail@x.com",
    "nothing, in words": "undefined@acme.com unknown@acme.com none@acme.com unbekannt@firma.de notprovided@acme.com",
    "domains for it": "john@noemail.com 4711@no-email.com ann@none.com ann@noemail.co.uk",
    "too short for the provider": "none@gmail.com test@gmail.com na@googlemail.com na@hotmail.com",
    "fields that were not filled in": "{email}@acme.com {{user}}@acme.com %user%@acme.com",
  },
};

const tables = Object.entries(told) as [UnreachableReason, Record<string, string>][];
const emailsOf = (table: Record<string, string>) =>
  Object.entries(table).flatMap(([what, emails]) => emails.split(" ").map((email): [string, string] => [what, email]));

describe.each(tables)("an email is told as %s", (reason, table) => {
  test.each(emailsOf(table))("%s: %s", (_, email) => {
    expect(normalizeEmail(email), "a valid email").not.toBeNull();
    expect(findUnreachableReason(email)).toBe(reason);
  });
});

const silent: Record<string, string> = {
  "usual addresses": "ann@acme.com ann.lee@acme.co.uk info@acme.com sales@acme.com test@company.com tester@acme.com",
  "addresses of guides and samples":
    "user.one@example.com ann@example.org ann@example.net test@example.com user@example.com user@domain.example ann@acme.example test@test.example",
  "tags and signs":
    "ann+tag@gmail.com ann+test@acme.com ann+deleted@acme.com o'brien@acme.ie a*b@x.io *@acme.com sales#1@acme.com what?@acme.com m_o-r.e@acme.com",
  "domains that only look reserved":
    "ann@local.ch ann@home.pl ann@corp.com ann@internal.io ann@test.de ann@test.acme.com ann@testing-group.com ann@acme.internal.com ann@invalid-arts.com ann@mylocalhost.com",
  "other scripts":
    "анна@почта.рф ИВАН.Петров@почта.рф 张伟@例子.中国 محمد@بريد.السعودية τάσος@παράδειγμα.ελ 田中tanaka@例え.jp ジョン・スミス@例え.jp 김철수@메일.한국 անի@փոստ.հայ",
  "words of several scripts": "иван.ivan@почта.рф ann-анна@acme.com анна@acme.com ann@почта.рф",
  "letters with accents, and punycode":
    "müller@web.de josé@acme.es l·lull@acme.cat ann@bücher.de ann@xn--bcher-kva.de ann@xn--gmil-63d.com",
  "names that are also words":
    "null@firma.de nan@nan.de leer@leer.de blank@blank.de nema@nema.org noel@mail.com none.such@acme.com",
  "owners of a domain": "piet@piet.nl johnsmith@johnsmith.com john@johnsmith.com me@ann.me a@x.io nobody@x.io",
  "nicknames at a provider":
    "qwerty@mail.ru abc@mail.ru user@mail.com noname@gmail.com inconnu@yahoo.fr unknown@hotmail.com erased.band@gmail.com 12345@qq.com 163@qq.com abc123@hotmail.com",
  "companies with short names":
    "admin@abc.com mail@bar.com ann@xyz.com ann@foo.com ann@email.com na@acme.com no@acme.no",
  "words that only begin so":
    "nouveau@acme.fr nomadic@acme.com reply@acme.com deletedo@acme.com ann@redactedpress.com xavier@xxx.org xxx@acme.com louis.xxiv@acme.fr anonymous@acme.com",
  "addresses of a relay": "5d41402abc4b2a76b9719d911017c592@acme.com dpdcnf87nu@privaterelay.appleid.com",
};

describe("an email is not told", () => {
  test.each(emailsOf(silent))("%s: %s", (_, email) => {
    expect(normalizeEmail(email), "a valid email").not.toBeNull();
    expect(findUnreachableReason(email)).toBeNull();
  });
});
