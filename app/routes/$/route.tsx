import { notFound } from "~/app/http/respond";

// Every address that no other route knows.
export async function loader() {
  throw notFound("page");
}

export async function action() {
  throw notFound("page");
}

export default function NoSuchPage() {
  return null;
}
