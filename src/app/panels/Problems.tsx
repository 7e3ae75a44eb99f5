// What stands in place of the map when the files cannot be shown: every problem, and where.
import { printProblem } from '../../core/corpus';
import type { Problem } from '../../core/model';
import { count } from '../words';
import styles from './Problems.module.css';

export function Problems({ sentence, problems }: { sentence: string; problems: readonly Problem[] }) {
  return (
    <main className={styles.page}>
      <h1>Claimscape cannot open this graph</h1>
      <p role="alert">{sentence}</p>
      {problems.length > 0 && (
        <>
          <p>
            {count(problems.length, 'problem')}. Mend the files below and load the page again;{' '}
            <code>claimscape check</code> prints the same list.
          </p>
          <ol>
            {problems.map((problem) => (
              <li key={printProblem(problem)}>
                <strong>{problem.file}</strong>
                {problem.id && <code>{problem.id}</code>}
                {problem.path && <span>{problem.path}</span>}
                <p>{problem.reason}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </main>
  );
}
