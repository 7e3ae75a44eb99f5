// The choice of colours and contrast: as the system has them, or kept here for the next visit.
import { useEffect, useRef, useState } from 'react';
import { keepChoice, readChoice } from '../storage';
import styles from './AppearanceMenu.module.css';

const CHOICES = {
  theme: { legend: 'Colours', values: { '': 'As the system', light: 'Light', dark: 'Dark' } },
  contrast: { legend: 'Contrast', values: { '': 'As the system', standard: 'Standard', high: 'High' } },
} as const;
type Choice = keyof typeof CHOICES;

/** Shows it at once and keeps it for the next visit, when index.html shows it before anything is painted. */
function keep(choice: Choice, value: string): void {
  keepChoice(choice, value);
  const asSystem = window.matchMedia('(prefers-contrast: more)').matches ? 'high' : 'standard';
  document.documentElement.dataset[choice] = choice === 'contrast' ? value || asSystem : value;
}

/** Opens when it is first there; the button it belongs to opens it again. */
export function AppearanceMenu() {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => menu.current!.showPopover(), []);
  return (
    <div
      ref={menu}
      id="appearance"
      popover="auto"
      role="group"
      aria-label="Appearance"
      className={styles.menu}
    >
      {(Object.keys(CHOICES) as Choice[]).map((choice) => (
        <Radios key={choice} choice={choice} />
      ))}
    </div>
  );
}

function Radios({ choice }: { choice: Choice }) {
  const [value, setValue] = useState(() => readChoice(choice) ?? '');
  const { legend, values } = CHOICES[choice];
  return (
    <fieldset>
      <legend>{legend}</legend>
      {Object.entries(values).map(([one, name]) => (
        <label key={one}>
          <input
            type="radio"
            name={choice}
            checked={value === one}
            onChange={() => {
              keep(choice, one);
              setValue(one);
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
