import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const pages = readdirSync("docs/decisions").filter((name) => /^\d/.test(name));

test("each decision has a number of its own, which its heading repeats", () => {
  const numbers = pages.map((name) => name.slice(0, 4));
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  const headings = pages.map((name) => readFileSync(`docs/decisions/${name}`, "utf8").slice(0, 6));
  expect(headings).toEqual(numbers.map((number) => `# ${number}`));
});
