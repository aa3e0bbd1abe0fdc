import type { SpecRule } from '../../spec-rule.ts';
import { selector } from '../names/selector.ts';
import { jwks } from './jwks.ts';
import { jwtRules } from './jwt-rules.ts';
import { targetRefs } from './target-refs.ts';

export const requestAuthenticationRules: readonly SpecRule[] = [selector, targetRefs, jwtRules, jwks];
