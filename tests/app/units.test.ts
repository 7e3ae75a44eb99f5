// What of a debate's chart is drawn: that its arrows stay on it.
import { describe, expect, test } from 'vitest';
import { pointOn, toCurve } from '../../src/app/figures/Arrow';
import { toArrangement, toTexts, toUnits } from '../../src/app/views/units';
import { match } from '../../src/core/filter';
import { toChart, toDebate, type Rectangle, type Room } from '../../src/core/lanes';
import { EVERYTHING } from '../../src/core/query';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const ALL = match(CORPUS, EVERYTHING);
const TOPICS = [...CORPUS.nodes.values()].filter(({ type }) => type === 'topic').map(({ id }) => id);
const PHONE: Room = { width: 390, height: 363, left: 8, top: 114, above: 28, more: 41 };
const toMiddle = ({ left, top, width, height }: Rectangle) => ({ x: left + width / 2, y: top + height / 2 });

describe('an arrow', () => {
  test('is on the chart from end to end, even on a phone', () => {
    const cut: string[] = [];
    let drawn = 0;
    for (const topic of TOPICS) {
      const { cards, edges } = atOnce(toDebate(CORPUS, topic, ALL));
      const chart = toChart(cards, PHONE);
      const units = toUnits(chart, atOnce(toTexts(CORPUS, topic, cards)), 1);
      const { boxes, edges: bows } = toArrangement(units, edges, undefined, { left: 8, top: 114 });
      for (const { id, source, target } of edges) {
        const bow = bows.get(id);
        if (bow === undefined) continue;
        const curve = toCurve(toMiddle(boxes.get(source)!), toMiddle(boxes.get(target)!), bow);
        const across = Array.from({ length: 101 }, (_, step) => pointOn(curve, step / 100).x);
        // Its head is wider than its line.
        if (Math.min(...across) < 4 || Math.max(...across) > chart.width - 4) cut.push(id);
        drawn += 1;
      }
    }
    expect(cut).toEqual([]);
    expect(drawn).toBeGreaterThan(100);
  });
});
