import type { ModelledKind } from '../../../istio/index.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { alikeSubsets } from './alike-subsets.ts';
import { andAsOr } from './and-as-or.ts';
import { entryResolution } from './entry-resolution.ts';
import { faultShare } from './fault-share.ts';
import { fieldAsHeader } from './field-as-header.ts';
import { istioMutual } from './istio-mutual.ts';
import { mirrorShare } from './mirror-share.ts';
import { oneDash } from './one-dash.ts';
import { portDoesWithout } from './port-does-without.ts';
import { preflights } from './preflights.ts';
import { redirectStatus } from './redirect-status.ts';
import { retryBudget } from './retry-budget.ts';
import { rewrittenPrefix } from './rewritten-prefix.ts';
import { ruleInTwo } from './rule-in-two.ts';
import { unaskedCallers } from './unasked-callers.ts';
import { weightShares } from './weight-shares.ts';

/** What a resource says by itself and hardly anyone means, by its kind. */
export const mistakesRules: Partial<Readonly<Record<ModelledKind, readonly SpecRule[]>>> = {
  VirtualService: [
    oneDash,
    andAsOr,
    ruleInTwo,
    fieldAsHeader,
    unaskedCallers,
    retryBudget,
    mirrorShare,
    weightShares,
    faultShare,
    preflights,
    redirectStatus,
    rewrittenPrefix,
  ],
  DestinationRule: [istioMutual, alikeSubsets, portDoesWithout],
  ServiceEntry: [entryResolution],
};
