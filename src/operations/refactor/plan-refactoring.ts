import { RefusedError } from '../../yaml/index.ts';
import { createDraft } from '../draft.ts';
import { followInKustomizations } from '../kustomization.ts';
import { finished, type InSteps } from '../in-steps.ts';
import type { OperationContext } from '../types.ts';
import type { Answers, RefactorAt, Refactoring, RefactorPlan } from './types.ts';

/**
 * Turns a refactoring into text changes, without applying anything. What was not answered is taken as its question stands.
 * Throws `RefusedError`, with a sentence for the person, where it cannot be done or a question is objected to.
 */
export function* planningRefactoring(
  context: OperationContext,
  refactoring: Refactoring,
  at: RefactorAt,
  given: Answers,
): InSteps<RefactorPlan> {
  const questions = refactoring.questions(context, at, given);
  const objection = questions.find((question) => question.objection !== undefined)?.objection;
  if (objection !== undefined) throw new RefusedError('unsafe', objection);
  const answers = Object.fromEntries(questions.map(({ key, value }) => [key, value]));
  const draft = createDraft(context);
  const outcome = refactoring.perform(draft, at, answers);
  const done = 'next' in outcome ? yield* outcome : outcome;
  const untold = followInKustomizations(draft, context.files);
  const warnings = [...done.warnings, ...untold];
  yield;
  return { ...done, warnings, changes: draft.changes, after: { files: draft.files, mesh: draft.mesh } };
}

/** The same, all at once. */
export const planRefactoring = (...given: Parameters<typeof planningRefactoring>): RefactorPlan =>
  finished(planningRefactoring(...given));
