import { MODELLED_KINDS, type ModelledKind, type Resource } from '../../istio/index.ts';
import type { Finding } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import type { SpecRule, Subject } from '../spec-rule.ts';
import { at, isPresent } from '../spot.ts';
import { authorizationPolicyRules } from './security/authorization-policy-rules.ts';
import { peerAuthenticationRules } from './security/peer-authentication-rules.ts';
import { requestAuthenticationRules } from './security/request-authentication-rules.ts';
import { destinationRuleRules } from './destination-rule/rules.ts';
import { gatewayRules } from './gateway/rules.ts';
import { annotations } from './names/annotations.ts';
import { deprecatedWithWarning } from './names/deprecated-with-warning.ts';
import { mistakesRules } from './mistakes/rules.ts';
import { misspeltAt } from './misspelt.ts';
import { serviceEntryRules } from './service-entry/rules.ts';
import { sidecarRules } from './sidecar/rules.ts';
import { virtualServiceRules } from './virtual-service/rules.ts';
import { workloadEntryRules, workloadGroupRules } from './workload/rules.ts';

/** What istiod's webhook asks of each kind beyond the schema. A new rule is one file beside its kind's list, and one word in that. */
const rules: Readonly<Record<ModelledKind, readonly SpecRule[]>> = {
  VirtualService: virtualServiceRules,
  DestinationRule: destinationRuleRules,
  ServiceEntry: serviceEntryRules,
  Gateway: gatewayRules,
  Sidecar: sidecarRules,
  WorkloadEntry: workloadEntryRules,
  WorkloadGroup: workloadGroupRules,
  PeerAuthentication: peerAuthenticationRules,
  AuthorizationPolicy: authorizationPolicyRules,
  RequestAuthentication: requestAuthenticationRules,
};

const ofAll: readonly SpecRule[] = [annotations, deprecatedWithWarning];

const rulesByKind = new Map<string, readonly SpecRule[]>(
  MODELLED_KINDS.map((kind) => [kind, [...ofAll, ...rules[kind], ...(mistakesRules[kind] ?? [])]]),
);

/** What the fields of a resource mean together. */
export function meaning(resource: Resource, context: RuleContext): readonly Finding[] {
  if (!resource.modelled) return [];
  const kind = resource.kind as ModelledKind;
  const root = { value: resource.value, path: [] };
  const written = at(root, 'spec');
  const subject: Subject = {
    kind,
    root,
    spec: isPresent(written) ? written : { path: ['spec'], value: {} },
    namespace: resource.namespace || context.defaultNamespace,
    context,
  };
  const found: Finding[] = [];
  const misspelt = !isPresent(written) && misspeltAt(kind, root, 'spec');
  for (const rule of misspelt ? ofAll : (rulesByKind.get(kind) ?? [])) found.push(...rule(subject));
  return found;
}
