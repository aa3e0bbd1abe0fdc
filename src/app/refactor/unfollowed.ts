import type { ResourceId } from '../../istio/index.ts';
import type { TrafficDifference } from '../../traffic/index.ts';

/**
 * Differences that come from nothing but resources which give way to what traffic is not followed through, and all others:
 * of the first only so much is known that it is not known.
 */
export function parted<D extends Pick<TrafficDifference, 'causes'>>(
  differences: readonly D[],
  givingWay: readonly ResourceId[],
): { readonly followed: readonly D[]; readonly unfollowed: readonly D[] } {
  const isUnfollowed = ({ causes }: D): boolean =>
    causes.length > 0 && causes.every((id) => givingWay.includes(id));
  return {
    followed: differences.filter((each) => !isUnfollowed(each)),
    unfollowed: differences.filter(isUnfollowed),
  };
}
