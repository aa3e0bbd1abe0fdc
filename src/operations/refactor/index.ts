// What is loaded when somebody asks for a refactoring; other rooms come here by `loadRefactorings`.
export { REFACTORINGS, refactoringsAt } from './all.ts';
export { planningRefactoring, planRefactoring } from './plan-refactoring.ts';
