/**
 * How long Envoy waits before a retry, the first being 1: anything from 0 up to the base interval doubled with each retry, and
 * never more than the longest. The documentation of the router writes (2^N−1)·B; what Envoy does is 2^(N−1)·B.
 * https://github.com/envoyproxy/envoy/blob/main/source/common/common/backoff_strategy.cc
 */
export const backOff = (retry: number, base: number, longest: number, random: () => number): number =>
  Math.floor(random() * Math.min(base * 2 ** (retry - 1), longest));
