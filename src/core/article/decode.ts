// Bytes → text: UTF-8, UTF-16 and what a page declares; Windows-1252 where nothing else fits.

/** The platform's own, in Node and browsers alike; the compiler's library without DOM does not know it. */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean },
) => { readonly encoding: string; decode(bytes: Uint8Array): string };

/** The characters of the bytes 0x80 to 0x9f (WHATWG Encoding, index windows-1252); Node's decoder has them wrong in some versions. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes as the characters of the same numbers. */
export function toByteString(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}

const decodeWindows = (bytes: Uint8Array): string =>
  toByteString(bytes).replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80]!);

function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return decoder.encoding === 'windows-1252' ? decodeWindows(bytes) : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 without a mark at its beginning: every other byte of European text is 0. */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4096) & ~1;
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2]!++;
  const [even, odd] = zeros as [number, number];
  if (odd > length * 0.3 && even < length * 0.02) return 'utf-16le';
  if (even > length * 0.3 && odd < length * 0.02) return 'utf-16be';
  return undefined;
}

const count = (text: string, pattern: RegExp) => {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
};

/**
 * The text that bytes hold, with notices where its encoding had to be guessed; undefined where they are no text.
 * `declared` is the encoding that the file itself names.
 */
export function decode(
  bytes: Uint8Array,
  declared?: string,
): { text: string; notices: string[] } | undefined {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  const wide = marked ?? guessWide(bytes);
  if (wide !== undefined) {
    const text = decodeAs(bytes, wide);
    if (text === undefined || !isText(text)) return undefined;
    return { text, notices: marked ? [] : ['Its encoding is not declared: it was read as UTF-16.'] };
  }
  const right = decodeAs(bytes, 'utf-8');
  if (right !== undefined) return isText(right) ? { text: right, notices: toGarbled(right) } : undefined;
  const named = declared !== undefined && !/^utf-?8$/i.test(declared) ? decodeAs(bytes, declared) : undefined;
  if (named !== undefined) return isText(named) ? { text: named, notices: [] } : undefined;
  const loose = new TextDecoder('utf-8').decode(bytes);
  const broken = count(loose, /\ufffd/g);
  if (count(loose, /[\u0080-\ufffc]/g) > 9 * broken && isText(loose))
    return {
      text: loose,
      notices: [
        `${broken} ${broken === 1 ? 'character' : 'characters'} of it could not be read, and ${broken === 1 ? 'is' : 'are'} shown as \ufffd.`,
      ],
    };
  const guessed = decodeWindows(bytes);
  return isText(guessed)
    ? {
        text: guessed,
        notices: [
          'It is not UTF-8: it was read as Windows-1252 (Latin-1). Check accents and quotation marks.',
        ],
      }
    : undefined;
}

/** Whether there are next to no control characters in a text. */
function isText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- Control characters are what is looked for.
  return count(text, /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]/g) <= text.length / 500;
}

/** UTF-8 that somebody has read as Windows-1252 and saved again. */
function toGarbled(text: string): string[] {
  return /â€[™œ“”˜\u009d]|Ã[©¨¢¤¶¼]/.test(text)
    ? [
        'Some characters were garbled before it was saved, such as ‘â€™’ for ‘’’: save it again as UTF-8 where you have the original.',
      ]
    : [];
}
