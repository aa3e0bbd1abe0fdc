/** Every refactoring, and the way to plan one: seldom used, so they come when they are asked for. */
export const loadRefactorings = () => import('./refactor/index.ts');

export type Refactorings = Awaited<ReturnType<typeof loadRefactorings>>;
