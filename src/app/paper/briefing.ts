// A briefing put into words, paragraph by paragraph, as it is printed and as Word has it.
import { toBriefing, type Briefing, type Entry, type Question } from '../../core/briefing';
import { printSource } from '../../core/citation';
import { printDate } from '../../core/date';
import { toTitle } from '../../core/formats/part';
import type { Paragraph, Run } from '../../core/formats/word';
import { isSaid, type Ids, type NodeOf } from '../../core/model';
import type { Steps } from '../../core/steps';
import { RESPONSE_WORDS, type Stance } from '../../core/vocabulary';
import { count, countSaid } from '../numbers';
import type { Opened } from '../store';
import { listSight } from '../terms';
import { printView, START, type View } from '../view';
import { EDGE_LOOK, STANCE_WORDS } from '../vocabulary';
import { capitalise, printBasis, printQuote, printVoice } from '../words';

/** A document, and what it is called. */
export type Document = { title: string; paragraphs: readonly Paragraph[] };

const plain = (is: Paragraph['is'], text: string): Paragraph => ({ is, runs: [{ text }] });

const printSide = (stance: Stance, { poles }: NodeOf<'topic'>): string =>
  stance === 'for' || stance === 'against'
    ? `${capitalise(stance)}: ${poles[stance]}`
    : capitalise(STANCE_WORDS[stance]);

function* toParagraphs(opened: Opened, { questions, works }: Briefing, address: string | undefined) {
  const numbers = new Map(works.map(({ node }, index) => [node.id, index + 1]));
  const toReference = (id: string, article: string, passage: number): Run => ({
    text: `[${numbers.get(article)}]`,
    look: 'soft',
    ...(address !== undefined && { link: address + printView({ ...START, selection: id, passage }) }),
  });
  function* tell({ said, voices, argument }: Entry): Generator<Paragraph> {
    const kind = said.type === 'recommendation' ? [{ text: 'Recommendation: ', look: 'soft' } as const] : [];
    yield {
      is: 'said',
      runs: [...kind, { text: said.statement, look: 'strong' }],
    };
    for (const { utterance, attributions, date } of voices)
      yield {
        is: 'voice',
        runs: [
          { text: `${attributions.join('; ')}, ${printDate(date)}: `, look: 'soft' },
          ...utterance.passages.flatMap(({ quote, article }, index): Run[] => [
            { text: `${index > 0 ? ' ' : ''}${printQuote(quote)} ` },
            toReference(utterance.id, article, index),
          ]),
        ],
      };
    for (const { edge, other } of argument) {
      const { out, back } = EDGE_LOOK[edge.type];
      const answer = 'response' in edge && edge.response ? ` (${RESPONSE_WORDS[edge.response].name})` : '';
      yield {
        is: 'argument',
        runs: [
          { text: `${capitalise(edge.source === said.id ? out : back)}${answer}${printBasis(edge)}: ` },
          { text: isSaid(other) ? `${other.label} – ${printVoice(opened, other)}` : other.label },
        ],
      };
    }
  }
  function* discuss({ topic, size, bodies, sides }: Question): Generator<Paragraph> {
    if (questions.length > 1) {
      yield plain('question', topic?.label ?? 'On no question');
      yield plain('note', `${countSaid(size)} by ${count(bodies, 'body', 'bodies')}.`);
    }
    for (const { stance, entries } of sides) {
      if (topic && stance) yield plain('side', `${printSide(stance, topic)} (${entries.length})`);
      for (const entry of entries) yield* tell(entry);
    }
  }
  for (const question of questions) yield* discuss(question);
  yield plain('question', 'Articles');
  for (const work of works) {
    const { id, url } = work.node;
    const source = `[${numbers.get(id)}] ${printSource(work)}`;
    if (url === undefined) yield plain('source', `${source}.`);
    else yield { is: 'source', runs: [{ text: `${source}, ` }, { text: url, link: url }] } as const;
  }
}

/**
 * All that is said in the debate of a topic, or on any question, of what a view leaves; undefined where that is nothing. Words lead to
 * themselves in their article at an `address`, where that is given.
 * @throws RangeError with a sentence where it would be too long.
 */
export function* toDocument(
  opened: Opened,
  view: View,
  visible: Ids,
  topic: string | undefined,
  address: string | undefined,
): Steps<Document | undefined> {
  const { corpus } = opened;
  const briefing = yield* toBriefing(corpus, view.query, visible, topic);
  const [first] = briefing.questions;
  if (!first) return undefined;
  const title = topic === undefined ? toTitle(corpus) : corpus.nodes.get(topic)!.label;
  const sum =
    topic === undefined
      ? `All that is said on ${count(briefing.questions.filter((one) => one.topic).length, 'question')}`
      : `${countSaid(first.size)} by ${count(first.bodies, 'body', 'bodies')}`;
  const notes = [
    ...(topic === undefined ? [] : [toTitle(corpus)]),
    `${sum}, by side and time, each with the words it rests on; numbers in square brackets are those of the articles at the end.`,
    ...listSight(corpus, view),
    ...(address === undefined ? [] : [address]),
  ];
  return {
    title,
    paragraphs: [
      plain('title', title),
      ...notes.map((note) => plain('note', note)),
      ...toParagraphs(opened, briefing, address),
    ],
  };
}
