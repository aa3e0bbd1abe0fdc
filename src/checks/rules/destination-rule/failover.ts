import type { Finding } from '../../finding.ts';
import { refuse, removing, say, setting, unheard } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, items, text, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { failoverLists } from './locality.ts';
import { isOverlooked, policiesOf, policyParts, portPoliciesOf } from './policies.ts';

/** Failover between regions: from one to another, and noticed at all. */
export const failover: SpecRule = ({ spec }) => [
  ...policyParts(spec, 'loadBalancer').flatMap((balancer) =>
    failoverLists(balancer).flatMap((list) => items(list).flatMap(regions)),
  ),
  ...policiesOf(spec).flatMap((policy) => unnoticed(policy)),
  ...portPoliciesOf(spec).flatMap((policy) => unnoticed(policy)),
];

function regions(pair: Spot): readonly Finding[] {
  const [from, to] = [at(pair, 'from'), at(pair, 'to')];
  const odd = texts([from, to]).filter(({ value }) => /[/*]/.test(value));
  if (odd.length > 0) return odd.map(notRegion);
  if ((text(from) ?? '') !== (text(to) ?? '')) return [];
  const what = `Traffic cannot fail over from ${quote(text(from) ?? '')} to itself. Name another region under "to".`;
  return [
    refuse('MW0515', isPresent(to) ? to : pair, what, {
      mends: [removing(pair.path, 'Remove this failover')],
    }),
  ];
}

function notRegion(spot: Spot<string>): Finding {
  const what = `${quote(spot.value)} is no region: failover goes from region to region, without zones and wildcards.`;
  const region = spot.value.split('/')[0] ?? '';
  const mends =
    region !== '' && !region.includes('*') && region !== spot.value ? [setting(spot.path, region)] : [];
  return refuse('MW0515', spot, what, {
    mends: [...mends, removing(spot.path.slice(0, -1), 'Remove this failover')],
  });
}

function unnoticed(policy: Spot): readonly Finding[] {
  const balancer = at(policy, 'loadBalancer');
  const priorities = ['localityLbSetting', 'zoneAwareLbSetting'].flatMap((name) =>
    all(balancer, `${name}.failoverPriority`),
  );
  const set = [...failoverLists(balancer), ...priorities].filter(isFilled);
  const [first] = set;
  if (!first || isPresent(at(policy, 'outlierDetection'))) return [];
  const what =
    'Without "outlierDetection" beside it the proxy does not notice that endpoints fail, so traffic never fails over.';
  const mends = [
    setting(
      [...policy.path, 'outlierDetection'],
      { consecutive5xxErrors: 5, interval: '10s' },
      'Add outlierDetection',
    ),
  ];
  return [say('MW0516', first, what, { at: 'key', mends, ...(isOverlooked(first) && unheard) })];
}
