import type { ResourceId } from '../istio/index.ts';
import { RefusedError, type Path } from '../yaml/index.ts';
import type { AsWritten } from './as-written.ts';
import { destinationValue, ruleAt, type Destination } from './destination.ts';
import type { Draft } from './draft.ts';
import { setField } from './edit-field.ts';

/**
 * Has a rule copy its requests to a destination too, written as `like` where it says the same elsewhere; the copies' answers
 * are dropped. Returns the mirror's path.
 */
export function connectMirror(
  draft: Draft,
  id: ResourceId,
  path: Path,
  destination: Destination,
  like?: AsWritten,
): Path {
  const rule = ruleAt(draft.resource(id), path);
  if (!rule || path[1] !== 'http') {
    throw new RefusedError('wrong-parent', 'Only an http rule that is there can mirror its requests.');
  }
  const put = (at: Path): void => {
    setField(draft, id, at, like?.value ?? destinationValue(destination), like?.as);
    if (like) setField(draft, id, [...at, 'host'], destination.host);
  };
  const mirrors = rule['mirrors'];
  if (Array.isArray(mirrors)) {
    put([...path, 'mirrors', mirrors.length, 'destination']);
    return [...path, 'mirrors', mirrors.length];
  }
  if (rule['mirror'] !== undefined && rule['mirror'] !== null) {
    throw new RefusedError(
      'duplicate',
      'This rule mirrors its requests already. Change that mirror, or remove it first.',
    );
  }
  put([...path, 'mirror']);
  return [...path, 'mirror'];
}
