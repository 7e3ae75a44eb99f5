// Asks for a folder or for files, and hands on what is chosen.
import { useRef, type ReactNode } from 'react';
import type { Chosen } from '../local';
import buttons from './button.module.css';

/**
 * Two buttons, each over a field of its own that `names` name for those who hear them; `accept` are the files that are offered.
 * Nothing is handed on where nothing is chosen.
 */
export function FileButtons({
  names,
  accept,
  take,
}: {
  names: { readonly file: string; readonly folder: string };
  accept: string;
  take: (chosen: readonly Chosen[]) => void;
}): ReactNode {
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const choose = (input: HTMLInputElement) => {
    const chosen = toChosen(input.files);
    // The same may be chosen again.
    input.value = '';
    if (chosen.length > 0) take(chosen);
  };
  return (
    <>
      <button type="button" className={buttons.button} onClick={() => folder.current!.click()}>
        Choose a folder
      </button>
      <button type="button" className={buttons.main} onClick={() => file.current!.click()}>
        Choose a file
      </button>
      <input
        ref={file}
        type="file"
        aria-label={names.file}
        accept={accept}
        hidden
        onChange={(event) => choose(event.target)}
      />
      <input
        ref={folder}
        type="file"
        aria-label={names.folder}
        {...{ webkitdirectory: '' }}
        hidden
        onChange={(event) => choose(event.target)}
      />
    </>
  );
}

/** Files as they were chosen in a field, each with its path below the folder. */
export const toChosen = (files: FileList | null): Chosen[] =>
  Array.from(files ?? [], (file) => ({ path: file.webkitRelativePath || file.name, file }));
