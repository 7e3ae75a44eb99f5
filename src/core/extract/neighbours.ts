// What names tell of each other: one within a longer run, and those that stand in a list.
import { isKnownWord, type Token } from './language';
import { NOT_NAMES, WELL_KNOWN } from './lexicon';
import { isAcronym, THING, type Name } from './nameword';

/** In a run of capitals that names nobody, a body named elsewhere is found: 'Ofsted Inspection Framework'. */
export function nameWithin(tokens: readonly Token[], names: Name[]): void {
  const lone = new Map<string, Name>();
  for (const name of names) {
    const token = tokens[name.from]!;
    if (
      name.kind === 'organisation' &&
      name.to - name.from === 1 &&
      (isAcronym(token) || !isKnownWord(token.lower))
    )
      lone.set(token.text, name);
  }
  for (const name of names) {
    if (name.kind || name.to - name.from === 1) continue;
    for (let index = name.from; index < name.to; index++) {
      const { text, lower } = tokens[index]!;
      const other = WELL_KNOWN.has(lower)
        ? ({ kind: 'organisation', rule: 'well-known', confidence: 0.8 } as const)
        : lone.get(text);
      if (!other) continue;
      const { kind, rule, confidence } = other;
      Object.assign(name, { from: index, to: index + 1, kind, rule, confidence });
      break;
    }
  }
}

/** People stand in lists with people and bodies with bodies: what is named beside them is of their kind. */
export function markListed(
  tokens: readonly Token[],
  names: readonly Name[],
  isPlace: (name: Name) => boolean,
): void {
  const isBeside = (one: Name, other: Name) =>
    other.from - one.to <= 2 &&
    other.from > one.to &&
    tokens.slice(one.to, other.from).every(({ lower }) => /^(?:,|and|or|&)$/.test(lower));
  const times = new Map<string, number>();
  for (const { to } of names) times.set(tokens[to - 1]!.text, (times.get(tokens[to - 1]!.text) ?? 0) + 1);
  let list: Name[] = [];
  const close = () => {
    const first = list[0];
    const isApart = !first || list.some(isPlace) || tokens[first.from - 1]?.text === '(';
    const kinds = new Set(list.flatMap(({ kind, confidence }) => (kind && confidence >= 0.5 ? [kind] : [])));
    const [kind] = kinds;
    if (!isApart && kind && kinds.size === 1 && !/^(?:in|at|near)$/.test(tokens[first.from - 1]?.lower ?? ''))
      for (const name of list) {
        const last = tokens[name.to - 1]!;
        const isRepeated = name.to - name.from > 1 || times.get(last.text)! > 1;
        const isLikely =
          kind === 'organisation' || (isRepeated && !isKnownWord(last.lower) && !isAcronym(last));
        if (!name.kind && isLikely && !NOT_NAMES.has(last.lower) && !THING.test(last.lower))
          Object.assign(name, { kind, rule: 'listed', confidence: 0.45 } satisfies Partial<Name>);
      }
    list = [];
  };
  for (const name of names) {
    const last = list.at(-1);
    if (last && !isBeside(last, name)) close();
    list.push(name);
  }
  close();
}
