import type { JobKind } from "./job-kind";

/** Every kind of job, by its name. */
export const JOB_KINDS: readonly JobKind[] = [];
