// Light or dark, and how much contrast: the choice is fetched when it is first asked for.
import { lazy, useState } from 'react';
import { Part } from './Part';
import buttons from './button.module.css';

const AppearanceMenu = lazy(async () => ({ default: (await import('./AppearanceMenu')).AppearanceMenu }));

export function Appearance() {
  const [isWanted, setWanted] = useState(false);
  return (
    <>
      <button
        id="appearance-button"
        type="button"
        className={buttons.button}
        popoverTarget="appearance"
        aria-label="Appearance"
        title="Appearance"
        onClick={() => setWanted(true)}
      >
        <span aria-hidden="true">◐</span>
      </button>
      {isWanted && (
        <Part close={() => setWanted(false)}>
          <AppearanceMenu />
        </Part>
      )}
    </>
  );
}
