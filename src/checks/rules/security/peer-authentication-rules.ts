import type { SpecRule } from '../../spec-rule.ts';
import { selector } from '../names/selector.ts';
import { portLevelMtls } from './port-level-mtls.ts';

export const peerAuthenticationRules: readonly SpecRule[] = [portLevelMtls, selector];
