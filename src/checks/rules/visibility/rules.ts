import type { LinkedRule } from '../../linked/linked-rule.ts';
import { callersOfRule } from './callers-of-rule.ts';
import { delegates } from './delegates.ts';
import { seenByGateway } from './seen-by-gateway.ts';

/** Who sees and uses a resource, by its kind. */
export const visibilityRules: Readonly<Record<'VirtualService' | 'DestinationRule', readonly LinkedRule[]>> =
  {
    VirtualService: [seenByGateway, delegates],
    DestinationRule: [callersOfRule],
  };
