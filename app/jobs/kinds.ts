import { demonstrationJob } from "./demonstration-job";
import { explanationJob } from "./explanation-job";
import type { JobKind } from "./job-kind";
import { proposalJob } from "./proposal-job";
import { rankingJob } from "./ranking-job";
import { supplyJob } from "./supply-job";

/** Every kind of job, by its name. */
export const JOB_KINDS: readonly JobKind[] = [demonstrationJob, proposalJob, explanationJob, rankingJob, supplyJob];
