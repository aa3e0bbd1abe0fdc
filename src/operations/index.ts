// What the room offers: what a person can mean, as text changes; and new resources.
export type { Operation, OperationContext, Plan } from './types.ts';
export { planOperation } from './plan-operation.ts';
export { addConnected } from './add-connected.ts';
export { newResource, suggestedName } from './templates/new-resource.ts';
export type { TemplateContext } from './templates/context.ts';
export { scaled } from './weights.ts';
export { namespaceToAssume, serviceToAssume } from './assumption-for.ts';
