import { Outlet } from "@remix-run/react";

// The pages below ask for their own permissions.
export default function Office() {
  return (
    <main className="page" id="main">
      <Outlet />
    </main>
  );
}
