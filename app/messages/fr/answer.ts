import type { answer as english } from "../en/answer";

export const answer: Record<keyof typeof english, string> = {};
