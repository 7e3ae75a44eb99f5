// Leads to an article where it was published, where that is known: away from here, in a tab of its own that is told nothing.
import type { NodeOf } from '../../core/model';

export const OriginalLink = ({ node: { url } }: { node: NodeOf<'article'> }) =>
  url === undefined ? null : (
    <a href={url} title={url} target="_blank" rel="noopener noreferrer">
      Original
    </a>
  );
