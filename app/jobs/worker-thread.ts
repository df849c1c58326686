import { parentPort, workerData } from "node:worker_threads";

/** What passes from a worker to the main thread. */
export type WorkerMessage =
  | { readonly type: "progress"; readonly progress: unknown }
  | { readonly type: "result"; readonly output: unknown };

export interface WorkerControls {
  /** Shown on the page of the job; at most a few times a second get through. */
  readonly onProgress: (progress: unknown) => void;
  /** Whether the job was cancelled: a calculation should end soon, with what it has. */
  readonly shouldStop: () => boolean;
}

const LEAST_PAUSE = 150;

/** Runs a calculation on the input that the main thread gave, and sends its output back. */
export async function runInWorker<Input, Output>(
  calculate: (input: Input, controls: WorkerControls) => Output | Promise<Output>,
): Promise<void> {
  const { input, stop } = workerData as { readonly input: Input; readonly stop: Int32Array };
  let last = 0;
  const send = (message: WorkerMessage) => parentPort?.postMessage(message);
  const output = await calculate(input, {
    onProgress: (progress) => {
      const at = Date.now();
      if (at - last < LEAST_PAUSE) return;
      last = at;
      send({ type: "progress", progress });
    },
    shouldStop: () => Atomics.load(stop, 0) === 1,
  });
  send({ type: "result", output });
}
