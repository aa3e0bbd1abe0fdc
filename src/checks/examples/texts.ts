import file from './01-file.diff?raw';
import names from './03-names.diff?raw';
import virtualService from './04-virtual-service.diff?raw';
import destinationRule from './05-destination-rule.diff?raw';
import serviceEntry from './06-service-entry.diff?raw';
import gateway from './07-gateway.diff?raw';
import sidecar from './08-sidecar.diff?raw';
import security from './09-security.diff?raw';
import effects from './10-effects.diff?raw';
import mistakes from './11-mistakes.diff?raw';
import references from './20-references.diff?raw';
import conflicts from './21-conflicts.diff?raw';
import mutualTls from './24-mutual-tls.diff?raw';
import ambient from './25-ambient.diff?raw';
import cluster from './26-cluster.diff?raw';
import gatewayApi from './27-gateway-api.diff?raw';
import otherKinds from './28-other-kinds.diff?raw';
import reach from './30-reach.diff?raw';
import visibility from './31-visibility.diff?raw';
import traffic from './32-traffic.diff?raw';
import settings from './40-settings.diff?raw';
import expectations from './41-expectations.diff?raw';
import scenarios from './42-scenarios.diff?raw';

/** The examples of all families, as they are written. */
export const texts: readonly string[] = [
  file,
  names,
  virtualService,
  destinationRule,
  serviceEntry,
  gateway,
  sidecar,
  security,
  effects,
  mistakes,
  references,
  conflicts,
  mutualTls,
  ambient,
  cluster,
  gatewayApi,
  otherKinds,
  reach,
  visibility,
  traffic,
  settings,
  expectations,
  scenarios,
];
