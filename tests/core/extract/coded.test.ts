// What of an article's proposals is coded already, and need not be asked again.
import { describe, expect, test } from 'vitest';
import { apply } from '../../../src/core/edit';
import { findDoubtful } from '../../../src/core/extract/doubt';
import { findCoded } from '../../../src/core/extract/coded';
import { toKnownActors } from '../../../src/core/extract/known';
import { propose } from '../../../src/core/extract/propose';
import type { Proposal } from '../../../src/core/extract/proposal';
import { CORPUS } from '../../shipped';

const ARTICLE = 'article:too-tough-2015';
const { text } = CORPUS.articles.get(ARTICLE)!;
const at = (quote: string) => ({
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
  quote,
});
const said = (
  passage: { start: number; end: number },
  kind: 'claim' | 'recommendation' = 'claim',
): Proposal =>
  ({
    kind,
    passage: { ...passage, quote: text.slice(passage.start, passage.end) },
    confidence: 0.9,
    rule: 'direct-quotation',
    speech: 'direct',
    speakers: [],
    ...(kind === 'recommendation' && { form: 'recommendation' }),
  }) as Proposal;

describe('of the shipped articles', () => {
  const claim = [...CORPUS.nodes.values()].find(
    ({ type, passages }) =>
      type === 'claim' && passages[0]!.article === ARTICLE && passages[0]!.quote.length > 60,
  )!;
  const [passage] = claim.passages;

  test('words are coded where a node of their kind shares half of their letters or more, not less', () => {
    const { start, end } = passage!;
    const cut = (share: number) => said({ start, end: start + Math.round((end - start) * share) });
    const proposals = [cut(1), cut(0.7), cut(0.3), said(passage!, 'recommendation')];
    expect([...findCoded(CORPUS, ARTICLE, proposals).by]).toEqual([
      [0, claim.id],
      [1, claim.id],
    ]);
  });

  test('somebody is coded who has words in the article, by id, name or alias, and not who is only in another', () => {
    const all = [...CORPUS.nodes.values()].filter(({ type }) => type === 'person' || type === 'organisation');
    const toProposal = ({ type, label }: (typeof all)[number]) =>
      ({
        kind: type,
        label,
        aliases: [],
        mentions: [],
        passage: { start: 0, end: 1, quote: text.slice(0, 1) },
        confidence: 1,
        rule: 'known',
      }) as unknown as Proposal;
    const { by, findSpeaker } = findCoded(CORPUS, ARTICLE, all.map(toProposal));
    for (const [place, { id, passages }] of all.entries()) {
      const isHere = passages.some(({ article }) => article === ARTICLE);
      expect([id, by.get(place)]).toEqual([id, isHere ? id : undefined]);
    }
    const elsewhere = all.find(({ passages }) => passages.every(({ article }) => article !== ARTICLE))!;
    expect(findSpeaker({ ...at('Ofsted'), label: elsewhere.label })).toEqual({ node: elsewhere.id });
    expect(findSpeaker({ ...at('Ofsted'), label: 'nobody of the article' })).toBeUndefined();
  });

  test('a body that is called by its name in other letters is known, and a word for any is not', () => {
    const body = (label: string, alias: string) => ({
      id: `organisation:${label.toLowerCase().replaceAll(/\W+/g, '-')}`,
      type: 'organisation' as const,
      label,
      aliases: [alias],
      passages: [{ article: ARTICLE, quote: 'Ofsted spokesman' }],
    });
    const put = [body('Education Ministry', 'The quango'), body('Teachers’ union', 'Union')];
    const { findSpeaker } = findCoded(apply(CORPUS, { put }).corpus, ARTICLE, []);
    const find = (quote: string, label = quote.replace(/^(?:the|a) /i, '')) =>
      findSpeaker({ start: 0, end: 1, quote, label });
    for (const quote of [
      'the education ministry',
      'education ministry',
      'The Education Ministry',
      'the quango',
    ])
      expect(find(quote)).toEqual({ node: 'organisation:education-ministry' });
    expect(find('the teachers’ union')).toEqual({ node: 'organisation:teachers-union' });
    expect(find('It', 'teachers’ union')).toEqual({ node: 'organisation:teachers-union' });
    for (const quote of [
      'the union',
      'a teachers’ union',
      'the ministry',
      'Education',
      'the children’s charity',
    ])
      expect(find(quote)).toBeUndefined();
  });

  test('a surname alone tells nobody from their namesakes', () => {
    const proposal = {
      kind: 'person',
      label: 'Wood',
      aliases: [],
      mentions: [],
      passage: { start: 0, end: 1, quote: text.slice(0, 1) },
      confidence: 1,
      rule: 'speaks',
    } as Proposal;
    expect(findCoded(CORPUS, ARTICLE, [proposal]).by.size).toBe(0);
    // But it may be theirs, so it is not accepted in a heap.
    const other = 'article:too-tough-2015';
    expect(findDoubtful(CORPUS, other, [proposal], [0])).toEqual(new Map([[0, 'person:alan-wood']]));
    const inFull = { ...proposal, label: 'Humphrey Wood', aliases: ['Wood'] } as Proposal;
    expect(findDoubtful(CORPUS, other, [inFull], [0]).size).toBe(0);
  });

  test('of all that is proposed from a coded article much is coded, and nobody known is proposed anew', () => {
    const proposals = propose(text, toKnownActors(CORPUS));
    const { by } = findCoded(CORPUS, ARTICLE, proposals);
    const known = proposals.flatMap((proposal, place) =>
      'id' in proposal && CORPUS.nodes.get(proposal.id!)!.passages.some(({ article }) => article === ARTICLE)
        ? [place]
        : [],
    );
    expect(known.length).toBeGreaterThan(2);
    for (const place of known) expect(by.has(place)).toBe(true);
    expect(by.size).toBeLessThan(proposals.length);
  });
});
