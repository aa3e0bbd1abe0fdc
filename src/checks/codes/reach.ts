import { ours, type CodeInfo } from './code-info.ts';

/** MW30xx: rules of VirtualServices, and whether requests come to them. */
export const reachCodes = {
  MW3001: ours(
    'warning',
    'A rule that no request reaches',
    'Rules are tried from the top, and those before it take every request that it asks for. Where they send them is where they go; what this rule says happens to none.',
  ),
  MW3002: ours(
    'warning',
    'A match that no request reaches',
    'The rest of its rule counts, but requests that are as this match asks go where an earlier rule sends them.',
  ),
  MW3003: ours(
    'warning',
    'A match that no request can meet',
    'What it asks for cannot be all at once, so it never applies.',
  ),
  MW3004: ours(
    'warning',
    'A match at a gateway that the VirtualService is not bound to',
    'Rules apply at the gateways in "gateways" of the spec. A match can only choose among these, so this one is never true there.',
  ),
  MW3005: ours(
    'warning',
    'A match for a port that nobody listens at',
    'A match with a port counts at that port alone. Neither the hosts in the mesh nor the Gateways of the VirtualService have it.',
  ),
} as const satisfies Record<`MW30${string}`, CodeInfo>;
