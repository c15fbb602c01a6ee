// Renders the switch between light, dark and system theme.
import { Icon } from "./Icon.tsx";
import { type Theme, themes } from "./theme.ts";

const words: Record<Theme, string> = { light: "Light", dark: "Dark", auto: "As the system" };

/** Radio buttons, so that the arrow keys work too. */
export function ThemeSwitch({ theme, onChange }: { theme: Theme; onChange: (theme: Theme) => void }) {
  return (
    <fieldset className="theme-switch">
      <legend className="unseen">Theme</legend>
      {themes.map((choice) => (
        <label key={choice} title={words[choice]}>
          <input type="radio" name="theme" checked={choice === theme} onChange={() => onChange(choice)} />
          <Icon name={choice} />
          <span className="unseen">{words[choice]}</span>
        </label>
      ))}
    </fieldset>
  );
}
