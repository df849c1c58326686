import { customType, date, timestamp } from "drizzle-orm/pg-core";

/** Key of reference data: text that sorts by its bytes, so that the order of ids is the same on every machine. */
export const slug = customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' });

/** A moment in UTC. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A local date, `YYYY-MM-DD`, in the zone of whom it concerns. */
export const localDate = (name: string) => date(name, { mode: "string" });

/** Lower-case hexadecimal SHA-256. */
export const sha256 = customType<{ data: string; driverData: string }>({ dataType: () => "char(64)" });

/** Numbers by slot, `null` where none was given. */
export const nullableNumbers = customType<{ data: readonly (number | null)[]; driverData: string | number[] }>({
  dataType: () => "double precision[]",
  toDriver: (numbers) => `{${numbers.map((value) => value ?? "NULL").join(",")}}`,
  fromDriver: (stored) => {
    const values = typeof stored === "string" ? stored.slice(1, -1).split(",").filter(Boolean).map(Number) : stored;
    // The driver reads an element NULL as not a number; a real NaN is never stored.
    return values.map((value) => (Number.isNaN(value) ? null : value));
  },
});
