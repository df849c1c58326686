import type { priorities as english } from "../en/priorities";

export const priorities: Record<keyof typeof english, string> = {};
