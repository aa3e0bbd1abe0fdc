export type { Fix, Problem, Severity } from './problem.ts';
export {
  countsByFile,
  countsOf,
  countsOfAll,
  problemsAbout,
  problemsIn,
  problemsWithin,
  sameCounts,
  subjectOf,
} from './about.ts';
export type { ProblemCounts } from './about.ts';
export { changedProblems } from './changed-problems.ts';
export type { ChangedProblems } from './changed-problems.ts';
export { checkWorkspace, createChecker } from './checker.ts';
export type { Checker, CheckOptions } from './checker.ts';
export type { RuleContext } from './rule.ts';
export { codeInfo, CODES, isCode } from './codes.ts';
export type { Code } from './codes.ts';
export type { CodeInfo } from './codes/code-info.ts';
export { effectOf, EFFECTS, usualEffect } from './effect.ts';
export type { Effect } from './effect.ts';
export { exampleOf, fixesOf, sideOf, type Example } from './examples/index.ts';
export { automaticFix } from './automatic-fix.ts';
export { suppressionsFor } from './suppressions.ts';
export { closest } from './words.ts';
