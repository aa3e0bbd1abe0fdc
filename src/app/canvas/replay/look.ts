import type { EndpointFrame, Flowing, PoolFrame } from '../../../topology/index.ts';

/** The widths of a line that carries next to nothing, and of the busiest. */
const [THIN, THICK] = [2, 16];

/** How a line looks that carries so much of what the busiest ever does. By its root, so that a tenth of it can still be seen. */
export const widthOf = ({ rate }: Flowing, busiest: number): number =>
  rate > 0 && busiest > 0 ? Math.round(10 * (THIN + (THICK - THIN) * Math.sqrt(rate / busiest))) / 10 : 0;

/** In steps of 5 %: fewer colours, fewer changes of the page. */
export const failingOf = ({ failing }: Flowing): number => Math.ceil(failing * 20) * 5;

const rateWords = (rate: number): string =>
  `${rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate).toLocaleString('en')}/s`;

/** What stands beside an endpoint. */
export function tagWords({ state, rate, failing, out, left }: EndpointFrame, callers: number): string {
  if (state === 'ejected') return `out · ${Math.ceil(left / 1000)} s`;
  const some = out ? ` · ${out} of ${callers} out` : '';
  if (state === 'failing') return `${rateWords(rate)} · ${Math.round(100 * failing)} % fail${some}`;
  if (state === 'idle') return `idle${some}`;
  return `${rateWords(rate)}${state === 'returning' ? ' · back' : ''}${some}`;
}

const LIMITED = { connections: 'connections', pending: 'waiting', requests: 'requests' } as const;

/** What stands beside a pool; null where nothing limits it, and nothing is worth saying. */
export function poolWords({ limit, refused }: PoolFrame): string | null {
  if (!limit) return null;
  const full = refused > 0 ? ` · ${rateWords(refused)} refused` : '';
  return `${limit.now} of ${limit.most} ${LIMITED[limit.of]}${full}`;
}

/** The sign of a state, for those who do not see colours apart. */
export const SIGNS = { answering: '●', failing: '▲', idle: '○', ejected: '✕', returning: '↻' } as const;
