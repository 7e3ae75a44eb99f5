#!/usr/bin/env node
// The command line: a table of commands over the core.
import { Command } from 'commander';
import { CorpusError, printProblem, readCorpus } from '../core/corpus';
import { toCoverage } from '../core/coverage';
import { readFiles } from './files';

const program = new Command('claimscape').option('--corpus <folder>', 'folder that holds graph/ and seeds/', '.');

program
  .command('check')
  .option('--coverage', 'list every sentence that is left out, with its reason')
  .action(async ({ coverage }: { coverage?: true }) => {
    const corpus = readCorpus(await readFiles(program.opts().corpus));
    for (const [id, { node }] of corpus.articles) {
      const sentences = toCoverage(corpus, id);
      const left = sentences.filter((sentence) => sentence.state === 'left out');
      console.log(`seeds/${node.seed}: ${sentences.length} sentences, ${sentences.length - left.length} coded, ${left.length} left out`);
      if (coverage) for (const sentence of left) console.log(`  ${sentence.reason}: ${sentence.text}`);
    }
    console.log(`${corpus.nodes.size} nodes, ${corpus.edges.size} edges: no problems`);
  });

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof CorpusError)) throw error;
  for (const problem of error.problems) console.error(printProblem(problem));
  console.error(`${error.problems.length} problems`);
  process.exitCode = 1;
});
