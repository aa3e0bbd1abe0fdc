import type { Mesh } from '../../../istio/index.ts';
import { callersIn, type Caller, type KnownCaller } from '../../../traffic/index.ts';

/** A caller as the value of a choice: the same for the same caller. */
export const callerValue = ({ kind, namespace, labels = {}, locality = '' }: Caller): string =>
  JSON.stringify([
    kind,
    namespace,
    locality,
    Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);

export const sameCaller = (a: Caller, b: Caller): boolean => callerValue(a) === callerValue(b);

export interface CallerChoice {
  readonly value: string;
  readonly title: string;
  readonly caller: Caller;
}

const titleOf = ({ title, caller }: KnownCaller): string => `${title} · ${caller.namespace}`;

/** A caller that the files do not name, by what is told of it. */
function strange(caller: Caller): string {
  const labels = Object.entries(caller.labels ?? {}).map(([name, value]) => `${name}=${value}`);
  const who = caller.kind === 'gateway' ? 'gateway' : 'app';
  return `${[who, ...labels].join(' ')} · ${caller.namespace}`;
}

/** What callers are called. */
export function callerTitles(mesh: Mesh): (caller: Caller) => string {
  const known = new Map(callersIn(mesh).map((one) => [callerValue(one.caller), titleOf(one)]));
  return (caller) => known.get(callerValue(caller)) ?? strange(caller);
}

/** Who can be chosen to send, the one that is chosen among them. */
export function callerChoices(mesh: Mesh, chosen: Caller): readonly CallerChoice[] {
  const choices = new Map(
    callersIn(mesh).map((known) => {
      const value = callerValue(known.caller);
      return [value, { value, title: titleOf(known), caller: known.caller }];
    }),
  );
  const value = callerValue(chosen);
  if (!choices.has(value)) choices.set(value, { value, title: strange(chosen), caller: chosen });
  return [...choices.values()];
}
