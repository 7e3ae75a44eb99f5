// How much room an element has on the screen, whatever changes it.
import { useLayoutEffect, useState, type RefObject } from 'react';

/** The size of what an element holds, in CSS pixels; 0 before it is on the page. */
export function useSize(of: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      setSize({ width, height });
    });
    watch.observe(of.current!);
    return () => watch.disconnect();
  }, [of]);
  return size;
}
