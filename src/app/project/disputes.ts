// What two coders do not agree on, in words: on the page and as a table.
import { writeCsv } from '../../core/formats/csv';
import type { Corpus } from '../../core/model';
import { toDefault, type Choice, type Choices, type Comparison, type Dispute } from '../../core/settlement';
import type { Opened } from '../store';
import { STANCE_WORDS } from '../vocabulary';

export const KINDS = {
  'only first': 'Only you found it',
  'only second': 'Only they found it',
  type: 'What it is',
  speakers: 'Who says it',
  topics: 'What it is about',
  stance: 'Which side it takes',
} as const satisfies Record<Dispute['kind'], string>;

export const chosenOf = (choices: Choices, dispute: Dispute): Choice =>
  choices.get(dispute.key) ?? toDefault(dispute);

export type Reading = { choice: Choice; name: string; words: string };

/** What can be chosen, in words; what only they have goes by the id that it gets here. */
export function toReadings(
  { corpus }: Opened,
  theirs: Corpus,
  ids: Comparison['ids'],
  { kind, readings }: Dispute,
): Reading[] {
  const toTheirs = (id: string) => theirs.nodes.get([...ids].find(([, here]) => here === id)?.[0] ?? id);
  const toName = (id: string) =>
    (corpus.nodes.get(id) ?? toTheirs(id))?.label ?? (id === 'none' ? 'nobody' : id);
  const toNames = (reading: string) =>
    reading === 'none' && kind === 'topics' ? 'no topic' : reading.split(', ').map(toName).join('; ');
  if (kind === 'only first')
    return [
      { choice: 'ours', name: 'Keep it', words: '' },
      { choice: 'theirs', name: 'Take it out', words: '' },
    ];
  if (kind === 'only second')
    return [
      { choice: 'theirs', name: 'Take it', words: '' },
      { choice: 'ours', name: 'Leave it out', words: '' },
    ];
  const print = (reading: string) => {
    if (kind === 'type') return reading;
    if (kind !== 'stance') return toNames(reading);
    const [topic, stance] = reading.split(' ') as [string, keyof typeof STANCE_WORDS];
    return `${STANCE_WORDS[stance]}: ${toName(topic)}`;
  };
  return [
    { choice: 'ours', name: 'Yours', words: print(readings!.first) },
    { choice: 'theirs', name: 'Theirs', words: print(readings!.second) },
    ...(kind === 'type'
      ? []
      : [{ choice: 'both' as const, name: 'Both', words: kind === 'stance' ? STANCE_WORDS.mixed : '' }]),
  ];
}

/** The words in dispute, as they stand in the article. */
export const toQuote = ({ first, second, article }: Dispute): string => {
  const { passages } = (first ?? second)!;
  return (passages.find((passage) => passage.article === article) ?? passages[0]!).quote.replace(/\s+/g, ' ');
};

/** The disputes as a table, with what was chosen. */
export function toCsv(
  opened: Opened,
  theirs: Corpus,
  comparison: Comparison,
  choices: Choices,
): Iterable<string> {
  const { corpus } = opened;
  const rows = comparison.disputes.map((dispute) => {
    const { article, kind, first, second } = dispute;
    const readings = toReadings(opened, theirs, comparison.ids, dispute);
    const wordsOf = (choice: Choice) => readings.find((reading) => reading.choice === choice)?.words ?? '';
    return [
      corpus.nodes.get(article)!.label,
      KINDS[kind],
      toQuote(dispute),
      first?.label ?? '',
      second?.label ?? '',
      wordsOf('ours'),
      wordsOf('theirs'),
      readings.find((reading) => reading.choice === chosenOf(choices, dispute))!.name,
    ];
  });
  return writeCsv(
    [
      'article',
      'dispute',
      'words',
      'your label',
      'their label',
      'your reading',
      'their reading',
      'settled as',
    ],
    rows,
  );
}
