import type { surveys as english } from "../en/surveys";

export const surveys: Record<keyof typeof english, string> = {};
