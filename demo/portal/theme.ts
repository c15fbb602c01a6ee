// Light, dark or as the system says: chosen once, kept for the next visit.
import { useEffect, useState } from "react";

export const themes = ["light", "dark", "auto"] as const;
export type Theme = (typeof themes)[number];

const storageKey = "portal.theme";

/** The chosen theme and how to change it; the document follows. */
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
    // Storage may be forbidden: then nothing is kept.
    return "auto";
  }
}

function writeTheme(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // See above.
  }
}
