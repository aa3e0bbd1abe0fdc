import { all, at, isPresent, type Spot } from '../../spot.ts';

/** The traffic policies of a DestinationRule: its own and those of its subsets. */
export const policiesOf = (spec: Spot): readonly Spot[] => [
  ...all(spec, 'trafficPolicy'),
  ...all(spec, 'subsets[].trafficPolicy'),
];

/** The policies for single ports, of all policies. */
export const portPoliciesOf = (spec: Spot): readonly Spot[] =>
  policiesOf(spec).flatMap((policy) => all(policy, 'portLevelSettings[]'));

/** One part of the policies, wherever it may stand: of the whole, of subsets, of ports, and of ports of subsets. */
export const policyParts = (spec: Spot, part: string): readonly Spot[] =>
  [...policiesOf(spec), ...portPoliciesOf(spec)].map((policy) => at(policy, part)).filter(isPresent);

/** istiod loses its warnings about policies of subsets and of ports. */
export const isOverlooked = ({ path }: Spot): boolean =>
  path.includes('subsets') || path.includes('portLevelSettings');
