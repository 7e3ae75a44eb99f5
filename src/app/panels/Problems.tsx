// What stands in place of the map when the files cannot be shown: every problem, and where.
import type { ReactNode } from 'react';
import { printProblem } from '../../core/corpus';
import type { Problem } from '../../core/model';
import { count } from '../numbers';
import styles from './Problems.module.css';

/** How many problems are listed; nobody mends more before looking again. */
const FEW = 100;

/** How many problems there are, and the first of them. */
export function ProblemList({ problems, next }: { problems: readonly Problem[]; next: string }) {
  if (problems.length === 0) return null;
  const files = new Set(problems.map(({ file }) => file)).size;
  return (
    <>
      <p>
        {count(problems.length, 'problem')}
        {files > 1 && ` in ${count(files, 'file')}`}. Mend the files below and {next};{' '}
        <code>claimscape check</code> prints {problems.length > FEW ? 'all of them' : 'the same list'}.
      </p>
      <ol className={styles.list}>
        {problems.slice(0, FEW).map((problem, place) => (
          <li key={`${place} ${printProblem(problem)}`}>
            <strong>{problem.file}</strong>
            {problem.id && <code>{problem.id}</code>}
            {problem.path && <span>{problem.path}</span>}
            <p>{problem.reason}</p>
          </li>
        ))}
      </ol>
      {problems.length > FEW && <p>And {count(problems.length - FEW, 'problem')} more.</p>}
    </>
  );
}

/** `children` is what else can be done. */
export function Problems({
  sentence,
  problems,
  children,
}: {
  sentence: string;
  problems: readonly Problem[];
  children: ReactNode;
}) {
  return (
    <main className={styles.page}>
      <h1>Claimscape cannot open this graph</h1>
      <p role="alert">{sentence}</p>
      <ProblemList problems={problems} next="load the page again" />
      <p>Or open a graph of your own: {children}</p>
    </main>
  );
}
