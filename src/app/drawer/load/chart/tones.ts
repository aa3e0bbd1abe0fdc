import type { Curve, CurveTone } from '../../../../traffic/index.ts';

/** How a curve is drawn: the token of its colour, and dashes, so that colour never carries meaning alone. */
export interface Look {
  readonly token: string;
  readonly dash?: readonly number[];
  /** The area under it is tinted. */
  readonly filled?: boolean;
}

const LOOKS: Readonly<Record<Exclude<CurveTone, 'item'>, Look>> = {
  well: { token: '--ok', filled: true },
  'client-error': { token: '--warn' },
  error: { token: '--error' },
  overflow: { token: '--destinationrule' },
  exhausted: { token: '--error', dash: [7, 3] },
  timeout: { token: '--policy' },
  connect: { token: '--gateway' },
  unhealthy: { token: '--workload' },
  fault: { token: '--external', dash: [7, 3] },
  retries: { token: '--warn', dash: [3, 3] },
  middle: { token: '--external' },
  slow: { token: '--warn', dash: [7, 3] },
  slowest: { token: '--error' },
};

/** For what is alike but for its name. */
const ITEMS = [
  '--accent',
  '--serviceentry',
  '--destinationrule',
  '--external',
  '--gateway',
  '--service',
  '--policy',
  '--workload',
] as const;

/** The looks of curves that stand together; of those that are alike, each has a colour of its own. */
export function looksOf(curves: readonly Pick<Curve, 'tone'>[]): readonly Look[] {
  let items = 0;
  return curves.map(({ tone }) =>
    tone === 'item' ? { token: ITEMS[items++ % ITEMS.length] ?? ITEMS[0] } : LOOKS[tone],
  );
}
