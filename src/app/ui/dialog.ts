// Modal dialogs, each open for as long as it is there.
import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';

/** Opens a dialog before anything in it takes the focus; `leave` closes it, which gives the focus back to where it was. */
export function useDialog(): { dialog: RefObject<HTMLDialogElement | null>; leave: () => void } {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current!.showModal(), []);
  const leave = useCallback(() => dialog.current?.close(), []);
  return { dialog, leave };
}

/** Whether a dialog or a menu lies over the page, which keys are meant for. */
export const isCovered = (): boolean => document.querySelector('dialog[open], :popover-open') !== null;
