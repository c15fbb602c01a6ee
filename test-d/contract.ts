// Types of the door "./contract": fields, users, routes and the answers of a server.
import {
  type CheckedUser,
  type Counters,
  checkUser,
  type FieldKey,
  fieldKeys,
  href,
  type ImportUser,
  type RowIssue,
  type RowResult,
  readSourceList,
  routes,
  type SourceList,
} from "import-existing-users/contract";
import { expectSame, expectType } from "./same.ts";

expectSame<FieldKey, "externalUserId" | "email" | "name" | "registrationDate" | "lastLoginDate">();
expectType<FieldKey | undefined>()(fieldKeys[Number(0)]);

// A user that was checked has both required fields; anything may be checked.
const checked = checkUser(JSON.parse("{}"));
expectType<CheckedUser>()(checked);
expectType<ImportUser | null>()(checked.user);
expectSame<CheckedUser["issues"], readonly RowIssue[]>();
export const user: ImportUser = { externalUserId: "1", email: "a@example.com" };
// @ts-expect-error an email is required
export const nobody: ImportUser = { externalUserId: "1" };

expectType<string>()(href(routes.deleteSource, { appId: "app_1", sourceId: "src_1" }));
// @ts-expect-error every route belongs to an application
href(routes.listSources, {});

// What a server sends is unknown until it was read, and a newer server may know more than we do.
expectType<SourceList | null>()(readSourceList({}));
export const newer: RowResult["status"] = "suspended";
expectSame<Counters["total"], number>();
