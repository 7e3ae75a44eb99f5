// Opens the commands, and the list of keys; both are fetched when they are first asked for.
import { lazy, useEffect, useState } from 'react';
import type { Sheet } from '../panels/Commands';
import type { Opened } from '../store';
import { Part } from './Part';
import { isTyping } from './typing';
import buttons from './button.module.css';
import styles from './CommandsButton.module.css';

const Commands = lazy(async () => ({ default: (await import('../panels/Commands')).Commands }));

/** The keys that open them, as this system calls them. */
const KEYS = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ K' : 'Ctrl K';

export function CommandsButton({ opened }: { opened: Opened }) {
  const [sheet, setSheet] = useState<Sheet>();
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const isCommands = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
      const isKeys = event.key === '?' && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
      if ((!isCommands && !isKeys) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setSheet(isCommands ? 'commands' : 'keys');
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
  return (
    <>
      <button
        type="button"
        className={buttons.button}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        aria-label="Commands"
        title={`Commands: everything that can be done here, typed for (${KEYS})`}
        onClick={() => setSheet('commands')}
      >
        <span className={styles.word}>Commands</span>
        <span className={styles.sign} aria-hidden="true">
          ⋯
        </span>
      </button>
      {sheet && (
        <Part close={() => setSheet(undefined)}>
          <Commands key={sheet} opened={opened} sheet={sheet} close={() => setSheet(undefined)} />
        </Part>
      )}
    </>
  );
}
