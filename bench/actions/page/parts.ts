// Names the parts of the work whose actions are measured, each on a fresh page.

export const partNames = ["repairs", "rows", "check", "import", "merge", "parts"] as const;
