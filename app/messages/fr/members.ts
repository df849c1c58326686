import type { members as english } from "../en/members";

export const members: Record<keyof typeof english, string> = {};
