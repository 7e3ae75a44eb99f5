// Draws what a view shows as a picture with its caption.
import type { ReactElement } from 'react';
import { limitDebate, toDebate } from '../../core/lanes';
import { toTitle } from '../../core/formats/part';
import type { Ids } from '../../core/model';
import { printLeftOut } from '../../core/network';
import type { Steps } from '../../core/steps';
import { toShownMap } from '../canvas/MapCanvas';
import { toOutline } from '../canvas/outline';
import { finish } from '../steps';
import type { Opened } from '../store';
import { listSight } from '../terms';
import type { View } from '../view';
import { countBodies, toAllCells, toShownCells } from '../views/cells';
import { toTopic } from '../views/topic';
import { toJoined, toVisibleCoalitions } from '../views/pairs';
import { toTexts } from '../views/units';
import { count, countSaid, printNumber } from '../numbers';
import { CoalitionsFigure } from './CoalitionsFigure';
import { DebateFigure } from './DebateFigure';
import type { Caption } from './Figure';
import { readPrintTheme, toMeasure, toSvg } from './figure';
import { MapFigure } from './MapFigure';
import { MatrixFigure } from './MatrixFigure';

/** The least that the longer side of a picture of the map is, in pixels: a small screen's is drawn larger. */
const LEAST_MAP = 1400;

function* toDrawing(
  opened: Opened,
  view: View,
  visible: Ids,
  address: string,
): Steps<ReactElement | undefined> {
  const { corpus } = opened;
  const measure = toMeasure();
  const caption = (title: string, ...notes: string[]): Caption => ({
    title,
    notes: [...notes, ...listSight(corpus, view), ...(title === toTitle(corpus) ? [] : [toTitle(corpus)])],
    link: `Claimscape: ${address}`,
  });
  if (view.mode === 'map') {
    const map = toShownMap();
    if (!map) throw new Error('it is not on the screen, because WebGL is turned off or missing');
    const outline = yield* toOutline(map.sketch(), readPrintTheme(), LEAST_MAP);
    return (
      <MapFigure
        outline={outline}
        caption={caption(
          toTitle(corpus),
          `${count(outline.nodes.length, 'node')}, ${count(outline.edges.length, 'line')}`,
        )}
        measure={measure}
      />
    );
  }
  if (view.mode === 'debate') {
    const topic = corpus.nodes.get(toTopic(corpus, view) ?? '');
    if (topic?.type !== 'topic') return undefined;
    const whole = yield* toDebate(corpus, topic.id, view.query, visible);
    const debate = limitDebate(whole);
    if (debate.cards.length === 0) return undefined;
    const own = whole.cards.filter(({ stance }) => stance !== undefined).length;
    const others = whole.cards.length - own;
    const isCut = debate.cards.length < whole.cards.length;
    return (
      <DebateFigure
        debate={debate}
        texts={toTexts(corpus, topic.id, debate)}
        poles={topic.poles}
        caption={caption(
          topic.label,
          `${countSaid(own)} on this topic${others > 0 ? `, and ${others} on others that dispute or answer them, or are disputed or answered by them` : ''}, each where it was first said.${isCut ? ` The ${debate.cards.length} that carry most of the argument are drawn.` : ''} Lanes run from those for to those against, those on both sides between, and last who takes neither.`,
        )}
        measure={measure}
      />
    );
  }
  if (view.mode === 'coalitions') {
    const { ties, actors: kind } = view.coalitions;
    const standing = yield* toVisibleCoalitions(corpus, view.query, visible, view.coalitions);
    if (standing.pairs.length === 0) return undefined;
    const { joined, least, most } = toJoined(standing.pairs, view.coalitions);
    const { actors, total, coverage } = standing;
    const leftOut = coverage.leftOut > 0 ? ` ${printLeftOut(coverage, printNumber)}` : '';
    const lines =
      ties === 'subtract'
        ? 'One line a pair: whether they take the same side on more questions or opposite sides, and the wider, on how many more'
        : 'The wider a line, the more questions';
    return (
      <CoalitionsFigure
        corpus={corpus}
        standing={standing}
        joined={joined}
        most={most}
        caption={caption(
          'Who agrees with whom',
          `${kind === 'people' ? count(actors.length, 'person', 'people') : count(actors.length, 'actor')}${actors.length < total ? `, who say most of ${total}` : ''}: those who agree near each other, those who say more larger.${leftOut}`,
          `${lines}: from ${least} to ${most}, ${count(joined.length, 'pair')}. An actor’s side on a question is the one that more of its claims are on.`,
        )}
        measure={measure}
      />
    );
  }
  if (view.mode === 'matrix') {
    const all = yield* toAllCells(corpus, view, visible);
    const matrix = yield* toShownCells(corpus, all, view.order);
    if (matrix.rows.length === 0) return undefined;
    const rows = view.matrix === 'topics' ? 'topic' : 'claim';
    const isCut = matrix.rows.length < all.rows.length || countBodies(matrix) < countBodies(all);
    const size = (one: typeof all) =>
      `${count(one.rows.length, rows)} and ${count(countBodies(one), 'body', 'bodies')}`;
    return (
      <MatrixFigure
        corpus={corpus}
        matrix={matrix}
        across={view.matrix}
        caption={caption(
          view.matrix === 'topics' ? 'Who takes which side' : 'Who says and disputes what',
          `${size(matrix)}${isCut ? `, those with most to show of ${size(all)}` : ''}. A number counts the claims ${view.matrix === 'topics' ? 'on the side that prevails in its cell (“1:1” is a tie)' : 'that do what is commonest in its cell'}; its sign tells which.`,
        )}
        measure={measure}
      />
    );
  }
  return undefined;
}

export { toPng } from './figure';

/** What a view shows as the text of an SVG file that names the address it is seen at; undefined where there is nothing to draw. */
export async function drawView(
  opened: Opened,
  view: View,
  visible: Ids,
  address: string,
): Promise<string | undefined> {
  const drawing = await finish(toDrawing(opened, view, visible, address));
  return drawing && toSvg(drawing);
}
