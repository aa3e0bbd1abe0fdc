import type { Operation } from '../operations/index.ts';
import type { YamlValue } from '../yaml/index.ts';
import type { Fix, Problem } from './problem.ts';

/**
 * The fix that may be made without asking: the only one that takes nothing away and declares nothing about the cluster.
 * Where there are several ways, or something is left to fill in, a person has to choose.
 */
export function automaticFix({ fixes }: Problem): Fix | undefined {
  const [fix, ...others] = fixes.filter(({ operation }) => !needsAsking(operation));
  return others.length === 0 ? fix : undefined;
}

function needsAsking(operation: Operation): boolean {
  switch (operation.kind) {
    case 'all':
      return operation.operations.some(needsAsking);
    case 'delete-resource':
    case 'remove-field':
    case 'disconnect':
    case 'assume-service':
    case 'assume-namespace':
    case 'assume-workload':
    case 'set-setting':
    case 'suppress':
      return true;
    case 'set-field':
    case 'insert-item':
      return hasGap(operation.value);
    default:
      return false;
  }
}

/** An empty text is a place for a person to fill in. */
function hasGap(value: YamlValue): boolean {
  if (typeof value !== 'object' || value === null) return value === '';
  return Object.values(value).some(hasGap);
}
