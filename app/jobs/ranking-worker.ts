import { rankRound } from "~/app/operations/ranking/rank-round";
import type { PreparedRanking } from "~/app/operations/ranking/run-ranking";
import { runInWorker } from "./worker-thread";

runInWorker<PreparedRanking, string>(({ input, parameters }, controls) =>
  rankRound(input, { parameters, ...controls }),
);
