// What the room offers: what istiod decides for a host and a client. Every question takes a `MeshView`.
export { exportTo, isVisible, writtenExportTo } from './visibility.ts';
export { portsOf, protocolClass } from './ports.ts';
export type { Port, PortClass } from './ports.ts';
export { findHost } from './find-host.ts';
export type { HostDefinition } from './find-host.ts';
export { definersUnder, hostClaims } from './host-claims.ts';
export type { HostClaim } from './host-claims.ts';
export { destinationRuleFor, destinationRulesInForce } from './destination-rules.ts';
export type { HostCall, RuleInForce } from './destination-rules.ts';
export { mergeDestinationRules } from './merge-destination-rules.ts';
export type { MergedDestinationRule, Subset, Written } from './merge-destination-rules.ts';
export { effectivePolicy, POLICY_FIELDS, tlsMode } from './policy.ts';
export type { EffectivePolicy, PolicyField } from './policy.ts';
export {
  delegateOf,
  delegatorsOf,
  isDelegate,
  meshClaims,
  meshOwner,
  RULE_SECTIONS,
  ruleGateways,
  rulesOf,
} from './virtual-services.ts';
export type { RouteRule, RuleSection } from './virtual-services.ts';
export { deadRules } from './dead-rules.ts';
export type { DeadRule } from './dead-rules.ts';
export { policiesFor } from './policies-for.ts';
export { boundHosts, gatewayNamed, serversOf } from './gateway-binding.ts';
export type { GatewayServer } from './gateway-binding.ts';
