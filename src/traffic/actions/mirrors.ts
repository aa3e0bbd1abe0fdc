import { asList, asNumber, member } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { Cluster } from '../clusters/cluster.ts';
import type { Mirror } from '../outcome.ts';
import { percentIn } from './percent.ts';
import type { EffectiveRule, RuleField } from './rule.ts';

/** The mirrors of a rule, with those that are not there: Envoy leaves them out without a word. */
export function mirrorsOf(
  rule: EffectiveRule,
  clusterOf: (destination: YamlValue | undefined, by: RuleField) => Cluster,
): readonly Mirror[] {
  const [single, several] = [rule.field('mirror'), rule.field('mirrors')];
  // A rule may write but one of the two; where it hands on, the root may bring the one and the delegate the other.
  const written = [
    ...(single ? [{ by: single, destination: single.value, percent: singleShare(rule) }] : []),
    ...(several ? asList(several.value).map((item) => mirrorIn(item, several)) : []),
  ];
  return written.flatMap(({ by, destination, percent }) => {
    if (percent <= 0) return [];
    const { name, host, port, subset, missing } = clusterOf(destination, by);
    return [
      { cluster: name, host, port, ...(subset !== null && { subset }), percent, exists: missing === null },
    ];
  });
}

const mirrorIn = (
  item: YamlValue,
  by: RuleField,
): { readonly by: RuleField; readonly destination: YamlValue | undefined; readonly percent: number } => ({
  by,
  destination: member(item, 'destination'),
  percent: shareOf(member(item, 'percentage')) ?? 100,
});

const shareOf = (percentage: YamlValue | undefined): number | undefined =>
  percentage === undefined || percentage === null ? undefined : percentIn(percentage);

const singleShare = (rule: EffectiveRule): number =>
  shareOf(rule.field('mirrorPercentage')?.value) ??
  asNumber(rule.field('mirrorPercent')?.value) ??
  asNumber(rule.field('mirror_percent')?.value) ??
  100;
