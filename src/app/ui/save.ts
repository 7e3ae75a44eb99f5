// Hands a file to the browser to be saved.

/** How long whoever is asked by their browser may think, in milliseconds. */
const ASKED = 60_000;

/** Saves text, or what else a file holds, under a name, as a download; the browser asks where to if it is set so. */
export function saveFile(name: string, mime: string, chunks: Iterable<BlobPart>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([...chunks], { type: mime }));
  link.download = name;
  link.click();
  // Safari takes hold of the blob only when it has asked whether to download, which may be a while.
  setTimeout(() => URL.revokeObjectURL(link.href), ASKED);
}

/** A name as files may have it; where nothing is left of it, another. */
export const toFileName = (name: string, otherwise: string) =>
  name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, '-').replace(/^[\s.]+|[\s.]+$/g, '') || otherwise;
