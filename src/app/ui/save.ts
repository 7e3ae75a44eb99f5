// Hands a file to the browser to be saved.

/** Saves text, or what else a file holds, under a name, as a download; the browser asks where to if it is set so. */
export function saveFile(name: string, mime: string, chunks: Iterable<BlobPart>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([...chunks], { type: mime }));
  link.download = name;
  link.click();
  // The download has taken hold of the blob by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** A name as files may have it; where nothing is left of it, another. */
export const toFileName = (name: string, otherwise: string) =>
  name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, '-').replace(/^[\s.]+|[\s.]+$/g, '') || otherwise;
