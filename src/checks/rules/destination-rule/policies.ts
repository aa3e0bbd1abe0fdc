import { all, type Spot } from '../../spot.ts';

const POLICIES = [
  'trafficPolicy',
  'subsets[].trafficPolicy',
  'trafficPolicy.portLevelSettings[]',
  'subsets[].trafficPolicy.portLevelSettings[]',
];

/** The traffic policies of a DestinationRule: its own and those of its subsets. */
export const policiesOf = (spec: Spot): readonly Spot[] => [
  ...all(spec, 'trafficPolicy'),
  ...all(spec, 'subsets[].trafficPolicy'),
];

/** The policies for single ports, of all policies. */
export const portPoliciesOf = (spec: Spot): readonly Spot[] => [
  ...all(spec, 'trafficPolicy.portLevelSettings[]'),
  ...all(spec, 'subsets[].trafficPolicy.portLevelSettings[]'),
];

/** One part of the policies, wherever it may stand: of the whole, of subsets, of ports, and of ports of subsets. */
export const policyParts = (spec: Spot, part: string): readonly Spot[] =>
  POLICIES.flatMap((policies) => all(spec, `${policies}.${part}`));

/** istiod loses its warnings about policies of subsets and of ports. */
export const isOverlooked = ({ path }: Spot): boolean =>
  path.includes('subsets') || path.includes('portLevelSettings');
