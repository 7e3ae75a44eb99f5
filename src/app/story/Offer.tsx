// A line for newcomers: the first story, to be read or waved away.
import { useEffect, useState, type MouseEvent } from 'react';
import { fetchOffer, type Offer as Offered } from '../files';
import { isNewcomer, takeOffer } from '../storage';
import { tell } from '../store';
import { leadsElsewhere } from '../ui/click';
import { printView, START } from '../view';
import { count } from '../numbers';
import styles from './Offer.module.css';

export function Offer() {
  const [offer, setOffer] = useState<Offered | 'none'>();
  const [wanted, setWanted] = useState(isNewcomer);
  useEffect(() => void fetchOffer().then((found) => setOffer(found ?? 'none')), []);
  if (!wanted || offer === 'none') return null;
  if (!offer) return <div className={styles.room} />;
  // The rest of the step is the story's to say, once it is there.
  const step = { ...START, story: { id: offer.id, step: 0 } };
  const follow = (event: MouseEvent) => {
    if (leadsElsewhere(event)) return;
    event.preventDefault();
    tell(step, [], false);
  };
  return (
    <div className={styles.offer}>
      <p>
        New here?{' '}
        <a href={printView(step)} onClick={follow}>
          {offer.title}
        </a>{' '}
        in {count(offer.steps, 'step')}.
      </p>
      <button
        type="button"
        aria-label="Do not offer the story again"
        title="Do not offer the story again"
        onClick={() => {
          takeOffer();
          setWanted(false);
        }}
      >
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  );
}
