// What a proposal is about, and where it stands between the poles of that.
import { useState } from 'react';
import type { Corpus } from '../../core/model';
import { MAX_LABEL } from '../../core/schema';
import { STANCES } from '../../core/vocabulary';
import { TypeIcon } from '../ui/Icon';
import { KindIcon } from '../ui/Kind';
import buttons from '../ui/button.module.css';
import { STANCE_NAMES } from '../vocabulary';
import { takeKeyboard } from './Choose';
import type { Prepared } from '../../core/extract/prepared';
import type { Links } from './links';
import styles from './Review.module.css';

/** Which topic it is about, and where it stands between its poles. */
export function Topic({
  id,
  corpus,
  likely,
  draft: { topic, stance: chosen },
  settle,
  chooseTopic,
}: {
  id: string;
  corpus: Corpus;
  likely: Links['topics'];
  draft: Prepared;
  settle: (part: Prepared) => void;
  chooseTopic: (topic: string, stance?: Prepared['stance']) => void;
}) {
  const known = typeof topic === 'string' ? corpus.nodes.get(topic) : undefined;
  const named = known?.type === 'topic' ? known : typeof topic === 'object' ? topic : undefined;
  if (!named)
    return likely.length === 0 ? null : (
      <div className={styles.suggested}>
        <p>Perhaps about</p>
        {likely.slice(0, 2).map((option) => (
          <button
            key={option.id}
            type="button"
            className={styles.likely}
            onClick={() => chooseTopic(option.id, option.stance)}
            title={`Proposed ${option.note}`}
          >
            {option.icon}
            <span>{option.name}</span>
          </button>
        ))}
      </div>
    );
  return (
    <div className={styles.topic}>
      <p>
        <TypeIcon type="topic" />
        <span>
          <b>{named.label}</b>
          {known?.type === 'topic' && <small>{known.note}</small>}
        </span>
        <button
          type="button"
          className={buttons.plain}
          aria-label="No topic yet"
          onClick={() => settle({ topic: undefined, stance: undefined })}
        >
          ✕
        </button>
      </p>
      <fieldset>
        <legend>Where does it stand?</legend>
        {STANCES.map((stance) => (
          <label key={stance}>
            <input type="radio" name={id} checked={chosen === stance} onChange={() => settle({ stance })} />
            <KindIcon kind={stance} />
            <span>
              {STANCE_NAMES[stance]}
              {(stance === 'for' || stance === 'against') && <small>{named.poles[stance]}</small>}
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** A question that is in dispute, and what it is to answer it with yes and with no. */
export function NewTopic({
  typed,
  done,
}: {
  typed: string;
  done: (topic: { label: string; poles: { for: string; against: string } } | undefined) => void;
}) {
  const [label, setLabel] = useState(typed);
  const [yes, setYes] = useState('');
  const [no, setNo] = useState('');
  const isWhole = [label, yes, no].every((text) => text.trim() !== '');
  const field = (
    name: string,
    value: string,
    change: (value: string) => void,
    example: string,
    isFirst = false,
  ) => (
    <label>
      <span>{name}</span>
      <input
        value={value}
        maxLength={MAX_LABEL}
        autoComplete="off"
        ref={isFirst ? takeKeyboard : undefined}
        placeholder={example}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
  const make = () => isWhole && done({ label: label.trim(), poles: { for: yes.trim(), against: no.trim() } });
  return (
    <div
      className={styles.texts}
      role="group"
      aria-label="New topic"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return;
        if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Escape') done(undefined);
        else make();
      }}
    >
      {field('Question, put so that both sides would accept it', label, setLabel, 'Should … ?', true)}
      {field('To be for it is to say', yes, setYes, 'It should, since …')}
      {field('To be against it is to say', no, setNo, 'It should not, since …')}
      <div className={styles.row}>
        <button type="button" className={buttons.button} disabled={!isWhole} onClick={make}>
          Use this topic
        </button>
        <button type="button" className={buttons.plain} onClick={() => done(undefined)}>
          Cancel
        </button>
      </div>
    </div>
  );
}
