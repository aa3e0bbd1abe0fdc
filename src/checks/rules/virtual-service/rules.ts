import type { SpecRule } from '../../spec-rule.ts';
import { matchSubnets } from '../names/addresses.ts';
import { destinationPorts } from '../names/destination-ports.ts';
import { exportTo } from '../names/export-to.ts';
import { hostNames } from '../names/host-names.ts';
import { labels } from '../names/labels.ts';
import { delayPercent } from '../effects/without-effect.ts';
import { repeatedDestination } from '../effects/repeated-destination.ts';
import { singleWeight } from '../effects/single-weight.ts';
import { regexes } from '../names/regexes.ts';
import { subsetNames } from '../names/subset-names.ts';
import { bareWildcardDestination } from '../names/wildcard-hosts.ts';
import { authorityOnce } from './authority-once.ts';
import { claims } from './claims.ts';
import { corsPolicy } from './cors-policy.ts';
import { delegate } from './delegate.ts';
import { direct } from './direct-response.ts';
import { fault } from './fault.ts';
import { gateways } from './gateways.ts';
import { headerOperations } from './header-operations.ts';
import { hosts } from './hosts.ts';
import { httpAction } from './http-action.ts';
import { mirrors } from './mirrors.ts';
import { redirect } from './redirect.ts';
import { retries } from './retries.ts';
import { rewrite } from './rewrite.ts';
import { routeMissing } from './route-missing.ts';
import { sniHosts } from './sni-hosts.ts';
import { sourceNamespace } from './source-namespace.ts';
import { stringMatches } from './string-matches.ts';
import { unusedRules } from './unused-rules.ts';
import { weights } from './weights.ts';

export const virtualServiceRules: readonly SpecRule[] = [
  routeMissing,
  delegate,
  hosts,
  gateways,
  exportTo,
  httpAction,
  stringMatches,
  regexes,
  claims,
  labels,
  sourceNamespace,
  matchSubnets,
  hostNames,
  bareWildcardDestination,
  subsetNames,
  destinationPorts,
  weights,
  redirect,
  rewrite,
  authorityOnce,
  headerOperations,
  direct,
  fault,
  retries,
  mirrors,
  corsPolicy,
  sniHosts,
  unusedRules,
  singleWeight,
  repeatedDestination,
  delayPercent,
];
