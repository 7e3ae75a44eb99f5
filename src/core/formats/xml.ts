// What XML can hold of a text.

/** What XML 1.0 forbids: control characters but tab and line ends, lone surrogates, U+FFFE and U+FFFF. */
export const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text as XML can hold it: line ends are LF, forbidden characters gone, U+FFFD where half a character stood alone. */
export const toXmlText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, (char) => (/\p{Surrogate}/u.test(char) ? '\uFFFD' : ''));
