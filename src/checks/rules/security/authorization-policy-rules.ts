import type { SpecRule } from '../../spec-rule.ts';
import { requestMethods } from '../effects/request-methods.ts';
import { selector } from '../names/selector.ts';
import { actionRules } from './action-rules.ts';
import { conditions } from './conditions.ts';
import { customAction } from './custom-action.ts';
import { emptyTexts } from './empty-texts.ts';
import { httpOnlyDeny } from './http-only-deny.ts';
import { pathTemplates } from './path-templates.ts';
import { serviceAccounts } from './service-accounts.ts';
import { sourcesAndOperations } from './sources-and-operations.ts';
import { targetRefs } from './target-refs.ts';

export const authorizationPolicyRules: readonly SpecRule[] = [
  selector,
  targetRefs,
  actionRules,
  customAction,
  sourcesAndOperations,
  emptyTexts,
  serviceAccounts,
  pathTemplates,
  conditions,
  httpOnlyDeny,
  requestMethods,
];
