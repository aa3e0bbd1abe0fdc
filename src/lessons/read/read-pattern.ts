import { closest } from '../../checks/index.ts';
import { asMap, MODELLED_KINDS } from '../../istio/index.ts';
import type { Fields } from '../../traffic/index.ts';
import type { ResourcePattern } from '../goals/goal.ts';

const FORM = 'write Kind/name, Kind/namespace/name, or { kind, name, namespace, host }';
const KINDS = [...MODELLED_KINDS, 'Service', 'Deployment', 'Pod', 'Namespace'];

/** Reads the pattern under a name: `VirtualService/shop/cart`, or a map. Undefined, with an objection, where it is none. */
export function readPattern(fields: Fields, name: string): ResourcePattern | undefined {
  const value = fields.value(name);
  const pattern = asMap(value) ? fromMap(fields, name) : fromText(value);
  if (!pattern) return fields.say(name, `"${name}" has to be a resource: ${FORM}.`);
  const near = KINDS.includes(pattern.kind) ? undefined : closest(pattern.kind, KINDS);
  if (near) return fields.say(name, `There is no kind ${pattern.kind}. Did you mean ${near}?`);
  return pattern;
}

/** `Kind/name` and `Kind/namespace/name`; the kind alone for any. */
export function fromText(value: unknown): ResourcePattern | undefined {
  if (typeof value !== 'string') return undefined;
  const parts = value.split('/');
  if (parts.length > 3 || parts.some((part) => part.trim() !== part || part === '')) return undefined;
  const [kind = '', first, second] = parts;
  if (first === undefined) return { kind };
  return second === undefined ? { kind, name: first } : { kind, namespace: first, name: second };
}

function fromMap(fields: Fields, name: string): ResourcePattern | undefined {
  const inside = fields.fields(name);
  if (!inside) return undefined;
  const [kind, called, namespace, host] = ['kind', 'name', 'namespace', 'host'].map((key) =>
    inside.text(key),
  );
  inside.done('A resource');
  if (!kind) return undefined;
  return {
    kind,
    ...(called !== undefined && { name: called }),
    ...(namespace !== undefined && { namespace }),
    ...(host !== undefined && { host }),
  };
}
