/** The database cannot be opened or brought up to date. The message is a sentence for whoever runs the server. */
export class DatabaseProblem extends Error {
  override readonly name = "DatabaseProblem";
}
