import { createDraft } from './draft.ts';
import { kustomizationChanges } from './kustomization/follow.ts';
import { perform } from './perform.ts';
import type { Operation, OperationContext, Plan } from './types.ts';

/**
 * Turns an operation into text changes, without applying anything. Throws `RefusedError`, with a sentence for the
 * person, where it cannot be done without harm to other text; then nothing is changed.
 */
export function planOperation(context: OperationContext, operation: Operation): Plan {
  const draft = createDraft(context);
  const outcome = perform(draft, operation);
  const { changes } = draft;
  return { ...outcome, changes: [...changes, ...kustomizationChanges(context.files, changes)] };
}
