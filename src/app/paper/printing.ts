// Prints what a view shows: it is drawn for paper first, and then the browser is asked to print the page.
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { tellReader, toReason, useStore } from '../store';
import type { Mode } from '../view';

/** What is printed in place of what is on the screen; undefined but while something is printed. */
export const usePaper = create<{ paper: ReactElement | undefined }>(() => ({ paper: undefined }));

/** The views that are drawn anew for paper, and what is printed of them; all others are printed as they stand. */
export const ON_PAPER: Partial<Record<Mode, string>> = {
  map: 'The map with its key, and what is selected with its words.',
  debate: 'The chart with its key, and all claims with their words.',
  matrix: 'The matrix with its key.',
  coalitions: 'The drawing with its key.',
  table: 'The rows of the table, with the columns that are shown.',
};

/** Prints what is on the screen; tells why where that cannot be. */
export async function printPage(): Promise<void> {
  const { opened, view, visible } = useStore.getState();
  if (opened && view.mode in ON_PAPER) {
    try {
      const { drawPaper } = await import('./Paper');
      const paper = await drawPaper(opened, view, visible);
      flushSync(() => usePaper.setState({ paper }));
      await Promise.all(
        Array.from(document.querySelectorAll<HTMLImageElement>('[data-paper] img'), (image) =>
          image.decode(),
        ),
      );
      window.addEventListener('afterprint', () => usePaper.setState({ paper: undefined }), { once: true });
    } catch (error) {
      tellReader(`It cannot be printed: ${toReason(error)}`);
      return;
    }
  }
  window.print();
}
