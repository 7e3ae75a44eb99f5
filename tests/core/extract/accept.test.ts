// What is proposed from an article, accepted: a coding on its words, which can be taken back.
import { describe, expect, test } from 'vitest';
import { toArticleRemoval } from '../../../src/core/act';
import { apply } from '../../../src/core/edit';
import { toCoding } from '../../../src/core/extract/accept';
import { toKnownActors } from '../../../src/core/extract/known';
import { propose } from '../../../src/core/extract/propose';
import { isSaid, isUtterance, type Corpus } from '../../../src/core/model';
import { findOpen } from '../../../src/core/rules';
import { atOnce } from '../../../src/core/steps';
import { CORPUS } from '../../shipped';

/** The corpus with an article that is as new: its text, and nothing coded in it. */
function toUncoded(article: string): Corpus {
  const { node, text } = CORPUS.articles.get(article)!;
  const without = apply(CORPUS, toArticleRemoval(CORPUS, article)).corpus;
  const { start: _start, end: _end, ...heading } = node.passages[0]!;
  return apply(without, {
    texts: [{ seed: node.seed, text }],
    put: [
      {
        id: node.id,
        type: 'article',
        label: node.label,
        date: '2020',
        seed: node.seed,
        publisher: node.publisher,
        passages: [heading],
      },
    ],
  }).corpus;
}
describe.each([...CORPUS.articles.keys()])('all that is proposed from %s, accepted', (article) => {
  const before = toUncoded(article);
  const { text } = before.articles.get(article)!;
  const proposals = propose(text, toKnownActors(before));
  const { corpus, reverse } = apply(before, toCoding(before, article, proposals));
  const added = [...corpus.nodes.values()].filter(({ id }) => !before.nodes.has(id));

  test('is coded on just the words that were proposed', () => {
    const said = proposals.filter(({ kind }) => kind === 'claim' || kind === 'recommendation');
    expect(said.length).toBeGreaterThan(5);
    const coded = added.filter(isSaid);
    expect(coded.map(({ passages }) => [passages[0]!.start, passages[0]!.end])).toEqual(
      said.map(({ passage: { start, end } }) => [start, end]),
    );
    for (const { label } of coded) expect(label.length).toBeLessThanOrEqual(60);
  });

  test('has its speakers, and tells what is still to be done', () => {
    const names = new Set(
      proposals.flatMap((proposal) =>
        'aliases' in proposal
          ? [proposal.label, ...proposal.aliases]
          : proposal.kind === 'report'
            ? [proposal.label]
            : [],
      ),
    );
    const coded = added.filter(isSaid);
    const said = proposals.filter((proposal) => 'speakers' in proposal);
    for (const [index, { speakers }] of said.entries()) {
      const known = speakers.filter(
        ({ id, label }) => (id !== undefined && before.nodes.has(id)) || names.has(label),
      );
      const utterances = [...corpus.edges.values()].filter(
        (edge) => isUtterance(corpus, edge) && edge.target === coded[index]!.id,
      );
      expect(utterances.length > 0).toBe(known.length > 0);
    }
    const open = atOnce(findOpen(corpus)).map(({ id }) => id);
    for (const { id } of coded) expect(open).toContain(id);
  });

  test('takes known actors for what they are, with the words that name them here', () => {
    const ofsted = corpus.nodes.get('organisation:ofsted')!;
    expect(ofsted.passages.some((passage) => passage.article === article)).toBe(true);
    expect(added.some(({ label }) => label === 'Ofsted')).toBe(false);
  });

  test('is taken back in one step', () => {
    const back = apply(corpus, reverse).corpus;
    expect(new Set(back.nodes.keys())).toEqual(new Set(before.nodes.keys()));
    expect(new Set(back.edges.keys())).toEqual(new Set(before.edges.keys()));
  });
});
