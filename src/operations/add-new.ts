import { effectOf } from './effect.ts';
import type { NewResource } from './templates/new-resource.ts';
import type { Operation, OperationContext } from './types.ts';

/**
 * Adds a new resource to a file, with what others have to say for it, as one step. Where they cannot say it (their YAML is
 * broken, a rule does something else) it is added alone.
 */
export function addNew(
  context: OperationContext,
  file: string,
  { kind, name, value, connect }: NewResource,
): Operation {
  const add: Operation = { kind: 'add-resource', file, value };
  const others = connect(file);
  if (others.length === 0) return add;
  const all: Operation = { kind: 'all', operations: [add, ...others], label: `Add ${kind} ${name}` };
  return effectOf(context, all) instanceof Error ? add : all;
}
