// Whether a key that was pressed is part of what somebody writes.

/** Whether what a key goes to is ticked rather than written in. */
export const isTicked = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(target.type);

/** Whether what a key goes to is written in, or chosen from by letters: keys that stand alone for an action leave it be. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  !isTicked(target) &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
