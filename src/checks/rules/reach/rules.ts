import type { LinkedRule } from '../../linked/linked-rule.ts';
import { boundGateways } from './bound-gateways.ts';
import { matchPorts } from './match-ports.ts';
import { unreached } from './unreached.ts';

/** Whether requests come to the rules of a VirtualService. */
export const reachRules: readonly LinkedRule[] = [unreached, boundGateways, matchPorts];
