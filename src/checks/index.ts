export type { Fix, Problem, Severity } from './problem.ts';
export { checkWorkspace, createChecker, prepareDocument } from './checker.ts';
export type { Checker, CheckOptions } from './checker.ts';
export type { RuleContext } from './rule.ts';
export { codeInfo, CODES, isCode } from './codes.ts';
export type { Code } from './codes.ts';
export type { CodeInfo } from './codes/code-info.ts';
export { closest } from './words.ts';
