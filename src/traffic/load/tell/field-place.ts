import { valueAt } from '../../../istio/index.ts';
import type { PolicyField } from '../../../routing/index.ts';
import type { StepPlace } from '../../trace.ts';
import type { MadePlan } from '../plan/make-plan.ts';
import type { Fix } from './cause.ts';

/** A field that something came of: where it is written; where it is left to its default, what writes it. */
export interface Field {
  readonly place: StepPlace;
  readonly isDefault: boolean;
  /** Where it would be written, so that it is in force; undefined where no resource is there to write it in. */
  readonly at: { readonly resource: string; readonly path: readonly (string | number)[] } | undefined;
}

type At = Field['at'];
const within = (place: StepPlace | undefined, ...path: readonly (string | number)[]): At =>
  place?.resource === undefined
    ? undefined
    : { resource: place.resource, path: [...(place.path ?? []), ...path] };

/** A field of a cluster's policy. */
export function policyField(
  made: MadePlan,
  cluster: number,
  part: PolicyField,
  path: readonly string[],
): Field {
  const { policy, top } = made.policies[cluster] ?? {};
  const written = policy?.[part];
  if (!written) return { place: {}, isDefault: true, at: within(top, part, ...path) };
  const part_ = { resource: written.resource.id, path: written.path };
  const isDefault = valueAt(written.value, path) === undefined;
  const at = within(part_, ...path);
  return { place: isDefault || !at ? part_ : at, isDefault, at };
}

/** A field of a rule's `retries`. */
export function retryField({ retries, rule }: MadePlan, field: string, isWritten = true): Field {
  if (retries?.resource === undefined)
    return { place: {}, isDefault: true, at: within(rule, 'retries', field) };
  const at = within(retries, field);
  return { place: isWritten && at ? at : retries, isDefault: !isWritten, at };
}

/** A rule's `timeout`. */
export function timeoutField({ timeout, rule }: MadePlan): Field {
  const place =
    timeout?.resource === undefined ? {} : { resource: timeout.resource, path: timeout.path ?? [] };
  return { place, isDefault: timeout === undefined, at: within(timeout) ?? within(rule, 'timeout') };
}

/** Sets a field to a value; undefined where there is no place for it. */
export const setting = (
  { at }: Field,
  value: string | number,
  title = `Set ${String(at?.path.at(-1))} to ${value}`,
): { readonly fix?: Fix } => (at ? { fix: { title, ...at, value } } : {});
