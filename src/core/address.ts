// The web address of an article: which may be one, and which of them lead to the same.

/** The little of URL that is used here; the compiler's library for the core has none. */
declare const URL: new (
  text: string,
  base?: string,
) => Record<'href' | 'protocol' | 'username' | 'password' | 'host' | 'pathname', string> & {
  readonly searchParams: Iterable<[string, string]>;
};

/** How long an address may be, in UTF-16 code units. */
export const MOST_ADDRESS = 2000;

function parse(text: string, base?: string): InstanceType<typeof URL> | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** What is wrong with a web address, to be read after it; undefined where it is one. */
export function findAddressFault(text: string): string | undefined {
  if (text.length > MOST_ADDRESS) return `must not be longer than ${MOST_ADDRESS} characters`;
  if (!/^https?:\/\//i.test(text)) return 'must begin with https:// or http://';
  // A parser of addresses passes over some of them, and takes a backslash for a slash.
  if (/[\s\\\p{Cc}\p{Cf}\p{Cs}]/u.test(text))
    return 'must not hold spaces, backslashes or invisible characters';
  const url = parse(text);
  if (!url) return 'is none that leads anywhere: copy it from the browser';
  if (url.username !== '' || url.password !== '')
    return 'must not hold a user name or password: whoever sees the article would read it';
  return undefined;
}

/** The address that a page tells, without what leads to a place in it, as given but where it is told from a `base`. */
export function toAddress(told: string | undefined, base?: string): string | undefined {
  const text = told?.trim().replace(/#.*$/s, '');
  if (text === undefined || text === '') return undefined;
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : base && parse(text, base)?.href;
  return whole && findAddressFault(whole) === undefined ? whole : undefined;
}

/**
 * What addresses have in common that lead to the same: all but the scheme, a place in it, a slash at the end and what tells
 * where somebody came from (utm_source and the like). Undefined of none, and of a site alone, which is no article.
 */
export function toAddressKey(text: string): string | undefined {
  const url = findAddressFault(text) === undefined ? parse(text) : undefined;
  if (!url) return undefined;
  const asked = [...url.searchParams].filter(([name]) => !/^utm_/i.test(name));
  const path = url.pathname.replace(/\/+$/, '');
  return path === '' && asked.length === 0 ? undefined : JSON.stringify([url.host, path, asked]);
}
