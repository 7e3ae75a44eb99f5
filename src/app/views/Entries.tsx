// What somebody says of a question, or how it stands to a claim, by its side or kind: each with the words of it.
import type { Entry } from '../../core/matrix';
import type { GraphNode } from '../../core/model';
import type { Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { KIND_LOOK, KindIcon, KINDS } from '../ui/Kind';
import { ItemLine, Words } from '../ui/Words';
import { capitalise, printEdge } from '../words';
import sheet from '../ui/sheet.module.css';

/** `first` is the kind that is told before the others; `heading` the level that the kinds are on. */
export function Entries({
  opened,
  row,
  entries,
  first,
  heading: Heading = 'h4',
}: {
  opened: Opened;
  row: GraphNode;
  entries: readonly Entry[];
  first?: Entry['kind'];
  heading?: 'h4' | 'h6';
}) {
  const kinds = first === undefined ? KINDS : [first, ...KINDS.filter((kind) => kind !== first)];
  return kinds.map((kind) => {
    const some = entries.filter((entry) => entry.kind === kind);
    if (some.length === 0) return null;
    return (
      <section key={kind} className={sheet.kind}>
        <Heading>
          <KindIcon kind={kind} size={12} />
          {capitalise(KIND_LOOK[kind].name)}
          {row.type === 'topic' && (kind === 'for' || kind === 'against') && `: ${row.poles[kind]}`}
        </Heading>
        <ul>
          {some.map(({ edge, said, statements }) => (
            <li key={edge.id}>
              {said && kind !== 'says' && <ItemLine node={said} />}
              <Words opened={opened} statements={statements} />
              {kind !== 'says' && (
                <p className={sheet.why}>
                  <ItemLink id={edge.id}>
                    {edge.basis === 'inferred' ? 'Why we infer this' : 'The words that say so'}
                    <span className="unseen">: {printEdge(opened, edge)}</span>
                  </ItemLink>
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
