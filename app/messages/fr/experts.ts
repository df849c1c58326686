import type { experts as english } from "../en/experts";

export const experts: Record<keyof typeof english, string> = {};
