import { asText, codesIn, suppressingAnnotation, valueAt, type ResourceId } from '../istio/index.ts';
import type { Draft } from './draft.ts';

/** Adds a code to those that a resource asks not to be told of, in the annotation of the tool whose code it is. */
export function suppress(draft: Draft, id: ResourceId, code: string): void {
  const annotation = suppressingAnnotation(code);
  const path = ['metadata', 'annotations', annotation];
  const written = asText(valueAt(draft.resource(id).value, path));
  const codes = codesIn(written ?? '');
  // An empty annotation of Kiali's is for all of its codes.
  const all = code.startsWith('KIA') ? written !== undefined && codes.length === 0 : codes.includes('*');
  if (all || codes.includes(code)) return;
  draft.edit(id, { kind: 'set', path, value: [...codes, code].join(',') });
}
