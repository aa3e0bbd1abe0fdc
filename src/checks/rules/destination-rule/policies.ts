import { all, type Spot } from '../../spot.ts';

/** The traffic policies of a DestinationRule: its own and those of its subsets. */
export const policiesOf = (spec: Spot): readonly Spot[] => all(spec, OF_HOST_AND_SUBSETS);

const OF_HOST_AND_SUBSETS = ['trafficPolicy', 'subsets[].trafficPolicy'];

/** The policies for single ports, of all policies. */
export const portPoliciesOf = (spec: Spot): readonly Spot[] => all(spec, OF_PORTS);

const OF_PORTS = OF_HOST_AND_SUBSETS.map((policies) => `${policies}.portLevelSettings[]`);

/** One part of the policies, wherever it may stand: of the whole, of subsets, of ports, and of ports of subsets. */
export const policyParts = (spec: Spot, part: keyof typeof PARTS): readonly Spot[] => all(spec, PARTS[part]);

const places = (part: string): readonly string[] =>
  [...OF_HOST_AND_SUBSETS, ...OF_PORTS].map((policies) => `${policies}.${part}`);
const PARTS = {
  connectionPool: places('connectionPool'),
  loadBalancer: places('loadBalancer'),
  outlierDetection: places('outlierDetection'),
  tls: places('tls'),
};

/** istiod loses its warnings about policies of subsets and of ports. */
export const isOverlooked = ({ path }: Spot): boolean =>
  path.includes('subsets') || path.includes('portLevelSettings');
