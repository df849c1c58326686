// Loaded into a server before its own code (`node --import`): answers to forms leave it a little late, as over a busy
// line, so that a kill finds requests whose work is committed and whose answer is not out.
import { ServerResponse } from "node:http";

const LATE = 40;
const end = ServerResponse.prototype.end;
ServerResponse.prototype.end = function (...given) {
  if (this.req?.method !== "POST") return end.apply(this, given);
  setTimeout(() => end.apply(this, given), LATE);
  return this;
};
