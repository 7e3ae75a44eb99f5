// A web page saved as one file (MHTML, RFC 2557) → the page itself; its pictures and styles are passed over.
import { toByteString } from './decode';

const toBytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

const SIXTY_FOUR = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function fromBase64(text: string): Uint8Array {
  const letters = text.replace(/[^A-Za-z0-9+/]/g, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let [bits, count, at] = [0, 0, 0];
  for (const letter of letters) {
    bits = (bits << 6) | SIXTY_FOUR.indexOf(letter);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at++] = (bits >> count) & 255;
    bits &= (1 << count) - 1;
  }
  return bytes;
}

const fromQuotedPrintable = (text: string) =>
  toBytes(
    text
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );

/** A part's headers, with continued lines joined, and where its content begins. */
function readHeaders(part: string): { headers: string; content: string } {
  const end = /\r?\n\r?\n/.exec(part.slice(0, 20_000));
  if (!end) return { headers: '', content: part };
  return {
    headers: part.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' '),
    content: part.slice(end.index + end[0].length),
  };
}

/** Whether a file begins as MHTML does. */
export const isMhtml = (start: string): boolean =>
  /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*content-type:\s*multipart\/related/i.test(start);

/** A page, the encoding declared for it, and where it was saved from, as far as that is told. */
type Saved = { page: Uint8Array; charset?: string; location?: string };

/** The page in an MHTML file; undefined where there is none. */
export function findPage(bytes: Uint8Array): Saved | undefined {
  const whole = toByteString(bytes);
  const boundary = /\bboundary="?([^"\s;]{1,100})/i.exec(readHeaders(whole).headers)?.[1];
  if (boundary === undefined) return undefined;
  for (const part of whole.split(`--${boundary}`).slice(1)) {
    const { headers, content } = readHeaders(part.replace(/^\r?\n/, ''));
    const type = /^content-type:\s*(text\/html|application\/xhtml\+xml)(.*)$/im.exec(headers);
    if (!type) continue;
    const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(headers)?.[1]?.toLowerCase();
    return {
      page:
        encoding === 'base64'
          ? fromBase64(content)
          : encoding === 'quoted-printable'
            ? fromQuotedPrintable(content)
            : toBytes(content),
      location: /^content-location:\s*(\S+)/im.exec(headers)?.[1],
      charset: /charset="?([\w-]+)/i.exec(type[2]!)?.[1],
    };
  }
  return undefined;
}
