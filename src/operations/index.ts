// What the room offers: what a person can mean, as text changes; and new resources.
export type { Operation, OperationContext, Plan } from './types.ts';
export { planOperation } from './plan-operation.ts';
export { kustomizationChanges } from './kustomization/follow.ts';
export { placeForNew } from './placement.ts';
export { addNew } from './add-new.ts';
export { newResource } from './templates/new-resource.ts';
export type { Near, NewResource } from './templates/new-resource.ts';
export { redistribute, scaled, weightsOf, withOneMore } from './weights.ts';
export { portAt } from './naming/redirect.ts';
export { hostNameFor } from './host-name.ts';
export { subsetNames } from './delete-subset.ts';
export type { Referrals } from './delete-resource.ts';
export type { Following } from './rename-resource.ts';
export { namingsByName, namingsOf } from './naming/namings.ts';
export type { Named, Naming } from './naming/namings.ts';
export { redirectTargets } from './naming/redirect-targets.ts';
export type { RedirectTargets } from './naming/redirect-targets.ts';
export { whereOf } from './naming/where.ts';
export type { Where } from './naming/where.ts';
export { lacksOf } from './lacks.ts';
export { effectOf } from './effect.ts';
export type { Effect } from './effect.ts';
export { namespaceToAssume, serviceToAssume, workloadToAssume } from './assumption-for.ts';
export type { InSteps, WorkProgress } from './in-steps.ts';
export { loadRefactorings } from './load-refactorings.ts';
export type { Refactorings } from './load-refactorings.ts';
export type {
  Answer,
  Answers,
  Option,
  Question,
  RefactorAt,
  Refactoring,
  RefactorPlan,
} from './refactor/types.ts';
export { insertInScenario, removeFromScenario, setInScenario } from './scenario-text.ts';
export { scenarioFile } from './edit-scenario.ts';
export type { ScenarioEdit } from './scenario-text.ts';
