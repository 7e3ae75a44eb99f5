// Opens the commands, and the list of keys; both are fetched when they are first asked for.
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Sheet } from '../panels/Commands';
import type { Opened } from '../store';
import { isTyping } from './typing';
import buttons from './button.module.css';

const Commands = lazy(async () => ({ default: (await import('../panels/Commands')).Commands }));

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
        title="Commands (Ctrl K)"
        onClick={() => setSheet('commands')}
      >
        <span aria-hidden="true">⌘</span>
      </button>
      {sheet && (
        <Suspense>
          <Commands key={sheet} opened={opened} sheet={sheet} close={() => setSheet(undefined)} />
        </Suspense>
      )}
    </>
  );
}
