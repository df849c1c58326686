import { Outlet, useRouteError } from "@remix-run/react";
import { LinkRefused } from "~/app/components/answer/link-refused";
import type { RouteHandle } from "~/app/root";

// Behind every address below stands the link's own secret; no account is needed.
export const handle: RouteHandle = { bare: true, light: true };

export default function Answering() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <LinkRefused error={useRouteError()} />;
}
