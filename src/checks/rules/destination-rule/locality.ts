import type { Finding } from '../../finding.ts';
import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, items, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { policyParts } from './policies.ts';

/** Settings of locality that exclude each other. */
export const locality: SpecRule = ({ spec }) =>
  policyParts(spec, 'loadBalancer').flatMap((balancer) => {
    const [local, zone] = [at(balancer, 'localityLbSetting'), at(balancer, 'zoneAwareLbSetting')];
    return [...bothSettings(local, zone), ...bothStrategies(local), ...priorities(local, zone)];
  });

function bothSettings(local: Spot, zone: Spot): readonly Finding[] {
  if (!isPresent(local) || !isPresent(zone)) return [];
  const what = '"localityLbSetting" and "zoneAwareLbSetting" are two ways of one thing; only one can be set.';
  return [refuse('MW0512', zone, what, { at: 'key', mends: [removing(zone.path), removing(local.path)] })];
}

function bothStrategies(local: Spot): readonly Finding[] {
  const [distribute, failover] = [at(local, 'distribute'), at(local, 'failover')];
  if (!isFilled(distribute) || !isFilled(failover)) return [];
  const what =
    'Traffic can be distributed over places all the time, or fail over when endpoints fail; only one can be set.';
  return [
    refuse('MW0513', failover, what, {
      at: 'key',
      mends: [removing(failover.path), removing(distribute.path)],
    }),
  ];
}

const topology: ReadonlySet<string> = new Set([
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.istio.io/subzone',
]);

/** Region, zone and subzone are what the other setting decides by, so labels of theirs cannot have a say again. */
function priorities(local: Spot, zone: Spot): readonly Finding[] {
  const lists = [
    ...(isFilled(at(local, 'failover')) ? [at(local, 'failoverPriority')] : []),
    at(zone, 'failoverPriority'),
  ];
  return lists.flatMap((list) => {
    const bad = texts(items(list)).filter(({ value }) => topology.has(value.split('=')[0] ?? ''));
    return bad.map((label) => {
      const beside = label.path.includes('zoneAwareLbSetting') ? 'zone awareness' : '"failover"';
      const what = `${quote(label.value)} cannot be a priority beside ${beside}, which decides by region and zone already.`;
      return refuse('MW0514', label, what, { mends: [removing(label.path, 'Remove the label')] });
    });
  });
}

/** The `failover` lists of both settings. */
export const failoverLists = (balancer: Spot): readonly Spot[] => [
  ...all(balancer, 'localityLbSetting.failover'),
  ...all(balancer, 'zoneAwareLbSetting.failover'),
];
