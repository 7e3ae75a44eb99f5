// The part of citation-js that citation.test.ts uses; the packages ship no types.
declare module '@citation-js/core' {
  export class Cite {
    constructor(input: string);
    data: unknown[];
    format(name: 'biblatex'): string;
  }
}
declare module '@citation-js/plugin-bibtex';
