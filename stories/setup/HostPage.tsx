// The page around the card: a host's font, ground and width, and nothing else of it.
import type { CSSProperties, ReactElement, ReactNode } from "react";

/** `dark` is a portal at night; `auto` is whatever the person's system says. */
export type PageLook = "light" | "dark" | "auto";

const schemes: Record<PageLook, string> = { light: "light", dark: "dark", auto: "light dark" };

const page: CSSProperties = {
  boxSizing: "border-box",
  minBlockSize: "100vh",
  padding: "clamp(8px, 3vw, 32px)",
  background: "light-dark(#f1f3f6, #0b0d11)",
  fontFamily: "system-ui, sans-serif",
};

/** A host's page. */
export function HostPage(props: { readonly look?: PageLook; readonly children: ReactNode }): ReactElement {
  const { look = "light", children } = props;
  return (
    <main style={{ ...page, colorScheme: schemes[look] }}>
      <div style={{ maxInlineSize: "60rem", marginInline: "auto" }}>{children}</div>
    </main>
  );
}
