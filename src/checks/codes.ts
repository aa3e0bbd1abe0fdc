import { ambientCodes } from './codes/ambient.ts';
import { clusterCodes } from './codes/cluster.ts';
import type { CodeInfo } from './codes/code-info.ts';
import { conflictsCodes } from './codes/conflicts.ts';
import { destinationRuleCodes } from './codes/destination-rule.ts';
import { effectsCodes } from './codes/effects.ts';
import { expectationCodes } from './codes/expectations.ts';
import { scenarioCodes } from './codes/scenarios.ts';
import { fileCodes } from './codes/file.ts';
import { gatewayCodes } from './codes/gateway.ts';
import { moreConflictsCodes } from './codes/more-conflicts.ts';
import { moreReferencesCodes } from './codes/more-references.ts';
import { gatewayApiCodes } from './codes/gateway-api.ts';
import { otherKindsCodes } from './codes/other-kinds.ts';
import { mutualTlsCodes } from './codes/mutual-tls.ts';
import { mistakesCodes } from './codes/mistakes.ts';
import { namesCodes } from './codes/names.ts';
import { objectCodes } from './codes/object.ts';
import { reachCodes } from './codes/reach.ts';
import { referencesCodes } from './codes/references.ts';
import { schemaCodes } from './codes/schema.ts';
import { securityCodes } from './codes/security.ts';
import { serviceEntryCodes } from './codes/service-entry.ts';
import { settingsCodes } from './codes/settings.ts';
import { sidecarCodes } from './codes/sidecar.ts';
import { trafficCodes } from './codes/traffic.ts';
import { virtualServiceCodes } from './codes/virtual-service.ts';
import { visibilityCodes } from './codes/visibility.ts';

/** Every problem that Meshwright knows, by its code. A code, once given, keeps its meaning and is never given again. */
export const CODES = {
  ...fileCodes,
  ...objectCodes,
  ...schemaCodes,
  ...namesCodes,
  ...virtualServiceCodes,
  ...destinationRuleCodes,
  ...serviceEntryCodes,
  ...gatewayCodes,
  ...sidecarCodes,
  ...securityCodes,
  ...settingsCodes,
  ...expectationCodes,
  ...scenarioCodes,
  ...effectsCodes,
  ...referencesCodes,
  ...moreReferencesCodes,
  ...conflictsCodes,
  ...reachCodes,
  ...mistakesCodes,
  ...trafficCodes,
  ...visibilityCodes,
  ...moreConflictsCodes,
  ...mutualTlsCodes,
  ...ambientCodes,
  ...clusterCodes,
  ...gatewayApiCodes,
  ...otherKindsCodes,
} as const satisfies Record<string, CodeInfo>;

export type Code = keyof typeof CODES;

export function isCode(text: string): text is Code {
  return Object.hasOwn(CODES, text);
}

export function codeInfo(code: Code): CodeInfo {
  return CODES[code];
}
