// How far two codings agree, in figures.
import { useMemo } from 'react';
import { ASPECTS, toAlike, toF1, toTotal } from '../../core/agreement';
import type { Comparison } from '../../core/settlement';
import type { Opened } from '../store';
import { KINDS } from './disputes';
import styles from './Agreement.module.css';

const printFigure = (figure: number) => figure.toFixed(2);

/** How far both agree, article by article. */
export function AgreementFigures({
  opened: { corpus },
  comparison: { articles },
}: {
  opened: Opened;
  comparison: Comparison;
}) {
  const all = useMemo(() => toTotal(Array.from(articles.values(), ({ agreement }) => agreement)), [articles]);
  return (
    <>
      <div className={styles.figures}>
        <table>
          <caption>Claims and recommendations that were found</caption>
          <thead>
            <tr>
              <th scope="col">Article</th>
              <th scope="col">yours</th>
              <th scope="col">theirs</th>
              <th scope="col">both</th>
              <th scope="col">F1</th>
              <th scope="col">alpha</th>
            </tr>
          </thead>
          <tbody>
            {[...articles].map(([id, { agreement }]) => (
              <tr key={id}>
                <th scope="row">{corpus.nodes.get(id)!.label}</th>
                <td>{agreement.first}</td>
                <td>{agreement.second}</td>
                <td>{agreement.both}</td>
                <td>{printFigure(toF1(agreement))}</td>
                <td>{printFigure(agreement.alpha)}</td>
              </tr>
            ))}
          </tbody>
          {articles.size > 1 && (
            <tfoot>
              <tr>
                <th scope="row">All</th>
                <td>{all.first}</td>
                <td>{all.second}</td>
                <td>{all.both}</td>
                <td>{printFigure(toF1(all))}</td>
                <td>–</td>
              </tr>
            </tfoot>
          )}
        </table>
        {all.both > 0 && (
          <table>
            <caption>How both read what both found</caption>
            <thead>
              <tr>
                <th scope="col">What is read</th>
                <th scope="col">alike</th>
                <th scope="col">of</th>
                <th scope="col">alpha</th>
              </tr>
            </thead>
            <tbody>
              {ASPECTS.map((aspect) => {
                const readings = all.readings[aspect];
                const { same, alpha } = toAlike(readings);
                return (
                  <tr key={aspect}>
                    <th scope="row">{KINDS[aspect]}</th>
                    <td>{same}</td>
                    <td>{readings.length}</td>
                    <td>{readings.length > 0 ? printFigure(alpha) : '–'}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </div>
      <p className={styles.soft}>
        F1 is 1 where both found the same, 0 where nothing. Krippendorff’s alpha asks of every word whether it
        stands in a claim or recommendation, and of what both found how each reads it, all its speakers or
        topics as one, and its side on the topics that both name: 1 is full agreement, 0 what chance would
        give; below 0.67 draw no conclusions.
      </p>
    </>
  );
}
