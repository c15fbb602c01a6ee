// The text of a cell may break at certain signs, and is the same text with breaks.
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { CellText } from "../../src/react/table/CellText.tsx";

const cases: [name: string, parts: string[]][] = [
  ["a short address never", ["user.one@example.com"]],
  ["an address of usual length after its @", ["linda.smith2@", "mail.example.org"]],
  [
    "a long name before the @ after its punctuation, too",
    ["maximiliane.", "von-", "habsburg_", "lothringen@", "example.org"],
  ],
  ["a long host after its dots and hyphens", ["a@", "verwaltung.", "beispielstadt-", "am-", "see.", "example.", "org"]],
  ["an id after its hyphens", ["550e8400-", "e29b-", "41d4-", "a716-", "446655440000"]],
  ["a path after its slashes", ["https:/", "/", "portal.", "example.", "com/", "users/", "4711"]],
  ["a long text without punctuation nowhere", ["Donaudampfschifffahrtsgesellschaft"]],
];

test.each(cases)("%s", (_, parts) => {
  const { container } = render(<CellText text={parts.join("")} />);
  expect(container.innerHTML.split("<wbr>")).toEqual(parts);
  expect(container.textContent).toBe(parts.join(""));
});
