// What is dropped on the page: folders to look into, and files.

export type Dropped = FileSystemEntry | File;

/** Takes it at once, as it is gone once the event is over. A file is taken as such: not every browser finds it again by its entry. */
export const toDropped = (items: DataTransferItemList): Dropped[] =>
  Array.from(items).flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    return (entry?.isDirectory ? entry : item.getAsFile()) ?? [];
  });
