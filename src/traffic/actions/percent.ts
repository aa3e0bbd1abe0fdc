import { asNumber, member } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';

/** A `Percent` as Envoy gets it: istiod counts in millionths and drops what is left, so 0.57 becomes 0.5699. */
export const percentIn = (percentage: YamlValue): number =>
  Math.trunc((asNumber(member(percentage, 'value')) ?? 0) * 10_000) / 10_000;
