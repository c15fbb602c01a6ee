// Names written with the last name first.
import { expect, test } from "vitest";
import { turnName } from "../../../src/csv/text/name-order.ts";

test.each<[text: string, turned: string | null]>([
  ["Lovelace, Ada", "Ada Lovelace"],
  ["Lovelace,Ada", "Ada Lovelace"],
  ["LOVELACE , ADA", "ADA LOVELACE"],
  ["von der Leyen, Ursula", "Ursula von der Leyen"],
  ["García Márquez, Gabriel José", "Gabriel José García Márquez"],
  ["O'Neil, Mary-Ann", "Mary-Ann O'Neil"],
  ["Иванова, Анна", "Анна Иванова"],
  ["محمد، علي", "علي محمد"],
  ["Ma, Jack", "Jack Ma"],
  ["Tanaka, Jun", "Jun Tanaka"],
  ["Moore, Ada Jr.", "Ada Moore Jr."],
  ["Ada Lovelace", null],
  ["Moore, Jr.", null],
  ["Moore, MD", null],
  ["Acme, Inc.", null],
  ["Muster, GmbH", null],
  ["Moore, Ada, PhD", null],
  ["Berlin, 10115", null],
  ["Lovelace,", null],
  [", Ada", null],
  ["", null],
])("%j is turned to %j", (text, turned) => expect(turnName(text)).toBe(turned));
