// What a piece of work costs: medians of several times, of the processor and on the clock.

export const toQuantile = (numbers: readonly number[], share: number) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]!;
export const toMedian = (numbers: readonly number[]) => toQuantile(numbers, 0.5);

/** In milliseconds: of the processor, all threads of this process together, and on the clock. */
export type Cost = { cpu: number; wall: number };

/** What a piece of work costs, done once. */
export function measureOnce(work: () => unknown): Cost {
  const [begin, start] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(start);
  return { cpu: (user + system) / 1000, wall: performance.now() - begin };
}

/** What a piece of work costs, the median of so many times. */
export function measureTimes(work: () => unknown, times = 5): Cost {
  const costs = Array.from({ length: times }, () => measureOnce(work));
  return { cpu: toMedian(costs.map(({ cpu }) => cpu)), wall: toMedian(costs.map(({ wall }) => wall)) };
}

/** Of many tasks of a kind, each the median of so many times: what half of them take at most, and 99 in 100. */
export type Spread = { p50: Cost; p99: Cost };

export function measureEach<T>(tasks: readonly T[], work: (task: T) => unknown, times = 5): Spread {
  const costs = tasks.map((task) => measureTimes(() => work(task), times));
  const at = (share: number): Cost => ({
    cpu: toQuantile(
      costs.map(({ cpu }) => cpu),
      share,
    ),
    wall: toQuantile(
      costs.map(({ wall }) => wall),
      share,
    ),
  });
  return { p50: at(0.5), p99: at(0.99) };
}

/** What the steps of a piece of work take in all, and the longest of them, in milliseconds of the processor. */
export function measureSteps<T>(steps: Generator<unknown, T>): { all: number; longest: number; value: T } {
  let [all, longest] = [0, 0];
  for (;;) {
    let step: IteratorResult<unknown, T> | undefined;
    const { cpu } = measureOnce(() => (step = steps.next()));
    all += cpu;
    longest = Math.max(longest, cpu);
    if (step!.done) return { all, longest, value: step!.value };
  }
}
