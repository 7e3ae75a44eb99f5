// Light, dark, or as the system has it.
import { useState } from 'react';
import styles from './button.module.css';

const THEMES = ['', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const NAMES = { '': 'as the system', light: 'light', dark: 'dark' } as const satisfies Record<Theme, string>;
const SIGNS = { '': '◐', light: '○', dark: '●' } as const satisfies Record<Theme, string>;

export function ThemeButton() {
  const [theme, setTheme] = useState<Theme>(
    () => THEMES.find((name) => name === document.documentElement.dataset.theme) ?? '',
  );
  const change = () => {
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
    document.documentElement.dataset.theme = next;
    try {
      window.localStorage.setItem('theme', next);
    } catch {
      // Where nothing may be stored, the choice holds until the page is left.
    }
    setTheme(next);
  };
  const name = `Colours: ${NAMES[theme]}`;
  return (
    <button type="button" className={styles.button} onClick={change} aria-label={name} title={name}>
      <span aria-hidden="true">{SIGNS[theme]}</span>
    </button>
  );
}
