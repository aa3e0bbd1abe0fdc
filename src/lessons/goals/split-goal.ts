import type { Mesh } from '../../istio/index.ts';
import { isHostNamed, RequestError, sendMany, type Counted, type ManySent } from '../../traffic/index.ts';
import type { Goal, WantedShare } from './goal.ts';
import { unmet, type GoalFinding } from './goal-state.ts';
import { sayShare } from './say-goal.ts';

/** So many sends tell one share from another by the point. The seed is fixed: the same files, the same answer. */
const SENDS = { count: 1000, seed: 1 } as const;

/** Sends a thousand and counts. */
export function splitFinding(
  mesh: Mesh,
  { request, shares, within }: Extract<Goal, { kind: 'split' }>,
): GoalFinding {
  let sent: ManySent;
  try {
    sent = sendMany(mesh, request, SENDS);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return unmet(error.message);
  }
  const off = shares.flatMap((share) => {
    const percent = countOf(sent, share) / (SENDS.count / 100);
    return Math.abs(percent - share.percent) <= within
      ? []
      : [`${sayShare(share)} is wanted, and ${percent} % do`];
  });
  return off.length
    ? unmet(`Of a thousand sends: ${off.join('; ')}.`, { trace: sent.trace })
    : { met: true, missing: '', trace: sent.trace };
}

function countOf({ destinations, mirrors, answers, delayed }: ManySent, share: WantedShare): number {
  switch (share.kind) {
    case 'delayed':
      return delayed;
    case 'status':
      return answers.find(({ status }) => status === share.status)?.count ?? 0;
    case 'destination':
      return sum(destinations.filter((one) => one.exists && isMeant(one, share)));
    case 'mirror':
      return sum(mirrors.filter((one) => isMeant(one, share)));
  }
}

const isMeant = (
  { host, subset }: { readonly host: string; readonly subset?: string },
  share: { readonly host: string; readonly subset?: string },
): boolean => isHostNamed(host, share.host) && (share.subset === undefined || subset === share.subset);

const sum = (all: readonly Counted<unknown>[]): number => all.reduce((whole, { count }) => whole + count, 0);
