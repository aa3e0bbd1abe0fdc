import type { Finding } from '../../finding.ts';
import { refuse, removing, say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled, isPresent, items, texts, type Spot } from '../../spot.ts';
import { isAddress } from '../../values/address.ts';
import { resolutionOf } from './resolution.ts';

/** Endpoints where the resolution has no use for them. (Both endpoints and a selector: the schema.) */
export const endpointsOrNot: SpecRule = ({ spec }) => {
  const endpoints = at(spec, 'endpoints');
  switch (resolutionOf(spec)) {
    case 'NONE':
      return [...noneWithEndpoints(spec, endpoints), ...noneWithSelector(at(spec, 'workloadSelector'))];
    case 'DNS_ROUND_ROBIN':
      return oneAtMost(endpoints);
    default:
      return [];
  }
};

function noneWithEndpoints(spec: Spot, endpoints: Spot): readonly Finding[] {
  if (!isFilled(endpoints)) return [];
  const written = isPresent(at(spec, 'resolution'));
  const what = `${written ? 'With the resolution NONE' : 'Without a resolution (NONE)'} traffic goes to the address that the caller has, so there can be no endpoints.`;
  const fixed = texts(items(endpoints).map((each) => at(each, 'address'))).every(({ value }) =>
    isAddress(value),
  );
  const meant = fixed ? 'STATIC' : 'DNS';
  const mends = [
    setting(['spec', 'resolution'], meant, `Set resolution to ${meant}`),
    removing(endpoints.path),
  ];
  return [refuse('MW0604', endpoints, what, { at: 'key', mends })];
}

function noneWithSelector(selector: Spot): readonly Finding[] {
  if (!isPresent(selector)) return [];
  const what =
    'The selector finds endpoints, and with the resolution NONE none are used: traffic goes to the address that the caller has.';
  const mends = [
    setting(['spec', 'resolution'], 'STATIC', 'Set resolution to STATIC'),
    removing(selector.path),
  ];
  return [say('MW0605', selector, what, { at: 'key', mends })];
}

function oneAtMost(endpoints: Spot): readonly Finding[] {
  const count = items(endpoints).length;
  if (count < 2) return [];
  const what = `DNS_ROUND_ROBIN takes one endpoint, and there are ${String(count)}. DNS takes several.`;
  return [
    refuse('MW0606', endpoints, what, {
      at: 'key',
      mends: [setting(['spec', 'resolution'], 'DNS', 'Set resolution to DNS')],
    }),
  ];
}
