// What the room offers: what istiod decides for a host and a client. Every question takes a `MeshView`.
export { exportTo, isVisible, writtenExportTo } from './visibility.ts';
export { portsOf, protocolClass } from './ports.ts';
export type { Port, PortClass } from './ports.ts';
export { tellGateways, tellHosts } from './files-tell.ts';
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
  consultationTier,
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
export { policiesFor, policiesTargeting } from './policies-for.ts';
export { sentTo } from './sent-to.ts';
export type { SentTo } from './sent-to.ts';
export { httpEntries } from './http-entries.ts';
export type { HttpEntry, RuleMatch } from './http-entries.ts';
export { takenBetween } from './taken-between.ts';
export { unreachedMatches, unreachedRules } from './reach.ts';
export type { Unreached, UnreachedMatch, UnreachedRule } from './reach.ts';
export { ASKS_NOTHING, isClaim, readHttpMatch, readProxyMatch, readTextMatch } from './match/http-match.ts';
export type { HttpMatch, ProxyMatch, TextMatch } from './match/http-match.ts';
export { httpMatchFor, httpMatchTakes, streamMatchFor, textTakes } from './match/takes.ts';
export type { Answer, HttpRequest, Proxy } from './match/takes.ts';
export { boundHosts, gatewayNamed, serversOf } from './gateway-binding.ts';
export type { GatewayServer } from './gateway-binding.ts';
export { NotingView, question } from './question.ts';
export { remember } from './remember.ts';
