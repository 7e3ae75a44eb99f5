// Copies the address, which holds all that is on screen.
import { useEffect, useState } from 'react';
import { tellReader, useStore } from '../store';
import styles from './button.module.css';

export function CopyLinkButton() {
  const [told, setTold] = useState('');
  useEffect(() => {
    if (!told) return undefined;
    const fade = setTimeout(() => setTold(''), 2500);
    return () => clearTimeout(fade);
  }, [told]);
  const copy = async () => {
    // Before all else: Safari lets copy only what is copied as soon as the button is pressed.
    try {
      await navigator.clipboard.writeText(window.location.href);
      setTold('Link copied');
    } catch {
      setTold('Copy it from the address bar');
    }
    const { opened, view } = useStore.getState();
    const file = opened?.local?.name;
    // Stories are fetched where one is shown.
    const story = view.story && (await import('../stories')).toOwnTitle(view);
    const lacks: string[] = [];
    if (file !== undefined)
      lacks.push(
        `The link does not hold ‘${file}’: whoever follows it has to have that file, and open it in Claimscape.`,
      );
    if (story !== undefined)
      lacks.push(
        `The link does not hold your story ‘${story}’, which is kept in this browser only: download its file under Stories, and hand that on instead.`,
      );
    if (lacks.length > 0) tellReader(lacks.join(' '));
  };
  return (
    <>
      <button id="copy-link" type="button" className={styles.button} onClick={() => void copy()}>
        {told || 'Copy link'}
      </button>
      <span role="status" className="unseen">
        {told}
      </span>
    </>
  );
}
