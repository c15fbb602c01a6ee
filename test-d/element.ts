// Types of the doors "./element...": an element of the document, with properties and events.
import type { defineImportExistingUsers, ImportExistingUsersElement } from "import-existing-users/element";
import type { defineImportExistingUsers as defineAlone } from "import-existing-users/element/standalone";
import { expectSame, expectType } from "./same.ts";

expectType<ImportExistingUsersElement>()(document.createElement("import-existing-users"));
expectSame<typeof defineAlone, typeof defineImportExistingUsers>();

const card = document.createElement("import-existing-users");
card.headers = () => ({ "X-CSRF-Token": "t" });
card.addEventListener("ieu-imported", ({ detail }) => expectType<number>()(detail.counters.imported));
// @ts-expect-error a theme that the card does not have
card.theme = "black";
