import { isWildcard, key } from '../istio/index.ts';
import { sentTo } from '../routing/index.ts';
import type { Scope } from './unit.ts';

/**
 * Why a subset of a host gets no traffic: the files route to the host, and no rule of theirs to this subset. Undefined
 * where one does, and where the files do not route to the host at all: then its routing may simply not be among them.
 */
export function unusedSubset(host: string, subset: string, { view }: Scope): string | undefined {
  if (isWildcard(host)) return undefined;
  const sent = view
    .find(key.sendingTo(host))
    .flatMap((virtualService) => sentTo(virtualService, view))
    .filter((one) => one.host === host);
  if (!sent.length || sent.some((one) => one.subset === subset)) return undefined;
  return `No rule in these files sends to subset ${subset}.`;
}
