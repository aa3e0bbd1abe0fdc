import { isScenarioFile } from '../../istio/index.ts';
import { readScenario } from '../../traffic/index.ts';
import { ownFileProblems } from '../own-file-problems.ts';

/** What a scenario says that is not read; none for other files. */
export const scenarioProblems = ownFileProblems({
  code: 'MW4201',
  isOne: isScenarioFile,
  // A file that says nothing yet is being begun.
  objections: (value) => (value === undefined || value === null ? [] : readScenario(value).objections),
  renameKey: (at, key) => ({ kind: 'rename-scenario-key', ...at, key }),
  setValue: (at, value) => ({ kind: 'set-in-scenario', ...at, value }),
});
