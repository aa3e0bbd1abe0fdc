import { scaled, weightsOf } from '../../weights.ts';
import type { YamlMap } from '../../../yaml/index.ts';

/** The weights of a rule's destinations after a part of those of one host goes to a new one. */
export interface SplitWeights {
  /** Of all destinations that were there, in order. */
  readonly kept: readonly number[];
  readonly added: number;
  /** Whether the part is the one asked for; whole numbers cannot always say it. */
  readonly exact: boolean;
}

/**
 * Takes `percent` of what goes to the host and gives it to one destination more; the others of the host keep their
 * proportions, destinations of other hosts their weights, the rule its total.
 */
export function splitWeights(
  routes: readonly YamlMap[],
  toHost: readonly number[],
  percent: number,
): SplitWeights {
  const weights = weightsOf(routes);
  const own = toHost.map((index) => weights[index] ?? 0);
  const total = own.reduce((sum, weight) => sum + weight, 0);
  const wished = (total * percent) / 100;
  // A part that was asked for is not rounded away, neither the new one's nor the rest.
  const added =
    percent > 0 && percent < 100 && total > 1
      ? Math.min(total - 1, Math.max(1, Math.round(wished)))
      : Math.round(wished);
  const rest = total === 0 ? own : scaled(own, total - added);
  const kept = weights.map((weight, index) => {
    const at = toHost.indexOf(index);
    return at < 0 ? weight : (rest[at] ?? weight);
  });
  return { kept, added, exact: added === wished };
}
