// Fetches what will be wanted soon, at the first sign that somebody is there.
import { useEffect } from 'react';

const SIGNS = ['pointermove', 'touchstart', 'keydown'] as const;

/** Fetches something once, when somebody first moves on the page; what fails is fetched when it is wanted. */
export function useSoon(fetch: () => Promise<unknown>): void {
  useEffect(() => {
    const waiting = new AbortController();
    const begin = () => {
      waiting.abort();
      fetch().catch(() => {});
    };
    for (const sign of SIGNS) window.addEventListener(sign, begin, { signal: waiting.signal, passive: true });
    return () => waiting.abort();
  }, [fetch]);
}
