// A choice from many by typing: what is likeliest is offered first.
import { Command } from 'cmdk';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { fold } from '../../core/text';
import styles from './Choose.module.css';

/** `words` is what it is found by, `note` says more of it. */
export type Option = {
  readonly id: string;
  readonly name: string;
  readonly words?: string;
  readonly note?: string | undefined;
  readonly icon?: ReactNode;
};

/** Gives the keyboard to what was just asked for. */
export const takeKeyboard = (field: HTMLElement | null): void => field?.focus({ preventScroll: true });

/** How many are offered at a time. */
const MANY = 40;

/** `likely` are offered before anything is typed; `more` is offered last, whatever is typed, and hears it. */
export function Choose({
  label,
  options,
  likely,
  more,
  choose,
  leave,
}: {
  label: string;
  options: readonly Option[];
  likely: readonly Option[];
  more?: { readonly name: string; readonly choose: (typed: string) => void };
  choose: (id: string) => void;
  leave: () => void;
}) {
  const [text, setText] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    frame.current!.scrollIntoView({ block: 'nearest' });
  }, []);
  const held = useMemo(
    () => options.map((option) => ({ option, text: fold(`${option.name} ${option.words ?? ''}`) })),
    [options],
  );
  const words = fold(text).split(' ');
  const offered = (
    text.trim() === ''
      ? [...likely, ...options.filter(({ id }) => likely.every((one) => one.id !== id))]
      : held.flatMap((one) => (words.every((word) => one.text.includes(word)) ? [one.option] : []))
  ).slice(0, MANY);
  return (
    <Command
      ref={frame}
      label={label}
      shouldFilter={false}
      loop
      className={styles.choose}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        leave();
      }}
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder={label}
        maxLength={200}
        ref={takeKeyboard}
      />
      <Command.List label={label}>
        <Command.Empty>Nothing is called that.</Command.Empty>
        {offered.map(({ id, name, note, icon }) => (
          <Command.Item key={id} value={id} onSelect={() => choose(id)}>
            {icon}
            <span>
              {name}
              {note !== undefined && <small>{note}</small>}
            </span>
          </Command.Item>
        ))}
        {more && (
          <Command.Item value="more" onSelect={() => more.choose(text.trim())}>
            <span aria-hidden="true">＋</span>
            <span>{more.name}</span>
          </Command.Item>
        )}
      </Command.List>
    </Command>
  );
}
