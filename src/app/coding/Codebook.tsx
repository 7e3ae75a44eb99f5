// The codebook: the questions that are in dispute and what every type means here, to be read, adapted and saved as a document.
import { useRef, useState } from 'react';
import { printCodebook, toAdoption } from '../../core/codebook';
import { CODEBOOK, CorpusError, printProblems, readCodebook } from '../../core/corpus';
import type { Corpus, Problem } from '../../core/model';
import { readPack } from '../../core/pack';
import { act, useOpenProject } from '../project/project';
import { finish } from '../steps';
import { type Opened } from '../store';
import { saveFile, toFileName } from '../ui/save';
import { ViewLink } from '../ui/ViewLink';
import { CodebookTopics } from './CodebookTopics';
import { CodebookTypes } from './CodebookTypes';
import buttons from '../ui/button.module.css';
import styles from './Codebook.module.css';

const TOPICS = { id: 'codebook-topics', name: 'Topics' } as const;
const TYPES = [
  { id: 'codebook-nodes', name: 'Types of node' },
  { id: 'codebook-lines', name: 'Types of line' },
] as const;

export function Codebook({ opened }: { opened: Opened }) {
  const { corpus, local } = opened;
  const project = useOpenProject();
  const isLocked = project?.locked !== undefined;
  const mayEdit = project !== undefined && !isLocked;
  const name = project?.entry.name ?? local?.name ?? corpus.title ?? 'Debate';
  return (
    <section aria-label="Codebook" className={styles.codebook}>
      <header className={styles.head}>
        <h2>Codebook</h2>
        <p>
          The questions that are in dispute, and what every type of node and line means
          {project ? ' in this project. What is said here is shown while you code.' : '.'}
        </p>
        {!project && (
          <p>
            To adapt it, make a copy of what is open to work on: ‘Open…’, at the top of the page or among the
            commands.
          </p>
        )}
        {isLocked && <p>{project.locked}</p>}
        <div className={styles.tools}>
          {project && (
            <ViewLink to={{ mode: 'code' }} className={styles.back}>
              Back to coding
            </ViewLink>
          )}
          <button
            type="button"
            className={buttons.button}
            title="As Markdown, for the appendix of a paper"
            onClick={() =>
              saveFile(`${toFileName(name, 'project')} codebook.md`, 'text/markdown', [
                ...printCodebook(corpus, name),
              ])
            }
          >
            Save codebook
          </button>
          {mayEdit && <Adopt corpus={corpus} />}
        </div>
      </header>
      <nav aria-label="In the codebook" className={styles.parts}>
        {(project ? [TOPICS, ...TYPES] : [...TYPES, TOPICS]).map(({ id, name: part }) => (
          <button
            key={id}
            type="button"
            className={buttons.plain}
            onClick={() => {
              const heading = document.getElementById(id)!;
              heading.focus({ preventScroll: true });
              heading.scrollIntoView();
            }}
          >
            {part}
          </button>
        ))}
      </nav>
      {/* Where nothing is coded one comes for the types. */}
      {project ? (
        <>
          <CodebookTopics opened={opened} mayEdit={mayEdit} />
          <CodebookTypes opened={opened} mayEdit={mayEdit} />
        </>
      ) : (
        <>
          <CodebookTypes opened={opened} mayEdit={mayEdit} />
          <CodebookTopics opened={opened} mayEdit={mayEdit} />
        </>
      )}
    </section>
  );
}

/** The most bytes of a file that is read as a codebook by itself. */
const MOST = 10_000_000;

/**
 * What types mean in a codebook.json or a zip of a project.
 * @throws CorpusError or Error with a sentence where it cannot be read.
 */
async function readFile(file: File): Promise<NonNullable<Corpus['definitions']>> {
  const isZip = !file.name.endsWith('.json');
  if (file.size > (isZip ? 50 : 1) * MOST) throw new Error(`${file.name} is too large for a codebook.`);
  let text: string | undefined;
  if (isZip) {
    const files = await finish(readPack(new Uint8Array(await file.arrayBuffer())));
    text = files.get(CODEBOOK);
    if (text === undefined) return {};
  } else text = await file.text();
  const problems: Problem[] = [];
  const definitions = readCodebook(isZip ? CODEBOOK : file.name, text, problems);
  if (!definitions) throw new CorpusError(problems);
  return definitions;
}

/** Takes over what types mean in another project. Its topics stay there: they rest on words of its articles. */
function Adopt({ corpus }: { corpus: Corpus }) {
  const input = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<{ sentences: readonly string[]; isWrong: boolean }>();
  const adopt = async (file: File) => {
    try {
      const edit = toAdoption(corpus, await readFile(file));
      if (edit) await act(`Took over what types mean in ‘${file.name}’`, edit);
      setTold({
        sentences: [
          edit
            ? `Types mean now what they mean in ‘${file.name}’. It can be undone.`
            : `Types mean the same in ‘${file.name}’ already.`,
        ],
        isWrong: false,
      });
    } catch (error) {
      const sentences =
        error instanceof CorpusError
          ? printProblems(error.problems)
          : [error instanceof Error ? error.message : String(error)];
      setTold({ sentences: ['Nothing was taken over.', ...sentences], isWrong: true });
    }
  };
  return (
    <>
      <button
        type="button"
        className={buttons.button}
        title="What types mean, from a codebook.json or the zip of a project; its topics rest on its own articles"
        onClick={() => input.current!.click()}
      >
        Use another codebook…
      </button>
      <input
        ref={input}
        type="file"
        aria-label="Another codebook"
        accept=".json,.zip"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same may be chosen again.
          target.value = '';
          if (file) void adopt(file);
        }}
      />
      {told && (
        <div role={told.isWrong ? 'alert' : 'status'} className={styles.told} data-wrong={told.isWrong}>
          {told.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
    </>
  );
}
