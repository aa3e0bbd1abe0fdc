import type { TrafficComparison } from '../compare/compare.ts';
import type { ComparedRequest } from '../compare/compared-request.ts';
import type { Verdict } from '../compare/grouped.ts';

/** What a change does to requests, in a word or two. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  breaks: 'Breaks',
  elsewhere: 'Ends elsewhere',
  otherwise: 'Treated otherwise',
  mended: 'Mended',
};

/** Of an expectation: whether it holds, and whether that is new; empty for other requests. */
export function sayExpected({ expectation }: Pick<ComparedRequest, 'expectation'>): string {
  if (!expectation) return '';
  const { heldBefore, holdsAfter } = expectation;
  return `${holdsAfter ? 'holds' : 'fails'}${heldBefore === holdsAfter ? '' : ' now'}`;
}

/** How many requests were compared, in a sentence. */
export const sayCompared = ({ compared, same }: Pick<TrafficComparison, 'compared' | 'same'>): string =>
  compared
    ? `${counted(compared, 'request')} compared that the change can touch: ${compared - same} differ, ${same} stay the same.`
    : 'No request was compared: nothing that can be sent is touched by the change.';

/** What the comparison says nothing about, sentence by sentence. */
export function sayUncompared({
  leftOut: { virtualServices, hosts },
  unsendable,
  notEvaluated,
  patches,
}: Pick<TrafficComparison, 'leftOut' | 'unsendable' | 'notEvaluated' | 'patches'>): readonly string[] {
  return [
    ...(virtualServices || hosts
      ? [
          `Left out, because it is too much: the rules of ${counted(virtualServices, 'VirtualService')}, and ${counted(hosts, 'host')}.`,
        ]
      : []),
    ...(unsendable ? [`${counted(unsendable, 'expectation')} cannot be sent as written.`] : []),
    ...(notEvaluated.length
      ? [`Not worked out, though it may change what becomes of requests: ${notEvaluated.join(', ')}.`]
      : []),
    ...(patches.length
      ? [`Not worked out, as Kustomize merges it into what it builds: ${listed(patches)}.`]
      : []),
  ];
}

const MOST = 5;

const listed = (names: readonly string[]): string =>
  names.length > MOST + 1
    ? `${names.slice(0, MOST).join(', ')} and ${names.length - MOST} more`
    : names.join(', ');

export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
