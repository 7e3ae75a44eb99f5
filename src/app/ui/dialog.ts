// A modal dialog that is open for as long as it is there.
import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';

/** Opens a dialog before anything in it takes the focus; `leave` closes it, which gives the focus back to where it was. */
export function useDialog(): { dialog: RefObject<HTMLDialogElement | null>; leave: () => void } {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current!.showModal(), []);
  const leave = useCallback(() => dialog.current?.close(), []);
  return { dialog, leave };
}
