// What of the clipboard is an article to be added.
import { isTyping } from './typing';

/** A text that is pasted beside all fields is an article where it is longer than this, in UTF-16 code units. */
const LONG = 300;

/**
 * The files that are pasted, or a long text; undefined where there is neither, or a text goes into a field. Of what is copied
 * from an office program, which comes with a picture of it, the words are meant.
 */
export function readPasted({
  target,
  clipboardData,
}: Pick<ClipboardEvent, 'target' | 'clipboardData'>):
  { files: { path: string; file: File }[]; text: string } | undefined {
  const text = clipboardData!.getData('text');
  if (isTyping(target) && text !== '') return undefined;
  if (text.length >= LONG) return { files: [], text };
  const files = Array.from(clipboardData!.files, (file) => ({ path: file.name, file }));
  return files.length > 0 ? { files, text: '' } : undefined;
}
