import type { Role } from "./permissions";

/** Who is signed in. */
export interface Viewer {
  readonly personId: string;
  readonly sessionHash: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** The administration that a member, and perhaps a coordinator, belongs to. */
  readonly memberId: string | null;
}
