// Files ⇄ one packed file: a zip of the same folders, with the picture beside them, that is read as it is wanted.
import { Inflate, inflateSync, strFromU8, strToU8, Zip, ZipDeflate } from 'fflate';
import type { Files } from './corpus';
import { writePicture, type Picture } from './picture';
import type { Steps } from './steps';

/** The name of the picture in a packed file. */
export const PICTURE = 'picture.json';

/** The files of a corpus, and picture.json where there is one; each text is there when it is asked for. */
export type LazyFiles = Pick<Files, 'keys' | 'get' | 'has'>;

/** Thrown with a sentence for the reader where a file or folder cannot be opened. */
export class PackError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'PackError';
  }
}

/** The most bytes of a packed file, of one file in it and of all of them, unpacked; and the most files. */
export const MOST = { packed: 500_000_000, file: 100_000_000, all: 1_000_000_000, files: 65_535 } as const;

const toMegabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;

/** Zips have no earlier date, and hold it without a time zone: the same files give the same bytes. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * A zip of files in pieces. The same input gives the same bytes.
 * @throws PackError where there are more files, or larger ones, than can be read again.
 */
export function* writeZip(
  files: Iterable<readonly [path: string, content: string | Uint8Array]>,
): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let [count, all] = [0, 0];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  function* take() {
    const taken = pieces;
    pieces = [];
    yield* taken;
  }
  for (const [path, content] of files) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    all += bytes.length;
    if (++count > MOST.files)
      throw new PackError(`There are more files than the ${MOST.files} that a zip holds.`);
    if (bytes.length > MOST.file || all > MOST.all)
      throw new PackError(
        bytes.length > MOST.file
          ? `${path} is larger than ${toMegabytes(MOST.file)}: split it.`
          : `The files are larger than ${toMegabytes(MOST.all)} together: leave some out.`,
      );
    const entry = new ZipDeflate(path);
    entry.mtime = NO_DATE;
    zip.add(entry);
    entry.push(bytes, true);
    yield* take();
  }
  zip.end();
  yield* take();
}

/**
 * A packed file in pieces: a zip of the files under their own paths and of picture.json. The same input gives the same bytes.
 * @throws PackError where there are more files, or larger ones, than can be read again.
 */
export function* writePack(files: Files, picture: Picture): Generator<Uint8Array> {
  function* all(): Generator<readonly [string, string]> {
    yield* files;
    yield [PICTURE, writePicture(picture)];
  }
  // Before anything is written.
  if (files.size >= MOST.files)
    throw new PackError(`There are ${files.size} files, and a zip holds ${MOST.files}.`);
  yield* writeZip(all());
}

const isWanted = (path: string) =>
  /^(graph\/(stories\/)?[^/]+\.json|seeds\/[^/]+\.txt|picture\.json)$/.test(path);

/**
 * Which of many paths belong to a corpus: its own path → the path as given, below whatever folder graph/ is in.
 * @throws PackError where there is no graph/, or more than one.
 */
export function findCorpus(paths: Iterable<string>): ReadonlyMap<string, string> {
  const given = [...paths].filter((path) => !/(^|\/)(__MACOSX\/|\.)/.test(path));
  const roots = new Set(
    given.flatMap(
      (path) =>
        /^(.*\/)?graph\/[^/]+\.json$/
          .exec(path)
          ?.slice(1, 2)
          .map((root) => root ?? '') ?? [],
    ),
  );
  const toDepth = (root: string) => root.split('/').length;
  const least = Math.min(...[...roots].map(toDepth));
  const [root, other] = [...roots].filter((one) => toDepth(one) === least);
  if (root === undefined)
    throw new PackError(
      given.length === 0
        ? 'There is nothing in it.'
        : 'There is no graph/ in it with a .json file: choose what holds the folders graph/ and seeds/.',
    );
  if (other !== undefined)
    throw new PackError(`There are several graphs in it, in ${root} and ${other}: choose one.`);
  return new Map(
    given
      .filter((path) => path.startsWith(root) && isWanted(path.slice(root.length)))
      .map((path) => [path.slice(root.length), path]),
  );
}

/** A file in a zip, as its directory tells it; `size` is in bytes, unpacked. */
type Entry = { at: number; packed: number; size: number; crc: number; isDeflated: boolean };

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});
function toCrc(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 255]! ^ (sum >>> 8);
  return ~sum >>> 0;
}

const CUT_SHORT = 'The zip is cut short or damaged: fetch or copy it again.';

/** Where the directory of a zip is: its first byte and how many files it names (APPNOTE 4.3.16). */
function findDirectory(bytes: Uint8Array, view: DataView): { at: number; count: number } {
  const isZip =
    bytes.length > 3 && (view.getUint32(0, true) === 0x04034b50 || view.getUint32(0, true) === 0x06054b50);
  if (!isZip) throw new PackError('This file isn’t a zip: choose a packed file, a zip, or a folder.');
  // Behind it there may be a comment of up to 65,535 bytes.
  for (let end = bytes.length - 22; end >= 0 && end > bytes.length - 65_558; end--)
    if (view.getUint32(end, true) === 0x06054b50) {
      const [count, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
      if (count >= MOST.files || at === 0xffffffff)
        throw new PackError(`There are more than ${MOST.files} files in the zip, or they are too large.`);
      return { at, count };
    }
  throw new PackError(CUT_SHORT);
}

/** Refuses paths that lead out of the zip; those of Windows are made like all others. */
function toPath(name: string): string {
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..') || path.includes('\0'))
    throw new PackError(
      `The zip names a file outside itself, ${JSON.stringify(name.slice(0, 100))}: do not trust it.`,
    );
  return path;
}

/**
 * The directory of a zip: path → entry, in steps; nothing is unpacked.
 * @throws PackError where it is no zip, cut short, locked, or names a file outside itself.
 */
export function* readDirectory(bytes: Uint8Array): Steps<Map<string, Entry>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const { at: start, count } = findDirectory(bytes, view);
  const entries = new Map<string, Entry>();
  let at = start;
  for (let index = 0; index < count; index++) {
    if (index % 64 === 0) yield;
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new PackError(CUT_SHORT);
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [crc, packed, size] = [16, 20, 24].map((place) => view.getUint32(at + place, true)) as [
      number,
      number,
      number,
    ];
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const path = toPath(strFromU8(bytes.subarray(at + 46, at + 46 + name)));
    const local = view.getUint32(at + 42, true);
    at += 46 + name + extra + comment;
    if (path.endsWith('/')) continue;
    if (flags & 1) throw new PackError('The zip has a password: zip the files without one.');
    if (method !== 0 && method !== 8)
      throw new PackError(
        `${path} is packed in a way that is not read here (method ${method}): zip it with Deflate.`,
      );
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50)
      throw new PackError(CUT_SHORT);
    const first = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (first + packed > bytes.length) throw new PackError(CUT_SHORT);
    entries.set(path, { at: first, packed, size, crc, isDeflated: method === 8 });
  }
  return entries;
}

/** How much of a file in a zip is unpacked at a time, in bytes: they become a thousand times as many at most. */
const PUSH = 32_768;

/** The bytes of a file in a zip; one that goes on beyond `size` is read no further. @throws Error where it does, or is damaged. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  // At once is a little faster.
  if (packed.length <= PUSH) return inflateSync(packed, { out: bytes });
  let length = 0;
  const stream = new Inflate((piece) => {
    bytes.set(piece, length);
    length += piece.length;
  });
  for (let at = 0; at < packed.length; at += PUSH)
    stream.push(packed.subarray(at, at + PUSH), at + PUSH >= packed.length);
  return bytes.subarray(0, length);
}

/** The text of a file in a zip, never longer than its directory says. @throws PackError where it is damaged. */
export function unpack(
  bytes: Uint8Array,
  path: string,
  { at, packed, size, crc, isDeflated }: Entry,
): string {
  const damaged = () => new PackError(`${path} in the zip is damaged: fetch or copy the zip again.`);
  const content = bytes.subarray(at, at + packed);
  let unpacked = content;
  if (isDeflated)
    try {
      unpacked = inflate(content, size);
    } catch {
      throw damaged();
    }
  if (unpacked.length !== size || toCrc(unpacked) !== crc) throw damaged();
  return strFromU8(unpacked);
}

/**
 * Reads the directory of a zip, in steps; each file is unpacked when it is asked for.
 * @throws PackError where it is no zip, cut short, locked, too large, or without a corpus; also when a damaged file is asked for.
 */
export function* readPack(bytes: Uint8Array): Steps<LazyFiles> {
  const entries = yield* readDirectory(bytes);
  const places = findCorpus(entries.keys());
  let all = 0;
  for (const path of places.values()) {
    const { size } = entries.get(path)!;
    all += size;
    if (size > MOST.file)
      throw new PackError(
        `${path} is ${toMegabytes(size)} unpacked, and at most ${toMegabytes(MOST.file)} are read: split it.`,
      );
  }
  if (all > MOST.all)
    throw new PackError(
      `The zip is ${toMegabytes(all)} unpacked, and at most ${toMegabytes(MOST.all)} are read: leave files out.`,
    );
  const get = (path: string) => {
    const place = places.get(path);
    return place === undefined ? undefined : unpack(bytes, place, entries.get(place)!);
  };
  return { get, has: (path) => places.has(path), keys: () => places.keys() };
}
