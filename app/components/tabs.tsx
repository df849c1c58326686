import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";

export interface Tab {
  readonly href: string;
  readonly label: ReactNode;
  /** A count or share, smaller. */
  readonly note?: ReactNode;
  /** Given where the address alone does not tell. */
  readonly current?: boolean;
}

/** Views of one matter, each a link with an address of its own. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  const { pathname } = useLocation();
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={(tab.current ?? pathname === tab.href) ? "true" : undefined}>
              {tab.label}
              {tab.note !== undefined && <small> {tab.note}</small>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
