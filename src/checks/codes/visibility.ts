import { ours, type CodeInfo } from './code-info.ts';

/** MW31xx: who sees and uses a resource. No other tool tells of it. */
export const visibilityCodes = {
  MW3101: ours(
    'warning',
    'A VirtualService that its gateway does not see',
    'A gateway reads what is exported to the namespace of its pods. For the others it has no routes, and answers 404.',
  ),
  MW3102: ours(
    'info',
    'A DestinationRule for callers of one namespace',
    'For other callers the rule is looked for in the namespace of the host, and then in the root namespace.',
  ),
  MW3103: ours(
    'info',
    'A DestinationRule that its own namespace does not use',
    'A rule counts in its own namespace only if it is exported there too.',
  ),
  MW3104: ours(
    'warning',
    'A delegate that is not there',
    'The rule that hands requests to it is left out as a whole, and they go on to the next rule, or end in 404.',
  ),
  MW3105: ours(
    'info',
    'A VirtualService that nobody hands requests to',
    'Without hosts of its own it gets requests only from VirtualServices that delegate to it.',
  ),
  MW3106: ours(
    'warning',
    'A match that goes with none of those who hand on to it',
    'Only what both ask for is routed, and paths are not put together: a delegate repeats the prefix. A match that fits none takes its whole rule along.',
  ),
} as const satisfies Record<`MW31${string}`, CodeInfo>;
