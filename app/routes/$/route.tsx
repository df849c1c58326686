import { notFound } from "~/app/http/respond";

// Every address that no other route knows.
export async function loader() {
  throw notFound("page");
}

export const action = loader;

export default function NoSuchPage() {
  return null;
}
