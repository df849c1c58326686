/** What a program did to its folder, in order; files are numbered, so that a name may move from one to another. */
export type DiskEvent =
  | { readonly op: "write"; readonly file: number; readonly at: number; readonly bytes: Uint8Array }
  | { readonly op: "truncate"; readonly file: number; readonly size: number }
  /** A name in a folder now means this file. */
  | { readonly op: "name"; readonly folder: string; readonly name: string; readonly file: number }
  | { readonly op: "unname"; readonly folder: string; readonly name: string }
  | { readonly op: "makeFolder"; readonly folder: string; readonly name: string }
  | { readonly op: "sync"; readonly file: number }
  | { readonly op: "syncFolder"; readonly folder: string }
  /** The database has acknowledged this transaction. */
  | { readonly op: "acknowledged"; readonly transaction: number };

export interface Recording {
  readonly events: readonly DiskEvent[];
  /** The path, within the folder, of each file that was there before the recording. */
  readonly known: ReadonlyMap<number, string>;
}
