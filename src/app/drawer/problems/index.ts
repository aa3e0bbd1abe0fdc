// A chunk of its own: the list of problems, what is done about them, and what each code means.
export { default as ProblemsTab } from './ProblemsTab.tsx';
export {
  explain,
  explainCurrent,
  fixAll,
  fixAllCurrent,
  fixCurrent,
  hideCurrent,
  showProblemsOf,
} from './fixing.ts';
export { stepProblem } from './step.ts';
