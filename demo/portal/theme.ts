// Manages the theme of the portal: light, dark or system, remembered in local storage.
import { useEffect, useState } from "react";

export const themes = ["light", "dark", "auto"] as const;
export type Theme = (typeof themes)[number];

const storageKey = "portal.theme";

/** The chosen theme, applied to the document, and a function that changes it. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(readTheme);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    writeTheme(theme);
  }, [theme]);
  return [theme, setTheme];
}

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(storageKey);
    return themes.find((theme) => theme === kept) ?? "auto";
  } catch {
    // Storage may be blocked: then the choice is not remembered.
    return "auto";
  }
}

function writeTheme(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // As above.
  }
}
