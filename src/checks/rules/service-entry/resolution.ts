import { at, text, type Spot } from '../../spot.ts';

export type Resolution = 'NONE' | 'STATIC' | 'DNS' | 'DNS_ROUND_ROBIN' | 'DYNAMIC_DNS';

/** How addresses are found. Undefined for what is none of these, of which the schema speaks. */
export function resolutionOf(spec: Spot): Resolution | undefined {
  const spot = at(spec, 'resolution');
  if (spot.value === undefined || spot.value === null) return 'NONE';
  const written = text(spot);
  return resolutions.find((each) => each === written);
}

const resolutions = ['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'] as const;

export const byDns = (resolution: Resolution | undefined): boolean =>
  resolution === 'DNS' || resolution === 'DNS_ROUND_ROBIN';
