// Inside a transaction only the transaction may be used: the embedded engine has one connection, and the outer database
// would wait for ever. Reads every file of app/ and db/ and names each place where a callback reaches for the outer one.
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import ts from "typescript";

/**
 * Places in a text where the callback of `….transaction(…)` uses the database that the transaction was begun on, another
 * one by the name `db` or `….db`, or hands on the object that carries it.
 *
 * @param {string} file
 * @param {string} text
 * @returns {readonly { line: number, column: number, used: string }[]}
 */
export function outerDatabaseUses(file, text) {
  if (!text.includes(".transaction(")) return [];
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found = new Map();
  const visit = (node) => {
    const begun = transactionOf(node);
    if (begun) for (const used of usesIn(begun)) found.set(used.getStart(source), used);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found.values()].map((used) => {
    const { line, character } = source.getLineAndCharacterOfPosition(used.getStart(source));
    return { line: line + 1, column: character + 1, used: used.getText(source) };
  });
}

/** The database and the callback of a call of `transaction`. */
function transactionOf(node) {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  if (node.expression.name.text !== "transaction") return undefined;
  const callback = node.arguments.find((given) => ts.isArrowFunction(given) || ts.isFunctionExpression(given));
  return callback && { database: node.expression.expression, callback };
}

function usesIn({ database, callback }) {
  const begunOn = database.getText();
  const carrier = ts.isPropertyAccessExpression(database) ? database.expression.getText() : undefined;
  const own = namesBoundIn(callback);
  const uses = [];
  const visit = (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      const outer = ts.isIdentifier(node.expression) && !own.has(node.expression.text);
      if (outer && (node.getText() === begunOn || node.name.text === "db")) uses.push(node);
      else if (!ts.isIdentifier(node.expression)) visit(node.expression);
      else if (node.expression.text === begunOn && outer) uses.push(node.expression);
      return;
    }
    // The name before a colon is no use of it; `{ db }` is one.
    if (ts.isPropertyAssignment(node)) return visit(node.initializer);
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node) && !own.has(node.text) && !isDeclared(node))
      if (node.text === begunOn || node.text === "db" || node.text === carrier) uses.push(node);
    ts.forEachChild(node, visit);
  };
  visit(callback.body);
  return uses;
}

const isDeclared = ({ parent }) =>
  ts.isPropertySignature(parent) ||
  ts.isMethodDeclaration(parent) ||
  (ts.isBindingElement(parent) && parent.propertyName);

/** Names of parameters and variables of a function and of those within it. */
function namesBoundIn(callback) {
  const names = new Set();
  const bind = (name) => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name);
  };
  const visit = (node) => {
    if (ts.isParameter(node) || ts.isVariableDeclaration(node)) bind(node.name);
    ts.forEachChild(node, visit);
  };
  visit(callback);
  return names;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const faults = ["app", "db"]
    .flatMap(filesBelow)
    .flatMap((file) => outerDatabaseUses(file, readFileSync(file, "utf8")).map((use) => ({ file, ...use })));
  for (const { file, line, column, used } of faults)
    console.error(
      `${file}:${line}:${column} uses "${used}" inside a transaction; only the transaction may be used there.`,
    );
  if (faults.length > 0) process.exit(1);
}
