// Why a job could not even begin: what does it was not fetched, or the file it is to read is not there any more.

/** Thrown where a worker, or what it does its job with, could not be fetched; its message is a sentence for the reader. */
export class FetchError extends Error {
  constructor() {
    super('What does this could not be fetched: check the connection, or load the page again.');
    this.name = 'FetchError';
  }
}

/** What the browsers say where code that is wanted only then was not fetched. */
const NOT_FETCHED = /dynamically imported module|Importing a module script/i;

/** Whether a job failed because something that it is done with could not be fetched. */
export const isUnfetched = (error: unknown): boolean =>
  error instanceof FetchError || (error instanceof TypeError && NOT_FETCHED.test(error.message));

/** The bytes of a file, or of a part of it. @throws Error with its name where it was changed or moved since it was chosen. */
export const readBytes = async (name: string, file: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await file.arrayBuffer().catch(() => {
      throw new Error(`${name}: it could not be read: it was changed or moved. Choose it again.`);
    }),
  );
