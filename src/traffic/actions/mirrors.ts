import { asList, asNumber, member } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { Cluster } from '../clusters/cluster.ts';
import type { Mirror } from '../outcome.ts';
import type { EffectiveRule, RuleField } from './rule.ts';

/** The mirrors of a rule, with those that are not there: Envoy leaves them out without a word. */
export function mirrorsOf(
  rule: EffectiveRule,
  clusterOf: (destination: YamlValue | undefined, by: RuleField) => Cluster,
): readonly Mirror[] {
  const [single, several] = [rule.field('mirror'), rule.field('mirrors')];
  const written = several
    ? asList(several.value).map((item) => ({
        by: several,
        destination: member(item, 'destination'),
        percent: shareOf(member(item, 'percentage')) ?? 100,
      }))
    : single
      ? [{ by: single, destination: single.value, percent: singleShare(rule) }]
      : [];
  return written.flatMap(({ by, destination, percent }) => {
    if (percent <= 0) return [];
    const { name, host, port, subset, missing } = clusterOf(destination, by);
    return [
      { cluster: name, host, port, ...(subset !== null && { subset }), percent, exists: missing === null },
    ];
  });
}

const shareOf = (percentage: YamlValue | undefined): number | undefined =>
  percentage === undefined || percentage === null ? undefined : (asNumber(member(percentage, 'value')) ?? 0);

const singleShare = (rule: EffectiveRule): number =>
  shareOf(rule.field('mirrorPercentage')?.value) ??
  asNumber(rule.field('mirrorPercent')?.value) ??
  asNumber(rule.field('mirror_percent')?.value) ??
  100;
