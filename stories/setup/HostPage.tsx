// Renders a plain host page around the card: font, background and width.
import type { CSSProperties, ReactElement, ReactNode } from "react";

/** `dark` is a dark host page; `auto` follows the system. */
type PageLook = "light" | "dark" | "auto";

const schemes: Record<PageLook, string> = { light: "light", dark: "dark", auto: "light dark" };

const page: CSSProperties = {
  boxSizing: "border-box",
  padding: "clamp(8px, 3vw, 32px)",
  background: "light-dark(#f1f3f6, #0b0d11)",
  fontFamily: "system-ui, sans-serif",
};

interface HostPageProps {
  readonly look?: PageLook;
  /** Otherwise the page is as high as the card, as within documentation. @default true */
  readonly fillsWindow?: boolean;
  readonly children: ReactNode;
}

/** A plain host page. */
export function HostPage({ look = "light", fillsWindow = true, children }: HostPageProps): ReactElement {
  return (
    <main style={{ ...page, minBlockSize: fillsWindow ? "100vh" : "auto", colorScheme: schemes[look] }}>
      <div style={{ maxInlineSize: "60rem", marginInline: "auto" }}>{children}</div>
    </main>
  );
}
