// The package has no types for its parts: this is of the stemmer that its model uses.
declare module 'wink-eng-lite-web-model/dist/porter-stemmer.js' {
  /** The stem of a word in small letters, by Porter's second algorithm. */
  const stem: (word: string) => string;
  export default stem;
}
