// What a click on a link asks for.
import type { MouseEvent } from 'react';

/** Whether a click asks the browser to open a link elsewhere, or to save it, rather than to follow it here. */
export const leadsElsewhere = ({ altKey, button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  altKey || ctrlKey || metaKey || shiftKey || button !== 0;
