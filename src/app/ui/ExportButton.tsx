// Opens the export, which is fetched when it is first asked for.
import { lazy, useState } from 'react';
import type { What } from '../panels/Export';
import type { Opened } from '../store';
import { Part } from './Part';
import buttons from './button.module.css';

const Export = lazy(async () => ({ default: (await import('../panels/Export')).Export }));

/** Opens the dialog, at first to export `what`, or else what is on screen. */
export function ExportButton({
  opened,
  id,
  what,
  name = 'Export',
}: {
  opened: Opened;
  id?: string;
  what?: What;
  name?: string;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        id={id}
        type="button"
        className={buttons.button}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {name}
      </button>
      {open && (
        <Part close={() => setOpen(false)}>
          <Export opened={opened} first={what} close={() => setOpen(false)} />
        </Part>
      )}
    </>
  );
}
