import type { Progress } from "~/app/operations/rounds/read-round";

/** An invited member as the page of its round shows it. */
export interface MemberShown {
  readonly invitationId: string;
  readonly responseId: string | null;
  readonly name: string;
  readonly progress: Progress;
  readonly entries: number;
  readonly last: string;
  /** Weekday and time in the member's own zone. */
  readonly now: string;
  /** Silent or stuck, and not reminded within a day. */
  readonly due: boolean;
  readonly reminded: string | null;
  /** Address of the answers by name; `null` if there are none, or they are closed to the reader. */
  readonly answers: string | null;
}
