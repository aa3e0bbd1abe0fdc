import { valueAt } from '../../../istio/index.ts';
import type { EffectivePolicy, PolicyField } from '../../../routing/index.ts';
import type { StepPlace } from '../../trace.ts';
import type { MadePlan } from '../plan/make-plan.ts';

/** Where a field of a policy is written; where it is left to its default, the part that it belongs to. */
export function policyPlace(
  policy: EffectivePolicy | undefined,
  field: PolicyField,
  path: readonly string[],
): StepPlace {
  const written = policy?.[field];
  if (!written) return {};
  const there = valueAt(written.value, path) !== undefined;
  return { resource: written.resource.id, path: there ? [...written.path, ...path] : written.path };
}

/** Where a field of a rule's `retries` is. */
export const retryPlace = ({ retries }: MadePlan, field: string): StepPlace =>
  retries?.resource === undefined
    ? {}
    : { resource: retries.resource, path: [...(retries.path ?? []), field] };

export const timeoutPlace = ({ timeout }: MadePlan): StepPlace =>
  timeout?.resource === undefined ? {} : { resource: timeout.resource, path: timeout.path ?? [] };
