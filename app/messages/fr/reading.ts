import type { reading as english } from "../en/reading";

export const reading: Record<keyof typeof english, string> = {};
