// What somebody says that puts it on a side, or how it stands to a claim: with the words of both.
import type { Entry } from '../../core/matrix';
import type { Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { ItemLine, Words } from '../ui/Words';
import { printEdge } from '../words';
import sheet from '../ui/sheet.module.css';

export function EntryItem({
  opened,
  entry: { kind, edge, said, statements },
}: {
  opened: Opened;
  entry: Entry;
}) {
  return (
    <li>
      {said && kind !== 'says' && <ItemLine node={said} />}
      <Words opened={opened} statements={statements} />
      {kind !== 'says' && (
        <p className={sheet.why}>
          How so?{' '}
          <ItemLink id={edge.id}>
            {edge.basis === 'inferred' ? 'Inferred from these words' : 'These words'}
            <span className="unseen"> that {printEdge(opened, edge)}</span>
          </ItemLink>
        </p>
      )}
    </li>
  );
}
