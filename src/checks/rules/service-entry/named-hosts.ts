import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, texts } from '../../spot.ts';
import { faultOfName, faultOfWildcardName } from '../../values/host-name.ts';
import { quote } from '../../words.ts';
import { byDns, resolutionOf } from './resolution.ts';

/** Hosts that DNS is asked for, for want of endpoints: full names, without a star. */
export const namedHosts: SpecRule = ({ spec }) => {
  const resolution = resolutionOf(spec);
  if (!byDns(resolution) || isFilled(at(spec, 'endpoints'))) return [];
  const host = texts(all(spec, 'hosts[]')).find(({ value }) => faultOfName(value) !== null);
  // What is no host name at all is told by itself.
  if (!host || faultOfWildcardName(host.value) !== null || host.value === '*') return [];
  const numeric = !host.value.includes('*');
  const what = numeric
    ? `DNS cannot be asked for ${quote(host.value)}: it is a number.`
    : `DNS cannot be asked for ${quote(host.value)}. Name the endpoints, or choose another resolution: NONE, or DYNAMIC_DNS to look up each name.`;
  const mends = numeric ? [] : [setting(['spec', 'resolution'], 'NONE', 'Set resolution to NONE')];
  return [refuse('MW0610', host, what, { mends })];
};
